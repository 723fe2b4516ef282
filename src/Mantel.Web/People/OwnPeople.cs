using Mantel.Core.Access;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.People.Day;
using Mantel.Storage;

namespace Mantel.Web.People;

/// <summary>One of one's own people who asks for attention: what is on the list, and what the reader put off.</summary>
/// <param name="AsTeam">True when they are asked as one of the care team; false: as a reader of the plan.</param>
public sealed record Asking(Listed Listed, DayOfOne Day, bool AsTeam)
{
    public RegisterRow Row => Listed.Row;

    /// <summary>Null when all of it was put off.</summary>
    internal DayPlace? Place =>
        Day.Waiting.Count == 0 ? null : new(Row.IsDeceased, Listed.Pending.IsDying, Day.Waiting);

    /// <summary>Whether they may do this here as they are asked: the page of the act decides anew.</summary>
    public bool May(AccessAction what, Role role) => AccessTable.Holds(what, role, Relation.CareTeam) && AsTeam;
}

/// <summary>Who asks for attention, as far as they are shown.</summary>
/// <param name="Off">Of whom the reader put something off, the first to be back first.</param>
/// <param name="All">Everybody on the list, those who are not shown included, by the part of the day.</param>
/// <param name="Proposed">With how many a conversation or a marking may be due.</param>
public sealed record AskingList(
    IReadOnlyList<Asking> Shown,
    IReadOnlyList<Asking> Off,
    IReadOnlyDictionary<Guid, DayPart> All,
    int Proposed
)
{
    /// <summary>How many are shown before one asks for all.</summary>
    public const int Usual = 40;

    /// <summary>Of how many signals of their own the reader is told where they begin.</summary>
    public const int Heard = 3;

    public static AskingList Nobody { get; } = new([], [], new Dictionary<Guid, DayPart>(), 0);

    public int More => All.Count - Shown.Count;

    /// <summary>How many there are in a part, shown or not.</summary>
    public int In(DayPart part) => All.Values.Count(one => one == part);
}

/// <summary>A signal that the reader gave in somebody's record, and whose it is.</summary>
public sealed record SignalGivenHere(RegisterRow Row, Signal Signal);

