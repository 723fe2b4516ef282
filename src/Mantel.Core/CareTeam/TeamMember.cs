using Mantel.Core.Journal;

namespace Mantel.Core.CareTeam;

/// <summary>
/// Who somebody in the care team is: name, discipline, organisation, and how to reach them day and night.
/// </summary>
/// <param name="Account">Their account here, which gives them the relation; null when they have none.</param>
public sealed record TeamMember(
    string Name,
    Discipline Discipline,
    string? DisciplineInWords = null,
    Guid? Organisation = null,
    string? OrganisationName = null,
    Reachability? Reachability = null,
    Guid? Account = null,
    CareRelation Relation = CareRelation.CareTeam
)
{
    internal CareTeamMemberJoined Read(Findings found, Guid member) =>
        new(
            member,
            found.NeededLine("name", Name),
            Discipline,
            Discipline == Discipline.Other
                ? found.NeededLine("disciplineInWords", DisciplineInWords)
                : found.Line("disciplineInWords", DisciplineInWords),
            Organisation,
            found.Line("organisationName", OrganisationName),
            ReadReachability(found, Reachability),
            Account,
            Relation
        );

    internal static Reachability ReadReachability(Findings found, Reachability? reachability) =>
        new(
            found.Line("day", reachability?.Day),
            found.Line("night", reachability?.Night),
            found.Line("reachabilityWords", reachability?.Words)
        );
}
