using System.Diagnostics;
using Mantel.Storage;
using Microsoft.Data.Sqlite;

namespace Mantel.Bench;

/// <summary>
/// Row 1: durable appends on SQLite, through the journal, beside a bare loop on one connection that writes the same
/// rows into the same tables. The register's numbers do not change, so the bare loop does not touch them.
/// </summary>
internal static class AppendOnSqlite
{
    public const string Name = "append-on-sqlite";
    private const int People = 512;
    private const int FactsEach = 25;
    private static readonly int[] Writers = [1, 16, 64];

    public sealed record Question(string Seed, double Seconds, int Times);

    public sealed record Sample(
        int Writers,
        double Ours,
        double P50,
        double P99,
        double Batch,
        double BareAsSeen,
        double BareFull,
        double BareSealed
    );

    public sealed record Samples(double Sync, IReadOnlyList<Sample> All);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run)
    {
        using var scratch = new Scratch();
        await SeededArchive.FillAsync(new StorageOptions(scratch.In("seed")), People, FactsEach, Guid.NewGuid());
        var question = new Question(scratch.In("seed"), run.Seconds, run.Times);
        var figures = new List<Figure>();
        Run.Say("row 1: appends on SQLite");
        var plain = await Child.AskAsync<Samples>(Name, question);
        figures.AddRange(Judge(plain, $"flush takes {Text.Milliseconds(plain.Sync)}", isSlowed: false));
        if (await SlowDisk.MakeAsync(scratch) is not { } library)
            return [.. figures, NotSlowed];
        Run.Say("row 1: the same with 2 ms more for each flush");
        var slow = await Child.AskAsync<Samples>(Name, question, library);
        return [.. figures, .. Judge(slow, $"2 ms added: flush takes {Text.Milliseconds(slow.Sync)}", isSlowed: true)];
    }

    private static Figure NotSlowed { get; } =
        new(
            1,
            "the same with 2 ms added to the flush",
            "–",
            "–",
            "–",
            "≥ 0.80 and ≥ 0.60",
            "not measured: no gcc here"
        );

    /// <summary>
    /// Against a loop that encrypts, hashes and signs too, where a flush costs next to nothing (decision 0029).
    /// </summary>
    private const double LeastAlone = 0.65;
    private const double LeastTogether = 0.8;

    private static IEnumerable<Figure> Judge(Samples samples, string disk, bool isSlowed)
    {
        foreach (var writers in Writers)
        {
            var of = samples.All.Where(sample => sample.Writers == writers).ToList();
            var ours = Middle.Of(of.Select(sample => sample.Ours));
            var batch = Middle
                .Of(of.Select(sample => sample.Batch))
                .ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
            var times =
                $"{Text.PerSecond(ours)}, p50 {Text.Milliseconds(Middle.Of(of.Select(s => s.P50)))}, "
                + $"p99 {Text.Milliseconds(Middle.Of(of.Select(s => s.P99)))}";
            var what = $"{writers} writer{(writers == 1 ? "" : "s")}, {disk}";
            yield return Against(
                of,
                $"{what}; batch seen {batch}",
                times,
                sample => sample.BareAsSeen,
                isSlowed ? 0.8 : null
            );
            yield return Against(
                of,
                $"{what}; against bare with the cryptography, batch seen {batch}",
                times,
                sample => sample.BareSealed,
                isSlowed ? null
                    : writers == 1 ? LeastAlone
                    : LeastTogether
            );
            if (writers > 1)
                yield return Against(
                    of,
                    $"{what}; against batches of {writers}",
                    times,
                    sample => sample.BareFull,
                    0.6
                );
        }
    }

    private static Figure Against(List<Sample> of, string what, string ours, Func<Sample, double> bare, double? target)
    {
        var ratio = Middle.Of(of.Select(sample => sample.Ours / bare(sample)));
        return new(
            1,
            $"SQLite append, {what}",
            ours,
            Text.PerSecond(Middle.Of(of.Select(bare))),
            Text.Ratio(ratio),
            target is { } wanted ? $"≥ {Text.Ratio(wanted)}" : "–",
            target is { } least ? Verdict.AtLeast(ratio, least) : "no target"
        );
    }

    /// <summary>The measurement itself, in a process of its own, because a slow disk is preloaded into one.</summary>
    public static async Task<Samples> AnswerAsync(Question question)
    {
        using var scratch = new Scratch();
        await TakeAsync(question with { Seconds = 1 }, scratch, 16);
        var samples = new List<Sample>();
        for (var time = 0; time < question.Times; time++)
        {
            foreach (var writers in Writers)
                samples.Add(await TakeAsync(question, scratch, writers));
        }
        return new(Machine.SyncMilliseconds(), samples);
    }

    private static async Task<Sample> TakeAsync(Question question, Scratch scratch, int writers)
    {
        var ours = scratch.In("ours");
        Scratch.Copy(question.Seed, ours);
        var before = LastSequence(ours);
        Written written;
        Touched touched;
        await using (var archive = await Archive.OpenAsync(new(ours), InventedPeople.Register, default))
            (written, touched) = await Writing.ForAsync(archive.Journal, writers, People, question.Seconds);
        WrittenRows rows;
        using (var connection = Open(ours))
            rows = WrittenRows.Read(connection, before, touched);
        return new(
            writers,
            written.PerSecond,
            written.P50,
            written.P99,
            rows.MeanBatch,
            Replay(question.Seed, scratch, rows.AsSeen().ToList()),
            writers == 1 ? 0 : Replay(question.Seed, scratch, rows.InBatchesOf(writers).ToList()),
            Replay(question.Seed, scratch, rows.AsSeen().ToList(), withCryptography: true)
        );
    }

    /// <summary>Acts per second of a bare loop over the same rows, on a copy of the same file.</summary>
    private static double Replay(
        string seed,
        Scratch scratch,
        IReadOnlyList<Commit> commits,
        bool withCryptography = false
    )
    {
        Scratch.Copy(seed, scratch.In("bare"));
        using var bare = new BareSqlite(Open(scratch.In("bare")));
        using var cryptography = new BareCryptography();
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        foreach (var commit in commits)
        {
            if (withCryptography)
                cryptography.Make(commit);
            bare.Write(commit);
        }
        return commits.Sum(commit => commit.Entries.Count) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static long LastSequence(string directory)
    {
        using var connection = Open(directory);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT MAX(seq) FROM entry";
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string directory)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "journal.db")};Pooling=false");
        connection.Open();
        return connection;
    }
}