/// <summary>The people of whoever is signed in, and which of them ask for attention.</summary>
internal sealed class OwnPeople(Archive archive, Desk desk, Derived<Pending> pending)
{
    /// <summary>
    /// Those they have a relation with today, and those their organisation received.
    /// </summary>
    public async Task<IReadOnlyList<RegisterRow>> AllAsync(Actor actor, Moment now, CancellationToken ct) =>
        [
            .. (await archive.Register<RegisterRow>().FindAsync(row => IsOwn(row, actor, now), ct))
                .OrderBy(row => row.IsDeceased)
                .ThenBy(row => row.Name.Family, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(row => row.Name.Full(), StringComparer.CurrentCultureIgnoreCase),
        ];

    /// <summary>
    /// Which of these ask for attention of whoever cares for them as one of the team, and who else was given the plan
    /// to read. What is told of them is a look at their record, and is written down as one; of who is not shown nothing
    /// is told.
    /// </summary>
    /// <param name="shown">How many are shown at most.</param>
    public async Task<AskingList> AskingAsync(
        IReadOnlyList<RegisterRow> own,
        Actor actor,
        Moment now,
        int shown,
        CancellationToken ct
    )
    {
        var waiting = await WaitingAsync(own, _ => true, now, ct);
        var asking = waiting.Select(listed => Of(listed, actor, now)).OfType<Asking>().ToList();
        var on = asking.Where(one => one.Place is not null).OrderBy(one => one.Place).ToList();
        var off = asking
            .Where(one => one.Day.Off.Count > 0)
            .OrderBy(one => one.Day.Off.Min(put => put.By.Until))
            .ToList();
        var first = on.Take(shown).ToList();
        var allowed = await AllowedAsync([.. first.Union(off.Take(shown))], actor, now, ct);
        var told = first.Where(one => allowed.Contains(one.Listed)).ToList();
        return new(
            told,
            [.. off.Take(shown).Where(one => allowed.Contains(one.Listed))],
            told.Concat(on.Skip(first.Count)).ToDictionary(one => one.Row.Person, one => one.Place!.Part),
            Proposed(waiting, actor, now)
        );
    }

    /// <summary>
    /// The signals that the reader gave in the records of their own people, the newest first: how far each has come is
    /// a look at that record.
    /// </summary>
    public async Task<IReadOnlyList<SignalGivenHere>> HeardAsync(
        IReadOnlyList<RegisterRow> own,
        Actor actor,
        Moment now,
        int most,
        CancellationToken ct
    )
    {
        var given = (await WaitingAsync(own, one => one.Signals.Any(by => by.Account == actor.Account), now, ct))
            .SelectMany(listed => listed.Pending.Signals.Select(by => (listed.Row, By: by)))
            .Where(one => one.By.Account == actor.Account)
            .OrderByDescending(one => one.By.GivenAt)
            .Take(most);
        var heard = new List<SignalGivenHere>();
        foreach (var (row, by) in given)
        {
            var sight = await desk.LoadAsync(row.Person, actor, AccessAction.GiveSignal, now, ct);
            if (sight?.Record.Signal(by.Signal) is { } signal)
                heard.Add(new(row, signal));
        }
        return heard;
    }

    /// <summary>
    /// With whom of those one cares for as one of the team a conversation or a marking may be due, most telling first,
    /// and for whom that was put away. What is told of them is a look at their record.
    /// </summary>
    public async Task<IReadOnlyList<Listed>> ProposedAsync(Actor actor, Moment now, CancellationToken ct)
    {
        var own = await AllAsync(actor, now, ct);
        var proposed = await WaitingAsync(own, one => one.Proposals.Count > 0 || one.PutAway is not null, now, ct);
        return
        [
            .. (await desk.ListAsync(proposed, actor, AccessAction.ReadPerson, now, ct))
                .OrderBy(one => one.Pending.Proposals.Count == 0)
                .ThenBy(one => one.Pending.Proposals.FirstOrDefault()?.Reason)
                .ThenBy(one => one.Pending.Proposals.FirstOrDefault()?.On.First),
        ];
    }

    /// <summary>Of the team by what the lists know; of who only has the plan to read by their record.</summary>
    private async Task<HashSet<Listed>> AllowedAsync(List<Asking> asking, Actor actor, Moment now, CancellationToken ct)
    {
        var team = asking.Where(one => one.AsTeam).Select(one => one.Listed).ToList();
        var allowed = (await desk.ListAsync(team, actor, AccessAction.ReadPerson, now, ct)).ToHashSet();
        foreach (var reader in asking.Where(one => !one.AsTeam))
        {
            if (await desk.LoadAsync(reader.Row.Person, actor, AccessAction.ReadSharedPlan, now, ct) is not null)
                allowed.Add(reader.Listed);
        }
        return allowed;
    }

    public static bool IsOwn(RegisterRow row, Actor actor, Moment now) =>
        actor.Role is Role.Person
            ? actor.Person == row.Person
            : row.RelationsOf(actor.Account, now.Today).Any() || IsReceived(row, actor);

    private async Task<IReadOnlyList<Listed>> WaitingAsync(
        IReadOnlyList<RegisterRow> own,
        Func<Pending, bool> that,
        Moment now,
        CancellationToken ct
    )
    {
        var waiting = new List<Listed>(own.Count);
        foreach (var row in own)
        {
            if (await pending.OfAsync(row.Person, row.Version, now.Today, ct) is { } found && that(found))
                waiting.Add(new(row, found));
        }
        return waiting;
    }

    /// <summary>As one of the team all that one may answer; else only that one was given the plan to read.</summary>
    private static Asking? Of(Listed listed, Actor actor, Moment now)
    {
        var asTeam = IsOfTeam(listed.Row, actor, now);
        var asks = listed
            .Pending.Waiting.Where(one =>
                one.Attention.IsFor(actor.Account)
                && (
                    asTeam
                        ? IsAskedOfTeam(one.Attention.Reason, actor.Role)
                        : one.Attention.Reason is AttentionReason.PlanToRead
                )
            )
            .ToList();
        return asks.Count == 0 ? null : new(listed, PutOffs.For(asks, listed.Pending.PutOffs, actor.Account), asTeam);
    }

    private static bool IsOfTeam(RegisterRow row, Actor actor, Moment now) =>
        AccessTable.Holds(AccessAction.ReadPerson, actor.Role, Relation.CareTeam)
        && row.RelationsOf(actor.Account, now.Today).Any(one => one.Kind is RelationKind.CareTeam);

    private static int Proposed(IReadOnlyList<Listed> waiting, Actor actor, Moment now) =>
        Permission.Decide(AccessAction.ReadReviewList, actor.Role).Allowed
            ? waiting.Count(one => one.Pending.Proposals.Count > 0 && IsOfTeam(one.Row, actor, now))
            : 0;

    /// <summary>Broken glass is told by itself, to whom it concerns.</summary>
    private static bool IsAskedOfTeam(AttentionReason reason, Role role) =>
        reason is not AttentionReason.GlassBroken
        && (reason.Asks() is not { } what || AccessTable.Holds(what, role, Relation.CareTeam));

    /// <summary>True when the actor's organisation received the person.</summary>
    private static bool IsReceived(RegisterRow row, Actor actor) =>
        actor.Author.Organisation is { } organisation
        && row.Organisations.Contains(organisation)
        && AccessTable.Holds(AccessAction.ReadReceived, actor.Role, Relation.ReceivingOrganisation);
}
