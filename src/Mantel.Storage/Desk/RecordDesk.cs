using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>A record that is not a person's, as it was opened, or one thing in it.</summary>
/// <param name="Item">The thing in the record that was asked for; null: the record.</param>
public sealed record RecordSight<TRecord>(TRecord Record, Guid? Item, Actor Actor, Verdict Verdict, Moment Now)
    where TRecord : Record;

/// <summary>
/// The desk of records that are not a person's, such as an inbox: the module says who relates to them, the access table
/// whether that is enough. A look is written under the number of what was looked at.
/// </summary>
public sealed class RecordDesk<TRecord>
    where TRecord : Record, IKeptRecord<TRecord>
{
    private readonly Opening _opening;
    private readonly Appending _appending;
    private readonly LookRecorder _looks;
    private readonly IRelationsTo<TRecord> _relations;

    internal RecordDesk(Opening opening, Appending appending, LookRecorder looks, IRelationsTo<TRecord> relations) =>
        (_opening, _appending, _looks, _relations) = (opening, appending, looks, relations);

    /// <summary>
    /// Opens a record, or one thing in it; null when it is not there or not allowed. The look, denied or not, is in the
    /// log before this returns.
    /// </summary>
    /// <param name="isThere">Whether the thing is in the record; what is not there is looked at by nobody.</param>
    public async Task<RecordSight<TRecord>?> OpenAsync(
        Guid id,
        Guid? item,
        Func<TRecord, bool> isThere,
        Actor actor,
        AccessAction what,
        Moment now,
        CancellationToken ct
    )
    {
        var record = await _opening.RecordAsync<TRecord>(id, ct);
        var here = isThere(record);
        var verdict = here
            ? Decide(what, record, item, actor, now, await _opening.DirectoryAsync(ct))
            : Verdict.No(what);
        await _looks.WriteAsync(here ? item ?? id : null, actor, verdict, now, ct);
        return verdict.Allowed ? new(record, item, actor, verdict, now) : null;
    }

    /// <summary>
    /// Of a record as much as may be listed, by the things in it. Being listed is no look; whatever is told beyond that
    /// goes through <see cref="OpenAsync"/>.
    /// </summary>
    public async Task<IReadOnlyList<TItem>> ListAsync<TItem>(
        Guid id,
        Func<TRecord, IEnumerable<TItem>> items,
        Func<TItem, Guid?> item,
        Actor actor,
        AccessAction what,
        Moment now,
        CancellationToken ct
    )
    {
        var record = await _opening.RecordAsync<TRecord>(id, ct);
        var directory = await _opening.DirectoryAsync(ct);
        return [.. items(record).Where(one => Decide(what, record, item(one), actor, now, directory).Allowed)];
    }

    /// <summary>Does an act to a record, with what it says elsewhere in the same act.</summary>
    public Task<ActOutcome> DoAsync(
        Guid id,
        IAct<TRecord> act,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.DoAsync(
            id,
            act,
            actor.Author,
            sending,
            now,
            (record, reached) => MayAsync(record, reached, act, actor, now, ct),
            ct
        );

    /// <summary>
    /// What this act of the actor is when it is in the record already: a form sent twice is answered as if it was sent
    /// once. Not allowed when it never was there.
    /// </summary>
    public async Task<ActOutcome> SentBeforeAsync(Guid id, Actor actor, Submission sending, CancellationToken ct) =>
        await _appending.SentBeforeAsync(await _opening.RecordAsync<TRecord>(id, ct), actor.Author, sending, ct);

    private async Task<bool> MayAsync(
        TRecord record,
        IReadOnlyList<Record> reached,
        IAct<TRecord> act,
        Actor actor,
        Moment now,
        CancellationToken ct
    )
    {
        if (act is IByAccount by && by.Account != actor.Account)
            return false;
        var item = (act as IAboutItem)?.Item;
        var directory = await _opening.DirectoryAsync(ct);
        if (!Decide(Desk.NeedOf(act.GetType()), record, item, actor, now, directory).Allowed)
            return false;
        if (act is not INeedsOfOtherRecords { NeededThere: var there })
            return true;
        foreach (var person in reached.OfType<PersonRecord>())
        {
            var found = await _looks.WasFoundAsync(person.Id, actor, now, ct);
            var verdict = Permission.Decide(there, person, actor, now, found);
            await _looks.WriteAsync(person, actor, verdict, now, ct);
            if (!verdict.Allowed)
                return false;
        }
        return true;
    }

    private Verdict Decide(
        AccessAction what,
        TRecord record,
        Guid? item,
        Actor actor,
        Moment now,
        DirectoryRecord directory
    ) =>
        AccessTable.IsAboutRecord(what)
            ? Permission.Decide(what, actor.Role, _relations.Of(record, item, actor, now, directory), consent: null)
            : Permission.Decide(what, actor.Role);
}
