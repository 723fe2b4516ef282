using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records the gender, and the person's own words for it where they give them.</summary>
[Needs(AccessAction.CorrectPerson)]
public sealed record RecordGender(AdministrativeGender Gender, string? InOwnWords = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        return found.Or(new GenderRecorded(Gender, found.Line("inOwnWords", InOwnWords)));
    }

    public bool IsAbout(Fact fact) => fact is GenderRecorded;
}
