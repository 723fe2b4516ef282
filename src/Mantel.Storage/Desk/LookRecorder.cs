using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// How looks are written down: by whom, at what, for which purpose and on which ground, allowed or denied.
/// </summary>
internal sealed class LookRecorder(LookLog looks)
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
        var last = await looks.LastAsync(actor.Account, person, nameof(AccessAction.Identify), ct);
        return last is not null && last.Role == actor.Role && last.At + AccessTable.DutyFor > now.Instant;
    }

    public Task WriteAsync(PersonRecord person, Actor actor, Verdict verdict, Moment now, CancellationToken ct) =>
        WriteAsync(
            person.Exists ? [person.Id, .. person.Followers()] : [Nobody],
            ReasonOf(person, actor, verdict, now),
            actor,
            verdict,
            now,
            ct
        );

    /// <summary>In the log of every record that is joined, so that each is whole when they are parted again.</summary>
    public Task WriteAsync(
        IReadOnlyList<Guid> records,
        string? reason,
        Actor actor,
        Verdict verdict,
        Moment now,
        CancellationToken ct
    ) => Task.WhenAll(records.Select(record => looks.WriteAsync(Of(record, reason, actor, verdict, now), ct)));

    /// <summary>
    /// A look at a signal in an inbox, under the number of the signal: whom it is about is not known.
    /// </summary>
    public Task WriteAsync(Guid? signal, Actor actor, Verdict verdict, Moment now, CancellationToken ct) =>
        WriteAsync([signal ?? Nobody], reason: null, actor, verdict, now, ct);

    /// <summary>The looks at all records that are one, newest first, each look once.</summary>
    public async Task<IReadOnlyList<Look>> ReadAsync(
        IReadOnlyList<Guid> records,
        int skip,
        int take,
        CancellationToken ct
    )
    {
        if (records is [var only])
            return await looks.ReadAsync(only, skip, take, ct);
        var all = new List<Look>();
        foreach (var record in records)
            all.AddRange(await looks.ReadAsync(record, 0, (skip + take) * records.Count, ct));
        return
        [
            .. all.DistinctBy(look => (look.At, look.Account, look.Page, look.Basis))
                .OrderByDescending(look => look.At)
                .Skip(skip)
                .Take(take),
        ];
    }

    private static Look Of(Guid record, string? reason, Actor actor, Verdict verdict, Moment now) =>
        new(
            Guid.CreateVersion7(now.Instant),
            now.Instant,
            record,
            actor.Account,
            actor.Author.Name,
            actor.Role,
            actor.Author.OrganisationName,
            verdict.What.ToString(),
            LookWords.PurposeOf(verdict),
            LookWords.BasisOf(verdict),
            reason
        );

    private static string? ReasonOf(PersonRecord person, Actor actor, Verdict verdict, Moment now) =>
        verdict.Ground is Relation.BrokenGlass or Relation.VitalEmergency
            ? person.OpenGlassOf(actor.Account, now)?.Fact.Reason
            : null;
}
