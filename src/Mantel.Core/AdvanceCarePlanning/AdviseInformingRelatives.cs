using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Tell the person that it is theirs to talk about these agreements with their close ones, or record that this was not
/// done.
/// </summary>
/// <param name="Relatives">With whom the person is going to talk.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record AdviseInformingRelatives(bool? Advised, IReadOnlyList<Party> Relatives, PartialDate? AdvisedOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        if (Advised is null)
            found.Add("advised", "rule.plan-choose");
        found.Day("advisedOn", AdvisedOn, person, now);
        var relatives = found.Parties("relatives", Relatives);
        return found.Or(new InformingRelativesAdvised(Advised ?? false, relatives), AdvisedOn);
    }

    public bool IsAbout(Fact fact) => fact is InformingRelativesAdvised;
}
