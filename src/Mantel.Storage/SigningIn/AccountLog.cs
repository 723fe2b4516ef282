using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;
using Mantel.Storage.SigningIn;

namespace Mantel.Storage;

/// <summary>
/// The log of accounts and sign-ins: chained like the looks, sealed, and beside them. What is about one account is read
/// by its owner; all of it by an administrator.
/// </summary>
public sealed class AccountLog
{
    private static readonly StreamKey Log = new(StreamId.Directory);
    private readonly Database _looks;
    private readonly byte[] _key;

    internal AccountLog(Database looks, byte[] key) => (_looks, _key) = (looks, key);

    /// <summary>Durable when it returns.</summary>
    public async Task WriteAsync(AccountEvent happened, CancellationToken ct)
    {
        var id = Bytes.Of(happened.Id);
        var payload = Encrypt(happened, id);
        await using var session = await _looks.RentAsync(ct);
        session.Write(() =>
        {
            var account = Bytes.Of(happened.Account ?? Guid.Empty);
            var next = StoredEvent.Next(EventTail.Read(session), id, account, happened.At.UtcTicks, payload);
            session.Insert(Tables.AccountEvent, [next.ToRow()]);
        });
    }

    /// <summary>Newest first.</summary>
    /// <param name="account">Whose; null reads those of everybody.</param>
    public async Task<IReadOnlyList<AccountEvent>> ReadAsync(Guid? account, int skip, int take, CancellationToken ct)
    {
        await using var session = await _looks.RentAsync(ct);
        var command = session.Command(
            $"""
            SELECT {StoredEvent.Columns} FROM account_event {(account is null ? "" : "WHERE account = @p2")}
            ORDER BY seq DESC LIMIT @p0 OFFSET @p1
            """,
            account is { } one ? [take, skip, Bytes.Of(one)] : [take, skip]
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        using var cipher = new Cipher(_key);
        var read = new List<AccountEvent>();
        while (await reader.ReadAsync(ct))
            read.Add(Open(StoredEvent.Read(reader), cipher));
        return read;
    }

    private byte[] Encrypt(AccountEvent happened, byte[] id)
    {
        using var cipher = new Cipher(_key);
        return cipher.Encrypt(
            JsonSerializer.SerializeToUtf8Bytes(happened, FactCodec.Json),
            Sealed.AccountEvent,
            Log,
            id
        );
    }

    private static AccountEvent Open(StoredEvent stored, Cipher cipher) =>
        JsonSerializer.Deserialize<AccountEvent>(
            cipher.Decrypt(stored.Payload, Sealed.AccountEvent, Log, stored.Id),
            FactCodec.Json
        )!;
}
