using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Core.Quality.Statistics;

namespace Mantel.Web.Quality.Shown;

/// <summary>What may be shown of one count: how many of how many, or that there are too few to show.</summary>
/// <param name="Share">Null: too few. That is not zero.</param>
/// <param name="IsRevised">It changed after it was first published, by facts that came later.</param>
public sealed record Cell(Share? Share, bool IsRevised = false)
{
    public static Cell TooFew { get; } = new((Share?)null);
}

/// <summary>The months that something shown is about, the last one included.</summary>
public readonly record struct Span(Month From, Month To)
{
    public int Months => To.Since(From) + 1;

    /// <summary>From the first to the last of these; null when there are none.</summary>
    public static Span? Over(IReadOnlyList<PublishedBlock> blocks) =>
        blocks is [var first, ..] and [.., var last] ? new(first.Block.From, last.Block.To) : null;
}

/// <summary>A stretch of months in time, or one that waits until there are enough people to show.</summary>
/// <param name="Version">Of the definition by which it was counted.</param>
public sealed record ShownPeriod(Span Span, Cell Cell, int Version);

/// <summary>A network beside the others.</summary>
/// <param name="Name">Null for who sees only which is their own.</param>
/// <param name="Span">The months in which all networks stand beside each other; null: it is not seen in them.</param>
public sealed record ShownNetwork(string? Name, bool IsOwn, Cell Cell, Span? Span);

/// <summary>One group of people, such as those who live alone.</summary>
/// <param name="Name">In the reader's language.</param>
/// <param name="Declined">Those of them who did not want to talk; null when they are too few to show.</param>
public sealed record ShownGroup(string Name, Cell Cell, int? Declined = null);

/// <summary>The groups of one kind: by diagnosis, by age.</summary>
/// <param name="Span">The months in which each of them could be shown; null: in none.</param>
/// <param name="Everybody">All people in the same months, with whom the groups are compared.</param>
/// <param name="DeclinedSpan">The months in which those who did not want to talk could be shown by group.</param>
public sealed record ShownGroups(
    string Title,
    Span? Span,
    IReadOnlyList<ShownGroup> Groups,
    Cell Everybody,
    Span? DeclinedSpan = null
);

/// <summary>People who are counted apart, such as those who did not want to talk.</summary>
public sealed record ShownPeople(int People, Span Span);

/// <summary>Who is counted beside the figure, for which reason; null people: too few to show.</summary>
/// <param name="Why">In the reader's language.</param>
public sealed record ShownBeside(string Why, ShownPeople? People);

/// <summary>How many days it took, by group of days, and in which of them the middle person lies.</summary>
public sealed record ShownDays(IReadOnlyList<DayGroup> Groups, Span Span)
{
    public DayGroup? Middle => DayGroups.Middle(Groups);
}
