using System.Globalization;
using System.Threading.Channels;
using Dapper;
using Mantel.Core.Journal;
using Mantel.Core.Quality;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;
using Mantel.Storage.Measures;

namespace Mantel.Storage.Journals;

/// <summary>
/// Makes all register rows and figures anew: one reads, some decrypt and project, one writes; people can work
/// meanwhile.
/// </summary>
internal sealed class Rebuild(
    Database journal,
    KeyRing keys,
    ReadModel model,
    Measuring measuring,
    IProgress<StorageProgress>? progress
)
{
    private const string Setting = "register-model";
    private const int RowsPerCommit = 256;

    private const string Sql = $"""
        SELECT {StoredPayload.Columns}, stream FROM entry
        WHERE stream < @p0 AND NOT EXISTS (SELECT 1 FROM erased WHERE erased.stream = entry.stream)
        ORDER BY stream, version
        """;

    private const string OneSql = $"SELECT {StoredPayload.Columns} FROM entry WHERE stream = @p0 ORDER BY version";

    private static readonly byte[] AfterPeople = [2];

    private readonly Channel<(StreamKey Stream, List<StoredPayload> Rows)> _streams = Bounded<(
        StreamKey,
        List<StoredPayload>
    )>();
    private readonly Channel<RebuiltPerson> _rows = Bounded<RebuiltPerson>();
    private long _read;
    private DateOnly _ticked;

    public static async Task<bool> IsCurrentAsync(
        Database journal,
        ReadModel model,
        MeasureSet measures,
        CancellationToken ct
    )
    {
        await using var session = await journal.RentAsync(ct);
        var version = await session.Connection.QuerySingleOrDefaultAsync<string>(
            "SELECT content FROM setting WHERE name = @name",
            new { name = Setting }
        );
        return string.Equals(version, Text(model.Version), StringComparison.Ordinal)
            && Figures.IsCurrent(session, measures.Stamp);
    }

    public async Task<long> RunAsync(CancellationToken outer)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
        var total = await CountAsync(stop.Token);
        await EmptyAsync(stop.Token);
        var reading = Guarded(ReadAsync(total, stop.Token), _streams.Writer, stop);
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => ProjectAllAsync(stop.Token));
        var projecting = Guarded(Task.WhenAll(workers), _rows.Writer, stop);
        var writing = Guarded(WriteAllAsync(stop.Token), writer: (ChannelWriter<RebuiltPerson>?)null, stop);
        await Task.WhenAll(reading, projecting, writing);
        progress?.Report(new StorageProgress("rebuild", _read, total));
        return _read;
    }

    private static Channel<T> Bounded<T>() => Channel.CreateBounded<T>(64);

    /// <summary>A part that fails stops the others; a part that is done closes what it wrote to.</summary>
    private static async Task Guarded<T>(Task part, ChannelWriter<T>? writer, CancellationTokenSource stop)
    {
        try
        {
            await part;
            writer?.Complete();
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    /// <summary>
    /// From here on who is written about has results again, complete, and the others wait for their turn.
    /// </summary>
    private async Task EmptyAsync(CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        _ticked = Ticking.LastDay(session) ?? DateOnly.MinValue;
        session.Write(() =>
        {
            Figures.Empty(session);
            MeasureWrite.AddDeltas(session, [.. LeftByErased.Of(session, keys).Select(measuring.Seal)]);
        });
    }

    /// <summary>The day as of which this person was last counted: by the tick, or by a fact.</summary>
    private DateOnly AsOf(IReadOnlyList<Entry> entries)
    {
        var last = entries.LastOrDefault(entry => MeasureSet.ChangesWith(entry.Fact));
        var recorded = last is null ? DateOnly.MinValue : BedsideClock.DayOf(last.Recorded);
        return recorded > _ticked ? recorded : _ticked;
    }

    private async Task<long> CountAsync(CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        return SealTail.Read(session).LastSequence;
    }

    private async Task ReadAsync(long total, CancellationToken ct)
    {
        await Task.Yield();
        await using var session = await journal.RentAsync(ct);
        await using var reader = await session.Command(Sql, AfterPeople).ExecuteReaderAsync(ct);
        var rows = new List<StoredPayload>();
        byte[]? current = null;
        while (await reader.ReadAsync(ct))
        {
            var stream = ReadStream(reader);
            if (current is not null && !current.AsSpan().SequenceEqual(stream))
            {
                await _streams.Writer.WriteAsync((new StreamKey(current), rows), ct);
                rows = [];
            }
            current = stream;
            rows.Add(StoredPayload.Read(reader));
            if (++_read % 50_000 == 0)
                progress?.Report(new StorageProgress("rebuild", _read, total));
        }
        if (current is not null)
            await _streams.Writer.WriteAsync((new StreamKey(current), rows), ct);
    }

    private static byte[] ReadStream(System.Data.Common.DbDataReader reader) => reader.GetFieldValue<byte[]>(6);

    private async Task ProjectAllAsync(CancellationToken ct)
    {
        await Task.Yield();
        await foreach (var (stream, rows) in _streams.Reader.ReadAllAsync(ct))
        {
            if (await keys.FindAsync(stream, ct) is { } key)
                await _rows.Writer.WriteAsync(await ProjectAsync(stream, rows, key, ct), ct);
        }
    }

    private async Task<RebuiltPerson> ProjectAsync(
        StreamKey stream,
        List<StoredPayload> rows,
        byte[] key,
        CancellationToken ct
    )
    {
        var own = Open(stream, rows, key);
        var whole = await WholeRecord.OfAsync(stream.Stream, own, other => ReadAsync(new StreamKey(other), ct));
        return new RebuiltPerson(
            RegisterWrite.Make(stream, own.Count == 0 ? 0 : own[^1].Version, whole, model, keys, key),
            measuring.First(stream, whole, key, AsOf(whole))
        );
    }

    private static IReadOnlyList<Entry> Open(StreamKey stream, List<StoredPayload> rows, byte[] key)
    {
        using var cipher = new Cipher(key);
        var entries = new Entry[rows.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = rows[i].Open(stream, cipher);
        return entries;
    }

    /// <summary>Another stream of the same person; nothing when it was erased.</summary>
    private async Task<IReadOnlyList<Entry>> ReadAsync(StreamKey stream, CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        return await keys.FindAsync(stream, ct) is { } key
            ? Open(stream, await ReadRowsAsync(session, stream, ct), key)
            : [];
    }

    private async Task WriteAllAsync(CancellationToken ct)
    {
        await Task.Yield();
        await using var session = journal.Open();
        var batch = new List<RebuiltPerson>(RowsPerCommit);
        await foreach (var row in _rows.Reader.ReadAllAsync(ct))
        {
            batch.Add(row);
            if (batch.Count == RowsPerCommit)
                await WriteBatchAsync(session, batch, ct);
        }
        await WriteBatchAsync(session, batch, ct);
        session.Write(() => Finish(session));
    }

    /// <summary>
    /// People about whom more was recorded since they were read are read again: the row that stands may be one that
    /// was only kept. Who was erased meanwhile is left out.
    /// </summary>
    private async Task WriteBatchAsync(Session session, List<RebuiltPerson> batch, CancellationToken ct)
    {
        while (batch.Count > 0)
        {
            var older = new List<RebuiltPerson>();
            session.Write(() =>
            {
                var state = session.ReadState(batch.ConvertAll(row => row.Register.Stream));
                var here = batch.FindAll(row => !state.Heads.GetValueOrDefault(row.Register.Stream).Erased);
                older = here.FindAll(row => IsOlder(row.Register, state));
                var newest = here.FindAll(row => !IsOlder(row.Register, state));
                RegisterWrite.Write(session, newest.ConvertAll(row => row.Register), state.NewestChange);
                MeasureWrite.Write(session, newest.ConvertAll(row => row.Measured).FindAll(row => Holds(row, state)));
            });
            batch.Clear();
            foreach (var row in older)
                await ReadAgainAsync(session, row.Register.Stream, batch, ct);
        }
    }

    private async Task ReadAgainAsync(Session session, StreamKey stream, List<RebuiltPerson> into, CancellationToken ct)
    {
        keys.Forget(stream.Stream);
        if (await keys.FindAsync(stream, ct) is not { } key)
            return;
        into.Add(await ProjectAsync(stream, await ReadRowsAsync(session, stream, ct), key, ct));
    }

    private static async Task<List<StoredPayload>> ReadRowsAsync(
        Session session,
        StreamKey stream,
        CancellationToken ct
    )
    {
        var rows = new List<StoredPayload>();
        await using var reader = await session.Command(OneSql, stream.Bytes).ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            rows.Add(StoredPayload.Read(reader));
        return rows;
    }

    /// <summary>True when somebody has recorded more about the person since this row was read.</summary>
    private static bool IsOlder(RegisterWrite row, JournalState state) =>
        state.Heads.GetValueOrDefault(row.Stream).Version > row.Version;

    private static bool Holds(MeasureWrite row, JournalState state) =>
        state.Heads.GetValueOrDefault(row.Stream).Stamp.GetValueOrDefault() == row.Expected;

    private void Finish(Session session)
    {
        session.Execute(
            "DELETE FROM register WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.stream = register.stream)"
        );
        session.Insert(
            Tables.Setting,
            [
                [Setting, Text(model.Version)],
            ]
        );
        Figures.SetCurrent(session, measuring.Measures.Stamp);
    }

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What is made anew of one person.</summary>
internal sealed record RebuiltPerson(RegisterWrite Register, MeasureWrite Measured);
