using System.Collections.Concurrent;
using System.Reflection;
using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// The desk through which everything is looked at and done: it asks whether this is allowed, writes down every look
/// before anything is shown, decides the act on the newest record, and appends what it yields.
/// </summary>
public sealed class Desk(IJournal journal, LookLog looks)
{
    private static readonly ConcurrentDictionary<Type, AccessAction?> Needed = new();
    private readonly LookRecorder _looks = new(looks);
    private readonly Opening _opening = new(journal);
    private readonly Appending _appending = new(journal, new Opening(journal));

    /// <summary>
    /// The door for what the program itself brings in, such as the demo region: no permission is asked.
    /// </summary>
    public ProgramDesk Own => new(_opening, _appending);

    /// <summary>The door for a module's own desk, where less than a record opens, by rules of the module.</summary>
    public ModuleDoor Module => new(_opening, _appending, _looks);

    /// <summary>The desk of records that are not a person's, with what their module says of who relates.</summary>
    public RecordDesk<TRecord> Of<TRecord>(IRelationsTo<TRecord> relations)
        where TRecord : Record, IKeptRecord<TRecord> => new(_opening, _appending, _looks, relations);

    /// <summary>What an act needs, by its <see cref="NeedsAttribute"/>.</summary>
    public static AccessAction NeedOf(Type act) =>
        Needed.GetOrAdd(act, type => type.GetCustomAttribute<NeedsAttribute>()?.What)
        ?? throw new InvalidOperationException($"{act.Name} does not say what it needs.");

    /// <summary>
    /// Opens a record for a page. The look, denied or not, is in the log before this returns; null means that it is
    /// not there or not allowed.
    /// </summary>
    /// <param name="or">Narrower pages at the same address: the first that is allowed opens.</param>
    /// <param name="instead">Where to send somebody who may see none of these; nothing is shown, so no look is
    /// written.</param>
    public async Task<Sight?> LoadAsync(
        Guid person,
        Actor actor,
        AccessAction what,
        Moment now,
        CancellationToken ct,
        IReadOnlyList<AccessAction>? or = null,
        IReadOnlyList<AccessAction>? instead = null
    )
    {
        var record = await _opening.PersonAsync(person, ct);
        var found = await _looks.WasFoundAsync(record.Id, actor, now, ct);
        var verdict = new[] { what }
            .Concat(or ?? [])
            .Concat(instead ?? [])
            .Select(Decide)
            .FirstOrDefault(candidate => candidate.Allowed, Verdict.No(what));
        if (instead?.Contains(verdict.What) != true)
            await _looks.WriteAsync(record, actor, verdict, now, ct);
        var opened = Permission.Narrow(record, verdict.Extent, actor);
        return verdict.Allowed
            ? new Sight(opened, actor, verdict, now, [])
            {
                Version = Math.Max(opened.Version, ChangedMeanwhile.NewestOf(actor.Account, record)),
                Records = [record.Id, .. record.Followers()],
                May = other => Decide(other).Allowed,
            }
            : null;

        Verdict Decide(AccessAction asked) => Permission.Decide(asked, record, actor, now, found);
    }

    /// <summary>
    /// Whom of their own people somebody of the care team is told more of than the name, in a list: decided by what is
    /// known of each without opening the record. The looks are in the log, together, before this returns.
    /// </summary>
    public async Task<IReadOnlyList<Listed>> ListAsync(
        IReadOnlyList<Listed> people,
        Actor actor,
        AccessAction what,
        Moment now,
        CancellationToken ct
    )
    {
        var (allowed, looked) = (new List<Listed>(), new List<Task>());
        foreach (var one in people)
        {
            var verdict = Permission.Decide(what, one.Row, one.Pending.Central, actor, now);
            if (!verdict.Allowed)
                continue;
            allowed.Add(one);
            looked.Add(_looks.WriteAsync(one.Row.Records, reason: null, actor, verdict, now, ct));
        }
        await Task.WhenAll(looked);
        return allowed;
    }

    /// <summary>
    /// Opens a record to tell that its glass was broken, or that somebody else changed the answer about sharing; null
    /// when there is nothing that the actor has yet to read.
    /// </summary>
    public async Task<Sight?> TellOfGlassAsync(Guid person, Actor actor, Moment now, CancellationToken ct)
    {
        var record = await _opening.PersonAsync(person, ct);
        return
            (record.UnreadGlasses(actor.Account).Count == 0 && record.UnreadConsentChanges(actor.Account).Count == 0)
            || !Permission.Decide(AccessAction.ReadBrokenGlass, record, actor, now, found: false).Allowed
            ? null
            : await LoadAsync(person, actor, AccessAction.ReadBrokenGlass, now, ct);
    }

    /// <summary>
    /// Writes down that somebody on duty found this person by two identifiers, which lets them see the person's page
    /// where the person consented, or break the glass. False when their role may not.
    /// </summary>
    public async Task<bool> FoundAsync(Guid person, Actor actor, Moment now, CancellationToken ct)
    {
        if (!Permission.Decide(AccessAction.Identify, actor.Role).Allowed)
            return false;
        var record = await _opening.PersonAsync(person, ct);
        if (!record.Exists)
            return false;
        var verdict = new Verdict(AccessAction.Identify, true, Relation.Found, Extent.Existence);
        await _looks.WriteAsync(record, actor, verdict, now, ct);
        return true;
    }

