using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// The door for a module's own desk, where somebody is told less than a record, by rules of the module: a preparation
/// behind a link, a broken glass without a name, what became of one's own signal. It reads without asking, so whoever
/// uses it asks the access table themselves and writes the look; a test lists who does.
/// </summary>
public sealed class ModuleDoor
{
    private readonly Opening _opening;
    private readonly Appending _appending;
    private readonly LookRecorder _looks;

    internal ModuleDoor(Opening opening, Appending appending, LookRecorder looks) =>
        (_opening, _appending, _looks) = (opening, appending, looks);

    /// <summary>The record of this id, a person's too; without entries where there is none.</summary>
    public Task<TRecord> ReadAsync<TRecord>(Guid id, CancellationToken ct)
        where TRecord : Record, IKeptRecord<TRecord> => _opening.RecordAsync<TRecord>(id, ct);

    public Task<DirectoryRecord> DirectoryAsync(CancellationToken ct) => _opening.DirectoryAsync(ct);

    /// <summary>Writes down a look at a person, before anything is told.</summary>
    public Task LookedAsync(PersonRecord person, Actor actor, Verdict verdict, Moment now, CancellationToken ct) =>
        _looks.WriteAsync(person, actor, verdict, now, ct);

    /// <summary>Does an act as the module's rule allows it, decided on the newest record.</summary>
    public Task<ActOutcome> DoAsync<TRecord>(
        Guid id,
        IAct<TRecord> act,
        Author author,
        Submission sending,
        Moment now,
        Func<TRecord, Task<bool>> may,
        CancellationToken ct
    )
        where TRecord : Record, IKeptRecord<TRecord> =>
        _appending.DoAsync(id, act, author, sending, now, (record, _) => may(record), ct);
}
