using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Say at a later talk that what was agreed still holds: the same word and condition, with the new day.
/// </summary>
[Needs(AccessAction.AgreePlan)]
public sealed record ReconfirmDirective(
    Guid Directive,
    string? Explanation,
    PartialDate? DiscussedOn,
    IReadOnlyList<Party> Parties
) : IAct<PersonRecord>, IAgreement
{
    /// <inheritdoc/>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        var explanation = found.Words("explanation", Explanation);
        found.Day("discussedOn", DiscussedOn, person, now);
        var parties = found.Parties("parties", Parties);
        if (parties.Count < 2)
            found.Add("parties", "rule.plan-two-parties");
        if (found.Standing<TreatmentDirectiveAgreed>(person, "", Directive) is not { } known)
            return found.Or();
        if (person.WasEnded(Directive))
            found.Break("", "rule.plan-already-ended");
        if (DiscussedOn is { } day && known.Effective is { } before && !before.IsBefore(day))
            found.Add("discussedOn", "rule.plan-reconfirm-later");
        return found
            .Or(known.Fact with { Explanation = explanation, Parties = parties }, DiscussedOn)
            .Asking(this, person, now);
    }

    IAct<PersonRecord> IAgreement.Knowingly() => this with { EvenSo = true };
}
