using Mantel.Core.Journal;
using Mantel.Storage.Measures;

namespace Mantel.Storage;

/// <summary>The journal: everything that became known about people, in order, encrypted and chained.</summary>
public interface IJournal
{
    /// <summary>The entries after a version, in order; empty when there are none or the person was erased.</summary>
    Task<IReadOnlyList<Entry>> ReadAsync(StreamId stream, int after, CancellationToken ct);

    /// <summary>
    /// The version of the newest entry; 0 when there is none or the person was erased. One point read.
    /// </summary>
    Task<int> VersionAsync(StreamId stream, CancellationToken ct);

    /// <summary>Appends all facts of an act or none; what it acknowledges survives a power cut.</summary>
    Task<AppendResult> AppendAsync(Append append, CancellationToken ct);

    /// <summary>
    /// What tells the same act from another that was sent under its id, in this stream; null where nothing was recorded
    /// yet or the person was erased.
    /// </summary>
    /// <param name="content">What was sent, in a form that is the same whenever the same is sent.</param>
    Task<string?> FingerprintAsync(StreamId stream, Guid act, ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <summary>True when the act is recorded in any stream but these.</summary>
    Task<bool> IsKnownElsewhereAsync(Guid act, IReadOnlyList<StreamId> but, CancellationToken ct);

    /// <summary>A document of the stream; null when absent, withdrawn or erased.</summary>
    Task<Attachment?> ReadAttachmentAsync(StreamId stream, Guid attachment, CancellationToken ct);

    /// <summary>
    /// Entries of all streams in the order of the journal, for a follower; entries of erased people are left out.
    /// </summary>
    Task<FollowedEntries> FollowAsync(long afterSequence, int limit, CancellationToken ct);
}

/// <summary>What a follower of the journal sees next: go on from <see cref="LastSequence"/>.</summary>
public sealed record FollowedEntries(long LastSequence, IReadOnlyList<Entry> Entries);

/// <summary>One act's facts on their way into the journal.</summary>
/// <param name="ExpectedVersion">The version the act was decided on; another one by now is a conflict.</param>
/// <param name="Withdraw">Entries about the wrong person: their payloads are destroyed in the same transaction.</param>
/// <param name="WithdrawAttachments">Documents that are destroyed with them.</param>
public sealed record Append(
    StreamId Stream,
    int ExpectedVersion,
    Guid Act,
    Author Author,
    Moment Now,
    IReadOnlyList<NewFact> Facts,
    IReadOnlyList<NewAttachment>? Attachments = null,
    IReadOnlyList<Guid>? Withdraw = null,
    IReadOnlyList<Guid>? WithdrawAttachments = null
)
{
    /// <summary>What was sent, for its fingerprint; null when nobody sent a form.</summary>
    public byte[]? Content { get; init; }

    /// <summary>What is appended to other streams in the same transaction, all of it or none.</summary>
    public IReadOnlyList<Append> Also { get; init; } = [];

    /// <summary>Somebody who is erased in the same transaction, and whose contributions these facts are.</summary>
    internal Leaving? Leaves { get; init; }

    /// <exception cref="StorageException">No caller may ask this; the message says what.</exception>
    internal void Check()
    {
        if (Facts.Count == 0)
            throw new StorageException("An append without facts stores nothing.");
        if (Facts.Any(fact => fact.Fact is EntryWithdrawn))
            throw new StorageException("A withdrawn entry is a stub and is never appended.");
        var attachments = Attachments ?? [];
        if (attachments.Any(attachment => attachment.Content.Length > NewAttachment.Limit))
            throw new StorageException("An attachment is larger than 20 MB.");
        if (attachments.DistinctBy(attachment => attachment.Id).Count() != attachments.Count)
            throw new StorageException("Two attachments have the same id.");
        if (Also.Prepend(this).DistinctBy(one => one.Stream).Count() != Also.Count + 1)
            throw new StorageException("One append writes to a stream once.");
        foreach (var other in Also)
            other.Check();
    }
}

/// <summary>What came of an append.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>The entries, durable.</summary>
    public sealed record Appended(IReadOnlyList<Entry> Entries) : AppendResult;

    /// <summary>The same act was appended before; these are its entries. Nothing was done.</summary>
    public sealed record AlreadyDone(IReadOnlyList<Entry> Entries) : AppendResult;

    /// <summary>Somebody else came first. Nothing was done.</summary>
    public sealed record Conflict(int ActualVersion) : AppendResult;

    /// <summary>The person was erased; nothing can be recorded about them any more.</summary>
    public sealed record Erased : AppendResult;
}

/// <summary>A document, photograph or message on its way into a record.</summary>
public sealed record NewAttachment(Guid Id, string ContentType, string? FileName, byte[] Content)
{
    /// <summary>The largest content, in bytes (20 MB).</summary>
    public const int Limit = 20 << 20;
}

/// <summary>A document, photograph or message of a record.</summary>
public sealed record Attachment(string ContentType, string? FileName, byte[] Content);
