using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Identification.Inbox;

/// <summary>To whom a signal can be given: the organisations in which somebody can answer it.</summary>
/// <param name="All">Those nearby first.</param>
/// <param name="Usual">The one that stands chosen; null where none suggests itself.</param>
/// <param name="Here">The country in which the sender works; null for who works for nobody.</param>
public sealed record Offered(IReadOnlyList<OrganisationRecorded> All, Guid? Usual, CareCountry? Here = null);

/// <summary>Finds the organisations to whom a signal can be given. Which people they know plays no part.</summary>
internal sealed class Places(Accounts accounts, Desk desk)
{
    public async Task<Offered> ForAsync(Actor actor, Moment now)
    {
        var answering = (await accounts.ActingAsync(CancellationToken.None))
            .Where(account => AccessTable.IsForRole(AccessAction.AnswerInbox, account.Role))
            .Select(account => account.Organisation)
            .OfType<Guid>()
            .ToHashSet();
        var directory = await desk.DirectoryAsync(CancellationToken.None);
        var near = actor.Author.Organisation is { } own
            ? directory.OrganisationsAround(own, now.Today).Prepend(own).ToHashSet()
            : [];
        var all = directory
            .Organisations()
            .Where(place => answering.Contains(place.Organisation))
            .OrderByDescending(place => near.Contains(place.Organisation))
            .ToList();
        var works = actor.Author.Organisation is { } at ? directory.Organisation(at)?.Country : null;
        return new(all, UsualOf(all, near, actor.Author.Organisation), CareCountries.Of(works));
    }

    /// <summary>One's own, or the palliative team nearby.</summary>
    private static Guid? UsualOf(List<OrganisationRecorded> all, HashSet<Guid> near, Guid? own) =>
        (
            all.Find(place => place.Organisation == own)
            ?? all.Find(place => place.Kind is OrganisationKind.PalliativeHomeTeam && near.Contains(place.Organisation))
        )?.Organisation;
}
