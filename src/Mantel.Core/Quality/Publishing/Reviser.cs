namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// Decides which late facts may change what was published. Those of one network come in together, or wait: only when
/// every number that changes anywhere, and everything that can be found by subtracting two days or two tables, differs
/// by nothing or by at least ten.
/// </summary>
internal static class Reviser
{
    /// <summary>The closings that may be taken in, and the blocks that change with them, put into the book.</summary>
    /// <param name="current">How the months that are closed count today.</param>
    public static (IReadOnlyList<MonthClosed> Closed, IReadOnlyList<Block> Blocks) Revise(
        ref PublicationHistory book,
        IReadOnlyList<MonthClosed> current
    )
    {
        var (taken, changed) = (new List<MonthClosed>(), new Dictionary<(string, TableKind, Month), Block>());
        var before = book.Copy();
        foreach (var area in AreasOf(book, current))
        {
            foreach (var months in WaysOf(book, area, current))
            {
                var tried = book.Copy();
                foreach (var month in months)
                    tried.Take(month);
                var blocks = tried.AllBlocks.Where(block => !Same(tried.Now(block), block)).Select(tried.Now).ToList();
                foreach (var block in blocks)
                    tried.Take(block);
                if (!IsSafe(before, tried, blocks) || !ArePastTablesSafe(tried))
                    continue;
                book = tried;
                taken.AddRange(months);
                foreach (var block in blocks)
                    changed[(block.Area, block.Kind, block.From)] = block;
                break;
            }
        }
        return (taken, [.. changed.Values]);
    }

    private static List<string> AreasOf(PublicationHistory book, IReadOnlyList<MonthClosed> current) =>
        [
            .. current
                .SelectMany(one => one.Counts.Select(count => count.Area))
                .Union(book.Areas, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>All months of a network that changed; when that may not be, one at a time.</summary>
    private static IEnumerable<IReadOnlyList<MonthClosed>> WaysOf(
        PublicationHistory book,
        string area,
        IReadOnlyList<MonthClosed> current
    )
    {
        var changed = current.Select(month => Only(month, area)).Where(month => Differs(book, area, month)).ToList();
        if (changed.Count > 0)
            yield return changed;
        if (changed.Count > 1)
        {
            foreach (var month in changed)
                yield return [month];
        }
    }

    private static MonthClosed Only(MonthClosed month, string area) =>
        month with
        {
            Areas = [area],
            Counts = [.. month.Counts.Where(count => count.Area == area)],
        };

    private static bool Differs(PublicationHistory book, string area, MonthClosed month)
    {
        var after = new PublicationHistory();
        after.Take(month);
        return Enum.GetValues<TableKind>()
            .Any(kind =>
                book.GroupsOf(area, kind, month.Month, month.Month)
                    .Union(after.GroupsOf(area, kind, month.Month, month.Month), StringComparer.Ordinal)
                    .Any(group =>
                        book.Of(area, kind, month.Month, month.Month, [group])
                        != after.Of(area, kind, month.Month, month.Month, [group])
                    )
            );
    }

    private static bool Same(Block one, Block other) =>
        one
            .Cells.Zip(other.Cells)
            .All(pair => pair.First.Met == pair.Second.Met && pair.First.NotMet == pair.Second.NotMet);

    private static bool IsSafe(PublicationHistory before, PublicationHistory after, List<Block> changed) =>
        changed.TrueForAll(block => IsSafe(before, after, block))
        && Partition.Kinds.Prepend(TableKind.All).All(kind => Subtractions.AreSafe(after, kind));

    /// <summary>Every cell stays safe, no group comes or goes, and no value it ever had is near the new one.</summary>
    private static bool IsSafe(PublicationHistory before, PublicationHistory after, Block block)
    {
        if (block.Cells.Any(cell => !new Tally(cell.Met, cell.NotMet).IsSafe(block.Kind)) || HasNewGroups(after, block))
            return false;
        return before
            .ValuesOf(block)
            .All(earlier => AreFar(block.Cells, earlier) && (TotalOf(block.Cells) - TotalOf(earlier)).IsSafeDifference);
    }

    private static bool AreFar(IReadOnlyList<PublishedCell> now, IReadOnlyList<PublishedCell> earlier) =>
        now.Zip(earlier)
            .All(pair =>
                new Tally(pair.First.Met - pair.Second.Met, pair.First.NotMet - pair.Second.NotMet).IsSafeDifference
            );

    /// <summary>
    /// What is not in the table of a block, such as a group that was empty: it stays nobody, or it would be found.
    /// </summary>
    private static bool HasNewGroups(PublicationHistory after, Block block)
    {
        var shown = block.Cells.SelectMany(cell => cell.Groups).ToHashSet(StringComparer.Ordinal);
        var others = after.Of(
            block.Area,
            block.Kind,
            block.From,
            block.To,
            [.. AllGroups(after, block).Where(group => !shown.Contains(group))]
        );
        return !others.IsSafeOrNobody(block.Kind);
    }

    private static IEnumerable<string> AllGroups(PublicationHistory book, Block block) =>
        block.Kind is TableKind.Municipality
            ? book.GroupsOf(block.Area, block.Kind, block.From, block.To)
            : Partition.Coarse(block.Kind).SelectMany(groups => groups);

    private static Tally TotalOf(IReadOnlyList<PublishedCell> cells) =>
        Tally.Sum(cells.Select(cell => new Tally(cell.Met, cell.NotMet)));

    /// <summary>
    /// What is not shown inside a network, and every group, stays safe whatever the table of everybody said before.
    /// </summary>
    private static bool ArePastTablesSafe(PublicationHistory book) =>
        book.AllBlocks.All(block =>
            (block.Kind is not TableKind.Municipality || Subtractions.AreSafeInside(book, block))
            && Subtractions.WereSafe(book, block)
        );
}
