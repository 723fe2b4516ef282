using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Platform;

namespace Mantel.Web.Identification.Inbox;

/// <summary>A signal of an inbox as it was opened, and the version of the inbox, which a form sends back.</summary>
public sealed record InboxSight(InboxSignal Signal, int Version, Actor Actor, Moment Now);

/// <summary>
/// The desk of the inboxes: everybody gives a signal and hears of their own; those of the organisation who care for
/// people answer it, and, when it waited too long, the palliative team of its network. Every look at one is written
/// down.
/// </summary>
internal sealed class InboxDesk(Desk desk, SignalTerms terms)
{
    private const int MostHops = 50;

    private readonly RecordDesk<InboxRecord> _inboxes = desk.Of(new InboxRelations(terms));
    private readonly ModuleDoor _door = desk.Module;

    public SignalTerms Terms => terms;

    /// <summary>Gives a signal to an organisation; where it is told later stands in the sender's own stream.</summary>
    public Task<ActOutcome> SendAsync(
        Guid organisation,
        SendSignal act,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) => _inboxes.DoAsync(organisation, act, actor, sending, now, ct);

    /// <summary>What became of the signals that the actor gave, newest first.</summary>
    public async Task<IReadOnlyList<SignalAsSenderHears>> HeardAsync(
        Actor actor,
        CancellationToken ct,
        int most = int.MaxValue
    )
    {
        var heard = new List<SignalAsSenderHears>();
        foreach (var sent in (await SentAsync(actor, ct)).All<SignalSent>().Reverse().Take(most))
            heard.Add((await FollowAsync(sent, actor, ct)).Heard);
        return heard;
    }

    /// <summary>
    /// The signals that wait for an answer from the actor: of their own organisation, and those around that waited too
    /// long; most urgent first.
    /// </summary>
    public async Task<IReadOnlyList<InboxSignal>> WaitingAsync(Actor actor, Moment now, CancellationToken ct)
    {
        if (!AccessTable.IsForRole(AccessAction.ReadInbox, actor.Role) || actor.Author.Organisation is not { } own)
            return [];
        var waiting = new List<InboxSignal>();
        foreach (var organisation in (await AroundAsync(actor, now, ct)).Prepend(own))
            waiting.AddRange(await ListAsync(organisation, InboxViews.Open, actor, now, ct));
        return [.. waiting.OrderBy(signal => signal.WaitAt(now, terms)).ThenBy(signal => signal.GivenAt)];
    }

