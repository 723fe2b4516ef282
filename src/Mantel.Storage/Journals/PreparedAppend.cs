using System.Buffers.Binary;
using System.Security.Cryptography;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Journals;

/// <summary>
/// An act made ready on the caller's own thread: numbered from the version it was decided on, encrypted. Only when that
/// version still holds under the lock does any of it count.
/// </summary>
internal sealed class PreparedAppend
{
    private readonly Append _append;
    private readonly StreamKey _stream;
    private readonly List<StoredEntry> _stored = [];
    private readonly string? _fingerprint;

    public PreparedAppend(Append append, Loaded before, byte[] key)
    {
        (_append, _stream) = (append, new StreamKey(append.Stream));
        _fingerprint = append.Content is { } content ? Fingerprint.Of(content, append.Act, key) : null;
        using var cipher = new Cipher(key);
        var withdrawn = FindWithdrawn(before);
        var attachments = (append.Attachments ?? []).Select(one => Encrypt(one, cipher)).ToList();
        var attached =
            attachments.Count == 0 ? null : Chain.AttachedHash(attachments.Select(row => (row.Id, row.Hash)));
        Entries = append.Facts.Select(Place).ToList();
        var size = Store(cipher, withdrawn, attached);
        var all = Withdraw(before.Entries, withdrawn).Concat(Entries).ToArray();
        After = new Loaded(all, before.Size + size);
        Pending = new PendingAppend
        {
            Stream = _stream,
            ExpectedVersion = append.ExpectedVersion,
            Act = Bytes.Of(append.Act),
            Previous = before.Version == 0 ? [] : before.Hash,
            Entries = _stored,
            Attachments = attachments.Select(row => row.ToRow(_stream, append.ExpectedVersion + 1)).ToList(),
            Withdrawn = withdrawn,
            Leaves = append.Leaves,
            Kinds = Entries
                .Select(entry => FactCodec.KindOf(entry.Fact))
                .Select(kind => (kind.Name, kind.Version))
                .ToList(),
        };
    }

    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The stream as it is once this is written.</summary>
    public Loaded After { get; }

    public PendingAppend Pending { get; }

    public StreamKey Stream => _stream;

    public Append Append => _append;

    /// <summary>True when the row of the register may come out different.</summary>
    public bool ChangesRow(ReadModel model) =>
        _append.ExpectedVersion == 0
        || Pending.Withdrawn is not null
        || _append.Facts.Any(fact => model.ChangesWith(fact.Fact));

    private Entry Place(NewFact fact, int index) =>
        new(
            fact.Id ?? IdOf(index),
            _append.Stream,
            _append.ExpectedVersion + 1 + index,
            fact.Fact,
            fact.Effective,
            _append.Now.Instant.ToUniversalTime(),
            _append.Author,
            fact.Source ?? Source.Mantel,
            _append.Act,
            fact.RestsOn ?? []
        )
        {
            Fingerprint = _fingerprint,
        };

    private long Store(Cipher cipher, Withdrawn? withdrawn, byte[]? attached)
    {
        var size = 0L;
        foreach (var entry in Entries)
        {
            var payload = cipher.Encrypt(FactCodec.Write(entry), Sealed.Entry, _stream, Bytes.Of((long)entry.Version));
            size += 200 + (3L * payload.Length);
            _stored.Add(
                new StoredEntry
                {
                    Stream = _stream,
                    Version = entry.Version,
                    Id = Bytes.Of(entry.Id),
                    Act = Bytes.Of(entry.Act),
                    Recorded = entry.Recorded.Ticks,
                    Withdraws = _stored.Count == 0 ? withdrawn?.Write() : null,
                    Attached = _stored.Count == 0 ? attached : null,
                    Payload = payload,
                    PayloadHash = SHA256.HashData(payload),
                }
            );
        }
        return size;
    }

    /// <summary>The same act always gives the same ids, so that a repeated one means the same entries.</summary>
    private Guid IdOf(int index)
    {
        Span<byte> bytes = stackalloc byte[StreamKey.Length + 16 + 4];
        _stream.Bytes.CopyTo(bytes);
        _append.Act.TryWriteBytes(bytes[StreamKey.Length..]);
        BinaryPrimitives.WriteInt32BigEndian(bytes[(StreamKey.Length + 16)..], index);
        var hash = SHA256.HashData(bytes)[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    private Withdrawn? FindWithdrawn(Loaded before)
    {
        var entries = _append.Withdraw ?? [];
        var attachments = _append.WithdrawAttachments ?? [];
        if (entries.Count == 0 && attachments.Count == 0)
            return null;
        var found = before.Entries.Where(entry => entries.Contains(entry.Id)).ToList();
        if (found.Count != entries.Distinct().Count())
            throw new StorageException("An entry to withdraw is not in the stream.");
        var standing = found.Where(entry => entry.Fact is not EntryWithdrawn).Select(entry => entry.Version);
        return new Withdrawn(standing.ToList(), attachments);
    }

    private static IEnumerable<Entry> Withdraw(IReadOnlyList<Entry> entries, Withdrawn? withdrawn) =>
        withdrawn is null
            ? entries
            : entries.Select(entry => withdrawn.Versions.Contains(entry.Version) ? StoredPayload.Stub(entry) : entry);

    private EncryptedAttachment Encrypt(NewAttachment attachment, Cipher cipher)
    {
        var id = Bytes.Of(attachment.Id);
        var payload = cipher.Encrypt(AttachmentCodec.Write(attachment), Sealed.Attachment, _stream, id);
        return new EncryptedAttachment(id, payload, SHA256.HashData(payload));
    }

    private sealed record EncryptedAttachment(byte[] Id, byte[] Payload, byte[] Hash)
    {
        public object?[] ToRow(StreamKey stream, long version) => [stream.Bytes, Id, version, Payload, Hash];
    }
}
