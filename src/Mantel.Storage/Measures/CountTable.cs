using System.Data.Common;
using Mantel.Core.Quality;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Measures;

/// <summary>
/// The counts as they lie in the table, and how deltas are folded into them. Besides each municipality there is a row
/// for each country, so that the nation is read in a time that does not grow with it.
/// </summary>
internal static class CountTable
{
    /// <summary>The whole: every municipality, and those whose municipality is not known.</summary>
    public const string Everywhere = "*";

    private const int Unknown = 0;

    private static readonly Month Zero = new(0, 1);

    public const string Columns = "measure, area, kind, month, grp, standing, people";

    public static string MeasureOf(CountKey key) => NameOf(key.Measure, key.Version);

    public static string NameOf(string measure, int version) => $"{measure}.{version}";

    public static long MonthOf(Month? month) => month is { } known ? known.Since(Zero) : Unknown;

    /// <summary>Folds deltas into counts; at most so many at a time. True when there may be more.</summary>
    public static bool Fold(Session session, Measuring measuring, int most)
    {
        var deltas = ReadDeltas(session, measuring, most);
        if (deltas.Count == 0)
            return false;
        var sums = new Dictionary<(string, string, GroupKind, long, string, string), long>();
        foreach (var (key, people) in deltas.SelectMany(delta => delta.Changes))
        {
            Add(key.Municipality, key, people);
            Add(Everywhere, key, people);
        }
        session.Insert(
            Tables.MeasureCount,
            [
                .. sums.Where(sum => sum.Value != 0)
                    .Select(sum =>
                        new object?[]
                        {
                            sum.Key.Item1,
                            sum.Key.Item2,
                            (long)sum.Key.Item3,
                            sum.Key.Item4,
                            sum.Key.Item5,
                            sum.Key.Item6,
                            sum.Value,
                        }
                    ),
            ]
        );
        session.Execute("DELETE FROM measure_delta WHERE number <= @p0", deltas[^1].Number);
        return deltas.Count == most;

        void Add(string area, CountKey key, int people)
        {
            var at = (MeasureOf(key), area, key.Kind, MonthOf(key.Month), key.Group, key.Standing);
            sums[at] = sums.GetValueOrDefault(at) + people;
        }
    }

    public static IReadOnlyList<(long Number, IReadOnlyList<CountChange> Changes)> ReadDeltas(
        Session session,
        Measuring measuring,
        int most
    )
    {
        var deltas = new List<(long, IReadOnlyList<CountChange>)>();
        using var reader = session
            .Command("SELECT number, content FROM measure_delta ORDER BY number LIMIT @p0", (long)most)
            .ExecuteReader();
        while (reader.Read())
            deltas.Add((reader.GetInt64(0), measuring.Open(reader.GetFieldValue<byte[]>(1))));
        return deltas;
    }

    public static CountedPeople Read(DbDataReader reader) =>
        new(
            reader.GetString(1),
            reader.GetInt64(3) is var month && month == Unknown ? null : Zero.Plus((int)month),
            (GroupKind)reader.GetInt64(2),
            reader.GetString(4),
            reader.GetString(5),
            reader.GetInt64(6)
        );
}
