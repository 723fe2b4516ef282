using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>What holds of the person's consent to share (toestemming om te delen).</summary>
public static class Consent
{
    /// <summary>
    /// The consent that holds, or null when none was recorded. A later answer replaces an earlier one; of two sources
    /// that cannot be ordered in time the stricter holds.
    /// </summary>
    public static SharingConsent? SharingConsent(this PersonRecord person)
    {
        var all = person.All<SharingConsentRecorded>().ToList();
        var holding = all.Where(one => !all.Exists(other => Replaces(other.Entry, one.Entry)));
        return Strictest([.. holding.Select(one => one.Fact.Consent)]);
    }

    private static SharingConsent? Strictest(IReadOnlyList<SharingConsent> answers) =>
        answers.Count == 0 ? null
        : answers.Contains(AdvanceCarePlanning.SharingConsent.Refused) ? AdvanceCarePlanning.SharingConsent.Refused
        : answers.Contains(AdvanceCarePlanning.SharingConsent.Unknown) ? AdvanceCarePlanning.SharingConsent.Unknown
        : AdvanceCarePlanning.SharingConsent.Given;

    private static bool Replaces(Entry later, Entry earlier)
    {
        if (earlier.Effective is { } first && later.Effective is { } second && !first.Overlaps(second))
            return first.IsBefore(second);
        var sameSource = string.Equals(later.Source.System, earlier.Source.System, StringComparison.Ordinal);
        return sameSource && later.Version > earlier.Version;
    }
}
