using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>A signal of an inbox as it was opened, and the version of the inbox, which a form sends back.</summary>
public sealed record InboxSight(InboxSignal Signal, int Version, Actor Actor, Moment Now);

/// <summary>
/// The desk's door to the inboxes: everybody gives a signal and hears of their own; those of the organisation who care
/// for people answer it, and, when it waited too long, the palliative team of its network. Every look at one is written
/// down.
/// </summary>
public sealed class InboxDoor
{
    private const int MostHops = 50;

    private readonly Opening _opening;
    private readonly Appending _appending;
    private readonly LookBook _looks;

    internal InboxDoor(Opening opening, Appending appending, LookBook looks) =>
        (_opening, _appending, _looks) = (opening, appending, looks);

    /// <summary>Gives a signal to an organisation; where it is told later stands in the sender's own stream.</summary>
    public Task<Deed> SendAsync(
        Guid organisation,
        SendSignal act,
        Actor actor,
        Sending sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.DoAsync<InboxRecord>(
            organisation,
            async () =>
            {
                var sender = await _opening.SentAsync(actor.Account, ct);
                return (await _opening.InboxAsync(organisation, ct), act with { Sender = sender }, [sender]);
            },
            actor.Author,
            sending,
            now,
            async (_, _) =>
                Permission.Decide(What.SendSignal, actor.Role).Allowed && await IsOpenAsync(organisation, ct),
            ct
        );

    /// <summary>What became of the signals that the actor gave, newest first.</summary>
    public async Task<IReadOnlyList<HeardSignal>> HeardAsync(Actor actor, CancellationToken ct, int most = int.MaxValue)
    {
        var heard = new List<HeardSignal>();
        foreach (var sent in (await _opening.SentAsync(actor.Account, ct)).All<SignalSent>().Reverse().Take(most))
            heard.Add((await FollowAsync(sent, actor, ct)).Heard);
        return heard;
    }

    /// <summary>
    /// The signals that wait for an answer from the actor: of their own organisation, and those around that waited too
    /// long; most urgent first.
    /// </summary>
    public async Task<IReadOnlyList<InboxSignal>> WaitingAsync(
        Actor actor,
        Moment now,
        SignalTerms terms,
        CancellationToken ct
    )
    {
        if (!Permission.Decide(What.ReadInbox, actor.Role).Allowed || actor.Author.Organisation is not { } own)
            return [];
        var waiting = (await _opening.InboxAsync(own, ct)).Open().ToList();
        foreach (var other in await AroundAsync(actor, now, ct))
            waiting.AddRange(
                (await _opening.InboxAsync(other, ct))
                    .Open()
                    .Where(signal => signal.WaitAt(now, terms) is Wait.Escalated)
            );
        return [.. waiting.OrderBy(signal => signal.WaitAt(now, terms)).ThenBy(signal => signal.GivenAt)];
    }

    /// <summary>
    /// Which of these the actor is told in words where they begin. The looks are in the log before this returns.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> TellAsync(
        IReadOnlyList<InboxSignal> signals,
        Actor actor,
        Moment now,
        SignalTerms terms,
        CancellationToken ct
    )
    {
        var told = new HashSet<Guid>();
        foreach (var signal in signals)
        {
            if (!await MayAsync(signal, actor, What.ReadInbox, now, terms, ct))
                continue;
            var verdict = new Verdict(What.ReadInbox, true, null, Extent.Whole);
            await _looks.WriteAsync(signal.Id, actor, verdict, now, ct);
            told.Add(signal.Id);
        }
        return told;
    }

    /// <summary>What was answered or closed in the actor's own organisation, newest first.</summary>
    public async Task<IReadOnlyList<InboxSignal>> DoneAsync(Actor actor, CancellationToken ct) =>
        Permission.Decide(What.ReadInbox, actor.Role).Allowed && actor.Author.Organisation is { } own
            ? (await _opening.InboxAsync(own, ct)).Done()
            : [];

    /// <summary>
    /// Opens one signal; null when it is not there or not allowed. The look, denied or not, is in the log before this
    /// returns.
    /// </summary>
    public async Task<InboxSight?> OpenAsync(
        Guid organisation,
        Guid signal,
        Actor actor,
        What what,
        Moment now,
        SignalTerms terms,
        CancellationToken ct
    )
    {
        var inbox = await _opening.InboxAsync(organisation, ct);
        var here = inbox.Signal(signal);
        var may = here is not null && await MayAsync(here, actor, what, now, terms, ct);
        var verdict = may ? new Verdict(what, true, null, Extent.Whole) : Verdict.No(what);
        await _looks.WriteAsync(here?.Id, actor, verdict, now, ct);
        return may ? new InboxSight(here!, inbox.Version, actor, now) : null;
    }

