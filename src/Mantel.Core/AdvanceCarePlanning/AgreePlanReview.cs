using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Agree when the plan is looked at again (evaluatiemoment): a day, a month or a year to come.</summary>
/// <param name="On">When it is due.</param>
/// <param name="AgreedOn">The day on which this was agreed.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record AgreePlanReview(PartialDate? On, string? Words, PartialDate? AgreedOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        if (On is null)
            found.Add("on", "rule.missing");
        found.Day("agreedOn", AgreedOn, person, now);
        if (On is { } due && AgreedOn is { } agreed && due.Last <= agreed.First)
            found.Add("on", "rule.plan-review-before-agreed");
        return found.Or(new PlanReviewAgreed(On ?? default, found.Words("words", Words)), AgreedOn);
    }

    public bool IsAbout(Fact fact) => fact is PlanReviewAgreed;
}
