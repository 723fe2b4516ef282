using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Quality;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality;

/// <summary>
/// The script that counts once more, from exported facts: <c>tests/npm/figures.mjs</c>. Lines such as
/// <c>late-start|GM0718|2026-01|All||Met|3</c>.
/// </summary>
internal static class OtherHand
{
    public static Task<List<string>> CountAsync(IEnumerable<PersonRecord> people, DateOnly asOf) =>
        RunAsync(people, asOf, "all");

    /// <summary>Everybody by themselves, by the id of their record.</summary>
    public static async Task<ILookup<Guid, string>> CountEachAsync(IEnumerable<PersonRecord> people, DateOnly asOf) =>
        (await RunAsync(people, asOf, "each"))
            .Select(line => line.Split('|', 2))
            .ToLookup(parts => Guid.Parse(parts[0]), parts => parts[1]);

    /// <summary>As the script writes a count.</summary>
    public static string Line(CountKey key, long people) =>
        $"{key.Measure}.{key.Version}|{key.Municipality}|{key.Month?.ToString() ?? "-"}|{key.Kind}|{key.Group}|"
        + $"{key.Standing}|{people}";

    private static async Task<List<string>> RunAsync(IEnumerable<PersonRecord> people, DateOnly asOf, string whom)
    {
        var folder = Directory.CreateTempSubdirectory("mantel-second-");
        var facts = Path.Combine(folder.FullName, "facts");
        await File.WriteAllLinesAsync(
            facts,
            people.SelectMany(person => person.Entries.GroupBy(entry => entry.Stream), (_, record) => Line(record))
        );
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Repository.File("tests/npm/figures.mjs"));
        start.ArgumentList.Add(facts);
        start.ArgumentList.Add(Repository.File("data/regions"));
        start.ArgumentList.Add(asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        start.ArgumentList.Add(whom);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        folder.Delete(recursive: true);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>Each record by itself: the script joins what is joined.</summary>
    private static string Line(IGrouping<StreamId, Entry> record) =>
        $"{{\"record\":\"{record.Key.Id}\",\"entries\":[{string.Join(',', record.Select(Json))}]}}";

    private static string Json(Entry entry) => Encoding.UTF8.GetString(FactCodec.Write(entry));
}
