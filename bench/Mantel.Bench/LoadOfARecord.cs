using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;
using Mantel.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace Mantel.Bench;

/// <summary>
/// Row 3: the record of somebody with 300 facts, read, decrypted, parsed and folded, on one core. Counted in
/// processor time of the whole process, so that what else runs on the machine weighs less.
/// </summary>
internal static class LoadOfARecord
{
    public const string Name = "load-of-a-record";
    private const int Facts = 300;
    private const int Someone = 20;

    public sealed record Question(double Seconds, int Times);

    /// <summary>Processor time in microseconds for one whole record.</summary>
    public sealed record Sample(double Load, double Fold, double DecryptAndParse, double Bare, double BareRead);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run)
    {
        Run.Say("row 3: a record of 300 facts");
        var samples = await Child.AskAsync<Sample[]>(Name, new Question(run.Seconds, run.Times));
        double Of(Func<Sample, double> part) => Middle.Of(samples.Select(part));
        var load = PerSecond(Of(sample => sample.Load));
        var fold = PerSecond(Of(sample => sample.Fold));
        var ratio = Of(sample => sample.DecryptAndParse / sample.Bare);
        var whole = Of(sample => (sample.Bare + sample.BareRead) / sample.Load);
        return
        [
            new(
                3,
                "load of 300 facts: read, decrypt, parse, fold; bare: read, AES-GCM and JSON",
                $"{Text.Whole(load)} facts/s",
                $"{Text.Whole(PerSecond(Of(sample => sample.Bare + sample.BareRead)))} facts/s",
                Text.Ratio(whole),
                "≥ 180,000 facts/s",
                Verdict.AtLeast(load, 180_000)
            ),
            new(3, "fold alone", $"{Text.Whole(fold)} facts/s", "–", "–", "≥ 10 million/s", Verdict.AtLeast(fold, 1e7)),
            new(
                3,
                "decrypt and parse; bare: AES-GCM and JsonSerializer on the same bytes",
                Text.Milliseconds(Of(sample => sample.DecryptAndParse) / 1000),
                Text.Milliseconds(Of(sample => sample.Bare) / 1000),
                Text.Ratio(ratio),
                "≤ 1.50",
                Verdict.AtMost(ratio, 1.5)
            ),
        ];
    }

    private static double PerSecond(double microseconds) => Facts / microseconds * 1e6;

    public static async Task<Sample[]> AnswerAsync(Question question)
    {
        using var scratch = new Scratch();
        var options = new StorageOptions(scratch.In("data"), CacheBytes: 0);
        await using var archive = await Archive.OpenAsync(options, InventedPeople.Register, default);
        await FillAsync(archive);
        var stream = StreamId.Person(InventedPeople.Id(Someone));
        var key = new StreamKey(stream);
        var opens = (await archive.Keys.FindAsync(key, default))!;
        using var connection = new SqliteConnection($"Data Source={scratch.In("data/journal.db")}");
        connection.Open();
        var rows = ReadRows(connection, key);
        var entries = await archive.Journal.ReadAsync(stream, 0, default);
        var bare = new BareRecord(opens, key, rows, entries);
        return await TakeAsync(question, archive, stream, opens, connection, bare);
    }

    private static async Task<Sample[]> TakeAsync(
        Question question,
        Archive archive,
        StreamId stream,
        byte[] opens,
        SqliteConnection connection,
        BareRecord bare
    )
    {
        var key = new StreamKey(stream);
        var rows = ReadRows(connection, key);
        var entries = await archive.Journal.ReadAsync(stream, 0, default);
        var samples = new List<Sample>();
        for (var time = -1; time < question.Times; time++)
        {
            var sample = new Sample(
                await Stint.TakeAsync(
                    question.Seconds,
                    async () => new PersonRecord(stream, await archive.Journal.ReadAsync(stream, 0, default))
                ),
                Stint.Take(question.Seconds, () => new PersonRecord(stream, entries)),
                Stint.Take(question.Seconds, () => Open(key, opens, rows)),
                Stint.Take(question.Seconds, bare.Open),
                Stint.Take(question.Seconds, () => ReadRows(connection, key))
            );
            if (time >= 0)
                samples.Add(sample);
        }
        return [.. samples];
    }

    /// <summary>The person among others whose facts came in between.</summary>
    private static async Task FillAsync(Archive archive)
    {
        var history = await DemoFacts.TakeAsync(Facts);
        for (var number = 0; number < 2 * Someone; number++)
        {
            var version = 0;
            foreach (var act in history.Chunk(10))
            {
                var stream = StreamId.Person(InventedPeople.Id(number));
                await SeededArchive.AppendAsync(archive.Journal, stream, version, act);
                version += act.Length;
            }
        }
    }

    private static Entry[] Open(StreamKey stream, byte[] key, List<StoredPayload> rows)
    {
        using var cipher = new Cipher(key);
        var entries = new Entry[rows.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = rows[i].Open(stream, cipher);
        return entries;
    }

    private static List<StoredPayload> ReadRows(SqliteConnection connection, StreamKey stream)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {StoredPayload.Columns} FROM entry WHERE stream = @stream ORDER BY version";
        command.Parameters.AddWithValue("@stream", stream.Bytes);
        using var reader = command.ExecuteReader();
        var rows = new List<StoredPayload>();
        while (reader.Read())
            rows.Add(StoredPayload.Read(reader));
        return rows;
    }
}
