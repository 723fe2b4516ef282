using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>End what was agreed about a treatment, without anything in its place. It revives nothing older.</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record EndTreatmentDirective(Guid Directive, PartialDate? EndedOn, string? Reason)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        var reason = found.Words("reason", Reason);
        found.Day("endedOn", EndedOn, person, now);
        if (found.Standing<TreatmentDirectiveAgreed>(person, "", Directive) is not { } known)
            return found.Or();
        if (person.WasEnded(Directive))
            found.Break("", "rule.plan-already-ended");
        found.NotBefore("endedOn", EndedOn, known.Effective);
        return found.Or([.. SaidTheSame(person, known).Select(entry => End(entry, reason))]);
    }

    public bool IsAbout(Fact fact) => fact is TreatmentDirectiveEnded ended && ended.Directive == Directive;

    private NewFact End(Guid entry, string? reason) =>
        new(new TreatmentDirectiveEnded(entry, reason), EndedOn, RestsOn: [entry]);

    /// <summary>Statements that say the same are one fact, so they end together.</summary>
    private static IEnumerable<Guid> SaidTheSame(PersonRecord person, Recorded<TreatmentDirectiveAgreed> known) =>
        person
            .All<TreatmentDirectiveAgreed>()
            .Where(other =>
                other.Effective == known.Effective
                && other.Fact.Decision == known.Fact.Decision
                && Chronology.Sameness(other.Fact.Otherwise) == Chronology.Sameness(known.Fact.Otherwise)
                && PlanRules.Sameness(other.Fact.Treatment) == PlanRules.Sameness(known.Fact.Treatment)
                && !person.WasEnded(other.Entry.Id)
            )
            .Select(other => other.Entry.Id);
}
