using System.Text.Json;
using Dapper;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;
using Mantel.Storage.Looking;

namespace Mantel.Storage;

/// <summary>One look at a person's record: who, when, at what, for which purpose and on which ground.</summary>
public sealed record Look(
    Guid Id,
    DateTimeOffset At,
    Guid Person,
    Guid Account,
    string AccountName,
    Role Role,
    string? Organisation,
    string Page,
    string Purpose,
    string Basis,
    string? Reason
);

/// <summary>Every look at a person, which the person can read.</summary>
public sealed class LookLog
{
    private readonly Database _looks;
    private readonly KeyRing _keys;
    private readonly LookWriter _writer;

    internal LookLog(Database looks, KeyRing keys, LookWriter writer) =>
        (_looks, _keys, _writer) = (looks, keys, writer);

    /// <summary>Durable when it returns; the same id twice is written once.</summary>
    public async Task WriteAsync(Look look, CancellationToken ct)
    {
        var stream = new StreamKey(StreamId.Person(look.Person));
        var key = await _keys.EnsureAsync(stream, ct);
        await _writer.WriteAsync(new PendingLook(look, Encrypt(look, stream, key)));
    }

    /// <summary>The looks at a person, newest first.</summary>
    public async Task<IReadOnlyList<Look>> ReadAsync(Guid person, int skip, int take, CancellationToken ct)
    {
        await using var session = await _looks.RentAsync(ct);
        var rows = await session.Connection.QueryAsync<LookRow>(
            """
            SELECT id, payload FROM look WHERE person = @person AND payload IS NOT NULL
            ORDER BY seq DESC LIMIT @take OFFSET @skip
            """,
            new
            {
                person = Bytes.Of(person),
                take,
                skip,
            }
        );
        return await OpenAsync(person, rows, ct);
    }

    /// <summary>The newest look of this account at this person's page, or null.</summary>
    public async Task<Look?> LastAsync(Guid account, Guid person, string page, CancellationToken ct)
    {
        for (var skip = 0; ; skip += Page)
        {
            var looks = await OpenAsync(person, await ReadPageAsync(account, person, skip, ct), ct);
            if (looks.FirstOrDefault(look => string.Equals(look.Page, page, StringComparison.Ordinal)) is { } found)
                return found;
            if (looks.Count < Page)
                return null;
        }
    }

    private const int Page = 50;

    private async Task<IEnumerable<LookRow>> ReadPageAsync(Guid account, Guid person, int skip, CancellationToken ct)
    {
        await using var session = await _looks.RentAsync(ct);
        return await session.Connection.QueryAsync<LookRow>(
            """
            SELECT id, payload FROM look WHERE account = @account AND person = @person AND payload IS NOT NULL
            ORDER BY seq DESC LIMIT @take OFFSET @skip
            """,
            new
            {
                account = Bytes.Of(account),
                person = Bytes.Of(person),
                take = Page,
                skip,
            }
        );
    }

    private static byte[]? Encrypt(Look look, StreamKey stream, byte[]? key)
    {
        if (key is null)
            return null;
        using var cipher = new Cipher(key);
        return cipher.Encrypt(
            JsonSerializer.SerializeToUtf8Bytes(look, FactCodec.Json),
            Sealed.Look,
            stream,
            Bytes.Of(look.Id)
        );
    }

    private async Task<IReadOnlyList<Look>> OpenAsync(Guid person, IEnumerable<LookRow> rows, CancellationToken ct)
    {
        var stream = new StreamKey(StreamId.Person(person));
        if (await _keys.FindAsync(stream, ct) is not { } key)
            return [];
        using var cipher = new Cipher(key);
        return rows.Select(row => cipher.Decrypt(row.Payload, Sealed.Look, stream, row.Id))
            .Select(json => JsonSerializer.Deserialize<Look>(json, FactCodec.Json)!)
            .ToList();
    }

    private sealed record LookRow(byte[] Id, byte[] Payload);
}
