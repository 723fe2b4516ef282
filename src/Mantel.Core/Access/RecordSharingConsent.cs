using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>Whether the person agrees that the plan is shared with who cares for them, as they said on a day.</summary>
[Needs(What.RecordConsent)]
public sealed record RecordSharingConsent(SharingConsent Consent, string? Explanation, PartialDate? SaidOn)
    : IAct<PersonRecord>,
        IEdits
{
    private const int LongestExplanation = 4000;

    public bool IsAbout(Fact fact) => fact is SharingConsentRecorded;

    public Outcome Decide(PersonRecord record, Moment now)
    {
        if (record.IsDeceased())
            return Outcome.Refuse(new Problem("", "rule.person-deceased", [], IsBrokenRule: true));
        if (SaidOn is not { } day)
            return Outcome.Refuse("saidOn", "rule.missing");
        if (day.First > now.Today)
            return Outcome.Refuse("saidOn", "rule.date-in-future");
        var explanation = string.IsNullOrWhiteSpace(Explanation) ? null : Explanation.Trim();
        return explanation?.Length > LongestExplanation
            ? Outcome.Refuse("explanation", "rule.too-long", $"{LongestExplanation}")
            : Outcome.Yield(new SharingConsentRecorded(Consent, explanation), day);
    }
}
