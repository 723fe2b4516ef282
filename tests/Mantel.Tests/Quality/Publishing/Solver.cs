using Mantel.Core.Journal;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;

namespace Mantel.Tests.Quality.Publishing;

/// <summary>
/// Somebody who solves equations. Every published cell is one equation over people by network, month and group; what is
/// no free choice any more once all of them hold has been found out. Finds every sum over networks in a row of months
/// that follows from the tables of one kind and those of everybody, by whatever way of adding and subtracting.
/// </summary>
internal sealed class Solver
{
    /// <summary>Sums are made modulo this prime, with people drawn at random, twice: chance fools nobody.</summary>
    private const long Prime = 2_147_483_647;

    private readonly TableKind _kind;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly Dictionary<(string Area, Month Month, string Group), (int Met, int NotMet)> _truth = [];
    private readonly List<(string Area, Month Month, string Group)> _unknowns;
    private readonly Dictionary<(string Area, Month Month, string Group), int> _places;
    private readonly HashSet<(string Area, Month Month, string Group)> _nobody = [];
    private readonly IReadOnlyList<string> _areas;
    private readonly IReadOnlyList<string> _groups;
    private readonly IReadOnlyList<Month> _months;

    public Solver(IReadOnlyList<Fact> history, TableKind kind)
    {
        _kind = kind;
        var figures = new PublishedFigures(history);
        _areas =
        [
            .. history
                .OfType<MonthClosed>()
                .SelectMany(one => one.Counts.Select(count => count.Area))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        _blocks =
        [
            .. _areas
                .Append(Block.Whole)
                .SelectMany(area => Kinds.SelectMany(one => figures.Blocks("test", area, one)))
                .Select(published => published.Block),
        ];
        foreach (var closed in history.OfType<MonthClosed>())
            Take(closed);
        _groups = [.. _truth.Keys.Select(key => key.Group).Distinct().Order(StringComparer.Ordinal)];
        _months = [.. _truth.Keys.Select(key => key.Month).Distinct().Order()];
        _unknowns = [.. from area in _areas from month in _months from grp in _groups select (area, month, grp)];
        _places = _unknowns.Select((one, i) => (one, i)).ToDictionary(one => one.one, one => one.i);
    }

    private bool CountsPeople => Attacker.CountsPeople(_kind);

    private IEnumerable<TableKind> Kinds => CountsPeople ? [_kind] : [_kind, TableKind.All];

    /// <summary>Everything that can be worked out and is about fewer than ten people, in words.</summary>
    public IReadOnlyList<string> Findings()
    {
        FindWhoIsNotThere();
        while (true)
        {
            var people = new[] { Draw(1), Draw(2) };
            var known = Sums().Where(sum => people.All(drawn => Follows(sum, drawn))).ToList();
            var before = _nobody.Count;
            foreach (var sum in known.Where(sum => Count(sum) == default))
                _nobody.UnionWith(Unknowns(sum));
            if (_nobody.Count == before)
                return [.. known.Where(IsSmall).Select(sum => $"solved: {sum} = {Count(sum)}")];
        }
    }

    /// <summary>How much could be worked out: a solver that knows nothing finds nothing.</summary>
    public int CountWhatFollows()
    {
        FindWhoIsNotThere();
        var drawn = Draw(1);
        return Sums().Count(sum => Follows(sum, drawn));
    }

    private bool IsSmall(Sum sum) =>
        Count(sum) is var (met, notMet)
        && (met, notMet) != default
        && (met < 10 || (CountsPeople ? notMet != 0 : notMet < 10));

    private (int Met, int NotMet) Count(Sum sum) =>
        Unknowns(sum)
            .Select(one => _truth.GetValueOrDefault(one))
            .Aggregate((Met: 0, NotMet: 0), (all, one) => (all.Met + one.Met, all.NotMet + one.NotMet));

    private void Take(MonthClosed closed)
    {
        foreach (
            var key in _truth
                .Keys.Where(key => key.Month == closed.Month && closed.Areas?.Contains(key.Area) != false)
                .ToList()
        )
            _truth.Remove(key);
        foreach (var count in closed.Counts.Where(count => count.Kind == _kind))
            _truth[(count.Area, closed.Month, count.Group)] = (count.Met, count.NotMet);
    }

    /// <summary>A group that has no line in a table that is shown: there is nobody.</summary>
    private void FindWhoIsNotThere()
    {
        foreach (var block in _blocks.Where(block => block.Kind == _kind && _kind is not TableKind.Municipality))
        {
            var there = block.Cells.SelectMany(cell => cell.Groups).ToHashSet(StringComparer.Ordinal);
            _nobody.UnionWith(Unknowns(SumOf(block, _groups.Where(one => !there.Contains(one)))));
        }
    }

    private Sum SumOf(Block block, IEnumerable<string> groups) =>
        new(block.Area == Block.Whole ? [.. _areas] : [block.Area], [.. groups], block.From, block.To);

    private static IEnumerable<(string, Month, string)> Unknowns(Sum sum) =>
        from area in sum.Areas
        from month in Month.Between(sum.From, sum.To)
        from grp in sum.Groups
        select (area, month, grp);

    /// <summary>Some of the networks, over a row of months, in a group or all of them.</summary>
    private IEnumerable<Sum> Sums() =>
        from some in Enumerable.Range(1, (1 << _areas.Count) - 1)
        let areas = _areas.Where((_, i) => ((some >> i) & 1) == 1).ToArray()
        from groups in Wanted()
        from first in Enumerable.Range(0, _months.Count)
        from last in Enumerable.Range(first, _months.Count - first)
        select new Sum(areas, groups, _months[first], _months[last]);

    private List<string[]> Wanted() =>
        [
            .. _blocks
                .Where(block => block.Kind == _kind && _kind is not TableKind.Municipality)
                .SelectMany(block =>
                    block.Cells.Select(cell =>
                        cell.Groups.Where(_groups.Contains).Order(StringComparer.Ordinal).ToArray()
                    )
                )
                .Concat(_groups.Select(one => new[] { one }))
                .Append([.. _groups])
                .DistinctBy(groups => string.Join('+', groups)),
        ];

    private bool Follows(Sum sum, IReadOnlyDictionary<(string Area, string Group), long[]> drawn)
    {
        var (from, to) = (sum.From.Since(_months[0]), sum.To.Since(_months[0]) + 1);
        var all = 0L;
        foreach (var area in sum.Areas)
        foreach (var grp in sum.Groups)
            all += drawn[(area, grp)][to] - drawn[(area, grp)][from];
        return all % Prime == 0;
    }

    /// <summary>People drawn at random who change no published cell; a sum they leave alone too is known.</summary>
    /// <returns>Of each network and group, how many were drawn before each month.</returns>
    private Dictionary<(string Area, string Group), long[]> Draw(int seed)
    {
        var rows = Reduce([.. Equations()]);
        var random = new Random(seed);
        var drawn = new long[_unknowns.Count];
        var pivots = rows.Select(row => row.Pivot).ToHashSet();
        for (var i = 0; i < drawn.Length; i++)
            drawn[i] = pivots.Contains(i) ? 0 : random.NextInt64(1, Prime);
        foreach (var (row, pivot) in Enumerable.Reverse(rows))
        {
            var sum = 0L;
            for (var i = pivot + 1; i < drawn.Length; i++)
                sum = row[i] == 0 ? sum : (sum + (row[i] * drawn[i] % Prime)) % Prime;
            drawn[pivot] = (Prime - sum) % Prime;
        }
        return _areas
            .SelectMany(area => _groups.Select(grp => (area, grp)))
            .ToDictionary(key => key, key => Before(key.area, key.grp, drawn));
    }

    private long[] Before(string area, string grp, long[] drawn)
    {
        var before = new long[_months.Count + 1];
        for (var i = 0; i < _months.Count; i++)
            before[i + 1] = before[i] + drawn[_places[(area, _months[i], grp)]];
        return before;
    }

    private IEnumerable<long[]> Equations() =>
        _blocks
            .SelectMany(block =>
                block.Cells.Select(cell => Unknowns(SumOf(block, block.Kind == _kind ? cell.Groups : _groups)))
            )
            .Concat(_nobody.Select(one => new[] { one }))
            .Select(ones =>
            {
                var row = new long[_unknowns.Count];
                foreach (var one in ones.Where(_places.ContainsKey))
                    row[_places[one]] = 1;
                return row;
            });

    /// <summary>Gauss: each row begins with a one, further to the right than the row above.</summary>
    private static List<(long[] Row, int Pivot)> Reduce(List<long[]> rows)
    {
        var done = new List<(long[] Row, int Pivot)>();
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            if (rows.Find(row => row[column] != 0) is not { } first)
                continue;
            rows.Remove(first);
            var inverse = Power(first[column], Prime - 2);
            for (var i = column; i < first.Length; i++)
                first[i] = first[i] * inverse % Prime;
            foreach (var row in rows.Where(row => row[column] != 0))
            {
                var times = Prime - row[column];
                for (var i = column; i < row.Length; i++)
                    row[i] = first[i] == 0 ? row[i] : (row[i] + (first[i] * times)) % Prime;
            }
            done.Add((first, column));
        }
        return done;
    }

    private static long Power(long number, long times)
    {
        var result = 1L;
        for (; times > 0; times >>= 1, number = number * number % Prime)
            result = (times & 1) == 1 ? result * number % Prime : result;
        return result;
    }

    private sealed record Sum(string[] Areas, string[] Groups, Month From, Month To)
    {
        public override string ToString() => $"{string.Join(',', Areas)} {string.Join('+', Groups)} {From}–{To}";
    }
}
