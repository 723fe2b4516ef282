using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;

namespace Mantel.Tests;

/// <summary>Given these facts, when this act, then those facts or that refusal.</summary>
internal static class Acts
{
    public static Moment Now { get; } = new(new DateTimeOffset(2026, 6, 1, 21, 0, 0, TimeSpan.Zero), Tell.Today);

    /// <summary>The facts that the act yields; fails with the rules it broke.</summary>
    public static IReadOnlyList<NewFact> Yields(this IAct<PersonRecord> act, Tell? tell = null) =>
        act.Decide((tell ?? new Tell()).Person, Now).ShouldBeOfType<Outcome.Yielded>(Why(act, tell)).Facts;

    /// <summary>The only fact that the act yields.</summary>
    public static TFact Yields<TFact>(this IAct<PersonRecord> act, Tell? tell = null)
        where TFact : Fact => act.Yields(tell).ShouldHaveSingleItem().Fact.ShouldBeOfType<TFact>();

    /// <summary>The act is refused at this field by this rule.</summary>
    public static Problem IsRefused(this IAct<PersonRecord> act, string field, string rule, Tell? tell = null)
    {
        var problems = act.Decide((tell ?? new Tell()).Person, Now).ShouldBeOfType<Outcome.Refused>().Problems;
        return problems
            .Where(problem => problem.Field == field && problem.Rule == rule)
            .ShouldHaveSingleItem(string.Join("; ", problems));
    }

    /// <summary>The rule by which the act is asked about before it is recorded; null when nothing is asked.</summary>
    public static string? Asks(this IAct<PersonRecord> act, Tell tell) =>
        Plausibility.Questions(tell.Person, act.Yields(tell)).SingleOrDefault()?.Rule;

    /// <summary>Does the act and tells what came of it.</summary>
    public static Tell Then(this Tell tell, IAct<PersonRecord> act)
    {
        foreach (var fact in act.Yields(tell))
            tell.Fact(fact.Fact, fact.Effective?.ToString());
        return tell;
    }

    private static string Why(IAct<PersonRecord> act, Tell? tell) =>
        act.Decide((tell ?? new Tell()).Person, Now) is Outcome.Refused refused
            ? string.Join("; ", refused.Problems)
            : "";
}
