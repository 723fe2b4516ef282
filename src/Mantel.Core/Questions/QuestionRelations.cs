using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Core.Questions;

/// <summary>
/// Who relates to the questions of an organisation: who works there, and the coordinator of the network it lies in, to
/// whom it is numbers.
/// </summary>
public sealed class QuestionRelations : IRelationsTo<QuestionsRecord>
{
    public IReadOnlySet<Relation> Of(
        QuestionsRecord record,
        Guid? item,
        Actor actor,
        Moment now,
        DirectoryRecord directory
    )
    {
        var relations = new SortedSet<Relation>();
        if (actor.Author.Organisation is not { } own)
            return relations;
        if (own == record.Organisation)
            relations.Add(Relation.OfOrganisation);
        if (own == record.Organisation || directory.OrganisationsAround(own, now.Today).Contains(record.Organisation))
            relations.Add(Relation.InNetwork);
        return relations;
    }
}
