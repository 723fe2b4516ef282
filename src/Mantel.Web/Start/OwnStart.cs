using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Identification.Inbox;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.Start;

/// <summary>
/// Where the person begins, and somebody close to them: what is theirs, said to them. What is told of a record is a
/// look at it, and is written down as one.
/// </summary>
internal sealed class OwnStart(OwnPeople people, Notices notices, InboxInShort.Reader inbox, Desk desk)
{
    /// <summary>How many looks are read to tell of the last visits.</summary>
    private const int LooksRead = 200;

    public static bool IsFor(Role role) => role is Role.Person or Role.CloseOne;

    public async Task<IResult> ShowAsync(Actor actor, Moment now, CancellationToken ct)
    {
        var own = await people.AllAsync(actor, now, ct);
        var sights = new List<Sight>();
        foreach (var row in own)
        {
            if (
                await desk.LoadAsync(row.Person, actor, AccessAction.ReadPerson, now, ct, [AccessAction.ReadShared]) is
                { } sight
            )
                sights.Add(sight);
        }
        var unread = await notices.OfAsync(actor, now, ct);
        var signals = await inbox.OfAsync(actor, now, ct);
        if (actor.Role is Role.Person && sights is [var self])
            return Answer.Page<PersonStartPage>(
                new
                {
                    Sight = self,
                    Notices = unread,
                    Inbox = signals,
                    Visits = await VisitsAsync(self, ct),
                }
            );
        return Answer.Page<CloseOneStartPage>(
            new
            {
                Now = now,
                Actor = actor,
                Sights = sights,
                Lost = own.Where(row => sights.TrueForAll(sight => sight.Person != row.Person)).ToList(),
                Notices = unread,
                Inbox = signals,
            }
        );
    }

    /// <summary>The last visits of others, newest first.</summary>
    private async Task<IReadOnlyList<RecordVisit>> VisitsAsync(Sight self, CancellationToken ct) =>
        [
            .. RecordVisit
                .Of(await desk.LooksAsync(self, 0, LooksRead, ct))
                .Where(visit => visit.Account != self.Actor.Account),
        ];
}
