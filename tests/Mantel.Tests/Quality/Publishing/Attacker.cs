using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;

namespace Mantel.Tests.Quality.Publishing;

/// <summary>
/// Somebody who keeps everything that was ever published and subtracts: one table from another, a sum from its whole,
/// one day from another. Knows nothing of how publishing works.
/// </summary>
/// <param name="truth">Null: every guess counts.</param>
internal sealed class Attacker(Closings? truth = null)
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

    /// <summary>
    /// On every day, with the whole as it was said then; what was not said yet is taken from the first day that says
    /// it. Or with one part of the whole from an old day and the others from the last.
    /// </summary>
    private IEnumerable<string> BySubtraction()
    {
        var revised = _days[^1].Cells.Keys.Where(IsRevised).ToHashSet();
        foreach (var attack in Attacks(_days[^1].Cells.Keys))
        {
            var last = Rest(attack, _days[^1], only: null);
            if (IsFound(last, attack, last))
                yield return $"rest: {attack} = {last}";
            var old = attack.Whole.Where(revised.Contains).ToList();
            if (old.Count == 0)
                continue;
            foreach (var day in Enumerable.Range(0, _days.Count - 1).Where(day => attack.IsSeenOn(_days[day])))
            foreach (var only in old.Cast<Seen?>().Append(null))
            {
                var rest = Rest(attack, _days[day], only);
                if (IsFound(rest, attack, last) && IsTrue(rest, attack, day, only))
                    yield return $"rest: {attack} = {rest} with {only} of {_days[day].On:O}, now {last}";
            }
        }
    }

    private bool IsTrue(Pair rest, Attack attack, int day, Seen? only)
    {
        return truth is null || Sum(attack.Whole) - Sum(attack.Parts) == rest;

        Pair Sum(IReadOnlyList<Seen> cells) => cells.Aggregate(default(Pair), (sum, cell) => sum + Of(cell));

        Pair Of(Seen cell) =>
            truth.Of(cell.Area, cell.Kind, cell.Groups, cell.From, cell.To, DayOf) is var (met, notMet)
                ? new Pair(met, notMet)
                : default;

        int DayOf(Month month) => only is null || (month >= only.From && month <= only.To) ? day : _days.Count - 1;
    }

    private static bool IsFound(Pair rest, Attack attack, Pair last) =>
        !rest.IsSafe(attack.Kind) && !rest.IsNobody && !rest.IsNoCount && (!last.IsNobody || !rest.IsFar);

    private IEnumerable<string> BetweenDays()
    {
        var attacks = _days[^1].Cells.Keys.Select(cell => new Attack([cell], [])).Concat(Attacks(_days[^1].Cells.Keys));
        foreach (var attack in attacks)
        {
            var seen = _days.Where(attack.IsSeenOn).Select(day => Rest(attack, day, only: null)).Distinct().ToList();
            for (var i = 0; i < seen.Count; i++)
            for (var j = 0; j < i; j++)
            {
                if (!(seen[i] - seen[j]).IsFar)
                    yield return $"days: {attack}: {seen[j]} became {seen[i]}";
            }
        }
    }

    private bool IsRevised(Seen cell) =>
        _days.Where(day => day.Cells.ContainsKey(cell)).Select(day => day.Cells[cell]).Distinct().Count() > 1;

    /// <param name="only">
    /// The part that is of that day, with what lies in it, the others are of the last; null: all are.
    /// </param>
    private Pair Rest(Attack attack, Day day, Seen? only) =>
        Sum(attack.Whole, cell => only is null || cell == only ? day : _days[^1])
        - Sum(attack.Parts, part => only is null || part.LiesIn(only) ? day : _days[^1]);

    private Pair Sum(IEnumerable<Seen> cells, Func<Seen, Day> on) =>
        cells.Aggregate(default(Pair), (sum, cell) => sum + Of(cell, on(cell)));

    private Pair Of(Seen cell, Day day) =>
        day.Cells.TryGetValue(cell, out var said)
            ? said
            : _days.First(later => later.Cells.ContainsKey(cell)).Cells[cell];

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
        if (kind is not (TableKind.All or TableKind.Declined))
            yield break;
        Func<TableKind, bool> cuts = kind is TableKind.All ? IsCut : IsCutOfDeclined;
        foreach (var by in inside.Where(cell => cell.Area == area && cuts(cell.Kind)).GroupBy(cell => cell.Kind))
            yield return [.. by];
        if (area == Block.Whole)
        {
            foreach (var by in inside.Where(cell => cell.Area != area && cuts(cell.Kind)).GroupBy(cell => cell.Kind))
                yield return [.. by];
        }
    }

    private static bool IsCut(TableKind kind) => kind is not TableKind.All && !CountsPeople(kind);

    private static bool IsCutOfDeclined(TableKind kind) =>
        kind
            is TableKind.DeclinedDiagnosis
                or TableKind.DeclinedAge
                or TableKind.DeclinedLiving
                or TableKind.DeclinedLanguage;

    /// <summary>Tables of which only the number of people is told.</summary>
    public static bool CountsPeople(TableKind kind) =>
        IsCutOfDeclined(kind)
        || kind
            is TableKind.Days
                or TableKind.Declined
                or TableKind.NotMarked
                or TableKind.WishUnknown
                or TableKind.ChangedLate;

    private sealed record Day(DateOnly On, Dictionary<Seen, Pair> Cells);

    private sealed record Seen(string Area, TableKind Kind, Month From, Month To, string Groups)
    {
        public bool LiesIn(Seen other) => From >= other.From && To <= other.To;

        public override string ToString() => $"{Area} {Kind} {Groups} {From}–{To}";
    }

    private readonly record struct Pair(int Met, int NotMet)
    {
        public bool IsNobody => Met == 0 && NotMet == 0;

        /// <summary>Tables of two days do not fit each other so.</summary>
        public bool IsNoCount => Met < 0 || NotMet < 0;

        public bool IsFar => Far(Met) && Far(NotMet) && Far(Met + NotMet);

        public bool IsSafe(TableKind kind) =>
            Met >= Fewest && (NotMet >= Fewest || (CountsPeople(kind) && NotMet == 0));

        public static Pair operator +(Pair one, Pair other) => new(one.Met + other.Met, one.NotMet + other.NotMet);

        public static Pair operator -(Pair one, Pair other) => new(one.Met - other.Met, one.NotMet - other.NotMet);

        public override string ToString() => $"{Met}/{Met + NotMet}";

        private static bool Far(int number) => number == 0 || Math.Abs(number) >= Fewest;
    }

    private sealed record Attack(IReadOnlyList<Seen> Whole, IReadOnlyList<Seen> Parts)
    {
        public bool IsSeenOn(Day day) => Whole.Any(day.Cells.ContainsKey);

        public TableKind Kind => Whole[0].Kind;

        public override string ToString() => $"({string.Join(" + ", Whole)}) − ({string.Join(" + ", Parts)})";
    }
}
