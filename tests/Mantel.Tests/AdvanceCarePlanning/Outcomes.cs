using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Shouldly;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>Reads what came of an act in a test, and names the people who take part.</summary>
internal static class Outcomes
{
    public static readonly Party Leida = new(PartyKind.Person, "Leida Vos");
    public static readonly Party Marijke = new(PartyKind.RelatedPerson, "Marijke Vos", "dochter");
    public static readonly Party Fatima = new(PartyKind.Professional, "Fatima Azouzi");

    public static PartialDate On(string date) => PartialDate.Parse(date);

    public static TFact ShouldYield<TFact>(this Outcome outcome)
        where TFact : Fact => outcome.ShouldYieldOnly().Fact.ShouldBeOfType<TFact>();

    public static NewFact ShouldYieldOnly(this Outcome outcome) => outcome.ShouldYieldAll().ShouldHaveSingleItem();

    public static IReadOnlyList<NewFact> ShouldYieldAll(this Outcome outcome) =>
        outcome.ShouldBeOfType<Outcome.Yielded>(Rules(outcome)).Facts;

    public static void ShouldRefuse(this Outcome outcome, string field, string rule, bool broken = false)
    {
        var problems = outcome.ShouldBeOfType<Outcome.Refused>().Problems;
        problems.ShouldContain(
            problem => problem.Field == field && problem.Rule == rule && problem.IsBrokenRule == broken,
            Rules(outcome)
        );
    }

    private static string Rules(Outcome outcome) =>
        outcome is Outcome.Refused refused
            ? string.Join(", ", refused.Problems.Select(problem => $"{problem.Field}: {problem.Rule}"))
            : "yielded";
}
