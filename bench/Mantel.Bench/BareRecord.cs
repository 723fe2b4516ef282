using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;

namespace Mantel.Bench;

/// <summary>
/// The same bytes through AES-GCM and JsonSerializer with its usual settings, each type known beforehand.
/// </summary>
internal sealed class BareRecord(byte[] key, StreamKey stream, List<StoredPayload> rows, IReadOnlyList<Entry> entries)
{
    private static readonly JsonSerializerOptions Usual = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Type[] _types =
    [
        .. entries.Select(entry => typeof(BareEntry<>).MakeGenericType(entry.Fact.GetType())),
    ];

    public object[] Open()
    {
        using var aes = new AesGcm(key, 16);
        var opened = new object[rows.Count];
        Span<byte> place = stackalloc byte[1 + StreamKey.Length + 8];
        place[0] = 1;
        stream.Bytes.CopyTo(place[1..]);
        for (var i = 0; i < opened.Length; i++)
        {
            var payload = rows[i].Payload!;
            var plain = new byte[payload.Length - 29];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(place[^8..], rows[i].Version);
            aes.Decrypt(payload.AsSpan(1, 12), payload.AsSpan(13, plain.Length), payload.AsSpan(^16..), plain, place);
            opened[i] = JsonSerializer.Deserialize(plain, _types[i], Usual)!;
        }
        return opened;
    }

    private sealed record BareEntry<TFact>(
        string Kind,
        int KindVersion,
        Guid Id,
        PartialDate? Effective,
        DateTimeOffset Recorded,
        Author Author,
        Source Source,
        Guid Act,
        IReadOnlyList<Guid> RestsOn,
        TFact Fact
    );
}
