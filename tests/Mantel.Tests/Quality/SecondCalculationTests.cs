using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mantel.Core.Journal;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Demo;
using Mantel.Demo.Networks;
using Mantel.Storage;
using Mantel.Tests.Demo;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality;

/// <summary>
/// The measures of the demo networks, counted once more by a script that shares nothing with the program but the facts
/// and the definitions: equal, count by count. All 2,200 people with MANTEL_WHOLE_REGION=1, else some of each network.
/// </summary>
public sealed class SecondCalculationTests : IAsyncLifetime
{
    private readonly ToldDemo _demo = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mantel-second-");

    private static IReadOnlyList<Network> Networks =>
        Environment.GetEnvironmentVariable("MANTEL_WHOLE_REGION") == "1"
            ? Ten.All
            : [.. Ten.All.Select(network => network with { People = 16 })];

    public async Task InitializeAsync()
    {
        await _demo.InitializeAsync();
        await DemoRegion.FillAsync(_demo.Desk, Networks, null, default);
        await _demo.ReadAsync();
    }

    public async Task DisposeAsync()
    {
        await _demo.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [NodeFact]
    public async Task Another_hand_counts_the_same()
    {
        await _demo.Archive.Figures.TickAsync(ToldDemo.Now, default);
        var ours = await OursAsync();
        var theirs = await TheirsAsync();
        theirs.Except(ours, StringComparer.Ordinal).Take(10).ShouldBeEmpty("counted by the script only");
        ours.Except(theirs, StringComparer.Ordinal).Take(10).ShouldBeEmpty("counted by the program only");
        foreach (var standing in new[] { "Met", "NotMet", "NotYetDue", "Outside:declined", "Outside:not-marked" })
            theirs.ShouldContain(line => line.Contains($"|{standing}|", StringComparison.Ordinal), standing);
    }

    private async Task<List<string>> OursAsync()
    {
        var towns = RegionTables.Current.Municipalities.Select(one => one.Code).Append("").ToList();
        var lines = new List<string>();
        foreach (var definition in _demo.Archive.Figures.Measures.Definitions)
        foreach (var kind in Enum.GetValues<GroupKind>())
        {
            var counts = await _demo.Archive.Figures.CountsAsync(
                definition.Id,
                definition.Version,
                towns,
                kind,
                default
            );
            lines.AddRange(counts!.Select(count => Line(definition.Id, count)));
        }
        return lines;
    }

    private static string Line(string measure, Mantel.Storage.Measures.CountedPeople count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{measure}|{count.Municipality}|{count.Month?.ToString() ?? "-"}|{count.Kind}|{count.Group}|{count.Standing}|{count.People}"
        );

    private async Task<List<string>> TheirsAsync()
    {
        var facts = Path.Combine(_folder.FullName, "facts");
        await File.WriteAllLinesAsync(
            facts,
            _demo.People.Select(person => $"[{string.Join(',', person.Entries.Select(Json))}]")
        );
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (
            var argument in new[]
            {
                Repository.File("tests/npm/figures.mjs"),
                facts,
                Repository.File("data/regions"),
                "2026-11-22",
            }
        )
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Json(Entry entry) => Encoding.UTF8.GetString(FactCodec.Write(entry));
}

/// <summary>Runs where node is.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!path.Any(folder => File.Exists(Path.Combine(folder, "node"))))
            Skip = "Node is not installed.";
    }
}
