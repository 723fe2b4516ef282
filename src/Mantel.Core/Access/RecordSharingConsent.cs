using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>Whether the person agrees that the plan is shared with who cares for them, as they said on a day.</summary>
[Needs(AccessAction.RecordConsent)]
public sealed record RecordSharingConsent(SharingConsent Consent, string? Explanation, PartialDate? SaidOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public bool IsAbout(Fact fact) => fact is SharingConsentRecorded;

    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (record.IsDeceased())
            found.Break("", "rule.person-deceased");
        if (SaidOn is null)
            found.Add("saidOn", "rule.missing");
        found.NotInFuture("saidOn", SaidOn, now);
        var explanation = found.Words("explanation", Explanation);
        return found.Or(new SharingConsentRecorded(Consent, explanation), SaidOn);
    }
}
