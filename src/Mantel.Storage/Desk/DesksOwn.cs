using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// The desk's own door, for what the program brings in itself: an import by command, the demo region. No permission is
/// asked and no look is written, because nobody sees anything; every act is still decided by its own rule. Never
/// reached from a page.
/// </summary>
public sealed class DesksOwn
{
    private readonly IJournal _journal;
    private readonly Appending _appending;

    internal DesksOwn(IJournal journal, Appending appending) => (_journal, _appending) = (journal, appending);

    public async Task<PersonRecord> LoadAsync(Guid person, CancellationToken ct)
    {
        var stream = StreamId.Person(person);
        return new PersonRecord(stream, await _journal.ReadAsync(stream, 0, ct));
    }

    public async Task<DirectoryRecord> DirectoryAsync(CancellationToken ct) =>
        new(StreamId.Directory, await _journal.ReadAsync(StreamId.Directory, 0, ct));

    public Task<Deed> DoAsync(
        Guid person,
        IAct<PersonRecord> act,
        Author author,
        Sending sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.DoAsync(
            StreamId.Person(person),
            (stream, entries) => new PersonRecord(stream, entries),
            act,
            author,
            sending,
            now,
            _ => Task.FromResult(true),
            ct
        );

    public Task<Deed> DoAsync(
        IAct<DirectoryRecord> act,
        Author author,
        Sending sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.DoAsync(
            StreamId.Directory,
            (stream, entries) => new DirectoryRecord(stream, entries),
            act,
            author,
            sending,
            now,
            _ => Task.FromResult(true),
            ct
        );
}
