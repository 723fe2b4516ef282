using System.Security.Cryptography;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Quality;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Measures;

/// <summary>
/// Evaluates a person's record and makes ready what changes. Results are encrypted under the person's key, deltas and
/// days under one of the installation, so that nobody who reads the database sees who was marked or who died.
/// </summary>
internal sealed class Measuring(Database journal, KeyRing keys, MeasureSet measures) : IForgetsErased
{
    private const int Block = 2048;
    private const long KeptBytes = 8 << 20;

    /// <summary>Results as they were written last; whether they still stand is seen under the lock.</summary>
    private readonly Recent<StreamId, KeptResults> _kept = new(KeptBytes, kept => 250 + (500L * kept.Results.Count));

    private static readonly StreamKey Figures = new(StreamId.Figures);

    public MeasureSet Measures { get; } = measures;

    /// <summary>True when what is appended may change results.</summary>
    public static bool Concerns(Append append) =>
        append.Stream.Kind == StreamKind.Person
        && (append.Withdraw is { Count: > 0 } || append.Facts.Any(fact => MeasureSet.ChangesWith(fact.Fact)));

    /// <summary>
    /// How a person stands after a fact. Also when nothing changes the stamp goes up, so that nobody who read the
    /// record before this fact writes over it.
    /// </summary>
    public async Task<MeasureWrite> PrepareAsync(
        StreamKey stream,
        IReadOnlyList<Entry> entries,
        byte[] key,
        DateOnly today,
        CancellationToken ct
    )
    {
        var kept = _kept.Find(stream.Stream) ?? await ReadAsync(stream, key, ct);
        return Make(stream, key, kept, Evaluate(stream.Stream, entries, Later(kept, today)), Later(kept, today));
    }

    /// <summary>How a person stands on a later day; null when nothing changes.</summary>
    /// <param name="read">Reads the record, after the results that stand: so no fact is missed.</param>
    public async Task<MeasureWrite?> PrepareAsync(
        StreamKey stream,
        Func<Task<IReadOnlyList<Entry>>> read,
        byte[] key,
        DateOnly today,
        CancellationToken ct
    )
    {
        var kept = await ReadAsync(stream, key, ct);
        var results = Evaluate(stream.Stream, await read(), Later(kept, today));
        return results.SequenceEqual(kept.Results) ? null : Make(stream, key, kept, results, Later(kept, today));
    }

    /// <summary>The write of somebody whose results are made for the first time.</summary>
    public MeasureWrite First(StreamKey stream, IReadOnlyList<Entry> entries, byte[] key, DateOnly asOf) =>
        Make(stream, key, KeptResults.None, Evaluate(stream.Stream, entries, asOf), asOf);

    /// <summary>These results are in the table now.</summary>
    public void Keep(MeasureWrite written)
    {
        if (written.Stamp > MeasureWrite.First)
            _kept.Keep(written.Stream.Stream, written.After, (old, one) => old.Stamp == one.Stamp + 1);
    }

    public void Forget(StreamId stream) => _kept.Forget(stream);

    public IReadOnlyList<MeasureResult> Evaluate(StreamId person, IReadOnlyList<Entry> entries, DateOnly asOf) =>
        entries.Count == 0 ? [] : Measures.Evaluate(new PersonRecord(person, entries), asOf);

    public async Task<KeptResults> ReadAsync(StreamKey stream, byte[] key, CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        await using var reader = await session
            .Command("SELECT stamp, as_of, content FROM measure_result WHERE stream = @p0", stream.Bytes)
            .ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return KeptResults.None;
        using var cipher = new Cipher(key);
        var content = cipher.Decrypt(await reader.GetFieldValueAsync<byte[]>(2, ct), Sealed.MeasureResult, stream, []);
        return new KeptResults(
            reader.GetInt64(0),
            DateOnly.FromDayNumber((int)reader.GetInt64(1)),
            JsonSerializer.Deserialize<List<MeasureResult>>(content, FactCodec.Json)!
        );
    }

    /// <summary>The day as it is written in the table of what falls due.</summary>
    public byte[] SlotOf(DateOnly day) => HMACSHA256.HashData(keys.Figures, Bytes.Of((long)day.DayNumber));

    /// <summary>Whom a row of that table is about.</summary>
    public StreamKey WhoIs(byte[] who)
    {
        using var cipher = new Cipher(keys.Figures);
        return new StreamKey(cipher.Decrypt(who, Sealed.MeasureDue, Figures, []));
    }

    public byte[] Seal(IReadOnlyDictionary<CountKey, int> changes)
    {
        using var cipher = new Cipher(keys.Figures);
        var list = changes.Select(change => new CountChange(change.Key, change.Value));
        return cipher.Encrypt(
            JsonSerializer.SerializeToUtf8Bytes(list, FactCodec.Json),
            Sealed.MeasureDelta,
            Figures,
            []
        );
    }

    public IReadOnlyList<CountChange> Open(byte[] delta)
    {
        using var cipher = new Cipher(keys.Figures);
        var json = cipher.Decrypt(delta, Sealed.MeasureDelta, Figures, []);
        return JsonSerializer.Deserialize<List<CountChange>>(json, FactCodec.Json)!;
    }

    private static DateOnly Later(KeptResults kept, DateOnly today) => kept.AsOf > today ? kept.AsOf : today;

    private MeasureWrite Make(
        StreamKey stream,
        byte[] key,
        KeptResults kept,
        IReadOnlyList<MeasureResult> results,
        DateOnly asOf
    )
    {
        var changes = Counting.Difference(kept.Results, results);
        using var cipher = new Cipher(key);
        return new MeasureWrite(
            stream,
            kept.Stamp,
            asOf,
            cipher.Encrypt(Padded(results), Sealed.MeasureResult, stream, []),
            MeasureSet.DueOn(results) is { } due ? DueRow(stream, due) : null,
            changes.Count == 0 ? null : Seal(changes),
            results
        );
    }

    private DueRow DueRow(StreamKey stream, DateOnly day)
    {
        using var cipher = new Cipher(keys.Figures);
        byte[] which = [.. Bytes.Of((long)day.DayNumber), .. stream.Bytes];
        return new DueRow(
            SlotOf(day),
            HMACSHA256.HashData(keys.Figures, which),
            cipher.Encrypt(stream.Bytes, Sealed.MeasureDue, Figures, [])
        );
    }

    /// <summary>As long for somebody without results as for somebody with some.</summary>
    private static byte[] Padded(IReadOnlyList<MeasureResult> results)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(results, FactCodec.Json);
        var length = Block * Math.Max(1, (json.Length + Block - 1) / Block);
        var padded = new byte[length];
        json.CopyTo(padded, 0);
        padded.AsSpan(json.Length).Fill((byte)' ');
        return padded;
    }
}

/// <summary>A person's results as they stand in the table.</summary>
/// <param name="Stamp">Goes up with every change; 0: there is no row.</param>
internal sealed record KeptResults(long Stamp, DateOnly AsOf, IReadOnlyList<MeasureResult> Results)
{
    public static KeptResults None { get; } = new(0, DateOnly.MinValue, []);
}

/// <summary>How much one count goes up or down.</summary>
internal sealed record CountChange(CountKey Key, int People);
