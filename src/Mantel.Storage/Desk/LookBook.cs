using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// How looks are written down: by whom, at what, for which purpose and on which ground, allowed or denied.
/// </summary>
internal sealed class LookBook(LookLog looks)
{
    /// <summary>
    /// Whom a look at an id that nobody has is written under, so that guessing ids makes no keys and takes as long as
    /// a look that is denied.
    /// </summary>
    private static readonly Guid Nobody = new("6d616e74-656c-4000-8000-000000000000");

    public async Task<bool> WasFoundAsync(Guid person, Actor actor, Moment now, CancellationToken ct)
    {
        if (!AccessTable.Duty.Contains(actor.Role))
            return false;
        var last = await looks.LastAsync(actor.Account, person, nameof(What.Identify), ct);
        return last is not null && last.Role == actor.Role && last.At + AccessTable.DutyFor > now.Instant;
    }

    public Task WriteAsync(PersonRecord person, Actor actor, Verdict verdict, Moment now, CancellationToken ct) =>
        WriteAsync(person.Exists ? person.Id : Nobody, ReasonOf(person, actor, verdict, now), actor, verdict, now, ct);

    public Task WriteAsync(
        Guid person,
        string? reason,
        Actor actor,
        Verdict verdict,
        Moment now,
        CancellationToken ct
    ) =>
        looks.WriteAsync(
            new Look(
                Guid.CreateVersion7(now.Instant),
                now.Instant,
                person,
                actor.Account,
                actor.Author.Name,
                actor.Role,
                actor.Author.OrganisationName,
                verdict.What.ToString(),
                LookWords.PurposeOf(verdict),
                LookWords.BasisOf(verdict),
                reason
            ),
            ct
        );

    private static string? ReasonOf(PersonRecord person, Actor actor, Verdict verdict, Moment now) =>
        verdict.Ground is Relation.BrokenGlass or Relation.VitalEmergency
            ? person.OpenGlassOf(actor.Account, now)?.Fact.Reason
            : null;
}
