using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The person tells whether a choice is in the donor register (donorregistratie).</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record TellDonorRegistration(YesNoUnknown? Registered, string? Explanation, PartialDate? ToldOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("registered", Registered);
        found.Day("toldOn", ToldOn, person, now);
        var fact = new DonorRegistrationTold(Registered ?? default, found.Words("explanation", Explanation));
        return found.Or(fact, ToldOn);
    }

    public bool IsAbout(Fact fact) => fact is DonorRegistrationTold;
}
