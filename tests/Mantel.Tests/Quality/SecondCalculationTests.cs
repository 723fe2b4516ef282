using System.Globalization;
using Mantel.Core.People;
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
/// and the definitions: equal, count by count, over some people of each network as they lie in the
/// database, and over all of them with MANTEL_WHOLE_REGION=1. <see cref="DemoFiguresTests"/>
/// counts the facts of everybody.
/// </summary>
public sealed class SecondCalculationTests : IAsyncLifetime
{
    private readonly ToldDemo _demo = new();

    private static IReadOnlyList<Network> Networks =>
        Environment.GetEnvironmentVariable("MANTEL_WHOLE_REGION") == "1"
            ? TenNetworks.All
            : [.. TenNetworks.All.Select(network => network with { People = 16 })];

    public async Task InitializeAsync()
    {
        await _demo.InitializeAsync();
        await DemoRegion.FillAsync(_demo.Desk, Networks, null, default);
        await _demo.ReadAsync();
        await JoinSomeAsync();
        await _demo.ReadAsync();
    }

    /// <summary>As if some of them were one person; every third pair is parted again.</summary>
    private async Task JoinSomeAsync()
    {
        var pairs = _demo.People.Where(person => person.Followers().Count == 0).Select(one => one.Stream).Chunk(2);
        foreach (var (pair, nth) in pairs.Where(pair => pair.Length == 2).Take(30).Select((pair, nth) => (pair, nth)))
        {
            await _demo.Archive.JoinedAsync(pair[0], pair[1], "2026-11-22");
            if (nth % 3 == 0)
                await _demo.Archive.PartedAsync(pair[0], pair[1], "2026-11-22");
        }
    }

    public Task DisposeAsync() => _demo.DisposeAsync();

    [Fact]
    public async Task Another_hand_counts_the_same()
    {
        await _demo.Archive.Figures.TickAsync(ToldDemo.Now, default);
        var ours = await OursAsync();
        var theirs = await OtherHand.CountAsync(_demo.People, ToldDemo.Today);
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
            lines.AddRange(counts!.Select(count => Line($"{definition.Id}.{definition.Version}", count)));
        }
        return lines;
    }

    private static string Line(string measure, Mantel.Storage.Measures.CountedPeople count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{measure}|{count.Municipality}|{count.Month?.ToString() ?? "-"}|{count.Kind}|{count.Group}|{count.Standing}|{count.People}"
        );
}
