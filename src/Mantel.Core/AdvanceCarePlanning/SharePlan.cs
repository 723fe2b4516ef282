using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Share the plan with somebody of the team or the circle who has an account: it is then theirs to read, as far as
/// their relation lets them.
/// </summary>
/// <param name="With">The member of the care team or the close one.</param>
/// <param name="By">The account of who shares it: nobody shares a plan with themselves.</param>
[Needs(AccessAction.SharePlan)]
public sealed record SharePlan(Guid? With, string? Words, Guid? By = null) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        var words = found.Words("words", Words);
        if (person.SharingConsent() is SharingConsent.Refused)
            found.Break("", "rule.plan-share-refused");
        if (With is not { } with)
            found.Add("with", "rule.plan-choose");
        else if (person.CanReadShares(now.Today).FirstOrDefault(one => one.Id == with) is not { } reader)
            found.Add("with", "rule.plan-share-no-account");
        else if (By is not null && reader.Account == By)
            found.Break("with", "rule.plan-share-self");
        else if (person.AwaitsReading(with))
            found.Break("with", "rule.plan-share-unread", reader.Name);
        else
            return found.Or(new PlanShared(with, reader.Name, words), PartialDate.Of(now.Today));
        return found.Or();
    }
}
