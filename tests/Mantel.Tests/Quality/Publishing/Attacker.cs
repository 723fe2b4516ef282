using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;

namespace Mantel.Tests.Quality.Publishing;

/// <summary>
/// Somebody who keeps everything that was ever published and subtracts: one table from another, a sum from its whole,
/// one day from another. Knows nothing of how publishing works.
/// </summary>
internal sealed class Attacker
{
    private const int Fewest = 10;
    private readonly List<Day> _days = [];

    /// <summary>Reads what was published on a day; what came before still stands where it was not changed.</summary>
    public void Read(FiguresPublished published)
    {
        var cells = _days.Count == 0 ? [] : new Dictionary<Seen, Pair>(_days[^1].Cells);
        foreach (var block in published.Blocks)
        foreach (var cell in block.Cells)
            cells[new Seen(block.Area, block.Kind, block.From, block.To, string.Join('+', cell.Groups.Order()))] =
                new Pair(cell.Met, cell.NotMet);
        _days.Add(new Day(published.On, cells));
    }

    /// <summary>Everything that is about fewer than ten people, in words.</summary>
    public IReadOnlyList<string> Findings() =>
        [.. Small().Concat(BySubtraction()).Concat(BetweenDays()).Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> Small() =>
        from day in _days
        from cell in day.Cells
        where !cell.Value.IsSafe(cell.Key.Kind)
        select $"small: {cell.Key} = {cell.Value} on {day.On:O}";

    private IEnumerable<string> BySubtraction() =>
        from attack in Attacks(_days[^1].Cells.Keys)
        from day in _days
        where attack.Fits(day)
        let rest = attack.Rest(day)
        where !rest.IsSafe(attack.Kind) && !rest.IsNobody
        select $"rest: {attack} = {rest} on {day.On:O}";

    private IEnumerable<string> BetweenDays()
    {
        var attacks = _days[^1].Cells.Keys.Select(cell => new Attack([cell], [])).Concat(Attacks(_days[^1].Cells.Keys));
        foreach (var attack in attacks)
        {
            var seen = _days.Where(attack.Fits).Select(attack.Rest).Distinct().ToList();
            for (var i = 0; i < seen.Count; i++)
            for (var j = 0; j < i; j++)
            {
                if (!(seen[i] - seen[j]).IsFar)
                    yield return $"days: {attack}: {seen[j]} became {seen[i]}";
            }
        }
    }

    /// <summary>Every whole that can be made of stretches in a row, less what lies inside it.</summary>
    private static IEnumerable<Attack> Attacks(IReadOnlyCollection<Seen> cells)
    {
        var wholes = cells.GroupBy(cell => (cell.Area, cell.Kind, cell.Groups)).SelectMany(InARow).ToList();
        foreach (var whole in wholes)
        {
            foreach (var parts in Parts(whole, cells))
            {
                yield return new Attack(whole, parts);
                foreach (var part in parts)
                {
                    yield return new Attack(whole, [part]);
                    yield return new Attack(whole, [.. parts.Where(other => other != part)]);
                }
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Seen>> InARow(IEnumerable<Seen> cells)
    {
        var ordered = cells.OrderBy(cell => cell.From).ToList();
        for (var first = 0; first < ordered.Count; first++)
        {
            var row = new List<Seen>();
            for (var last = first; last < ordered.Count; last++)
            {
                if (row.Count > 0 && row[^1].To.Plus(1) != ordered[last].From)
                    break;
                row.Add(ordered[last]);
                yield return [.. row];
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Seen>> Parts(IReadOnlyList<Seen> whole, IReadOnlyCollection<Seen> cells)
    {
        var (area, kind, groups, from, to) = (
            whole[0].Area,
            whole[0].Kind,
            whole[0].Groups,
            whole[0].From,
            whole[^1].To
        );
        var inside = cells.Where(cell => cell.From >= from && cell.To <= to).ToList();
        if (area == Block.Whole)
            yield return [.. inside.Where(cell => cell.Area != area && cell.Kind == kind && cell.Groups == groups)];
        if (kind is not TableKind.All)
            yield break;
        foreach (var by in inside.Where(cell => cell.Area == area && IsCut(cell.Kind)).GroupBy(cell => cell.Kind))
            yield return [.. by];
        if (area == Block.Whole)
        {
            foreach (var by in inside.Where(cell => cell.Area != area && IsCut(cell.Kind)).GroupBy(cell => cell.Kind))
                yield return [.. by];
        }
    }

    private static bool IsCut(TableKind kind) => kind is not (TableKind.All or TableKind.Days or TableKind.Declined);

    private sealed record Day(DateOnly On, Dictionary<Seen, Pair> Cells);

    private sealed record Seen(string Area, TableKind Kind, Month From, Month To, string Groups)
    {
        public override string ToString() => $"{Area} {Kind} {Groups} {From}–{To}";
    }

    private readonly record struct Pair(int Met, int NotMet)
    {
        public bool IsNobody => Met == 0 && NotMet == 0;

        public bool IsFar => Far(Met) && Far(NotMet) && Far(Met + NotMet);

        public bool IsSafe(TableKind kind) =>
            Met >= Fewest && (NotMet >= Fewest || (kind is TableKind.Days or TableKind.Declined && NotMet == 0));

        public static Pair operator +(Pair one, Pair other) => new(one.Met + other.Met, one.NotMet + other.NotMet);

        public static Pair operator -(Pair one, Pair other) => new(one.Met - other.Met, one.NotMet - other.NotMet);

        public override string ToString() => $"{Met}/{Met + NotMet}";

        private static bool Far(int number) => number == 0 || Math.Abs(number) >= Fewest;
    }

    private sealed record Attack(IReadOnlyList<Seen> Whole, IReadOnlyList<Seen> Parts)
    {
        public TableKind Kind => Whole[0].Kind;

        public bool Fits(Day day) => Whole.Concat(Parts).All(day.Cells.ContainsKey);

        public Pair Rest(Day day) => Sum(day, Whole) - Sum(day, Parts);

        public override string ToString() => $"({string.Join(" + ", Whole)}) − ({string.Join(" + ", Parts)})";

        private static Pair Sum(Day day, IEnumerable<Seen> cells) =>
            cells.Aggregate(default(Pair), (sum, cell) => sum + day.Cells[cell]);
    }
}
