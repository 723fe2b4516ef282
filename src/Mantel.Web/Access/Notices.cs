using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Web.Access;

/// <summary>
/// Of whose broken glass, and of whose answer about sharing that another changed, somebody is told: their own, of whom
/// they represent, or coordinate the care of.
/// </summary>
internal sealed class Notices(Desk desk, Register<RegisterRow> register, Derived<Pending> pending)
{
    public async Task<IReadOnlyList<Sight>> OfAsync(Actor actor, Moment now, CancellationToken ct)
    {
        var theirs = await register.FindAsync(row => IsTheirs(row, actor, now), ct);
        var sights = new List<Sight>();
        foreach (var (person, version) in theirs.Select(row => (row.Person, row.Version)))
        {
            if (await pending.OfAsync(person, version, now.Today, ct) is not { HasNotices: true })
                continue;
            if (await desk.TellOfGlassAsync(person, actor, now, ct) is { } sight)
                sights.Add(sight);
        }
        return sights;
    }

    private static bool IsTheirs(RegisterRow row, Actor actor, Moment now) =>
        row.Person == actor.Person || row.RelationsOf(actor.Account, now.Today).Any();
}
