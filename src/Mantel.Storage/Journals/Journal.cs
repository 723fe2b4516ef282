using System.Data.Common;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;
using Mantel.Storage.Measures;

namespace Mantel.Storage.Journals;

internal sealed class Journal(
    Database database,
    KeyRing keys,
    ReadModel model,
    JournalWriter writer,
    EntryCache cache,
    Measuring measuring
) : IJournal
{
    private const int MostTries = 5;

    private const string HeadSql = """
        SELECT version, EXISTS (SELECT 1 FROM erased WHERE stream = @p0), hash FROM entry
        WHERE stream = @p0 ORDER BY version DESC LIMIT 1
        """;

    public async Task<IReadOnlyList<Entry>> ReadAsync(StreamId stream, int after, CancellationToken ct)
    {
        var entries = (await LoadAsync(new StreamKey(stream), ct)).Entries;
        return after <= 0 ? entries : entries.SkipWhile(entry => entry.Version <= after).ToList();
    }

    public async Task<int> VersionAsync(StreamId stream, CancellationToken ct)
    {
        await using var session = await database.RentAsync(ct);
        return (await HeadAsync(session, new StreamKey(stream), ct)).Version;
    }

    public async Task<string?> FingerprintAsync(
        StreamId stream,
        Guid act,
        ReadOnlyMemory<byte> content,
        CancellationToken ct
    ) => await keys.FindAsync(new StreamKey(stream), ct) is { } key ? Fingerprint.Of(content.Span, act, key) : null;

    public async Task<bool> IsKnownElsewhereAsync(Guid act, IReadOnlyList<StreamId> but, CancellationToken ct)
    {
        await using var session = await database.RentAsync(ct);
        var command = session.Command("SELECT DISTINCT stream FROM entry WHERE act = @p0", Bytes.Of(act));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (!but.Contains(new StreamKey(await reader.GetFieldValueAsync<byte[]>(0, ct)).Stream))
                return true;
        }
        return false;
    }

    public async Task<AppendResult> AppendAsync(Append append, CancellationToken ct)
    {
        append.Check();
        for (var left = MostTries; left > 0; left--)
        {
            if (await TryAppendAsync(append, ct) is { } result)
                return result;
        }
        return new AppendResult.Conflict(append.ExpectedVersion);
    }

    /// <summary>Null: somebody's results in measures were made anew meanwhile, and all is decided again.</summary>
    private async Task<AppendResult?> TryAppendAsync(Append append, CancellationToken ct)
    {
        var prepared = new List<PreparedAppend>(1 + append.Also.Count);
        foreach (var one in append.Also.Prepend(append))
        {
            var stream = new StreamKey(one.Stream);
            var loaded = await LoadAsync(one, stream, ct);
            if (loaded.Version != one.ExpectedVersion || loaded.Entries.Any(entry => entry.Act == one.Act))
                return Judge(one, loaded, await IsErasedAsync(stream, ct));
            if (await keys.EnsureAsync(stream, ct) is not { } key)
                return new AppendResult.Erased();
            prepared.Add(new PreparedAppend(one, loaded, key));
            await RefuseKnownAttachmentsAsync(one, ct);
        }
        foreach (var one in prepared)
            await DeriveAsync(one, prepared, ct);
        prepared[0].Pending.Also = [.. prepared.Skip(1).Select(one => one.Pending)];
        var written = await writer.WriteAsync(prepared[0].Pending);
        await SettleAsync(written.Outcome, prepared);
        return written.Outcome switch
        {
            Outcome.Appended => new AppendResult.Appended([.. prepared.SelectMany(one => one.Entries)]),
            Outcome.AlreadyDone => new AppendResult.AlreadyDone(await EntriesOfAsync(append, ct)),
            Outcome.Conflict => new AppendResult.Conflict((int)written.ActualVersion),
            Outcome.Erased => new AppendResult.Erased(),
            Outcome.Stale => null,
        };
    }

    /// <summary>The register row and the results in measures, as the whole record is once this is written.</summary>
    private async Task DeriveAsync(PreparedAppend one, List<PreparedAppend> all, CancellationToken ct)
    {
        if (one.Append.Stream.Kind != StreamKind.Person || await keys.FindAsync(one.Stream, ct) is not { } key)
            return;
        var (changes, concerns, version) = (one.ChangesRow(model), Measuring.Concerns(one.Append), one.After.Version);
        var whole =
            changes || concerns ? await WholeRecord.OfAsync(one.Append.Stream, one.After.Entries, AfterAsync) : [];
        one.Pending.Register = changes
            ? RegisterWrite.Make(one.Stream, version, whole, model, keys, key)
            : RegisterWrite.Keep(one.Stream, version, model);
        if (concerns)
        {
            var today = BedsideClock.DayOf(one.Append.Now.Instant);
            one.Pending.Measured = await measuring.PrepareAsync(one.Stream, whole, key, today, ct);
        }

        Task<IReadOnlyList<Entry>> AfterAsync(StreamId other) =>
            all.Find(its => its.Append.Stream == other) is { } with
                ? Task.FromResult(with.After.Entries)
                : ReadAsync(other, 0, ct);
    }

    private async Task SettleAsync(Outcome outcome, List<PreparedAppend> prepared)
    {
        foreach (var one in prepared)
        {
            if (outcome == Outcome.Appended)
                Keep(one);
            if (outcome == Outcome.Stale)
                measuring.Forget(one.Append.Stream);
            if (outcome == Outcome.Conflict)
                cache.Forget(one.Append.Stream);
            if (outcome == Outcome.Erased)
                Forget(one.Append.Stream);
        }
        if (
            outcome is Outcome.Appended or Outcome.AlreadyDone
            && prepared.Exists(one => one.Pending.Withdrawn is not null)
        )
            await database.ScrubAsync([Tables.Entry, Tables.Attachment], CancellationToken.None);
    }

    private void Keep(PreparedAppend one)
    {
        cache.Keep(one.Append.Stream, one.After with { Hash = one.Pending.Entries[^1].Hash });
        if (one.Pending.Measured is { } measured)
            measuring.Keep(measured);
    }

    public async Task<Attachment?> ReadAttachmentAsync(StreamId stream, Guid attachment, CancellationToken ct)
    {
        var key = new StreamKey(stream);
        if (await VersionAsync(stream, ct) == 0 || await keys.FindAsync(key, ct) is not { } opens)
            return null;
        await using var session = await database.RentAsync(ct);
        var payload = await session
            .Command("SELECT payload FROM attachment WHERE stream = @p0 AND id = @p1", key.Bytes, Bytes.Of(attachment))
            .ExecuteScalarAsync(ct);
        if (payload is not byte[] bytes)
            return null;
        using var cipher = new Cipher(opens);
        return AttachmentCodec.Read(cipher.Decrypt(bytes, Sealed.Attachment, key, Bytes.Of(attachment)));
    }

    public async Task<FollowedEntries> FollowAsync(long afterSequence, int limit, CancellationToken ct)
    {
        var rows = new List<(StreamKey Stream, StoredPayload Row, long Sequence)>();
        await using (var session = await database.RentAsync(ct))
        {
            var command = session.Command(FollowSql, afterSequence, (long)limit);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                rows.Add(ReadFollowed(reader));
        }
        var entries = new List<Entry>(rows.Count);
        foreach (var (stream, row, _) in rows)
        {
            if (await keys.FindAsync(stream, ct) is not { } key)
                continue;
            using var cipher = new Cipher(key);
            entries.Add(row.Open(stream, cipher));
        }
        return new FollowedEntries(rows.Count == 0 ? afterSequence : rows[^1].Sequence, entries);
    }

    private static (StreamKey Stream, StoredPayload Row, long Sequence) ReadFollowed(DbDataReader reader) =>
        (new StreamKey(reader.GetFieldValue<byte[]>(6)), StoredPayload.Read(reader), reader.GetInt64(7));

    private const string FollowSql = $"""
        SELECT {StoredPayload.Columns}, stream, seq FROM entry
        WHERE seq > @p0 AND NOT EXISTS (SELECT 1 FROM erased WHERE erased.stream = entry.stream)
        ORDER BY seq LIMIT @p1
        """;

    private const string TailSql = $"""
        SELECT {StoredPayload.Columns} FROM entry WHERE stream = @p0 AND version > @p1 ORDER BY version
        """;

    /// <summary>
    /// The record that the act was decided on, when it is in memory: whether it still is the newest is seen under the
    /// lock.
    /// </summary>
    private ValueTask<Loaded> LoadAsync(Append append, StreamKey stream, CancellationToken ct) =>
        cache.Find(append.Stream) is { } cached && cached.Version == append.ExpectedVersion
            ? ValueTask.FromResult(cached)
            : new ValueTask<Loaded>(LoadAsync(stream, ct));

    private async Task<Loaded> LoadAsync(StreamKey stream, CancellationToken ct)
    {
        await using var session = await database.RentAsync(ct);
        var (version, hash) = await HeadAsync(session, stream, ct);
        var cached = cache.Find(stream.Stream);
        if (version == 0 || await keys.FindAsync(stream, ct) is not { } key)
            return Loaded.Nothing;
        if (cached?.Version == version)
            return cached;
        var from = cached?.Version > version ? Loaded.Nothing : cached ?? Loaded.Nothing;
        var tail = await ReadTailAsync(session, stream, from.Version, ct);
        if (from.Version > 0 && tail.Exists(row => row.Withdraws))
            (from, tail) = (Loaded.Nothing, await ReadTailAsync(session, stream, 0, ct));
        using var cipher = new Cipher(key);
        var entries = new Entry[from.Entries.Count + tail.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = i < from.Entries.Count ? from.Entries[i] : tail[i - from.Entries.Count].Open(stream, cipher);
        var loaded = new Loaded(entries, from.Size + tail.Sum(row => row.Size));
        if (loaded.Version == version)
            loaded = loaded with { Hash = hash };
        cache.Keep(stream.Stream, loaded);
        return loaded;
    }

    private static async Task<List<StoredPayload>> ReadTailAsync(
        Session session,
        StreamKey stream,
        int after,
        CancellationToken ct
    )
    {
        var command = session.Command(TailSql, stream.Bytes, (long)after);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<StoredPayload>();
        while (await reader.ReadAsync(ct))
            rows.Add(StoredPayload.Read(reader));
        return rows;
    }

    private async Task<(int Version, byte[]? Hash)> HeadAsync(Session session, StreamKey stream, CancellationToken ct)
    {
        await using var reader = await session.Command(HeadSql, stream.Bytes).ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return (0, null);
        if (!reader.GetBoolean(1))
            return ((int)reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(2, ct));
        Forget(stream.Stream);
        return (0, null);
    }

    private void Forget(StreamId stream)
    {
        keys.Forget(stream);
        cache.Forget(stream);
    }

    private async Task<bool> IsErasedAsync(StreamKey stream, CancellationToken ct)
    {
        await using var session = await database.RentAsync(ct);
        var command = session.Command("SELECT 1 FROM erased WHERE stream = @p0", stream.Bytes);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static AppendResult Judge(Append append, Loaded loaded, bool erased)
    {
        if (erased)
            return new AppendResult.Erased();
        var done = loaded.Entries.Where(entry => entry.Act == append.Act).ToList();
        return done.Count > 0 ? new AppendResult.AlreadyDone(done) : new AppendResult.Conflict(loaded.Version);
    }

    private async Task<IReadOnlyList<Entry>> EntriesOfAsync(Append append, CancellationToken ct)
    {
        var entries = await ReadAsync(append.Stream, 0, ct);
        return entries.Where(entry => entry.Act == append.Act).ToList();
    }

    private async Task RefuseKnownAttachmentsAsync(Append append, CancellationToken ct)
    {
        foreach (var attachment in append.Attachments ?? [])
        {
            await using var session = await database.RentAsync(ct);
            var known = await session
                .Command(
                    "SELECT 1 FROM attachment WHERE stream = @p0 AND id = @p1",
                    new StreamKey(append.Stream).Bytes,
                    Bytes.Of(attachment.Id)
                )
                .ExecuteScalarAsync(ct);
            if (known is not null)
                throw new StorageException("The stream has an attachment with this id already.");
        }
    }
}
