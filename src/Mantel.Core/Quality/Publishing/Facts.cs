using Mantel.Core.Journal;

namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// A month of a measure was closed: how people counted on that day, by network. Everything that is ever published about
/// the month is a sum of these, so that no two tables tell of two different days.
/// </summary>
/// <param name="Areas">
/// The networks that this is about, with the empty one for who lives in none; null: all of them.
/// </param>
[FactKind("quality.month-closed")]
public sealed record MonthClosed(
    string Measure,
    int Version,
    Month Month,
    IReadOnlyList<string>? Areas,
    IReadOnlyList<ClosedCount> Counts
) : Fact;

/// <summary>So many people of one group in one network, for whom it holds or not.</summary>
public sealed record ClosedCount(string Area, TableKind Kind, string Group, int Met, int NotMet);

/// <summary>Figures were published: from this day on anybody who may see figures sees these, and no others.</summary>
[FactKind("quality.figures-published")]
public sealed record FiguresPublished(string Measure, int Version, DateOnly On, IReadOnlyList<Block> Blocks) : Fact;

/// <summary>One table over a stretch of months: a month where numbers allow it, else as many as it takes.</summary>
/// <param name="Area">The code of a network, or <see cref="Whole"/>.</param>
/// <param name="Cells">The groups of the table; one for <see cref="TableKind.All"/>.</param>
public sealed record Block(string Area, TableKind Kind, Month From, Month To, IReadOnlyList<PublishedCell> Cells)
{
    /// <summary>The Netherlands and Flanders together.</summary>
    public const string Whole = "*";

    public int Months => To.Since(From) + 1;
}

/// <summary>
/// One group of a table. In tables of days, and of who is counted apart, only people are counted, all of them under
/// <paramref name="Met"/>.
/// </summary>
/// <param name="Groups">The groups that are taken together, such as From80 and NotRecorded.</param>
public sealed record PublishedCell(IReadOnlyList<string> Groups, int Met, int NotMet)
{
    public int Of => Met + NotMet;
}

/// <summary>What a published table is by.</summary>
public enum TableKind
{
    All,
    Diagnosis,
    Age,
    Living,
    Language,

    /// <summary>How many days it took; people only.</summary>
    Days,

    /// <summary>Those who did not want to talk; people only.</summary>
    Declined,

    /// <summary>The municipalities of one network.</summary>
    Municipality,

    /// <summary>Those who did not want to talk, by diagnosis; people only, as are the next three.</summary>
    DeclinedDiagnosis,
    DeclinedAge,
    DeclinedLiving,
    DeclinedLanguage,

    /// <summary>Those who died without having been marked; people only.</summary>
    NotMarked,

    /// <summary>Those of whom it is not known where they wished to die; people only.</summary>
    WishUnknown,

    /// <summary>Those whose wish changed in the last days; people only.</summary>
    ChangedLate,
}
