using System.Diagnostics;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Tests.Storage;
using Npgsql;

namespace Mantel.Bench;

/// <summary>
/// Row 2: durable appends on PostgreSQL through the journal, beside bare transactions that write the same rows, one an
/// act; and a follower that must see every sequence while sixteen write.
/// </summary>
internal static class AppendOnPostgreSql
{
    public const string Name = "append-on-postgresql";
    private const int People = 512;
    private const int FactsEach = 25;

    public sealed record Question(double Seconds, int Times);

    public sealed record Sample(
        Written One,
        double BareOne,
        double BareOneBatched,
        double BareOneSealed,
        Written Many,
        double BareMany,
        Follow Follow
    );

    /// <summary>How many facts the follower saw of those that were written, and whether in the same order.</summary>
    public sealed record Follow(int Written, int Seen, bool SameOrder);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run)
    {
        if (PostgreSqlCluster.Absent is { } absent)
            return [new(2, "PostgreSQL append", "–", "–", "–", "–", $"{Verdict.NotMeasured}: {absent}")];
        Run.Say("row 2: appends on PostgreSQL");
        var samples = await Child.AskAsync<Sample[]>(Name, new Question(run.Seconds, run.Times));
        return [.. Judge(samples)];
    }

    /// <summary>Against messages that hold what was encrypted, hashed and signed too (decision 0029).</summary>
    private const double LeastAlone = 0.55;

    private static IEnumerable<Figure> Judge(Sample[] samples)
    {
        double Of(Func<Sample, double> part) => Middle.Of(samples.Select(part));
        var one = Of(s => s.One.PerSecond / s.BareOne);
        yield return Line(
            "1 writer; bare: a transaction an act, a command a row",
            s => s.One,
            s => s.BareOne,
            one,
            target: null
        );
        var batched = Of(s => s.One.PerSecond / s.BareOneBatched);
        yield return Line(
            "1 writer; bare: all rows of the act in one message",
            s => s.One,
            s => s.BareOneBatched,
            batched,
            target: null
        );
        var withCryptography = Of(s => s.One.PerSecond / s.BareOneSealed);
        yield return Line(
            "1 writer; bare: all rows of the act in one message, with the cryptography",
            s => s.One,
            s => s.BareOneSealed,
            withCryptography,
            LeastAlone
        );
        var many = Of(s => s.Many.PerSecond / s.BareMany);
        yield return Line("16 writers; bare: 16 connections", s => s.Many, s => s.BareMany, many, 0.9);
        var scales = Of(s => s.Many.PerSecond / s.One.PerSecond);
        yield return Line(
            "16 writers, a follower beside; against 1 writer",
            s => s.Many,
            s => s.One.PerSecond,
            scales,
            3
        );
        var (written, seen) = (samples.Sum(s => s.Follow.Written), samples.Sum(s => s.Follow.Seen));
        var lost = written - seen;
        var order = samples.All(s => s.Follow.SameOrder);
        yield return new(
            2,
            "a follower beside 16 writers, every sequence compared",
            $"{Text.Whole(seen)} seen, {(order ? "in order" : "not in order")}",
            $"{Text.Whole(written)} written",
            $"{lost} lost",
            "0 lost",
            lost == 0 && order ? "met" : $"missed: {lost} lost"
        );

        Figure Line(string what, Func<Sample, Written> ours, Func<Sample, double> bare, double ratio, double? target) =>
            new(
                2,
                $"PostgreSQL append, {what}",
                $"{Text.PerSecond(Of(s => ours(s).PerSecond))}, p99 {Text.Milliseconds(Of(s => ours(s).P99))}",
                Text.PerSecond(Of(bare)),
                Text.Ratio(ratio),
                target is { } wanted ? $"≥ {Text.Ratio(wanted)}" : "–",
                target is { } least ? Verdict.AtLeast(ratio, least) : "no target"
            );
    }

    public static async Task<Sample[]> AnswerAsync(Question question)
    {
        using var scratch = new Scratch();
        using var cluster = await PostgreSqlCluster.GetAsync();
        var databases = new BenchDatabases(await cluster.MakeDatabaseAsync(), scratch.In("data"));
        await SeededArchive.FillAsync(databases.Options(databases.Seed), People, FactsEach, Guid.NewGuid());
        await TakeAsync(databases, question with { Seconds = 1 });
        var samples = new List<Sample>();
        for (var time = 0; time < question.Times; time++)
            samples.Add(await TakeAsync(databases, question));
        return [.. samples];
    }

    private static async Task<Sample> TakeAsync(BenchDatabases databases, Question question)
    {
        var (one, rows, _) = await WriteAsync(databases, 1, question.Seconds);
        var bareOne = await ReplayAsync(databases, rows, connections: 1, batched: false);
        var bareBatched = await ReplayAsync(databases, rows, connections: 1, batched: true);
        var bareSealed = await ReplayAsync(databases, rows, connections: 1, batched: true, withCryptography: true);
        var (many, manyRows, follow) = await WriteAsync(databases, 16, question.Seconds);
        var bareMany = await ReplayAsync(databases, manyRows, connections: 16, batched: true);
        return new(one, bareOne, bareBatched, bareSealed, many, bareMany, follow);
    }

    private static async Task<(Written, WrittenRows, Follow)> WriteAsync(
        BenchDatabases databases,
        int writers,
        double seconds
    )
    {
        var ours = await databases.CopyAsync("ours");
        await using var connection = await BenchDatabases.OpenAsync(ours);
        var before = await BenchDatabases.LastSequenceAsync(connection);
        Written written;
        Touched touched;
        var seen = new List<Guid>();
        await using (var archive = await Archive.OpenAsync(databases.Options(ours), InventedPeople.Register, default))
        {
            using var stop = new CancellationTokenSource();
            var following = writers > 1 ? FollowAsync(archive.Journal, before, seen, stop.Token) : Task.CompletedTask;
            (written, touched) = await Writing.ForAsync(archive.Journal, writers, People, seconds);
            await stop.CancelAsync();
            await following;
        }
        var rows = WrittenRows.Read(connection, before, touched, "journal.");
        var order = rows.Entries.Select(entry => new Guid(entry.Id, bigEndian: true)).SequenceEqual(seen);
        return (written, rows, new Follow(rows.Entries.Count, seen.Count, order));
    }

    /// <summary>
    /// Reads on from the last sequence it saw, as fast as it can, until told to stop and nothing more comes.
    /// </summary>
    private static async Task FollowAsync(IJournal journal, long after, List<Guid> seen, CancellationToken stop)
    {
        await Task.Yield();
        while (true)
        {
            var last = stop.IsCancellationRequested;
            var followed = await journal.FollowAsync(after, 2_000, CancellationToken.None);
            seen.AddRange(followed.Entries.Select(entry => entry.Id));
            if (last && followed.LastSequence == after)
                return;
            after = followed.LastSequence;
            if (followed.Entries.Count == 0)
                await Task.Delay(1, CancellationToken.None);
        }
    }

    private static async Task<double> ReplayAsync(
        BenchDatabases databases,
        WrittenRows rows,
        int connections,
        bool batched,
        bool withCryptography = false
    )
    {
        var bare = await databases.CopyAsync("bare");
        var lots = rows.InBatchesOf(1)
            .GroupBy(commit => commit.Entries[0].Stream[4] % connections)
            .Select(lot => lot.ToList())
            .ToList();
        var writers = new List<BarePostgreSql>();
        for (var i = 0; i < lots.Count; i++)
            writers.Add(await BarePostgreSql.OpenAsync(bare, batched, withCryptography));
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(lots.Select((lot, i) => Task.Run(() => writers[i].WriteAsync(lot))));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (var writer in writers)
            await writer.DisposeAsync();
        return rows.Entries.Count / took;
    }
}
