using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// A physician confirms what is in force about a treatment. Where it contradicts another decision of the plan, or the
/// goal, the physician says which holds (safety rule 14).
/// </summary>
/// <param name="Physician">The name of the physician who confirms.</param>
/// <param name="WhichHolds">In words: which of the contradicting decisions holds, and when.</param>
[Needs(AccessAction.ConfirmDirective)]
public sealed record ConfirmTreatmentDirective(Guid Directive, string? Physician, string? WhichHolds)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    /// <summary>
    /// True: it was asked whether who agreed could agree, and the physician confirms knowingly; the doubt stays in
    /// sight.
    /// </summary>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        var physician = found.NeededLine("physician", Physician);
        var whichHolds = found.Words("whichHolds", WhichHolds);
        if (found.Standing<TreatmentDirectiveAgreed>(person, "", Directive) is not { } known)
            return found.Or();
        var decision = InForceOn(person, known, now);
        CheckInForce(found, decision);
        if (!EvenSo)
            found.AskAbout(person, known.Entry);
        if (!found.None)
            return found.Or();
        var isUnsettled = person
            .ContradictionsOn(now.Today)
            .Any(between => between.Pair.Concerns(known.Fact.Treatment.Kind) && !between.IsSettled);
        if (isUnsettled && whichHolds is null)
            found.Break("whichHolds", "rule.plan-say-which-holds");
        if (!isUnsettled && decision is { NeedsConfirmation: false })
            return found.None ? Outcome.Yield() : found.Or();
        var fact = new TreatmentDirectiveConfirmed(Directive, physician, whichHolds);
        return found.Or([new NewFact(fact, PartialDate.Of(now.Today), RestsOn: [Directive])]);
    }

    public bool IsAbout(Fact fact) =>
        fact is TreatmentDirectiveAgreed or AdvanceDirectiveRecorded or TreatmentGoalAgreed
        || fact is TreatmentDirectiveEnded ended && ended.Directive == Directive;

    /// <summary>What is in force, when this directive is part of it.</summary>
    private DecisionInForce? InForceOn(PersonRecord person, Recorded<TreatmentDirectiveAgreed> known, Moment now) =>
        person
            .DecisionsOn(now.Today)
            .FirstOrDefault(decision =>
                decision.Treatment.Kind == known.Fact.Treatment.Kind
                && !decision.HasEnded
                && decision.InForce.Any(one => one.Entries.Any(entry => entry.Id == Directive))
            );

    private static void CheckInForce(Findings found, DecisionInForce? decision)
    {
        if (decision is null)
            found.Break("", "rule.plan-not-in-force");
        else if (decision.IsContradictory)
            found.Break("", "rule.plan-contradiction-talk-first");
        else if (decision.IsRevived)
            found.Break("", "rule.plan-revived-talk-first");
        else if (decision.Word is Word.Unknown or Word.NotDiscussed)
            found.Break("", "rule.plan-nothing-to-confirm");
    }
}
