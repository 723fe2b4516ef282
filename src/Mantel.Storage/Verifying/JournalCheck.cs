using System.Data.Common;
using System.Security.Cryptography;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;

namespace Mantel.Storage.Verifying;

/// <summary>
/// Reads entries in the order of the journal beside the seals that closed each commit: every hash, every chain, every
/// signature, and whether anything is missing in between or at the end. Needs no key of any person.
/// </summary>
internal sealed class JournalCheck(Faults faults, byte[] publicKey, IProgress<StorageProgress>? progress)
{
    private const int SealsAtOnce = 1000;
    private const string EntryColumns =
        "stream, version, seq, id, act, recorded, withdraws, attached, payload, payload_hash, hash";

    private readonly Dictionary<StreamKey, (long Version, byte[] Hash)> _heads = [];
    private readonly HashSet<(StreamKey Stream, long Version)> _missing = [];
    private readonly HashSet<(StreamKey Stream, Guid Attachment)> _withdrawnAttachments = [];
    private readonly List<StoredEntry> _attached = [];
    private long _documents;
    private long _sequence;
    private byte[] _sealHash = Chain.Start;

    public long Entries { get; private set; }

    public long Seals { get; private set; }

    public IReadOnlyCollection<StreamKey> Streams => _heads.Keys;

    public async Task RunAsync(Session session, KeptSeal? kept, CancellationToken ct)
    {
        var total = SealTail.Read(session).LastSequence;
        while (await ReadSealsAsync(session, ct) is { Count: > 0 } seals)
        {
            CheckSeals(seals, kept);
            await CheckEntriesAsync(session, seals, ct);
            progress?.Report(new StorageProgress("verify", Entries, total));
        }
        await CheckUnsealedAsync(session, ct);
        await CheckDocumentsAsync(session, ct);
        foreach (var (stream, version) in _missing)
            faults.Add(Place(stream, version), "The payload is gone, and no entry withdraws it.");
        if (kept is not null && kept.Number > Seals)
            faults.Add($"journal, seal {kept.Number}", "The tail was cut off: a seal that was kept elsewhere is gone.");
    }

    private static string Place(StreamKey stream, long version) => $"{stream.Stream} version {version}";

