using System.Buffers;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Journals;

/// <summary>
/// The part of an entry that reading needs; all but its version only where the payload was destroyed.
/// </summary>
internal readonly record struct StoredPayload(
    int Version,
    byte[] Id,
    byte[] Act,
    long Recorded,
    bool Withdraws,
    byte[]? Payload
)
{
    private static readonly Author Nobody = new(Guid.Empty, "", Role.System, null, null);

    public const string Columns = "version, id, act, recorded, withdraws IS NOT NULL, payload";

    /// <summary>Decrypted and parsed, an entry takes about three times its ciphertext in memory.</summary>
    public long Size => 200 + (3L * (Payload?.Length ?? 0));

    public static StoredPayload Read(DbDataReader reader) =>
        reader.IsDBNull(5)
            ? new(
                (int)reader.GetInt64(0),
                reader.GetFieldValue<byte[]>(1),
                reader.GetFieldValue<byte[]>(2),
                reader.GetInt64(3),
                reader.GetBoolean(4),
                Payload: null
            )
            : new((int)reader.GetInt64(0), [], [], 0, reader.GetBoolean(4), reader.GetFieldValue<byte[]>(5));

    /// <summary>The entry, or the stub that is left of a withdrawn one.</summary>
    /// <exception cref="StorageException">The payload was damaged.</exception>
    public Entry Open(StreamKey stream, Cipher cipher)
    {
        if (Payload is null)
            return Stub(stream);
        var plain = ArrayPool<byte>.Shared.Rent(Payload.Length);
        try
        {
            var length = cipher.Decrypt(Payload, Sealed.Entry, stream, Bytes.Of((long)Version), plain);
            return FactCodec.Read(plain.AsSpan(0, length), stream.Stream, Version);
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            throw new StorageException($"{stream.Stream} version {Version} is damaged. Run verify.", failure);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);
        }
    }

    /// <summary>What is left of an entry when its payload is destroyed.</summary>
    public static Entry Stub(Entry entry) => Stub(entry.Stream, entry.Version, entry.Id, entry.Act, entry.Recorded);

    private Entry Stub(StreamKey stream) =>
        Stub(stream.Stream, Version, Bytes.Guid(Id), Bytes.Guid(Act), new DateTimeOffset(Recorded, TimeSpan.Zero));

    private static Entry Stub(StreamId stream, int version, Guid id, Guid act, DateTimeOffset recorded) =>
        new(id, stream, version, new EntryWithdrawn(), Effective: null, recorded, Nobody, Source.Mantel, act, []);
}

/// <summary>A document as it is encrypted: its name and type inside.</summary>
internal static class AttachmentCodec
{
    private sealed record Header(string ContentType, string? FileName);

    public static byte[] Write(NewAttachment attachment)
    {
        using var bytes = new MemoryStream(attachment.Content.Length + 200);
        var header = JsonSerializer.SerializeToUtf8Bytes(new Header(attachment.ContentType, attachment.FileName));
        bytes.Write(Bytes.Of(header.Length));
        bytes.Write(header);
        bytes.Write(attachment.Content);
        return bytes.ToArray();
    }

    public static Attachment Read(byte[] bytes)
    {
        var length = (int)System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes);
        var header = JsonSerializer.Deserialize<Header>(bytes.AsSpan(8, length))!;
        return new Attachment(header.ContentType, header.FileName, bytes[(8 + length)..]);
    }
}
