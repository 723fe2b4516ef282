using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>Says who of the team is the central care professional from a day on. There is one at a time.</summary>
/// <param name="From">Null: today.</param>
[Needs(AccessAction.NameCentral)]
public sealed record NameCentralCareProfessional(Guid Member, PartialDate? From = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        found.NotInFuture("from", From, now);
        found.WhileAlive("", record, From);
        var member = record.Team(now.Today).FirstOrDefault(member => member.Id == Member);
        if (member is null)
            found.Break("member", "rule.not-in-team");
        else if (!CanBeCentral(member.Fact))
            found.Break("member", "rule.central-is-professional");
        else if (found.None && record.CentralCareProfessional(now.Today)?.Id == Member)
            return Outcome.Yield();
        return found.Or(new CentralCareProfessionalNamed(Member), From ?? PartialDate.Of(now.Today));
    }

    public bool IsAbout(Fact fact) => fact is CentralCareProfessionalNamed;

    /// <summary>
    /// A professional of the team itself; not a volunteer, and not somebody with whom the plan is only shared.
    /// </summary>
    public static bool CanBeCentral(CareTeamMemberJoined member) =>
        member.Relation == CareRelation.CareTeam
        && member.Discipline is not (Discipline.Volunteer or Discipline.VolunteerCoordinator);
}
