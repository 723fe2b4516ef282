using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;
using Mantel.Storage.Keys;

namespace Mantel.Storage;

/// <summary>
/// Everyone known here, to be found by name, birth date or number; kept in memory, current with the journal.
/// </summary>
public sealed class Register<TRow> : IFollowed
    where TRow : class
{
    private readonly Database _journal;
    private readonly KeyRing _keys;
    private readonly ReadModel<TRow> _model;
    private readonly IJournal _entries;
    private readonly ConcurrentDictionary<Guid, TRow> _rows = new();
    private readonly SemaphoreSlim _following = new(1, 1);
    private long _last;

    internal Register(Database journal, KeyRing keys, ReadModel<TRow> model, IJournal entries) =>
        (_journal, _keys, _model, _entries) = (journal, keys, model, entries);

    /// <summary>Everyone's row, others' newest changes included.</summary>
    public async Task<IReadOnlyList<TRow>> AllAsync(CancellationToken ct)
    {
        await FollowAsync(ct);
        return [.. _rows.Values];
    }

    /// <summary>The row of one person, or null.</summary>
    public async Task<TRow?> OfAsync(Guid person, CancellationToken ct)
    {
        await FollowAsync(ct);
        return _rows.GetValueOrDefault(person);
    }

    public async Task<IReadOnlyList<TRow>> FindAsync(Func<TRow, bool> that, CancellationToken ct)
    {
        await FollowAsync(ct);
        return _rows.Values.Where(that).ToList();
    }

    /// <summary>The people who have exactly this number, as the read model wrote it.</summary>
    public async Task<IReadOnlyList<TRow>> FindByNumberAsync(string number, CancellationToken ct)
    {
        await FollowAsync(ct);
        await using var session = await _journal.RentAsync(ct);
        var streams = await session.Connection.QueryAsync<byte[]>(
            "SELECT stream FROM number_index WHERE hmac = @hash",
            new { hash = RegisterWrite.Hash(_keys, number) }
        );
        return streams
            .Select(stream => _rows.GetValueOrDefault(new StreamKey(stream).Stream.Id))
            .OfType<TRow>()
            .ToList();
    }

    Task IFollowed.FollowAsync(CancellationToken ct) => FollowAsync(ct);

    /// <summary>Takes in what changed since the last look, by this process or another.</summary>
    private async Task FollowAsync(CancellationToken ct)
    {
        await _following.WaitAsync(ct);
        try
        {
            await using var session = await _journal.RentAsync(ct);
            var changes = session.Connection.QueryUnbufferedAsync<RowRead>(
                "SELECT stream, version, model, changed, content FROM register WHERE changed > @last ORDER BY changed",
                new { last = _last }
            );
            await foreach (var change in changes.WithCancellation(ct))
                await TakeAsync(change, ct);
        }
        finally
        {
            _following.Release();
        }
    }

    private async Task TakeAsync(RowRead change, CancellationToken ct)
    {
        var stream = new StreamKey(change.Stream);
        if (await _keys.FindAsync(stream, ct) is not { } key)
            _rows.TryRemove(stream.Stream.Id, out _);
        else if (change.Model != _model.Version)
            await ProjectAsync(stream.Stream, ct);
        else if (change.Content is null)
            _rows.TryRemove(stream.Stream.Id, out _);
        else
            _rows[stream.Stream.Id] = _model.At(Open(stream, change.Content, key), (int)change.Version);
        _last = change.Changed;
    }

    /// <summary>A row that another version of the program wrote is made here, from the journal.</summary>
    private async Task ProjectAsync(StreamId person, CancellationToken ct)
    {
        var whole = await WholeRecord.OfAsync(
            person,
            await _entries.ReadAsync(person, 0, ct),
            other => _entries.ReadAsync(other, 0, ct)
        );
        if (whole.Count > 0 && _model.Project(person, whole) is { } projection)
            _rows[person.Id] = (TRow)projection.Row;
        else
            _rows.TryRemove(person.Id, out _);
    }

    private static TRow Open(StreamKey stream, byte[] content, byte[] key)
    {
        using var cipher = new Cipher(key);
        try
        {
            var json = cipher.Decrypt(content, Sealed.RegisterRow, stream, []);
            return JsonSerializer.Deserialize<TRow>(json, FactCodec.Json)
                ?? throw new JsonException("A row is never null.");
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            throw new StorageException($"The register row of {stream.Stream} is damaged. Run rebuild.", failure);
        }
    }

    private sealed record RowRead(byte[] Stream, long Version, long Model, long Changed, byte[]? Content);
}

/// <summary>Something in memory that follows the journal.</summary>
internal interface IFollowed
{
    Task FollowAsync(CancellationToken ct);
}
