using System.Diagnostics;
using System.Reflection;
using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

/// <summary>A program that is killed in a storm of acts: whatever it had acknowledged is there.</summary>
public sealed class KillTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Killed_a_hundred_times_on_SQLite_and_ten_on_PostgreSQL_it_loses_no_acknowledged_act(On on)
    {
        await using var place = await Place.MakeAsync(on);
        await using (await place.OpenAsync()) { }
        var kills = on == On.Sqlite ? 100 : 10;
        var random = new Random(20261121);
        var acknowledged = 0;
        using var storms = new Storms(place, ahead: 2);
        for (var i = 0; i < kills; i++)
        {
            var said = await storms.KillNextAsync(TimeSpan.FromMilliseconds(random.Next(60)));
            acknowledged += said.Count;
            await ShouldKnowAsync(place, said, verify: i % 10 == 9);
        }
        acknowledged.ShouldBeGreaterThan(kills);
    }

    private static async Task ShouldKnowAsync(Place place, IReadOnlyList<string[]> said, bool verify)
    {
        await using var archive = await Archive.OpenAsync(place.Options, StormModel, default);
        foreach (var person in said.GroupBy(words => Guid.Parse(words[1])))
        {
            var entries = await archive.Journal.ReadAsync(StreamId.Person(person.Key), 0, default);
            var looks = await archive.Looks.ReadAsync(person.Key, 0, int.MaxValue, default);
            var acts = entries.GroupBy(entry => entry.Act).ToDictionary(act => act.Key, act => act.Count());
            acts.Values.ShouldAllBe(count => count == 2);
            ActsOf(person, "act").ShouldBeSubsetOf(acts.Keys);
            ActsOf(person, "look").ShouldBeSubsetOf(looks.Select(look => look.Id));
        }
        if (verify)
            await archive.ShouldVerifyAsync();
    }

    private static IEnumerable<Guid> ActsOf(IEnumerable<string[]> said, string kind) =>
        said.Where(words => string.Equals(words[0], kind, StringComparison.Ordinal))
            .Select(words => Guid.Parse(words[2]));

    private static ReadModel<string> StormModel => new(1, (_, entries) => $"{entries.Count}", _ => []);
}

/// <summary>Storms that stand ready, so that starting a program is not waited for at every kill.</summary>
internal sealed class Storms(Place place, int ahead) : IDisposable
{
    private readonly Queue<Process> _ready = [];
    private int _started;

    /// <summary>
    /// Lets one storm rage until some time after its first acknowledgement, kills it, returns what it said.
    /// </summary>
    public async Task<IReadOnlyList<string[]>> KillNextAsync(TimeSpan after)
    {
        while (_ready.Count <= ahead)
            _ready.Enqueue(Start());
        using var storm = _ready.Dequeue();
        (await storm.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        await storm.StandardInput.WriteLineAsync("go");
        var said = new List<string> { await storm.StandardOutput.ReadLineAsync() ?? "" };
        var reading = storm.StandardOutput.ReadToEndAsync();
        await Task.Delay(after);
        storm.Kill();
        await storm.WaitForExitAsync();
        storm.ExitCode.ShouldBe(128 + 9);
        var rest = await reading;
        said.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return said.Select(line => line.Split(' ')).ToList();
    }

    public void Dispose()
    {
        foreach (var storm in _ready)
        {
            storm.Kill();
            storm.WaitForExit();
            storm.Dispose();
        }
    }

    private Process Start()
    {
        var program = typeof(Storms)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => string.Equals(metadata.Key, "Storm", StringComparison.Ordinal))
            .Value!;
        string[] words = ["exec", program, place.In($"practice{_started++}"), place.Options.DataDirectory];
        return Process.Start(
            new ProcessStartInfo("dotnet", place.Options.PostgreSql is { } database ? [.. words, database] : words)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
    }
}
