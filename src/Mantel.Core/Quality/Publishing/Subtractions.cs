namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// What anybody can find by subtracting published tables: the whole less the networks that are published with it, over
/// every stretch that the whole allows.
/// </summary>
internal static class Subtractions
{
    /// <summary>
    /// True when what is left of the whole, wherever this block is inside it, is nobody or safe in every group.
    /// </summary>
    public static bool AreSafeAround(Book book, Block block) =>
        Partition
            .Coarse(block.Kind)
            .All(groups =>
                Rests(book, book, block.Kind, groups)
                    .Where(rest => rest.From <= block.From && rest.To >= block.To)
                    .All(rest => rest.Left.IsSafeOrNobody(block.Kind))
            );

    /// <summary>True when nothing that is left of the whole is about too few, in any table of this kind.</summary>
    public static bool AreSafe(Book book, TableKind kind) =>
        Partition
            .Coarse(kind)
            .All(groups => Rests(book, book, kind, groups).All(rest => rest.Left.IsSafeOrNobody(kind)));

    /// <summary>True when by subtracting two days nothing is found that is about too few.</summary>
    public static bool AreSafeBetween(Book earlier, Book later, TableKind kind) =>
        Partition
            .Coarse(kind)
            .All(groups =>
                Rests(later, earlier, kind, groups)
                    .Zip(Rests(later, later, kind, groups))
                    .Where(pair => pair.First.To <= earlier.Months.Max())
                    .All(pair => (pair.Second.Left - pair.First.Left).IsSafeDifference)
            );

    /// <summary>For every stretch that the whole allows: what is left of it without the networks.</summary>
    /// <param name="shown">Says which blocks are published.</param>
    /// <param name="closed">Says how people counted.</param>
    private static IEnumerable<(Month From, Month To, Tally Left)> Rests(
        Book shown,
        Book closed,
        TableKind kind,
        string[] groups
    )
    {
        var whole = shown.Blocks(Block.Whole, kind);
        var networks = shown
            .Areas.Where(area => area.Length > 0)
            .SelectMany(area => shown.Blocks(area, kind))
            .Select(block => (block.From, block.To, Tally: Of(block, closed, groups)))
            .ToList();
        for (var first = 0; first < whole.Count; first++)
        {
            var sum = default(Tally);
            for (var last = first; last < whole.Count; last++)
            {
                sum += Of(whole[last], closed, groups);
                var (from, to) = (whole[first].From, whole[last].To);
                var inside = networks.Where(one => one.From >= from && one.To <= to).Select(one => one.Tally);
                yield return (from, to, sum - Tally.Sum(inside));
            }
        }
    }

    private static Tally Of(Block block, Book closed, string[] groups) =>
        closed.Of(block.Area, block.Kind, block.From, block.To, groups);
}
