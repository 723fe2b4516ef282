using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records whether the person lives alone (alleenwonend); who lives in a home of many does not.</summary>
/// <param name="LivesAlone">Null: not answered.</param>
[Needs(AccessAction.RecordWhatMatters)]
public sealed record RecordHousehold(bool? LivesAlone, PartialDate? Since = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (LivesAlone is null)
            found.Add("livesAlone", "rule.missing");
        found.NotInFuture("since", Since, now);
        return found.Or(new HouseholdRecorded(LivesAlone is true), Since);
    }

    public bool IsAbout(Fact fact) => fact is HouseholdRecorded;
}
