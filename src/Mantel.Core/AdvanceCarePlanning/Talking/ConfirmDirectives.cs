using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>One directive that a physician confirms, and which holds where it contradicts something.</summary>
public sealed record DirectiveToConfirm(Guid Directive, string? WhichHolds);

/// <summary>
/// A physician confirms, in one go, what was agreed and is in force (bevestigen als arts). One that cannot be
/// confirmed refuses all of them, and says which.
/// </summary>
[Needs(AccessAction.ConfirmDirective)]
public sealed record ConfirmDirectives(IReadOnlyList<DirectiveToConfirm> Directives, string? Physician)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    /// <summary>
    /// True: it was asked whether who agreed could agree, and the physician confirms knowingly.
    /// </summary>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        if (Directives.Count == 0)
            return Outcome.Refuse("directive", "rule.talk-choose-to-confirm");
        var (facts, problems) = (new List<NewFact>(), new List<Problem>());
        foreach (var (directive, whichHolds) in Directives)
        {
            var act = new ConfirmTreatmentDirective(directive, Physician, whichHolds) { EvenSo = EvenSo };
            var outcome = act.Decide(person, now);
            if (outcome is Outcome.Yielded yielded)
                facts.AddRange(yielded.Facts);
            if (outcome is Outcome.Refused refused)
                problems.AddRange(refused.Problems.SelectMany(problem => At(directive, problem, person, now)));
        }
        return problems.Count > 0
            ? Outcome.Refuse([.. problems.DistinctBy(problem => (problem.Field, problem.Rule))])
            : Outcome.Yield(facts);
    }

    public bool IsAbout(Fact fact) =>
        Directives.Any(one => new ConfirmTreatmentDirective(one.Directive, Physician, one.WhichHolds).IsAbout(fact));

    /// <summary>Which holds is said of a pair, everything else of the directive.</summary>
    private static IEnumerable<Problem> At(Guid directive, Problem problem, PersonRecord person, Moment now) =>
        problem.Field == "whichHolds"
            ? PairsOf(directive, person, now).Select(pair => problem with { Field = $"holds.{pair.Id}" })
            : [problem.Field == AskWhoAgreed.Field ? problem : problem with { Field = $"directive.{directive}" }];

    private static IEnumerable<Contradiction> PairsOf(Guid directive, PersonRecord person, Moment now) =>
        person.Find(directive)?.Fact is TreatmentDirectiveAgreed agreed
            ? person
                .ContradictionsOn(now.Today)
                .Where(one => !one.IsSettled && one.Pair.Concerns(agreed.Treatment.Kind))
                .Select(one => one.Pair)
            : [];
}
