using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// What holds now of a topic with one answer (goal, place of death, wishes …), by the same rules of time as decisions:
/// the latest talk counts, what cannot be ordered and differs is shown side by side.
/// </summary>
/// <param name="Holding">The answer that holds; several when they differ and cannot be ordered; none when nothing was
/// said.</param>
/// <param name="Earlier">Everything older, newest first.</param>
/// <param name="Since">The first talk of the unbroken row of talks with this same answer.</param>
public sealed record TopicInForce<TFact>(
    IReadOnlyList<Recorded<TFact>> Holding,
    IReadOnlyList<Recorded<TFact>> Earlier,
    PartialDate? Since
)
    where TFact : Fact
{
    public bool IsContradictory => Holding.Count > 1;

    /// <summary>
    /// What held last and was ended without a successor, with its end; nothing older holds again (safety rule 1).
    /// </summary>
    public IReadOnlyList<(Recorded<TFact> Was, Recorded<ItemEnded> End)> Ended { get; init; } = [];

    public bool IsRecorded => Holding.Count > 0;

    /// <summary>The one answer that holds; null when there is none or when answers contradict each other.</summary>
    public Recorded<TFact>? Only => Holding.Count == 1 ? Holding[0] : null;
}

/// <summary>Finds what holds now of the topics of a plan.</summary>
public static class TopicsInForce
{
    /// <param name="meaning">What makes two answers the same; explanations are usually left out.</param>
    /// <param name="displacesNothing">True for an answer like *niet besproken*.</param>
    /// <param name="until">Only what may have been so by this day; null: everything.</param>
    public static TopicInForce<TFact> HoldsNow<TFact>(
        this Record record,
        Func<TFact, object?> meaning,
        Func<TFact, bool>? displacesNothing = null,
        DateOnly? until = null
    )
        where TFact : Fact
    {
        var all = record.All<TFact>().Where(one => !(one.Effective is { } from && from.First > until)).ToList();
        var said = all.Where(one => displacesNothing?.Invoke(one.Fact) is not true).ToList();
        var newest = Chronology.Newest(said.Count > 0 ? said : all, one => one.Effective);
        var ended = EndsOf(record, newest);
        var holding = newest
            .Where(one => !ended.Exists(end => end.Was.Entry == one.Entry))
            .GroupBy(one => Comparable(meaning(one.Fact)))
            .Select(group => Chronology.NewestFirst(group.Reverse(), one => one.Effective)[0])
            .ToList();
        var earlier = Chronology.NewestFirst(all.Except(holding), one => one.Effective);
        return new TopicInForce<TFact>(holding, earlier, SinceOf(holding, earlier, meaning))
        {
            Ended = holding.Count == 0 ? ended : [],
        };
    }

    private static List<(Recorded<TFact> Was, Recorded<ItemEnded> End)> EndsOf<TFact>(
        Record record,
        IReadOnlyList<Recorded<TFact>> newest
    )
        where TFact : Fact
    {
        var ends = record.All<ItemEnded>().ToLookup(end => end.Fact.Entry);
        return [.. newest.Where(one => ends.Contains(one.Entry.Id)).Select(one => (one, ends[one.Entry.Id].Last()))];
    }

    private static PartialDate? SinceOf<TFact>(
        List<Recorded<TFact>> holding,
        IReadOnlyList<Recorded<TFact>> earlier,
        Func<TFact, object?> meaning
    )
        where TFact : Fact
    {
        if (holding.Count != 1)
            return null;
        var since = holding[0].Effective;
        var same = Comparable(meaning(holding[0].Fact));
        foreach (var older in earlier.TakeWhile(one => Equals(Comparable(meaning(one.Fact)), same)))
            since = older.Effective ?? since;
        return since;
    }

    private static object? Comparable(object? meaning) =>
        meaning is string words ? Chronology.Sameness(words) : meaning;
}
