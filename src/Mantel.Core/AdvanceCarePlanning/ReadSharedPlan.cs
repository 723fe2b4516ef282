using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Say that one has read the plan that was shared with one (gelezen).</summary>
[Needs(AccessAction.ReadSharedPlan)]
public sealed record ReadSharedPlan(Guid Account, Guid Shared) : IAct<PersonRecord>, IByAccount
{
    public Outcome Decide(PersonRecord person, Moment now) =>
        person.All<PlanShared>().All(shared => shared.Entry.Id != Shared)
            ? Outcome.Refuse(new Problem("", "rule.plan-no-longer-there", [], IsBrokenRule: true))
        : person.UnreadShares(Account, now.Today).Any(share => share.Shared.Entry.Id == Shared)
            ? Outcome.Yield(new SharedPlanRead(Shared), PartialDate.Of(now.Today))
        : Outcome.Yield();
}