    /// <summary>
    /// Which of these the actor is told in words where they begin. The looks are in the log before this returns.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> TellAsync(
        IReadOnlyList<InboxSignal> signals,
        Actor actor,
        Moment now,
        CancellationToken ct
    )
    {
        var told = new HashSet<Guid>();
        foreach (var signal in signals)
        {
            if (await OpenAsync(signal.Organisation, signal.Id, actor, AccessAction.ReadInbox, now, ct) is not null)
                told.Add(signal.Id);
        }
        return told;
    }

    /// <summary>What was answered or closed in the actor's own organisation, newest first.</summary>
    public async Task<IReadOnlyList<InboxSignal>> DoneAsync(Actor actor, Moment now, CancellationToken ct) =>
        actor.Author.Organisation is { } own ? await ListAsync(own, InboxViews.Done, actor, now, ct) : [];

    /// <summary>
    /// Opens one signal; null when it is not there or not allowed. The look, denied or not, is in the log before this
    /// returns.
    /// </summary>
    public async Task<InboxSight?> OpenAsync(
        Guid organisation,
        Guid signal,
        Actor actor,
        AccessAction what,
        Moment now,
        CancellationToken ct
    ) =>
        await _inboxes.OpenAsync(organisation, signal, inbox => inbox.Signal(signal) is not null, actor, what, now, ct)
            is { } sight
            ? new InboxSight(sight.Record.Signal(signal)!, sight.Record.Version, actor, now)
            : null;

    /// <summary>Does something about a signal, with what it means elsewhere in the same act.</summary>
    public Task<ActOutcome> DoAsync(
        InboxSight sight,
        IAct<InboxRecord> act,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) => _inboxes.DoAsync(sight.Signal.Organisation, act, sight.Actor, sending, now, ct);

    /// <summary>
    /// What this act of the actor is when it is in the inbox already, also when the signal went away with it: a form
    /// sent twice is answered as if it was sent once. Not allowed when it never was there.
    /// </summary>
    public Task<ActOutcome> SentBeforeAsync(Guid organisation, Actor actor, Submission sending, CancellationToken ct) =>
        _inboxes.SentBeforeAsync(organisation, actor, sending, ct);

    /// <summary>
    /// Takes back a signal of the actor, wherever it lies by now: destroyed where nobody was found, struck out in a
    /// record. Whoever acted on it is told. They are not told where it lay.
    /// </summary>
    public async Task<ActOutcome> TakeBackAsync(
        Guid signal,
        string? reason,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    )
    {
        if ((await SentAsync(actor, ct)).Last<SignalSent>(one => one.Signal == signal) is not { } sent)
            return new ActOutcome.NotAllowed();
        return await FollowAsync(sent, actor, ct) switch
        {
            { Heard.IsTakenBack: true } => new ActOutcome.AlreadyDone([]),
            { Waiting.Organisation: var organisation } => await _inboxes.DoAsync(
                organisation,
                new TakeBackInboxSignal(actor.Account, signal, reason),
                actor,
                sending,
                now,
                ct
            ),
            { Person: { } person } => await _door.DoAsync<PersonRecord>(
                person.Id,
                new TakeBackSignal(actor.Account, signal, reason),
                actor.Author,
                sending,
                now,
                record => Task.FromResult(record.Signal(signal)?.Sender.Account == actor.Account),
                ct
            ),
            _ => new ActOutcome.NotAllowed(),
        };
    }

    /// <summary>What the actor has yet to read of signals that were taken back after they acted on them.</summary>
    public async Task<IReadOnlyList<Recorded<TakenBackTold>>> TakenBackAsync(Actor actor, CancellationToken ct) =>
        (await SentAsync(actor, ct)).UnreadTakenBack();

    public Task<ActOutcome> ReadTakenBackAsync(
        Guid signal,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) =>
        _door.DoAsync<SentRecord>(
            actor.Account,
            new ReadTakenBack(signal),
            actor.Author,
            sending,
            now,
            _ => Task.FromResult(true),
            ct
        );

    /// <summary>Why signals were taken back that lay in the actor's own organisation, newest first.</summary>
    public async Task<IReadOnlyList<Recorded<InboxSignalTakenBack>>> WhyTakenBackAsync(
        Actor actor,
        Moment now,
        CancellationToken ct
    ) =>
        actor.Author.Organisation is { } own
            ? await _inboxes.ListAsync(own, InboxViews.TakenBack, _ => null, actor, AccessAction.ReadInbox, now, ct)
            : [];

    private Task<IReadOnlyList<InboxSignal>> ListAsync(
        Guid organisation,
        Func<InboxRecord, IEnumerable<InboxSignal>> signals,
        Actor actor,
        Moment now,
        CancellationToken ct
    ) => _inboxes.ListAsync(organisation, signals, signal => signal.Id, actor, AccessAction.ReadInbox, now, ct);

    /// <summary>What the actor gave and acted on: nobody else reads it.</summary>
    private Task<SentRecord> SentAsync(Actor actor, CancellationToken ct) =>
        _door.ReadAsync<SentRecord>(actor.Account, ct);

    /// <summary>Where the actor answers what waited too long: the organisations around a palliative team.</summary>
    private async Task<IReadOnlyList<Guid>> AroundAsync(Actor actor, Moment now, CancellationToken ct) =>
        actor.Role is Role.PalliativeTeam && actor.Author.Organisation is { } own
            ? (await _door.DirectoryAsync(ct)).OrganisationsAround(own, now.Today)
            : [];

    /// <summary>Follows a signal to where it lies by now.</summary>
    private async Task<Trail> FollowAsync(Recorded<SignalSent> sent, Actor actor, CancellationToken ct)
    {
        var (signal, at) = (sent.Fact.Signal, sent.Fact.Organisation);
        var heard = new SignalAsSenderHears(signal, at, sent.Entry.Recorded, null, SignalProgress.SomethingWasDone);
        for (var hop = 0; hop < MostHops; hop++)
        {
            var inbox = await _door.ReadAsync<InboxRecord>(at, ct);
            if (inbox.Signal(signal) is { } here)
                return here.Sender.Account == actor.Account ? new(heard.With(here), here, null) : new(heard);
            switch (inbox.Left(signal)?.Fact)
            {
                case InboxSignalSentOn on:
                    at = on.Organisation;
                    break;
                case InboxSignalPlaced placed:
                    return InRecord(heard, await _door.ReadAsync<PersonRecord>(placed.Person, ct), actor);
                case InboxSignalTakenBack:
                    return new(heard with { IsTakenBack = true });
                default:
                    return new(heard);
            }
        }
        return new(heard);
    }

    private static Trail InRecord(SignalAsSenderHears heard, PersonRecord person, Actor actor) =>
        person.Signal(heard.Signal) is { } signal && signal.Sender.Account == actor.Account
            ? new(heard.With(signal), null, person)
            : new(
                heard with
                {
                    IsTakenBack = person.SignalsTakenBack().Any(back => back.Given.Signal == heard.Signal),
                }
            );

    /// <summary>Where a signal lies by now: in an inbox, in a record, or nowhere any more.</summary>
    private sealed record Trail(SignalAsSenderHears Heard, InboxSignal? Waiting = null, PersonRecord? Person = null);
}
