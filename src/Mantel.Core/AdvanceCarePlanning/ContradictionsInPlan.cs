using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Two decisions that are in force and contradict each other.</summary>
/// <param name="Settled">The confirmation in which a physician said which holds, since both were said; null: nobody
/// yet.</param>
public sealed record ContradictionInPlan(Contradiction Pair, Recorded<TreatmentDirectiveConfirmed>? Settled)
{
    public bool IsSettled => Settled is not null;
}

/// <summary>
/// Finds the contradictions between what is in force about different treatments and the goal (safety rule 14).
/// </summary>
public static class ContradictionsInPlan
{
    public static IReadOnlyList<ContradictionInPlan> ContradictionsOn(this PersonRecord person, DateOnly today) =>
        Among(person, person.DecisionsOn(today));

    /// <summary>The decisions, each with what it contradicts.</summary>
    internal static IReadOnlyList<DecisionInForce> Mark(PersonRecord person, IReadOnlyList<DecisionInForce> decisions)
    {
        var found = Among(person, decisions);
        return found.Count == 0
            ? decisions
            : [.. decisions.Select(one => one with { Contradicts = [.. found.Where(pair => Concerns(pair, one))] })];
    }

    private static bool Concerns(ContradictionInPlan contradiction, DecisionInForce decision) =>
        contradiction.Pair.Concerns(decision.Treatment.Kind);

    private static IReadOnlyList<ContradictionInPlan> Among(
        PersonRecord person,
        IReadOnlyList<DecisionInForce> decisions
    )
    {
        var inForce = decisions
            .Where(one => !one.HasEnded)
            .SelectMany(one => one.InForce)
            .ToLookup(one => one.Treatment.Kind);
        var goals = person.Goal().Holding;
        var pairs = Contradictions.Between(
            [.. goals.Select(goal => goal.Fact.Goal)],
            kind => [.. inForce[kind].Select(WordOf)]
        );
        IEnumerable<Entry> EntriesOf(PlanSays side) =>
            side is PlanSays.OfTreatment of
                ? inForce[of.Treatment].SelectMany(one => one.Entries)
                : goals.Select(goal => goal.Entry);
        return
        [
            .. pairs.Select(pair => new ContradictionInPlan(
                pair,
                SettledBy(person, [.. EntriesOf(pair.One), .. EntriesOf(pair.Other)])
            )),
        ];
    }

    /// <summary>It is settled by words that were written after the last of what contradicts was recorded.</summary>
    private static Recorded<TreatmentDirectiveConfirmed>? SettledBy(PersonRecord person, IReadOnlyList<Entry> said)
    {
        var last = said.Max(entry => entry.Version);
        var directives = said.Select(entry => entry.Id).ToHashSet();
        var settling = person
            .All<TreatmentDirectiveConfirmed>()
            .Where(one => one.Fact.WhichHolds is not null && directives.Contains(one.Fact.Directive))
            .Where(one => one.Entry.Version > last)
            .ToList();
        return settling.Count == 0 ? null : settling[^1];
    }

    private static Word WordOf(Statement statement) =>
        statement.Decision switch
        {
            Decision.Perform => Word.Perform,
            Decision.Withhold => Word.Withhold,
            Decision.Otherwise => Word.Otherwise,
            Decision.Unknown => Word.Unknown,
            Decision.NotDiscussed => Word.NotDiscussed,
        };
}