    /// <summary>Does something about a signal, with what it means elsewhere in the same act.</summary>
    public Task<Deed> DoAsync(
        InboxSight sight,
        IAct<InboxRecord> act,
        Sending sending,
        Moment now,
        SignalTerms terms,
        CancellationToken ct
    ) =>
        _appending.DoAsync<InboxRecord>(
            sight.Signal.Organisation,
            () => WithAsync(sight.Signal.Organisation, act, ct),
            sight.Actor.Author,
            sending,
            now,
            async (inbox, others) =>
                inbox.Signal(sight.Signal.Id) is not { } here
                || (
                    await MayAsync(here, sight.Actor, Desk.NeedOf(act.GetType()), now, terms, ct)
                    && (others is not [PersonRecord person] || await MayPlaceAsync(person, sight.Actor, now, ct))
                ),
            ct
        );

    /// <summary>
    /// What this act of the actor is when it is in the inbox already, also when the signal went away with it: a form
    /// sent twice is answered as if it was sent once. Not allowed when it never was there.
    /// </summary>
    public async Task<Deed> SentBeforeAsync(Guid organisation, Actor actor, Sending sending, CancellationToken ct) =>
        await _appending.SentBeforeAsync(await _opening.InboxAsync(organisation, ct), actor.Author, sending, ct);

    /// <summary>
    /// Takes back a signal of the actor, wherever it lies by now: destroyed where nobody was found, struck out in a
    /// record. Whoever acted on it is told. They are not told where it lay.
    /// </summary>
    public async Task<Deed> TakeBackAsync(
        Guid signal,
        string? reason,
        Actor actor,
        Sending sending,
        Moment now,
        CancellationToken ct
    )
    {
        if ((await _opening.SentAsync(actor.Account, ct)).Last<SignalSent>(one => one.Signal == signal) is not { } sent)
            return new Deed.NotAllowed();
        var trail = await FollowAsync(sent, actor, ct);
        return trail switch
        {
            { Heard.IsTakenBack: true } => new Deed.AlreadyDone([]),
            { Waiting: { } waiting } => await TakeBackAsync(waiting, reason, actor, sending, now, ct),
            { Person: { } person } => await _appending.DoAsync<PersonRecord>(
                person.Id,
                () => _opening.TakingBackAsync(person.Id, new TakeBackSignal(actor.Account, signal, reason), ct),
                actor.Author,
                sending,
                now,
                (record, _) => Task.FromResult(record.Signal(signal)?.Sender.Account == actor.Account),
                ct
            ),
            _ => new Deed.NotAllowed(),
        };
    }

    /// <summary>What the actor has yet to read of signals that were taken back after they acted on them.</summary>
    public async Task<IReadOnlyList<Recorded<TakenBackTold>>> TakenBackAsync(Actor actor, CancellationToken ct) =>
        (await _opening.SentAsync(actor.Account, ct)).UnreadTakenBack();

    public Task<Deed> ReadTakenBackAsync(Guid signal, Actor actor, Sending sending, Moment now, CancellationToken ct) =>
        _appending.DoAsync<SentRecord>(
            actor.Account,
            async () => (await _opening.SentAsync(actor.Account, ct), new ReadTakenBack(signal), []),
            actor.Author,
            sending,
            now,
            (_, _) => Task.FromResult(true),
            ct
        );

    /// <summary>Why signals were taken back that lay in the actor's own organisation, newest first.</summary>
    public async Task<IReadOnlyList<Recorded<InboxSignalTakenBack>>> WhyTakenBackAsync(
        Actor actor,
        CancellationToken ct
    ) =>
        Permission.Decide(What.ReadInbox, actor.Role).Allowed && actor.Author.Organisation is { } own
            ? (await _opening.InboxAsync(own, ct)).TakenBack()
            : [];

    private Task<Deed> TakeBackAsync(
        InboxSignal waiting,
        string? reason,
        Actor actor,
        Sending sending,
        Moment now,
        CancellationToken ct
    ) =>
        _appending.DoAsync<InboxRecord>(
            waiting.Organisation,
            async () =>
            {
                var inbox = await _opening.InboxAsync(waiting.Organisation, ct);
                var tells = new List<SentRecord>();
                foreach (var account in inbox.Signal(waiting.Id)?.WhoActedOn() ?? [])
                    tells.Add(await _opening.SentAsync(account, ct));
                var act = new TakeBackInboxSignal(actor.Account, waiting.Id, reason) { Tells = tells };
                return (inbox, act, tells);
            },
            actor.Author,
            sending,
            now,
            (_, _) => Task.FromResult(Permission.Decide(What.SendSignal, actor.Role).Allowed),
            ct
        );

