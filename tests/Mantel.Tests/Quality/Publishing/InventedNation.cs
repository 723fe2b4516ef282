using System.Globalization;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;

namespace Mantel.Tests.Quality.Publishing;

/// <summary>
/// People drawn from a seed, in networks of many sizes, month after month, about whom late facts keep coming in.
/// </summary>
internal sealed class InventedNation
{
    public static readonly Month First = new(2025, 1);

    private static readonly string[] Networks = ["", "A", "B", "C", "D", "E"];
    private readonly Random _random;
    private readonly List<Somebody> _people = [];
    private readonly int _size;
    private Month _heardUntil = First.Plus(-1);

    public InventedNation(int seed, int months)
    {
        _random = new Random(seed);
        _size = 1 + _random.Next(9);
        for (var month = 0; month < months; month++)
        {
            foreach (var network in Networks)
                AddPeople(network, First.Plus(month), Size(network));
        }
    }

    /// <summary>
    /// What is recorded late: some plans after all, some mistakes, now and then a whole pile, or a practice that sends
    /// most of a month three months late.
    /// </summary>
    public void HearLateFacts(Month until)
    {
        _heardUntil = until;
        var past = _people.Where(one => one.Month <= until && !one.IsGone).ToList();
        if (past.Count == 0)
            return;
        foreach (var one in past.Where(_ => _random.NextDouble() < 0.002))
            (one.IsMet, one.IsGone) = (!one.IsMet, _random.Next(3) == 0);
        if (_random.Next(3) > 0)
            return;
        var pile = past[_random.Next(past.Count)];
        var open = past.Where(one => one.Network == pile.Network && one.Month == pile.Month && !one.IsMet).ToList();
        foreach (var one in open.Take(open.Count * 6 / 10))
            one.IsMet = true;
    }

    public MonthClosed Close(Month month) =>
        new(
            "test",
            1,
            month,
            null,
            [.. Counts(_people.Where(one => one.Month == month && !one.IsGone && IsHeard(one)))]
        );

    private bool IsHeard(Somebody one) => one.LateBy == 0 || one.Month.Plus(one.LateBy) <= _heardUntil;

    private static IEnumerable<ClosedCount> Counts(IEnumerable<Somebody> people)
    {
        foreach (var network in people.GroupBy(one => one.Network, StringComparer.Ordinal))
        {
            var counted = network.Where(one => !one.HasDeclined).ToList();
            yield return Count(network.Key, TableKind.All, "", counted);
            foreach (var kind in Somebody.Kinds)
            foreach (var group in counted.GroupBy(one => one.GroupOf(kind), StringComparer.Ordinal))
                yield return Count(network.Key, kind, group.Key, group);
            yield return new(network.Key, TableKind.Declined, "", network.Count(one => one.HasDeclined), 0);
            foreach (var (kind, by) in Somebody.OfWhoDeclined)
            foreach (var group in network.Where(one => one.HasDeclined).GroupBy(one => one.GroupOf(by)))
                yield return new(network.Key, kind, group.Key, group.Count(), 0);
            yield return new(network.Key, TableKind.NotMarked, "", network.Count(one => one.IsApart == 0), 0);
            yield return new(network.Key, TableKind.WishUnknown, "", network.Count(one => one.IsApart == 1), 0);
            yield return new(network.Key, TableKind.ChangedLate, "", network.Count(one => one.IsApart == 2), 0);
        }
    }

    private static ClosedCount Count(string area, TableKind kind, string group, IEnumerable<Somebody> people) =>
        kind is TableKind.Days
            ? new(area, kind, group, people.Count(), 0)
            : new(area, kind, group, people.Count(one => one.IsMet), people.Count(one => !one.IsMet));

    private int Size(string network) =>
        network switch
        {
            "" => _random.Next(4),
            "A" => 60 * _size,
            "B" => 35 * _size,
            "C" => 20 * _size,
            "D" => 9 + _random.Next(9),
            _ => _random.Next(9),
        };

    private void AddPeople(string network, Month month, int people)
    {
        var isSlow = network is not ("" or "A") && _random.Next(6) == 0;
        for (var i = 0; i < people; i++)
            _people.Add(
                new Somebody(network, month)
                {
                    IsMet = _random.NextDouble() < 0.55,
                    LateBy = isSlow && _random.Next(3) > 0 ? 3 : 0,
                    HasDeclined = _random.NextDouble() < 0.06,
                    IsApart = _random.Next(9),
                    Diagnosis = Pick<DiagnosisGroup>(4, 38, 26, 20, 4, 4, 2, 2),
                    Age = Pick<AgeBand>(1, 1, 18, 40, 40),
                    Living = Pick<LivingGroup>(6, 36, 58),
                    Language = Pick<LanguageGroup>(4, 84, 12),
                    Days = (_random.Next(4) * 15).ToString("000", CultureInfo.InvariantCulture),
                    Municipality = $"{network}{_random.Next(4)}",
                }
            );
    }

    private string Pick<TGroup>(params int[] weights)
        where TGroup : struct, Enum
    {
        var at = _random.Next(weights.Sum());
        var names = Enum.GetNames<TGroup>();
        for (var i = 0; i < weights.Length; i++)
        {
            if ((at -= weights[i]) < 0)
                return names[i];
        }
        return names[0];
    }

    private sealed record Somebody(string Network, Month Month)
    {
        public static readonly TableKind[] Kinds =
        [
            TableKind.Diagnosis,
            TableKind.Age,
            TableKind.Living,
            TableKind.Language,
            TableKind.Days,
            TableKind.Municipality,
        ];

        public required bool IsMet { get; set; }
        public static readonly (TableKind Kind, TableKind By)[] OfWhoDeclined =
        [
            (TableKind.DeclinedDiagnosis, TableKind.Diagnosis),
            (TableKind.DeclinedAge, TableKind.Age),
            (TableKind.DeclinedLiving, TableKind.Living),
            (TableKind.DeclinedLanguage, TableKind.Language),
        ];

        public required bool HasDeclined { get; init; }

        /// <summary>Who is counted apart beside a figure: 0, 1 and 2; the others are not.</summary>
        public required int IsApart { get; init; }
        public bool IsGone { get; set; }
        public required int LateBy { get; init; }
        public required string Diagnosis { get; init; }
        public required string Age { get; init; }
        public required string Living { get; init; }
        public required string Language { get; init; }
        public required string Days { get; init; }
        public required string Municipality { get; init; }

        public string GroupOf(TableKind kind) =>
            kind switch
            {
                TableKind.Diagnosis => Diagnosis,
                TableKind.Age => Age,
                TableKind.Living => Living,
                TableKind.Language => Language,
                TableKind.Days => Days == "045" ? "030" : Days,
                TableKind.Municipality => Municipality,
                _ => "",
            };
    }
}
