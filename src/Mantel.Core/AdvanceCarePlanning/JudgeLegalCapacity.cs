using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Judge whether the person can decide about medical treatment (wilsbekwaamheid). Who then decides follows from the
/// circle, the papers and the law of the country.
/// </summary>
/// <param name="About">The matters that it is judged for; null: all of treatment.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record JudgeLegalCapacity(
    Capacity? Capacity,
    string? Explanation,
    PartialDate? JudgedOn,
    string? About = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("capacity", Capacity);
        found.Day("judgedOn", JudgedOn, person, now);
        var explanation = found.Words("explanation", Explanation);
        if (Capacity is not null and not AdvanceCarePlanning.Capacity.Capable && string.IsNullOrWhiteSpace(Explanation))
            found.Add("explanation", "rule.plan-capacity-why");
        bool? capable = Capacity switch
        {
            AdvanceCarePlanning.Capacity.Capable => true,
            AdvanceCarePlanning.Capacity.NotCapable => false,
            AdvanceCarePlanning.Capacity.InDoubt or null => null,
        };
        return found.Or(new LegalCapacityJudged(capable, explanation, found.Line("about", About)), JudgedOn);
    }

    public bool IsAbout(Fact fact) => fact is LegalCapacityJudged;
}

/// <summary>The three answers to whether somebody can decide about medical treatment.</summary>
public enum Capacity
{
    Capable,
    NotCapable,
    InDoubt,
}