    /// <summary>
    /// Writes down that somebody was told of a person while doing something else, such as registering, before anything
    /// is told. True when they may be told who it is: one of their own people, or, of anybody, by two identifiers where
    /// their role may find so. To others nobody is named, and that they came upon somebody is a look as well.
    /// </summary>
    public async Task<bool> CameUponAsync(
        Guid person,
        AccessAction what,
        bool isIdentified,
        Actor actor,
        Moment now,
        CancellationToken ct
    )
    {
        var record = await _opening.PersonAsync(person, ct);
        if (!record.Exists)
            return false;
        var relations = Relations.Of(record, actor, now, found: false);
        var verdict =
            relations.Count > 0 ? new Verdict(what, true, relations.Min(), Extent.Existence)
            : isIdentified && Permission.Decide(AccessAction.Identify, actor.Role).Allowed
                ? new Verdict(AccessAction.Identify, true, Relation.Found, Extent.Existence)
            : Verdict.No(what);
        await _looks.WriteAsync(record, actor, verdict, now, ct);
        return verdict.Allowed;
    }

    /// <summary>
    /// The relations that the actor has to a person, for lists of one's own people. Being listed is no look; whatever
    /// is shown beyond the name goes through <see cref="LoadAsync"/>.
    /// </summary>
    public async Task<IReadOnlySet<Relation>> RelationsAsync(Guid person, Actor actor, Moment now, CancellationToken ct)
    {
        var record = await _opening.PersonAsync(person, ct);
        return Relations.Of(record, actor, now, await _looks.WasFoundAsync(record.Id, actor, now, ct));
    }

    /// <summary>
    /// Whether the actor may see or do this to a person, for offering it in a list. Being offered is no look.
    /// </summary>
    public async Task<bool> MayAsync(Guid person, AccessAction what, Actor actor, Moment now, CancellationToken ct)
    {
        var record = await _opening.PersonAsync(person, ct);
        var found = await _looks.WasFoundAsync(record.Id, actor, now, ct);
        return Permission.Decide(what, record, actor, now, found).Allowed;
    }

    /// <summary>
    /// Whether the account that was given to the person or a close one may still be made. Nobody is let in by this, and
    /// nothing of the record is told.
    /// </summary>
    public async Task<bool> StillGivesAsync(Guid person, Guid account, Moment now, CancellationToken ct) =>
        (await _opening.PersonAsync(person, ct)).Leading().StillGives(account, now.Instant);

    /// <summary>
    /// The looks at a person, newest first, for who may read them (<see cref="AccessAction.ReadLog"/>).
    /// </summary>
    public Task<IReadOnlyList<Look>> LooksAsync(Sight sight, int skip, int take, CancellationToken ct) =>
        sight.May(AccessAction.ReadLog)
            ? _looks.ReadAsync(sight.Records, skip, take, ct)
            : throw new InvalidOperationException("This sight does not open the look log.");

    /// <summary>A document of a record that was opened for it (<see cref="AccessAction.ReadAttachment"/>).</summary>
    public Task<Attachment?> AttachmentAsync(Sight sight, Guid attachment, CancellationToken ct) =>
        sight.May(AccessAction.ReadAttachment)
            ? _opening.AttachmentAsync(sight.Record, attachment, ct)
            : throw new InvalidOperationException("This sight does not open documents.");

    /// <summary>Does an act to a person's record, or opens a new record where the act needs no person.</summary>
    public Task<ActOutcome> DoAsync(
        Guid person,
        IAct<PersonRecord> act,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.DoAsync(
            person,
            act,
            actor.Author,
            sending,
            now,
            (record, _) => MayAsync(record, act, actor, now, ct),
            ct
        );

    /// <summary>Joins another record to this one, for who may join either.</summary>
    public Task<ActOutcome> JoinAsync(
        Guid person,
        Guid other,
        JoinRecords act,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.JoinAsync(
            person,
            other,
            act,
            actor.Author,
            sending,
            now,
            record => MayAsync(record, act, actor, now, ct),
            ct
        );

    /// <summary>Does an act to the directory of organisations.</summary>
    public Task<ActOutcome> DoAsync(
        IAct<DirectoryRecord> act,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.DoAsync(
            StreamId.Directory.Id,
            act,
            actor.Author,
            sending,
            now,
            (_, _) => Task.FromResult(Permission.Decide(NeedOf(act.GetType()), actor.Role).Allowed),
            ct
        );

    /// <summary>The directory of organisations, which holds nothing about people in care.</summary>
    public Task<DirectoryRecord> DirectoryAsync(CancellationToken ct) => _opening.DirectoryAsync(ct);

    private async Task<bool> MayAsync(
        PersonRecord record,
        IAct<PersonRecord> act,
        Actor actor,
        Moment now,
        CancellationToken ct
    )
    {
        var what = NeedOf(act.GetType());
        if (act is IByAccount by && by.Account != actor.Account)
            return false;
        if (act is IByAuthor { By: var author } && author != actor.Author)
            return false;
        if (!AccessTable.IsAboutPerson(what))
            return !record.Exists && Permission.Decide(what, actor.Role).Allowed;
        var found = await _looks.WasFoundAsync(record.Id, actor, now, ct);
        var verdict = Permission.Decide(what, record, actor, now, found);
        if (!verdict.Allowed)
            await _looks.WriteAsync(record, actor, verdict, now, ct);
        return verdict.Allowed;
    }
}

/// <summary>Somebody in a list of one's own people, with what waits to be done for them.</summary>
public sealed record Listed(RegisterRow Row, Pending Pending);
