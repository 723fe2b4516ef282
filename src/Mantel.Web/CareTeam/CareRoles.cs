using Mantel.Core.Journal;

namespace Mantel.Web.CareTeam;

/// <summary>Which roles care for people, and so can be of a team.</summary>
internal static class CareRoles
{
    public static bool CaresForPeople(this Role role) =>
        role
            is not (
                Role.Administrator
                or Role.Coordinator
                or Role.Analyst
                or Role.Person
                or Role.CloseOne
                or Role.System
            );
}
