using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Two decisions that are in force and contradict each other.</summary>
/// <param name="Settled">The confirmation in which a physician said which holds, since both were said; null: nobody
/// yet.</param>
/// <param name="Said">
/// What was said together to hold when the plan was established, since both were said; a physician has yet to confirm
/// it.
/// </param>
/// <param name="SaidOn">The day on which that was said.</param>
public sealed record ContradictionInPlan(
    Contradiction Pair,
    Recorded<TreatmentDirectiveConfirmed>? Settled,
    SaidToHold? Said = null,
    PartialDate? SaidOn = null
)
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
            : [.. decisions.Select(one => Marked(one, [.. found.Where(pair => Concerns(pair, one))]))];
    }

    /// <summary>What contradicts the rest of the plan is confirmed by nobody until it is said which holds.</summary>
    private static DecisionInForce Marked(DecisionInForce decision, IReadOnlyList<ContradictionInPlan> contradicts) =>
        decision with
        {
            Contradicts = contradicts,
            InForce = contradicts.All(one => one.IsSettled)
                ? decision.InForce
                :
                [
                    .. decision.InForce.Select(one =>
                        one with
                        {
                            ConfirmedBy = null,
                            ConfirmedButContradicts = one.IsDecided ? one.ConfirmedBy : null,
                        }
                    ),
                ],
        };

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
        return [.. pairs.Select(pair => Of(person, pair, [.. EntriesOf(pair.One), .. EntriesOf(pair.Other)]))];
    }

    private static ContradictionInPlan Of(PersonRecord person, Contradiction pair, IReadOnlyList<Entry> said)
    {
        var held = person.Last<PlanEstablished>(plan => plan.SaidToHold.Any(one => one.Contradiction == pair.Id));
        var holds = held is { } plan && plan.Entry.Version > said.Max(entry => entry.Version) ? held : null;
        return new(
            pair,
            SettledBy(person, said),
            holds?.Fact.SaidToHold.Last(one => one.Contradiction == pair.Id),
            holds?.Effective
        );
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