    private async Task<List<SealRow>> ReadSealsAsync(Session session, CancellationToken ct)
    {
        var command = session.Command(
            "SELECT number, last_seq, heads, hash, signature FROM seal WHERE number > @p0 ORDER BY number LIMIT @p1",
            Seals,
            (long)SealsAtOnce
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var seals = new List<SealRow>();
        while (await reader.ReadAsync(ct))
            seals.Add(SealRow.Read(reader));
        return seals;
    }

    private void CheckSeals(List<SealRow> seals, KeptSeal? kept)
    {
        var signed = new bool[seals.Count];
        Parallel.For(0, seals.Count, i => signed[i] = seals[i].IsSigned(publicKey));
        for (var i = 0; i < seals.Count; i++)
        {
            var seal = seals[i];
            var place = $"journal, seal {seal.Number}";
            if (seal.Number != Seals + 1)
                faults.Add(place, $"The seals between {Seals} and this one are missing.");
            if (
                !Chain.SealHash(_sealHash, seal.Number, seal.LastSequence, seal.Heads).AsSpan().SequenceEqual(seal.Hash)
            )
                faults.Add(place, "The seal does not fit what it closes or the seal before it.");
            if (!signed[i])
                faults.Add(place, "The signature is not valid.");
            if (kept?.Number == seal.Number && !kept.Hash.AsSpan().SequenceEqual(seal.Hash))
                faults.Add(place, "The journal was written anew: this seal is not the one that was kept elsewhere.");
            (Seals, _sealHash) = (seal.Number, seal.Hash);
        }
    }

    private async Task CheckEntriesAsync(Session session, List<SealRow> seals, CancellationToken ct)
    {
        var command = session.Command(
            $"SELECT {EntryColumns} FROM entry WHERE seq > @p0 AND seq <= @p1 ORDER BY seq",
            _sequence,
            seals[^1].LastSequence
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var moved = new HashSet<StreamKey>();
        var at = 0;
        while (await reader.ReadAsync(ct))
        {
            var entry = Read(reader);
            for (; at < seals.Count && entry.Sequence > seals[at].LastSequence; at++)
                Close(seals[at], moved);
            Check(entry);
            moved.Add(entry.Stream);
        }
        for (; at < seals.Count; at++)
            Close(seals[at], moved);
    }

    private void Check(StoredEntry entry)
    {
        var place = Place(entry.Stream, entry.Version);
        var (version, hash) = _heads.GetValueOrDefault(entry.Stream, (0, Chain.Start));
        if (entry.Sequence != _sequence + 1)
            faults.Add($"journal, sequence {_sequence + 1}", "Entries are missing before the next one.");
        if (entry.Version != version + 1)
            faults.Add(place, $"The entries after version {version} are missing.");
        if (!Chain.EntryHash(hash, entry).AsSpan().SequenceEqual(entry.Hash))
            faults.Add(place, "The entry does not fit its hash: it, or the one before it, was changed.");
        if (entry.Payload is null)
            _missing.Add((entry.Stream, entry.Version));
        else if (!SHA256.HashData(entry.Payload).AsSpan().SequenceEqual(entry.PayloadHash))
            faults.Add(place, "The payload was changed.");
        if (entry.Withdraws is { } withdraws)
            TakeWithdrawn(entry, withdraws);
        if (entry.Attached is not null)
            _attached.Add(entry);
        _heads[entry.Stream] = (entry.Version, entry.Hash);
        _sequence = entry.Sequence;
        Entries++;
    }

    private void TakeWithdrawn(StoredEntry entry, byte[] withdraws)
    {
        if (Withdrawn.Read(withdraws) is not { } withdrawn)
        {
            faults.Add(Place(entry.Stream, entry.Version), "What the entry withdraws cannot be read.");
            return;
        }
        foreach (var version in withdrawn.Versions)
        {
            if (!_missing.Remove((entry.Stream, version)))
                faults.Add(Place(entry.Stream, version), "The entry was withdrawn, but its payload is still there.");
        }
        foreach (var attachment in withdrawn.Attachments)
            _withdrawnAttachments.Add((entry.Stream, attachment));
    }

    /// <summary>A seal names the heads its commit moved, all of them and no others.</summary>
    private void Close(SealRow seal, HashSet<StreamKey> moved)
    {
        var place = $"journal, seal {seal.Number}";
        foreach (var (stream, version, hash) in Chain.ReadHeads(seal.Heads) ?? [])
        {
            var head = _heads.GetValueOrDefault(stream);
            if (head.Version != version || !head.Hash.AsSpan().SequenceEqual(hash))
                faults.Add(place, $"{stream.Stream} does not end with the version {version} that was sealed.");
            moved.Remove(stream);
        }
        foreach (var stream in moved)
            faults.Add(place, $"{stream.Stream} has entries in this commit that were not sealed.");
        moved.Clear();
        if (_sequence != seal.LastSequence)
            faults.Add(place, $"The commit should end with sequence {seal.LastSequence}, not with {_sequence}.");
        _sequence = seal.LastSequence;
    }

    private async Task CheckUnsealedAsync(Session session, CancellationToken ct)
    {
        var count = (long)(await session.Command("SELECT COUNT(*) FROM entry").ExecuteScalarAsync(ct))!;
        if (count != Entries)
            faults.Add("journal", $"{count - Entries} entries are there that no seal covers.");
    }

    private async Task CheckDocumentsAsync(Session session, CancellationToken ct)
    {
        foreach (var entry in _attached)
            await CheckAttachmentsAsync(session, entry, ct);
        var count = (long)(await session.Command("SELECT COUNT(*) FROM attachment").ExecuteScalarAsync(ct))!;
        if (count > _documents)
            faults.Add("journal", $"{count - _documents} documents are there that no entry brought.");
    }

    private async Task CheckAttachmentsAsync(Session session, StoredEntry entry, CancellationToken ct)
    {
        var command = session.Command(
            "SELECT id, payload, payload_hash FROM attachment WHERE stream = @p0 AND version = @p1",
            entry.Stream.Bytes,
            entry.Version
        );
        var rows = new List<(byte[] Id, byte[] Hash)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            rows.Add(CheckAttachment(reader, entry.Stream));
        _documents += rows.Count;
        if (!Chain.AttachedHash(rows).AsSpan().SequenceEqual(entry.Attached))
            faults.Add(Place(entry.Stream, entry.Version), "Its documents are not those that came with it.");
    }

    private (byte[] Id, byte[] Hash) CheckAttachment(DbDataReader reader, StreamKey stream)
    {
        var (id, hash) = (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(2));
        var withdrawn = _withdrawnAttachments.Contains((stream, Bytes.Guid(id)));
        var place = $"{stream.Stream} attachment {Bytes.Guid(id)}";
        if (reader.IsDBNull(1) != withdrawn)
            faults.Add(
                place,
                withdrawn ? "It was withdrawn, but is still there." : "It is gone, and nothing withdraws it."
            );
        else if (!withdrawn && !SHA256.HashData(reader.GetFieldValue<byte[]>(1)).AsSpan().SequenceEqual(hash))
            faults.Add(place, "It was changed.");
        return (id, hash);
    }

    private static StoredEntry Read(DbDataReader reader)
    {
        byte[]? Optional(int i) => reader.IsDBNull(i) ? null : reader.GetFieldValue<byte[]>(i);
        return new StoredEntry
        {
            Stream = new StreamKey(reader.GetFieldValue<byte[]>(0)),
            Version = reader.GetInt64(1),
            Sequence = reader.GetInt64(2),
            Id = reader.GetFieldValue<byte[]>(3),
            Act = reader.GetFieldValue<byte[]>(4),
            Recorded = reader.GetInt64(5),
            Withdraws = Optional(6),
            Attached = Optional(7),
            Payload = Optional(8),
            PayloadHash = reader.GetFieldValue<byte[]>(9),
            Hash = reader.GetFieldValue<byte[]>(10),
        };
    }
}

internal sealed record SealRow(long Number, long LastSequence, byte[] Heads, byte[] Hash, byte[] Signature)
{
    public static SealRow Read(DbDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetInt64(1),
            reader.GetFieldValue<byte[]>(2),
            reader.GetFieldValue<byte[]>(3),
            reader.GetFieldValue<byte[]>(4)
        );

    public bool IsSigned(byte[] publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyHash(Hash, Signature);
    }
}
