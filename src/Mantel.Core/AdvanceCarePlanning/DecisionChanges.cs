using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>What differs between two days in what is said about treatments.</summary>
internal static class DecisionChanges
{
    public static IEnumerable<PlanChange> Of(
        IReadOnlyList<DecisionInForce> before,
        IReadOnlyList<DecisionInForce> after,
        DateOnly? from
    )
    {
        var then = before.ToDictionary(KeyOf, StringComparer.Ordinal);
        foreach (var now in after)
        {
            var was = then.GetValueOrDefault(KeyOf(now)) ?? Nothing(now.Treatment);
            foreach (var kind in Kinds(was, now, from))
                yield return new PlanChange.OfDecision(kind, was, now, Between(kind, was, now));
        }
        foreach (var gone in before.Where(was => IsSaid(was) && !after.Any(now => KeyOf(now) == KeyOf(was))))
            yield return new PlanChange.OfDecision(ChangeKind.Ended, gone, Nothing(gone.Treatment), []);
    }

    public static IReadOnlyList<DecisionInForce> NotTalkedAbout(
        IReadOnlyList<DecisionInForce> before,
        IReadOnlyList<DecisionInForce> after
    )
    {
        var then = before.ToDictionary(KeyOf, StringComparer.Ordinal);
        return
        [
            .. after.Where(now =>
                !now.HasEnded
                && now.InForce.Count > 0
                && (
                    !IsSaid(now)
                    || then.GetValueOrDefault(KeyOf(now)) is { } was && IsSame(was, now) && Newest(was) == Newest(now)
                )
            ),
        ];
    }

    private static IEnumerable<ChangeKind> Kinds(DecisionInForce was, DecisionInForce now, DateOnly? from)
    {
        if (!IsSaid(was) && !IsSaid(now))
            yield break;
        if (!IsSame(was, now))
        {
            yield return KindOf(was, now);
            yield break;
        }
        if (Newest(was) != Newest(now))
            yield return now.HasEnded ? ChangeKind.Ended
            : WasOtherwise(was, now, from) ? ChangeKind.ChangedBack
            : ChangeKind.Reconfirmed;
        if (was.NeedsConfirmation && !now.NeedsConfirmation)
            yield return ChangeKind.Confirmed;
    }

    private static ChangeKind KindOf(DecisionInForce was, DecisionInForce now) =>
        now.HasEnded || !IsSaid(now) ? ChangeKind.Ended
        : now.IsContradictory ? ChangeKind.Contradictory
        : IsSaid(was) ? ChangeKind.Changed
        : ChangeKind.First;

    /// <summary>
    /// The unbroken row of talks with this meaning began after the first day, so something else held in between.
    /// </summary>
    private static bool WasOtherwise(DecisionInForce was, DecisionInForce now, DateOnly? from) =>
        !was.IsContradictory && now.Since is { } since && since.First > from && Later(was, now).Count > 0;

    private static IReadOnlyList<Statement> Between(ChangeKind kind, DecisionInForce was, DecisionInForce now) =>
        kind is ChangeKind.ChangedBack ? Later(was, now) : [];

    /// <summary>What was said otherwise after the first day and no longer holds, newest first.</summary>
    private static IReadOnlyList<Statement> Later(DecisionInForce was, DecisionInForce now)
    {
        var known = was
            .InForce.Concat(was.Earlier)
            .SelectMany(one => one.Entries)
            .Select(entry => entry.Id)
            .ToHashSet();
        var meaning = now.InForce.Count == 1 ? now.InForce[0].Meaning : default;
        return
        [
            .. now.Earlier.Where(one =>
                (one.Meaning != meaning || one.HasEnded)
                && one.Decision is not Decision.NotDiscussed
                && one.Entries.All(entry => !known.Contains(entry.Id))
            ),
        ];
    }

    /// <summary>*Niet besproken* is no word about a treatment: it says that nobody spoke of it.</summary>
    private static bool IsSaid(DecisionInForce decision) =>
        decision.InForce.Any(one => one.Decision is not Decision.NotDiscussed);

    private static bool IsSame(DecisionInForce was, DecisionInForce now) =>
        was.HasEnded == now.HasEnded && Meanings(was).SetEquals(Meanings(now));

    private static HashSet<(Decision, string)> Meanings(DecisionInForce decision) =>
        [.. decision.InForce.Select(one => one.Meaning)];

    /// <summary>The newest entry that says what holds: it differs once somebody said it again.</summary>
    private static Guid? Newest(DecisionInForce decision) =>
        decision.InForce.SelectMany(one => one.Entries).MaxBy(entry => (entry.Effective?.Last, entry.Version))?.Id;

    /// <summary>A fixed treatment by its kind; another limit by what it is told apart by.</summary>
    private static string KeyOf(DecisionInForce decision) =>
        decision.InForce is [var one, ..] ? InForceStatements.Key(one) : decision.Treatment.Kind.ToString();

    private static DecisionInForce Nothing(Treatment treatment) =>
        new(treatment, [], null, [], null, false, null, false, null, false);
}
