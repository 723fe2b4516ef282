using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// The person tells where they wish to die (gewenste plek van overlijden), or that they do not know yet.
/// </summary>
/// <param name="HomeIsHere">They said that they are at home where they live now; null: not told.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record TellPreferredPlaceOfDeath(
    Answer? Answer,
    PlaceOfDeath? Place,
    string? Explanation,
    PartialDate? ToldOn,
    bool? HomeIsHere = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("answer", Answer);
        if (Answer is AdvanceCarePlanning.Answer.Given)
            found.Chosen("place", Place);
        else if (Place is not null)
            found.Add("place", "rule.plan-place-without-answer");
        found.Day("toldOn", ToldOn, person, now);
        var explanation = found.Words("explanation", Explanation);
        if (Place is PlaceOfDeath.Elsewhere && string.IsNullOrWhiteSpace(Explanation))
            found.Add("explanation", "rule.plan-say-where");
        var isHere = Place is PlaceOfDeath.Home ? HomeIsHere : null;
        return found.Or(new PreferredPlaceOfDeathTold(Answer ?? default, Place, explanation, isHere), ToldOn);
    }

    public bool IsAbout(Fact fact) => fact is PreferredPlaceOfDeathTold;
}
