using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>One directive that a physician confirms, and which holds where it contradicts something.</summary>
public sealed record DirectiveToConfirm(Guid Directive, string? WhichHolds);

/// <summary>
/// A physician confirms, in one go, what was agreed and is in force (bevestigen als arts). One that cannot be
/// confirmed refuses all of them, and says which.
/// </summary>
[Needs(What.ConfirmDirective)]
public sealed record ConfirmDirectives(IReadOnlyList<DirectiveToConfirm> Directives, string? Physician)
    : IAct<PersonRecord>,
        IEdits
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        if (Directives.Count == 0)
            return Outcome.Refuse("directive", "rule.talk-choose-to-confirm");
        var (facts, problems) = (new List<NewFact>(), new List<Problem>());
        foreach (var (directive, whichHolds) in Directives)
        {
            var outcome = new ConfirmTreatmentDirective(directive, Physician, whichHolds).Decide(person, now);
            if (outcome is Outcome.Yielded yielded)
                facts.AddRange(yielded.Facts);
            if (outcome is Outcome.Refused refused)
                problems.AddRange(refused.Problems.Select(problem => At(directive, problem)));
        }
        return problems.Count > 0 ? Outcome.Refuse(problems) : Outcome.Yield(facts);
    }

    public bool IsAbout(Fact fact) =>
        Directives.Any(one => new ConfirmTreatmentDirective(one.Directive, Physician, one.WhichHolds).IsAbout(fact));

    private static Problem At(Guid directive, Problem problem) =>
        problem.Field.Length == 0
            ? problem with
            {
                Field = $"directive.{directive}",
            }
            : problem with
            {
                Field = $"{problem.Field}.{directive}",
            };
}
