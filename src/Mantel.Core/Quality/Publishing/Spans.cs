namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// Over which months a table may be shown: a month, or until the end of a quarter or a half-year of the calendar. How
/// long depends on how many people are counted and on the share of the others together, never on its own outcome: a
/// span that ended when there were enough for whom it holds would make the rarer outcome look too frequent.
/// </summary>
internal static class Spans
{
    /// <summary>So many for whom it holds, and for whom it does not, are to be expected.</summary>
    public const int Expected = 15;

    /// <summary>
    /// Tables by group, and of who is counted apart, are over at least so many months: until then late facts can change
    /// a month of everybody without having to be many in every group.
    /// </summary>
    public const int ShortestByGroup = 3;

    /// <summary>What could not be shown by the end of a quarter goes on until that of the next one, once.</summary>
    private const int LongestToAQuarter = 5;

    private const int Year = 12;

    /// <summary>True when a span that began in this month ends in that one, by the calendar.</summary>
    public static bool MayEnd(TableKind kind, Month from, Month to)
    {
        var months = to.Since(from) + 1;
        if (kind is not TableKind.All && months < ShortestByGroup)
            return false;
        return months == 1 || to.Number % 6 == 0 || (to.Number % 3 == 0 && months <= LongestToAQuarter);
    }

    /// <summary>True when in every group that anybody is in enough people are to be expected on either side.</summary>
    public static bool AreEnough(
        PublicationHistory book,
        string area,
        TableKind kind,
        Month from,
        Month to,
        string[][] partition
    ) =>
        partition.All(groups =>
            book.Of(area, kind, from, to, groups).IsNobody || IsEnough(book, area, kind, from, to, groups)
        );

    /// <summary>As many of these people as among the others; where there are none, nothing is expected.</summary>
    public static bool IsEnough(int people, Tally others, int among, bool isOfPeople) =>
        among <= 0
        || (
            people * (double)others.Met / among >= Expected
            && (isOfPeople || people * (double)others.NotMet / among >= Expected)
        );

    /// <summary>Everybody who does not live in this network, of the last year; of the whole, the year before.</summary>
    public static Tally Others(
        PublicationHistory book,
        string area,
        TableKind kind,
        Month from,
        Month to,
        string[] groups
    ) =>
        area == Block.Whole
            ? book.Of(area, kind, from.Plus(-Year), from.Plus(-1), groups)
            : book.Of(Block.Whole, kind, to.Plus(1 - Year), to, groups)
                - book.Of(area, kind, to.Plus(1 - Year), to, groups);

    private static bool IsEnough(
        PublicationHistory book,
        string area,
        TableKind kind,
        Month from,
        Month to,
        string[] groups
    )
    {
        var others = Others(book, area, kind, from, to, groups);
        if (!Tally.CountsPeople(kind))
            return IsEnough(book.Of(area, kind, from, to, groups).People, others, others.People, isOfPeople: false);
        var among = Others(book, area, TableKind.All, from, to, [""]);
        return IsEnough(book.Of(area, TableKind.All, from, to, [""]).People, others, among.People, isOfPeople: true);
    }
}
