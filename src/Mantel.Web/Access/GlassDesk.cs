using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Web.Access;

/// <summary>A broken glass as its reviewer sees it: who, when and why, and not whose record it was.</summary>
public sealed record GlassToReview(Guid Person, Recorded<GlassBroken> Glass);

/// <summary>
/// The desk for who reviews broken glasses: of a record nothing opens but the glass, and reading its
/// reason is a look, written before it is shown.
/// </summary>
internal sealed class GlassDesk(Desk desk)
{
    private readonly ModuleDoor _door = desk.Module;

    /// <summary>One person's glasses that this actor has yet to review, oldest first.</summary>
    public async Task<IReadOnlyList<GlassToReview>> WaitingAsync(
        RegisterRow row,
        Actor actor,
        Moment now,
        CancellationToken ct
    )
    {
        var directory = await _door.DirectoryAsync(ct);
        var theirs = row.Glasses.Where(one => !one.IsReviewed && directory.IsReviewer(one, actor, now));
        var ids = theirs.Select(one => one.Id).ToHashSet();
        if (ids.Count == 0)
            return [];
        var record = await _door.ReadAsync<PersonRecord>(row.Person, ct);
        var verdict = new Verdict(AccessAction.ReviewBrokenGlass, true, null, Extent.Nothing);
        await _door.LookedAsync(record, actor, verdict, now, ct);
        return
        [
            .. record
                .All<GlassBroken>()
                .Where(glass => ids.Contains(glass.Entry.Id))
                .Select(glass => new GlassToReview(row.Person, glass)),
        ];
    }

    /// <summary>Writes what the reviewer thinks of it, for who reviews it.</summary>
    public Task<ActOutcome> ReviewAsync(
        RegisterRow row,
        ReviewBrokenGlass act,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) =>
        _door.DoAsync(
            row.Person,
            act,
            actor.Author,
            sending,
            now,
            async _ =>
                act.Account == actor.Account
                && row.Glasses.FirstOrDefault(one => one.Id == act.GlassBroken) is { } glass
                && (await _door.DirectoryAsync(ct)).IsReviewer(glass, actor, now),
            ct
        );
}
