using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Print the plan to hang in the kitchen; its code tells later whether the sheet is still current.</summary>
/// <param name="Sheet">A random code of 128 bits, made for this print.</param>
[Needs(AccessAction.PrintPlanSheet)]
public sealed record PrintPlanSheet(string Sheet) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        if (!SheetCode.IsOne(Sheet))
            found.Add("", "rule.not-a-choice");
        return found.Or(new PlanSheetPrinted(Sheet), PartialDate.Of(now.Today));
    }
}
