using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Web.AdvanceCarePlanning.Preparing;

/// <summary>What a link opens: one preparation, and the questions of it. Nothing else of the record.</summary>
/// <param name="InSight">What was written since the last long pause, by its question.</param>
/// <param name="IsParent">Whoever was invited is a parent of the person.</param>
public sealed record AtHome(
    Guid Person,
    Preparation Preparation,
    IReadOnlyList<QuestionRow> Questions,
    IReadOnlyDictionary<string, Recorded<PreparationTold>> InSight,
    bool IsParent = false
)
{
    /// <summary>A close one was invited, not the person.</summary>
    public bool IsCloseOne => Preparation.Invited.Fact.CloseOne is not null;
}

/// <summary>
/// The desk for who prepares a conversation at home by a link, without an account: it opens one preparation and nothing
/// else of the record. The same table decides, on the relation <see cref="Relation.Invited"/>.
/// </summary>
internal sealed class HomeDesk(Desk desk)
{
    private readonly ModuleDoor _door = desk.Module;

    /// <summary>
    /// The preparation that a code leads to, as long as its link works; null for a code that was used, whose time has
    /// passed, or that nobody ever had: nobody can tell which.
    /// </summary>
    /// <param name="person">Whom storage found by the code; null when nobody.</param>
    public async Task<AtHome?> FindAsync(Guid? person, string code, Moment now, CancellationToken ct) =>
        await ByCodeAsync(person, code, now, ct) is { } found && found.Preparation.IsOpenAt(now.Instant) ? found : null;

    /// <summary>
    /// Uses the link; from then on it does nothing. The same form sent again, because the answer was lost on its way,
    /// opens the same preparation again, for a few minutes and while nothing was written.
    /// </summary>
    public async Task<AtHome?> OpenAsync(
        Guid? person,
        string code,
        Submission sending,
        Moment now,
        CancellationToken ct
    )
    {
        if (await ByCodeAsync(person, code, now, ct) is not { } found)
            return null;
        var deed = await AppendAsync(found, new OpenPreparation(found.Preparation.Id), sending, now, ct);
        return
            deed is ActOutcome.Done || (deed is ActOutcome.AlreadyDone && found.Preparation.OpensAgainAt(now.Instant))
            ? await OfAsync(found.Person, found.Preparation.Id, now, ct)
            : null;
    }

    /// <summary>A preparation whose link was used, while it lasts; null after that.</summary>
    public async Task<AtHome?> OfAsync(Guid person, Guid preparation, Moment now, CancellationToken ct)
    {
        var record = await _door.ReadAsync<PersonRecord>(person, ct);
        return record.Preparation(preparation) is { } found && found.LastsAt(now.Instant)
            ? Opened(record, found, now)
            : null;
    }

    /// <summary>Keeps what was written about a question.</summary>
    public Task<ActOutcome> TellAsync(
        AtHome home,
        TellPreparation act,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) => AppendAsync(home, act, sending, now, ct);

    /// <summary>Closes it for whoever comes to the device next.</summary>
    public Task<ActOutcome> CloseAsync(AtHome home, Submission sending, Moment now, CancellationToken ct) =>
        AppendAsync(home, new ClosePreparation(home.Preparation.Id), sending, now, ct);

    private async Task<AtHome?> ByCodeAsync(Guid? person, string code, Moment now, CancellationToken ct)
    {
        var hash = PreparationViews.HashOf(code);
        var record = await _door.ReadAsync<PersonRecord>(person ?? Guid.Empty, ct);
        var found = record
            .Preparations()
            .FirstOrDefault(one => string.Equals(one.Invited.Fact.Hash, hash, StringComparison.Ordinal));
        return found is null ? null : Opened(record, found, now);
    }

    private Task<ActOutcome> AppendAsync(
        AtHome home,
        IAct<PersonRecord> act,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) =>
        _door.DoAsync(
            home.Person,
            act,
            new Author(home.Preparation.Id, home.Preparation.Invited.Fact.For, RoleOf(home.Preparation), null, null),
            sending,
            now,
            record => Task.FromResult(record.Preparation(home.Preparation.Id) is { } one && MayPrepare(record, one)),
            ct
        );

    private static AtHome? Opened(PersonRecord record, Preparation found, Moment now) =>
        MayPrepare(record, found)
            ? new AtHome(
                record.Id,
                found,
                record.AskedAtHome(BedsideClock.DayOf(found.Invited.Entry.Recorded)),
                found.InSightAt(now.Instant),
                IsParent(record, found.Invited.Fact)
            )
            : null;

    private static bool IsParent(PersonRecord record, PreparationInvited invited) =>
        invited.CloseOne is { } close
        && record.CloseOne(close)?.Fact.Relationship is Relationship.Father or Relationship.Mother;

    private static bool MayPrepare(PersonRecord record, Preparation known) =>
        !record.All<DeathRecorded>().Any()
        && (known.Invited.Fact.CloseOne is not { } close || record.CloseOne(close) is not null)
        && Permission
            .Decide(
                AccessAction.PrepareTalk,
                RoleOf(known),
                new HashSet<Relation> { Relation.Invited },
                record.SharingConsent()
            )
            .Allowed;

    private static Role RoleOf(Preparation known) => known.Invited.Fact.CloseOne is null ? Role.Person : Role.CloseOne;
}
