using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Agree the main goal of treatment (belangrijkste doel van behandeling).</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record AgreeTreatmentGoal(TreatmentGoal? Goal, string? Explanation, PartialDate? AgreedOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen,
        IAgreement
{
    /// <inheritdoc/>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("goal", Goal);
        found.Day("agreedOn", AgreedOn, person, now);
        var fact = new TreatmentGoalAgreed(Goal ?? default, found.Words("explanation", Explanation));
        return found.Or(fact, AgreedOn).Asking(this, person, now);
    }

    IAct<PersonRecord> IAgreement.Knowingly() => this with { EvenSo = true };

    public bool IsAbout(Fact fact) => fact is TreatmentGoalAgreed;
}