    /// <summary>The act with where it sends the signal, which is read anew whenever somebody else came first.</summary>
    private async Task<(InboxRecord, IAct<InboxRecord>, IReadOnlyList<Record>)> WithAsync(
        Guid organisation,
        IAct<InboxRecord> act,
        CancellationToken ct
    )
    {
        var own = await _opening.InboxAsync(organisation, ct);
        switch (act)
        {
            case SendSignalOn { Organisation: { } to } on when await IsOpenAsync(to, ct):
                var inbox = await _opening.InboxAsync(to, ct);
                return (own, on with { To = inbox }, [inbox]);
            case PlaceSignal place:
                var person = await _opening.PersonAsync(place.Person, ct);
                return (own, place with { Into = person }, [person]);
            default:
                return (own, act, []);
        }
    }

    /// <summary>Placing a signal is giving one about the person: allowed to whoever may, and a look.</summary>
    private async Task<bool> MayPlaceAsync(PersonRecord person, Actor actor, Moment now, CancellationToken ct)
    {
        var found = await _looks.WasFoundAsync(person.Id, actor, now, ct);
        var verdict = Permission.Decide(What.GiveSignal, person, actor, now, found);
        await _looks.WriteAsync(person, actor, verdict, now, ct);
        return verdict.Allowed;
    }

    private async Task<bool> MayAsync(
        InboxSignal signal,
        Actor actor,
        What what,
        Moment now,
        SignalTerms terms,
        CancellationToken ct
    ) =>
        Permission.Decide(what, actor.Role).Allowed
        && (
            actor.Author.Organisation == signal.Organisation
            || (
                signal.WaitAt(now, terms) is Wait.Escalated
                && (await AroundAsync(actor, now, ct)).Contains(signal.Organisation)
            )
        );

    /// <summary>Where the actor answers what waited too long: the organisations around a palliative team.</summary>
    private async Task<IReadOnlyList<Guid>> AroundAsync(Actor actor, Moment now, CancellationToken ct) =>
        actor.Role is Role.PalliativeTeam && actor.Author.Organisation is { } own
            ? (await _opening.DirectoryAsync(ct)).OrganisationsAround(own, now.Today)
            : [];

    /// <summary>Follows a signal to where it lies by now.</summary>
    private async Task<Trail> FollowAsync(Recorded<SignalSent> sent, Actor actor, CancellationToken ct)
    {
        var (signal, at) = (sent.Fact.Signal, sent.Fact.Organisation);
        var heard = new HeardSignal(signal, at, sent.Entry.Recorded, null, SignalProgress.SomethingWasDone);
        for (var hop = 0; hop < MostHops; hop++)
        {
            var inbox = await _opening.InboxAsync(at, ct);
            if (inbox.Signal(signal) is { } here)
                return here.Sender.Account == actor.Account ? new(heard.With(here), here, null) : new(heard);
            switch (inbox.Left(signal)?.Fact)
            {
                case InboxSignalSentOn on:
                    at = on.Organisation;
                    break;
                case InboxSignalPlaced placed:
                    return InRecord(heard, await _opening.PersonAsync(placed.Person, ct), actor);
                case InboxSignalTakenBack:
                    return new(heard with { IsTakenBack = true });
                default:
                    return new(heard);
            }
        }
        return new(heard);
    }

    private static Trail InRecord(HeardSignal heard, PersonRecord person, Actor actor) =>
        person.Signal(heard.Signal) is { } signal && signal.Sender.Account == actor.Account
            ? new(heard.With(signal), null, person)
            : new(
                heard with
                {
                    IsTakenBack = person.SignalsTakenBack().Any(back => back.Given.Signal == heard.Signal),
                }
            );

    private async Task<bool> IsOpenAsync(Guid organisation, CancellationToken ct)
    {
        var directory = await _opening.DirectoryAsync(ct);
        return directory.Organisation(organisation) is not null && !directory.IsClosed(organisation);
    }

    /// <summary>Where a signal lies by now: in an inbox, in a record, or nowhere any more.</summary>
    private sealed record Trail(HeardSignal Heard, InboxSignal? Waiting = null, PersonRecord? Person = null);
}
