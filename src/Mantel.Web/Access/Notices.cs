using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Web.Access;

/// <summary>
/// Of whose broken glass somebody is told: their own, of whom they represent, or coordinate the care of.
/// </summary>
internal sealed class Notices(Desk desk, Register<RegisterRow> register)
{
    public async Task<IReadOnlyList<Sight>> OfAsync(Actor actor, Moment now, CancellationToken ct)
    {
        var theirs = await register.FindAsync(row => row.RelationsOf(actor.Account, now.Today).Any(), ct);
        var sights = new List<Sight>();
        foreach (var person in theirs.Select(row => (Guid?)row.Person).Prepend(actor.Person).OfType<Guid>().Distinct())
        {
            if (await desk.TellOfGlassAsync(person, actor, now, ct) is { } sight)
                sights.Add(sight);
        }
        return sights;
    }
}
