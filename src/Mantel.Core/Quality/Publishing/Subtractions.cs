namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// What anybody can find by subtracting published tables: the whole less the networks that are published with it, over
/// every stretch that the whole allows, on every day on which any of them said something else.
/// </summary>
internal static class Subtractions
{
    /// <summary>True when nothing that is left of the whole is about too few, in any table of this kind.</summary>
    /// <param name="around">Null: everywhere; else only what is left around this block.</param>
    public static bool AreSafe(PublicationHistory book, TableKind kind, Block? around = null) =>
        Partition.Coarse(kind).All(groups => new Leftovers(book, kind, groups).AreSafe(around));

    /// <summary>
    /// True when nobody is found by taking the municipalities that are shown from what the network ever said.
    /// </summary>
    public static bool AreSafeInside(PublicationHistory book, Block municipalities)
    {
        string[] shown = [.. municipalities.Cells.SelectMany(cell => cell.Groups)];
        return AreSafe(
            book,
            PartsOf(book, municipalities.Area, TableKind.All, municipalities),
            municipalities.Kind,
            (then, part) =>
                then.Of(part.Area, TableKind.All, part.From, part.To, [""])
                - then.Of(part.Area, TableKind.Municipality, part.From, part.To, shown)
        );
    }

    /// <summary>
    /// True when no group of a table is found to have been too few before late facts: by taking the others from what
    /// the table of everybody, or the whole, said then.
    /// </summary>
    public static bool WereSafe(PublicationHistory book, Block table) =>
        new[]
        {
            (table.Area, TableKind.All),
            (table.Area, Partition.Around(table.Kind) ?? TableKind.All),
            (Area: Block.Whole, table.Kind),
        }.All(around =>
            PartsOf(book, around.Area, around.Item2, table) is var parts
            && table.Cells.All(cell =>
                AreSafe(
                    book,
                    parts,
                    table.Kind,
                    (then, part) => then.Of(table.Area, table.Kind, part.From, part.To, cell.Groups)
                )
            )
        );

    private static List<Block> PartsOf(PublicationHistory book, string area, TableKind kind, Block inside) =>
        [.. book.Blocks(area, kind).Where(part => part.From >= inside.From && part.To <= inside.To)];

    /// <summary>Over these parts, each as it was shown on any day.</summary>
    private static bool AreSafe(
        PublicationHistory book,
        List<Block> parts,
        TableKind kind,
        Func<PublicationHistory, Block, Tally> count
    )
    {
        var said = parts.ConvertAll(part => book.DaysOf(part).Select(then => count(then, part)).ToList());
        return said.TrueForAll(days => days.TrueForAll(day => day.IsNobody))
            || Tally.Sum(said.Select(Tally.Least)).IsSafe(kind);
    }
}
