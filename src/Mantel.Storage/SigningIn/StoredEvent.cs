using System.Data.Common;
using System.Security.Cryptography;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;

namespace Mantel.Storage.SigningIn;

/// <summary>A line of the account log as it lies there, chained to the one before.</summary>
internal sealed record StoredEvent(
    long Seq,
    byte[] Id,
    byte[] Account,
    long At,
    byte[] Payload,
    byte[] PayloadHash,
    byte[] Hash
)
{
    public const string Columns = "seq, id, account, at, payload, payload_hash, hash";

    public static StoredEvent Next(EventTail tail, byte[] id, byte[] account, long at, byte[] payload)
    {
        var next = new StoredEvent(tail.Sequence + 1, id, account, at, payload, SHA256.HashData(payload), []);
        return next with { Hash = next.ComputeHash(tail.Hash) };
    }

    public static StoredEvent Read(DbDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetFieldValue<byte[]>(1),
            reader.GetFieldValue<byte[]>(2),
            reader.GetInt64(3),
            reader.GetFieldValue<byte[]>(4),
            reader.GetFieldValue<byte[]>(5),
            reader.GetFieldValue<byte[]>(6)
        );

    public byte[] ComputeHash(byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(Bytes.Of(Seq));
        hash.AppendData(Id);
        hash.AppendData(Account);
        hash.AppendData(Bytes.Of(At));
        hash.AppendData(PayloadHash);
        return hash.GetHashAndReset();
    }

    public object?[] ToRow() => [Seq, Id, Account, At, Payload, PayloadHash, Hash];
}

/// <summary>The newest line: where the log goes on.</summary>
internal sealed record EventTail(long Sequence, byte[] Hash)
{
    public static EventTail Read(Session session)
    {
        using var reader = session
            .Command("SELECT seq, hash FROM account_event ORDER BY seq DESC LIMIT 1")
            .ExecuteReader();
        return reader.Read()
            ? new EventTail(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
            : new EventTail(0, Chain.Start);
    }
}
