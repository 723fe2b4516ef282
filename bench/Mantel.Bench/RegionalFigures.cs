using System.Diagnostics;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Storage;
using Mantel.Storage.Measures;
using Microsoft.Data.Sqlite;

namespace Mantel.Bench;

/// <summary>
/// Row 7: every sum that a page about the whole or about one network asks for, three measures by month and by every
/// group, with the results of few and of many people in the counts.
/// </summary>
internal static class RegionalFigures
{
    private const int Few = 20_000;
    private const int Many = 200_000;
    private const int Months = 24;
    private const string Network = "GEE";

    private static readonly Month First = new(2024, 10);
    private static readonly Month Zero = new(0, 1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run, Scratch scratch)
    {
        Run.Say("row 7: regional figures");
        var few = await AskAsync(run, scratch.In("figures-few"), Few);
        var many = await AskAsync(run, scratch.In("figures-many"), Many);
        var ratio = many.Whole / few.Whole;
        return
        [
            new(
                7,
                $"the whole, {Text.Whole(Many)} people: 3 measures by month and every group, SQLite",
                Text.Milliseconds(many.Whole),
                Text.Milliseconds(few.Whole),
                Text.Ratio(ratio),
                "≤ 50 ms",
                Verdict.AtMost(many.Whole, 50)
            ),
            new(
                7,
                $"one network of it, {many.Towns} municipalities",
                Text.Milliseconds(many.Network),
                Text.Milliseconds(few.Network),
                Text.Ratio(many.Network / few.Network),
                "–",
                "no target"
            ),
        ];
    }

    private static async Task<Times> AskAsync(Run run, string directory, int people)
    {
        await using var archive = await Archive.OpenAsync(new(directory), InventedPeople.Register, default);
        await FillAsync(Path.Combine(directory, "journal.db"), archive.Figures.Measures, people);
        var towns = RegionTables.Current.MunicipalitiesOf(RegionKind.Network, Network, First.First);
        await TimeAsync(archive, [Figures.Everywhere]);
        await TimeAsync(archive, towns);
        var (whole, network) = (new List<double>(), new List<double>());
        for (var time = 0; time < run.Times * 4; time++)
        {
            whole.Add(await TimeAsync(archive, [Figures.Everywhere]));
            network.Add(await TimeAsync(archive, towns));
        }
        return new(Middle.Of(whole), Middle.Of(network), towns.Count);
    }

    private static async Task<double> TimeAsync(Archive archive, IReadOnlyList<string> areas)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var measure in archive.Figures.Measures.Definitions)
        foreach (var kind in Enum.GetValues<GroupKind>())
            await archive.Figures.CountsAsync(measure.Id, measure.Version, areas, kind, default);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The counts as folding leaves them, for so many people over all municipalities.</summary>
    private static async Task FillAsync(string file, MeasureSet measures, int people)
    {
        var random = new Random(1);
        var towns = RegionTables
            .Current.Municipalities.Where(one => one.Until is null)
            .Select(one => one.Code)
            .ToList();
        var sums =
            new Dictionary<
                (string Measure, string Area, GroupKind Kind, long Month, string Group, string Standing),
                long
            >();
        for (var i = 0; i < people; i++)
        {
            var measure = measures.Definitions[i % measures.Definitions.Count];
            foreach (var key in Somebody(random, measure, towns[random.Next(towns.Count)]).Counts())
            foreach (var area in new[] { key.Municipality, Figures.Everywhere })
            {
                var name = $"{key.Measure}.{key.Version}";
                var at = (name, area, key.Kind, (long)key.Month!.Value.Since(Zero), key.Group, key.Standing);
                sums[at] = sums.GetValueOrDefault(at) + 1;
            }
        }
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO measure_count VALUES (@0, @1, @2, @3, @4, @5, @6)";
        for (var i = 0; i < 7; i++)
            command.Parameters.Add(new SqliteParameter($"@{i}", null));
        foreach (var (key, count) in sums)
        {
            object[] row = [key.Measure, key.Area, (long)key.Kind, key.Month, key.Group, key.Standing, count];
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i];
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static MeasureResult Somebody(Random random, MeasureDefinition measure, string town)
    {
        var reason = measure.Why[random.Next(measure.Why.Count)];
        var groups = new PersonGroups(
            (DiagnosisGroup)random.Next(5),
            (AgeBand)random.Next(5),
            (LivingGroup)random.Next(3),
            (LanguageGroup)random.Next(3)
        );
        var month = First.Plus(random.Next(Months));
        int? days = measure.Calculation is Calculation.MarkedBeforeDeath ? random.Next(400) : null;
        return new(
            measure.Id,
            measure.Version,
            month.First,
            month,
            reason.Standing,
            reason.Id,
            month.Last,
            town,
            groups,
            days
        );
    }

    private sealed record Times(double Whole, double Network, int Towns);
}
