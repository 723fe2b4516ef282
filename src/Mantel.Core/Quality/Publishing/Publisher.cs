namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// Decides what of closed months may be shown. A table is published over a span of the calendar for which every group
/// in it, and everything that can be found by subtracting it from others, is nobody or at least ten in n, d and n − d.
/// Until then it waits for the end of the next span; what was published is not taken back.
/// </summary>
internal static class Publisher
{
    /// <summary>What can be shown for the first time, put into the book.</summary>
    public static IReadOnlyList<Block> Publish(PublicationHistory book)
    {
        if (book.Months.Count == 0)
            return [];
        var published = new List<Block>();
        published.AddRange(PublishWhole(book, TableKind.All, book.Months.Max()));
        published.AddRange(PublishNetworks(book, TableKind.All));
        foreach (var kind in Partition.Kinds)
        {
            if (book.Blocks(Block.Whole, Partition.Around(kind) ?? TableKind.All) is [.., var last])
                published.AddRange(PublishWhole(book, kind, last.To));
            published.AddRange(PublishNetworks(book, kind));
        }
        published.AddRange(Networks(book).SelectMany(area => PublishMunicipalities(book, area)));
        return published;
    }

    private static IEnumerable<string> Networks(PublicationHistory book) => book.Areas.Where(area => area.Length > 0);

    private static IEnumerable<Block> PublishWhole(PublicationHistory book, TableKind kind, Month to)
    {
        if (book.NextOf(Block.Whole, kind) is not { } from || from > to || !Spans.MayEnd(kind, from, to))
            return [];
        foreach (var partition in Partition.OfWhole(kind))
        {
            if (Table(book, Block.Whole, kind, from, to, partition) is not { } block)
                continue;
            book.Take(block);
            return [block];
        }
        return [];
    }

    /// <summary>The largest first, so that the smallest stay behind when somebody must.</summary>
    private static List<Block> PublishNetworks(PublicationHistory book, TableKind kind)
    {
        if (book.Blocks(Block.Whole, kind) is not [.., var whole])
            return [];
        var published = new List<Block>();
        foreach (var area in Networks(book).OrderByDescending(area => PendingOf(book, area, kind, whole.To)).ToList())
        {
            if (TryNetwork(book, area, kind) is not { } block)
                continue;
            book.Take(block);
            published.Add(block);
        }
        return published;
    }

    private static int PendingOf(PublicationHistory book, string area, TableKind kind, Month to) =>
        book.NextOf(area, kind) is { } from && from <= to
            ? Partition
                .Coarse(kind)
                .Sum(groups => book.Of(area, kind, from, to, groups) is var t ? t.Met + t.NotMet : 0)
            : 0;

    /// <summary>Over the shortest span at whose end the whole ends too and everything is safe.</summary>
    private static Block? TryNetwork(PublicationHistory book, string area, TableKind kind) =>
        book.Blocks(Block.Whole, kind)
            .Select(whole => TryNetwork(book, area, kind, whole.To))
            .FirstOrDefault(block => block is not null);

    private static Block? TryNetwork(PublicationHistory book, string area, TableKind kind, Month to)
    {
        if (book.NextOf(area, kind) is not { } from || from > to || !Spans.MayEnd(kind, from, to))
            return null;
        if (!EndsWithAll(book, area, kind, to))
            return null;
        if (Table(book, area, kind, from, to, Partition.Coarse(kind)) is not { } block)
            return null;
        book.Take(block);
        var safe = Subtractions.AreSafe(book, kind, block);
        book.PutBack(block);
        return safe ? block : null;
    }

    /// <summary>
    /// Groups add up to everybody: so a table by group ends only where the table of everybody does, and begins there
    /// too; who declined by group likewise where the table of who declined does.
    /// </summary>
    private static bool EndsWithAll(PublicationHistory book, string area, TableKind kind, Month to) =>
        kind is TableKind.All
        || new[] { TableKind.All, Partition.Around(kind) ?? TableKind.All }.All(around =>
            book.Blocks(area, around).Any(block => block.To == to)
        );

    /// <summary>
    /// The municipalities of a network that can be shown; the others together must be safe too, or nobody.
    /// </summary>
    private static IEnumerable<Block> PublishMunicipalities(PublicationHistory book, string area)
    {
        const TableKind Kind = TableKind.Municipality;
        if (
            book.Blocks(area, TableKind.All) is not [.., var all]
            || book.NextOf(area, Kind) is not { } from
            || !Spans.MayEnd(Kind, from, all.To)
        )
            return [];
        var cells = book.GroupsOf(area, Kind, from, all.To)
            .Select(code => (Code: code, Tally: book.Of(area, Kind, from, all.To, [code])))
            .ToList();
        var others = Spans.Others(book, area, TableKind.All, from, all.To, [""]);
        var shown = cells
            .Where(cell =>
                cell.Tally.IsSafe(Kind) && Spans.IsEnough(cell.Tally.People, others, others.People, isOfPeople: false)
            )
            .OrderByDescending(cell => cell.Tally.Met + cell.Tally.NotMet)
            .Select(cell => new PublishedCell([cell.Code], cell.Tally.Met, cell.Tally.NotMet))
            .ToList();
        for (; shown.Count >= 2; shown.RemoveAt(shown.Count - 1))
        {
            var block = new Block(area, Kind, from, all.To, [.. shown]);
            if (!Subtractions.AreSafeInside(book, block) || !Subtractions.WereSafe(book, block))
                continue;
            book.Take(block);
            return [block];
        }
        return [];
    }

    /// <summary>The table, when every group in it is safe or empty and somebody is in it.</summary>
    private static Block? Table(
        PublicationHistory book,
        string area,
        TableKind kind,
        Month from,
        Month to,
        string[][] partition
    )
    {
        if (!Spans.AreEnough(book, area, kind, from, to, partition))
            return null;
        var cells = partition.Select(groups => (Groups: groups, Tally: book.Of(area, kind, from, to, groups))).ToList();
        if (cells.Exists(cell => !cell.Tally.IsSafeOrNobody(kind)) || cells.TrueForAll(cell => cell.Tally.IsNobody))
            return null;
        var block = new Block(
            area,
            kind,
            from,
            to,
            [
                .. cells
                    .Where(cell => !cell.Tally.IsNobody)
                    .Select(cell => new PublishedCell(cell.Groups, cell.Tally.Met, cell.Tally.NotMet)),
            ]
        );
        return Subtractions.WereSafe(book, block) ? block : null;
    }
}
