using System.Data.Common;
using System.Security.Cryptography;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;
using Mantel.Storage.Looking;

namespace Mantel.Storage.Verifying;

/// <summary>Whether the look log is whole: nobody took a look out of it, or changed one.</summary>
internal sealed class LooksCheck(Faults faults, IReadOnlySet<Guid> erased)
{
    private long _sequence;
    private byte[] _hash = Chain.Start;

    public long Count { get; private set; }

    public async Task RunAsync(Session session, KeptSeal? kept, CancellationToken ct)
    {
        var command = session.Command(
            "SELECT seq, id, person, account, at, payload, payload_hash, hash FROM look ORDER BY seq"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            Check(Read(reader), kept);
        if (kept is not null && kept.LookSequence > _sequence)
            faults.Add("look log", $"The tail after {_sequence} was cut off: the seal kept elsewhere has seen more.");
    }

    private void Check(StoredLook look, KeptSeal? kept)
    {
        var place = $"look log, {look.Seq}";
        if (look.Seq != _sequence + 1)
            faults.Add(place, $"The looks after {_sequence} are missing.");
        if (!look.ComputeHash(_hash).AsSpan().SequenceEqual(look.Hash))
            faults.Add(place, "The look does not fit its hash: it, or the one before it, was changed.");
        if (look.Payload is { } payload && !SHA256.HashData(payload).AsSpan().SequenceEqual(look.Payload_hash))
            faults.Add(place, "The payload was changed.");
        if (look.Payload is null && !erased.Contains(Bytes.Guid(look.Person)))
            faults.Add(place, "The payload is gone, and the person was not erased.");
        if (kept?.LookSequence == look.Seq && !kept.LookHash.AsSpan().SequenceEqual(look.Hash))
            faults.Add(place, "The log was written anew: this look is not the one that was sealed elsewhere.");
        (_sequence, _hash) = (look.Seq, look.Hash);
        Count++;
    }

    private static StoredLook Read(DbDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetFieldValue<byte[]>(1),
            reader.GetFieldValue<byte[]>(2),
            reader.GetFieldValue<byte[]>(3),
            reader.GetInt64(4),
            reader.IsDBNull(5) ? null : reader.GetFieldValue<byte[]>(5),
            reader.GetFieldValue<byte[]>(6),
            reader.GetFieldValue<byte[]>(7)
        );
}
