using System.Security.Cryptography;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;
using Mantel.Storage.SigningIn;

namespace Mantel.Storage.Verifying;

/// <summary>Whether the log of accounts and sign-ins is whole: no line taken out of it, or changed.</summary>
internal sealed class AccountsCheck(Faults faults)
{
    private long _sequence;
    private byte[] _hash = Chain.Start;

    public long Count { get; private set; }

    public async Task RunAsync(Session session, KeptSeal? kept, CancellationToken ct)
    {
        var command = session.Command($"SELECT {StoredEvent.Columns} FROM account_event ORDER BY seq");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            Check(StoredEvent.Read(reader), kept);
        if (kept?.AccountSequence > _sequence)
            faults.Add("account log", $"The tail after {_sequence} was cut off: a seal kept elsewhere has seen more.");
    }

    private void Check(StoredEvent line, KeptSeal? kept)
    {
        var place = $"account log, {line.Seq}";
        if (line.Seq != _sequence + 1)
            faults.Add(place, $"The lines after {_sequence} are missing.");
        if (!line.ComputeHash(_hash).AsSpan().SequenceEqual(line.Hash))
            faults.Add(place, "The line does not fit its hash: it, or the one before it, was changed.");
        if (!SHA256.HashData(line.Payload).AsSpan().SequenceEqual(line.PayloadHash))
            faults.Add(place, "The payload was changed.");
        if (kept?.AccountSequence == line.Seq && !kept.AccountHash.AsSpan().SequenceEqual(line.Hash))
            faults.Add(place, "The log was written anew: this line is not the one that was sealed elsewhere.");
        (_sequence, _hash) = (line.Seq, line.Hash);
        Count++;
    }
}
