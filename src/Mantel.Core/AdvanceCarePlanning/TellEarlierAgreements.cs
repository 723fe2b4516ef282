using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The person tells whether something was agreed before, elsewhere, and whether it says otherwise.</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record TellEarlierAgreements(
    YesNoUnknown? Exist,
    string? Explanation,
    YesNoUnknown? SayOtherwise,
    PartialDate? ToldOn
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("exist", Exist);
        if (SayOtherwise is not null)
            found.Chosen("sayOtherwise", SayOtherwise);
        if (SayOtherwise is not null && Exist is not YesNoUnknown.Yes)
            found.Add("sayOtherwise", "rule.plan-only-when-earlier-agreements");
        found.Day("toldOn", ToldOn, person, now);
        var explanation = found.Words("explanation", Explanation);
        return found.Or(new EarlierAgreementsTold(Exist ?? default, explanation, SayOtherwise), ToldOn);
    }

    public bool IsAbout(Fact fact) => fact is EarlierAgreementsTold;
}
