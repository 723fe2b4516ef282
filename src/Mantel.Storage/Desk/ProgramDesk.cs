using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// The desk's own door, for what the program brings in itself: an import by command, the demo region. No permission is
/// asked and no look is written, because nobody sees anything; every act is still decided by its own rule. Never
/// reached from a page.
/// </summary>
public sealed class ProgramDesk
{
    private readonly Opening _opening;
    private readonly Appending _appending;

    internal ProgramDesk(Opening opening, Appending appending) => (_opening, _appending) = (opening, appending);

    public Task<PersonRecord> LoadAsync(Guid person, CancellationToken ct) => _opening.PersonAsync(person, ct);

    public Task<DirectoryRecord> DirectoryAsync(CancellationToken ct) => _opening.DirectoryAsync(ct);

    /// <summary>A document of a record, in whichever of the joined records it lies.</summary>
    public Task<Attachment?> AttachmentAsync(PersonRecord record, Guid attachment, CancellationToken ct) =>
        _opening.AttachmentAsync(record, attachment, ct);

    public Task<ActOutcome> JoinAsync(
        Guid person,
        Guid other,
        JoinRecords act,
        Author author,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) => _appending.JoinAsync(person, other, act, author, sending, now, _ => Task.FromResult(true), ct);

    public Task<ActOutcome> DoAsync(
        Guid person,
        IAct<PersonRecord> act,
        Author author,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) => _appending.DoAsync(person, act, author, sending, now, (_, _) => Task.FromResult(true), ct);

    /// <summary>An act to a record that a module keeps.</summary>
    public Task<ActOutcome> DoAsync<TRecord>(
        Guid id,
        IAct<TRecord> act,
        Author author,
        Submission sending,
        Moment now,
        CancellationToken ct
    )
        where TRecord : Record, IKeptRecord<TRecord> =>
        _appending.DoAsync(id, act, author, sending, now, (_, _) => Task.FromResult(true), ct);

    public Task<ActOutcome> DoAsync(
        IAct<DirectoryRecord> act,
        Author author,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) => _appending.DoAsync(StreamId.Directory.Id, act, author, sending, now, (_, _) => Task.FromResult(true), ct);
}
