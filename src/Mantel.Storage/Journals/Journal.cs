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
    private const string HeadSql = """
        SELECT version, EXISTS (SELECT 1 FROM erased WHERE stream = @p0) FROM entry
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
        return await VersionAsync(session, new StreamKey(stream), ct);
    }

    public async Task<AppendResult> AppendAsync(Append append, CancellationToken ct)
    {
        append.Check();
        var stream = new StreamKey(append.Stream);
        var loaded = await LoadAsync(append, stream, ct);
        if (loaded.Version != append.ExpectedVersion || loaded.Entries.Any(entry => entry.Act == append.Act))
            return Judge(append, loaded, await IsErasedAsync(stream, ct));
        if (await keys.EnsureAsync(stream, ct) is not { } key)
            return new AppendResult.Erased();
        var prepared = new PreparedAppend(append, loaded, key, keys, model);
        if (Measuring.Concerns(append))
            prepared.Pending.Measured = await measuring.PrepareAsync(
                stream,
                prepared.After.Entries,
                key,
                DateOnly.FromDateTime(append.Now.Instant.UtcDateTime),
                ct
            );
        await RefuseKnownAttachmentsAsync(append, ct);
        var written = await writer.WriteAsync(prepared.Pending);
        if (written.Outcome == Outcome.Appended)
            cache.Keep(append.Stream, prepared.After);
        if (written.Outcome == Outcome.Erased)
            Forget(append.Stream);
        if (written.Outcome == Outcome.Appended && prepared.Pending.Withdrawn is not null)
            await database.ScrubAsync([Tables.Entry, Tables.Attachment], CancellationToken.None);
        return written.Outcome switch
        {
            Outcome.Appended => new AppendResult.Appended(prepared.Entries),
            Outcome.AlreadyDone => new AppendResult.AlreadyDone(await EntriesOfAsync(append, ct)),
            Outcome.Conflict => new AppendResult.Conflict((int)written.ActualVersion),
            Outcome.Erased => new AppendResult.Erased(),
        };
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

    public async Task<Followed> FollowAsync(long afterSequence, int limit, CancellationToken ct)
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
        return new Followed(rows.Count == 0 ? afterSequence : rows[^1].Sequence, entries);
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
        var version = await VersionAsync(session, stream, ct);
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

    private async Task<int> VersionAsync(Session session, StreamKey stream, CancellationToken ct)
    {
        await using var reader = await session.Command(HeadSql, stream.Bytes).ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return 0;
        if (!reader.GetBoolean(1))
            return (int)reader.GetInt64(0);
        Forget(stream.Stream);
        return 0;
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
