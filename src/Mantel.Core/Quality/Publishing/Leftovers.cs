namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// What is left of the whole in one group, for every stretch that the whole allows: without the networks that are
/// published inside it. Who keeps old tables can take a network of today from a whole of before its late facts, so
/// every value that a part of the whole ever had in public counts.
/// </summary>
internal sealed class Leftovers
{
    private readonly TableKind _kind;
    private readonly IReadOnlyList<Block> _whole;
    private readonly List<Version> _versions = [];
    private readonly Version _least;

    public Leftovers(PublicationHistory book, TableKind kind, string[] groups)
    {
        (_kind, _whole) = (kind, book.Blocks(Block.Whole, kind));
        var days = _whole.Select(book.DaysOf).ToList();
        foreach (var then in book.Earlier.Append(book))
            _versions.Add(VersionOf(book, (area, i) => Of(area, i, days[i].Contains(then) ? then : book)));
        _least = VersionOf(book, (area, i) => Tally.Least(days[i].Select(then => Of(area, i, then))));

        Tally Of(string area, int i, PublicationHistory then) =>
            then.Of(area, kind, _whole[i].From, _whole[i].To, groups);
    }

    /// <summary>
    /// True when everything that is left, on every day, is nobody or safe, and no two days differ by too few.
    /// </summary>
    public bool AreSafe(Block? around)
    {
        for (var first = 0; first < _whole.Count; first++)
        {
            if (around is not null && _whole[first].From > around.From)
                break;
            var left = _versions.ConvertAll(_ => default(Tally));
            var least = default(Tally);
            for (var last = first; last < _whole.Count; last++)
            {
                for (var version = 0; version < left.Count; version++)
                    left[version] += _versions[version].Left(first, last);
                least += _least.Left(first, last);
                if ((around is null || _whole[last].To >= around.To) && !AreSafe(left, least))
                    return false;
            }
        }
        return true;
    }

    private bool AreSafe(List<Tally> left, Tally least) =>
        left.TrueForAll(one => one.IsNobody)
        || (
            least.IsSafe(_kind)
            && left.Distinct().ToList() is var said
            && said.TrueForAll(one => said.TrueForAll(other => (one - other).IsSafeDifference))
        );

    private Version VersionOf(PublicationHistory book, Func<string, int, Tally> of)
    {
        var whole = new Tally[_whole.Count];
        var networks = new List<(int First, Tally People)>[_whole.Count];
        foreach (var area in book.Areas)
        {
            var parts = Enumerable.Range(0, _whole.Count).Select(i => of(area, i)).ToList();
            for (var i = 0; i < parts.Count; i++)
                whole[i] += parts[i];
            foreach (var block in area.Length == 0 ? [] : book.Blocks(area, _kind))
            {
                var (first, last) = (At(one => one.From >= block.From), At(one => one.To >= block.To));
                (networks[last] ??= []).Add((first, Tally.Sum(parts.Skip(first).Take(last - first + 1))));
            }
        }
        return new Version(whole, networks);
    }

    private int At(Func<Block, bool> that) => _whole.TakeWhile(block => !that(block)).Count();

    /// <summary>How people counted in each part of the whole, and in the networks that end with it.</summary>
    private sealed record Version(Tally[] Whole, List<(int First, Tally People)>?[] Networks)
    {
        /// <summary>What the last part adds to what is left of a stretch.</summary>
        public Tally Left(int first, int last) =>
            Whole[last]
            - Tally.Sum((Networks[last] ?? []).Where(network => network.First >= first).Select(one => one.People));
    }
}
