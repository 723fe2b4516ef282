using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The person tells what professionals should know to give good care, in their own words.</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record TellCareWishes(string? Words, PartialDate? ToldOn) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Day("toldOn", ToldOn, person, now);
        return found.Or(new CareWishesTold(found.NeededWords("words", Words)), ToldOn);
    }

    public bool IsAbout(Fact fact) => fact is CareWishesTold;
}
