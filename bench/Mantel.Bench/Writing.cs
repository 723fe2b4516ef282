using System.Diagnostics;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Quality;
using Mantel.Storage;

namespace Mantel.Bench;

/// <summary>
/// Many who write at once, each about their own people, one fact an act, as fast as they are answered.
/// </summary>
internal static class Writing
{
    /// <summary>What came of it, and what the entries touched beside themselves.</summary>
    public static async Task<(Written Written, Touched Touched)> ForAsync(
        IJournal journal,
        int writers,
        int people,
        double seconds
    )
    {
        var versions = await ReadVersionsAsync(journal, people);
        var stop = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(writer => Task.Run(() => WriteAsync(journal, versions, writer, writers, stop)))
        );
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var times = all.SelectMany(one => one.Times).Order().ToList();
        return (
            new Written(times.Count, times.Count / took, Middle.Of(times, 0.5), Middle.Of(times, 0.99)),
            new Touched(all.SelectMany(one => one.Remade).ToHashSet(), all.SelectMany(one => one.Measured).ToHashSet())
        );
    }

    /// <summary>Everyone's record is in memory before the clock starts, as it is for who has just opened it.</summary>
    private static async Task<int[]> ReadVersionsAsync(IJournal journal, int people)
    {
        var versions = new int[people];
        for (var i = 0; i < people; i++)
            versions[i] = (await journal.ReadAsync(StreamId.Person(InventedPeople.Id(i)), 0, default)).Count;
        return versions;
    }

    private static async Task<(List<double> Times, List<(Guid, long)> Remade, List<(Guid, long)> Measured)> WriteAsync(
        IJournal journal,
        int[] versions,
        int writer,
        int writers,
        long stop
    )
    {
        var random = new Random(writer);
        var (times, remade, measured) = (new List<double>(), new List<(Guid, long)>(), new List<(Guid, long)>());
        for (
            var person = writer;
            Stopwatch.GetTimestamp() < stop;
            person = Next(person, writer, writers, versions.Length)
        )
        {
            var fact = InventedPeople.Next(random);
            var start = Stopwatch.GetTimestamp();
            await SeededArchive.AppendAsync(
                journal,
                StreamId.Person(InventedPeople.Id(person)),
                versions[person]++,
                [fact]
            );
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (RegisterRow.ChangesWith(fact.Fact))
                remade.Add((InventedPeople.Id(person), versions[person]));
            if (MeasureSet.ChangesWith(fact.Fact))
                measured.Add((InventedPeople.Id(person), versions[person]));
        }
        return (times, remade, measured);
    }

    private static int Next(int person, int writer, int writers, int people) =>
        person + writers < people ? person + writers : writer;
}

/// <summary>Which entries (person and version) wrote more than themselves.</summary>
/// <param name="Remade">Those that made their register row anew.</param>
/// <param name="Measured">Those that wrote the person's results in measures.</param>
internal sealed record Touched(
    IReadOnlySet<(Guid Person, long Version)> Remade,
    IReadOnlySet<(Guid Person, long Version)> Measured
);

/// <summary>What came of writing: how many acts, how many a second, and how long one took in milliseconds.</summary>
internal sealed record Written(int Acts, double PerSecond, double P50, double P99)
{
    public double P95 { get; init; }
}
