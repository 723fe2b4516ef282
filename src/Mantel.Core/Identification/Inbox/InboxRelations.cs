using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// Who relates to an inbox: those of its organisation, and to a signal that waited too long the palliative team of the
/// network.
/// </summary>
/// <param name="terms">After how long a signal waited too long.</param>
public sealed class InboxRelations(SignalTerms terms) : IRelationsTo<InboxRecord>
{
    public IReadOnlySet<Relation> Of(InboxRecord record, Guid? item, Actor actor, Moment now, DirectoryRecord directory)
    {
        var relations = new SortedSet<Relation>();
        if (actor.Author.Organisation is not { } own)
            return relations;
        if (own == record.Organisation)
            relations.Add(Relation.OfOrganisation);
        if (
            actor.Role is Role.PalliativeTeam
            && item is { } signal
            && record.Signal(signal)?.WaitAt(now, terms) is SignalWait.Escalated
            && directory.OrganisationsAround(own, now.Today).Contains(record.Organisation)
        )
            relations.Add(Relation.PalliativeTeamAround);
        return relations;
    }
}
