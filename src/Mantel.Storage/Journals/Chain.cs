using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Journals;

/// <summary>
/// How entries chain per stream and commits chain by seals. Everything that is hashed is hashed here.
/// </summary>
internal static class Chain
{
    public const int HashLength = 32;
    private const int HeaderLength = StreamKey.Length + 8 + 8 + 16 + 16 + 8 + HashLength + HashLength;
    private const int HeadLength = StreamKey.Length + 8 + HashLength;

    public static byte[] Start { get; } = new byte[HashLength];

    /// <summary>The hash before ‖ header fields ‖ hash of the ciphertext.</summary>
    public static byte[] EntryHash(ReadOnlySpan<byte> previous, StoredEntry entry)
    {
        Span<byte> bytes = stackalloc byte[HashLength + HeaderLength + HashLength];
        previous.CopyTo(bytes);
        var rest = bytes[HashLength..];
        rest = Put(rest, entry.Stream.Bytes);
        rest = Put(rest, entry.Version);
        rest = Put(rest, entry.Sequence);
        rest = Put(rest, entry.Id);
        rest = Put(rest, entry.Act);
        rest = Put(rest, entry.Recorded);
        rest = Put(rest, entry.Withdraws is { } withdraws ? SHA256.HashData(withdraws) : Start);
        rest = Put(rest, entry.Attached ?? Start);
        Put(rest, entry.PayloadHash);
        return SHA256.HashData(bytes);
    }

    /// <summary>
    /// What ties the documents of an act to its first entry: their ids and the hashes of their ciphertexts.
    /// </summary>
    public static byte[] AttachedHash(IEnumerable<(byte[] Id, byte[] PayloadHash)> attachments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var (id, payloadHash) in attachments.OrderBy(one => Convert.ToHexString(one.Id), StringComparer.Ordinal)
        )
        {
            hash.AppendData(id);
            hash.AppendData(payloadHash);
        }
        return hash.GetHashAndReset();
    }

    public static byte[] SealHash(ReadOnlySpan<byte> previous, long number, long lastSequence, ReadOnlySpan<byte> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("mantel-seal-1"u8);
        hash.AppendData(previous);
        hash.AppendData(Bytes.Of(number));
        hash.AppendData(Bytes.Of(lastSequence));
        hash.AppendData(heads);
        return hash.GetHashAndReset();
    }

    public static byte[] WriteHeads(IEnumerable<StoredEntry> newest)
    {
        using var bytes = new MemoryStream();
        foreach (var entry in newest)
        {
            bytes.Write(entry.Stream.Bytes);
            bytes.Write(Bytes.Of(entry.Version));
            bytes.Write(entry.Hash);
        }
        return bytes.ToArray();
    }

    /// <summary>The heads of a seal; null when the bytes are no heads.</summary>
    public static IReadOnlyList<(StreamKey Stream, long Version, byte[] Hash)>? ReadHeads(byte[] bytes)
    {
        if (bytes.Length % HeadLength != 0)
            return null;
        var heads = new List<(StreamKey, long, byte[])>(bytes.Length / HeadLength);
        for (var at = 0; at < bytes.Length; at += HeadLength)
        {
            var head = bytes.AsSpan(at, HeadLength);
            if (!StreamKey.IsKnown(head[0]))
                return null;
            var version = BinaryPrimitives.ReadInt64BigEndian(head[StreamKey.Length..]);
            heads.Add((new StreamKey(head[..StreamKey.Length].ToArray()), version, head[^HashLength..].ToArray()));
        }
        return heads;
    }

    private static Span<byte> Put(Span<byte> into, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(into);
        return into[bytes.Length..];
    }

    private static Span<byte> Put(Span<byte> into, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(into, number);
        return into[8..];
    }
}

/// <summary>
/// What an entry withdraws: versions of its stream, and documents. In clear, so that verifying needs no key.
/// </summary>
internal sealed record Withdrawn(IReadOnlyList<int> Versions, IReadOnlyList<Guid> Attachments)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static Withdrawn? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Withdrawn>(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An entry as it lies in the journal. Sequence and hash are given out under the lock.</summary>
internal sealed class StoredEntry
{
    public required StreamKey Stream { get; init; }
    public required long Version { get; init; }
    public long Sequence { get; set; }
    public required byte[] Id { get; init; }
    public required byte[] Act { get; init; }
    public required long Recorded { get; init; }
    public byte[]? Withdraws { get; init; }
    public byte[]? Attached { get; init; }
    public required byte[]? Payload { get; init; }
    public required byte[] PayloadHash { get; init; }
    public byte[] Hash { get; set; } = [];

    public object?[] ToRow() =>
        [Stream.Bytes, Version, Sequence, Id, Act, Recorded, Withdraws, Attached, Payload, PayloadHash, Hash];
}
