using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// The desk's door for who prepares a conversation at home by a link, without an account: it opens one preparation and
/// nothing else of the record. The same table decides, on the relation <see cref="Relation.Invited"/>.
/// </summary>
public sealed class HomeDoor
{
    private readonly IJournal _journal;
    private readonly Appending _appending;

    internal HomeDoor(IJournal journal, Appending appending) => (_journal, _appending) = (journal, appending);

    /// <summary>
    /// The preparation that a code leads to, as long as its link works; null for a code that was used, whose time has
    /// passed, or that nobody ever had: nobody can tell which.
    /// </summary>
    public async Task<Preparation?> FindAsync(Guid person, string code, Moment now, CancellationToken ct)
    {
        var record = await ReadAsync(person, ct);
        var hash = PreparationViews.HashOf(code);
        var found = record
            .Preparations()
            .FirstOrDefault(one => string.Equals(one.Invited.Fact.Hash, hash, StringComparison.Ordinal));
        return found is not null && found.IsOpenAt(now.Instant) && MayPrepare(record, found) ? found : null;
    }

    /// <summary>A preparation whose link was used, while its session lasts; null after that.</summary>
    public async Task<Preparation?> OfAsync(Guid person, Guid preparation, Moment now, CancellationToken ct)
    {
        var record = await ReadAsync(person, ct);
        var found = record.Preparation(preparation);
        return found is not null && found.LastsAt(now.Instant) && MayPrepare(record, found) ? found : null;
    }

    public Task<Deed> DoAsync(
        Guid person,
        OpenPreparation act,
        Preparation known,
        Sending sending,
        Moment now,
        CancellationToken ct
    ) => AppendAsync(person, act, known, sending, now, ct);

    public Task<Deed> DoAsync(
        Guid person,
        TellPreparation act,
        Preparation known,
        Sending sending,
        Moment now,
        CancellationToken ct
    ) => AppendAsync(person, act, known, sending, now, ct);

    private Task<Deed> AppendAsync(
        Guid person,
        IAct<PersonRecord> act,
        Preparation known,
        Sending sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.DoAsync(
            StreamId.Person(person),
            (stream, entries) => new PersonRecord(stream, entries),
            act,
            new Author(known.Id, known.Invited.Fact.For, RoleOf(known), null, null),
            sending,
            now,
            record => Task.FromResult(record.Preparation(known.Id) is { } one && MayPrepare(record, one)),
            ct
        );

    private async Task<PersonRecord> ReadAsync(Guid person, CancellationToken ct)
    {
        var stream = StreamId.Person(person);
        return new PersonRecord(stream, await _journal.ReadAsync(stream, 0, ct));
    }

    private static bool MayPrepare(PersonRecord record, Preparation known) =>
        !record.All<DeathRecorded>().Any()
        && Permission
            .Decide(
                What.PrepareTalk,
                RoleOf(known),
                new HashSet<Relation> { Relation.Invited },
                record.SharingConsent()
            )
            .Allowed;

    private static Role RoleOf(Preparation known) => known.Invited.Fact.CloseOne is null ? Role.Person : Role.CloseOne;
}
