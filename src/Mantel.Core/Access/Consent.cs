using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>What holds of the person's consent to share (toestemming om te delen).</summary>
public static class Consent
{
    /// <summary>
    /// The consent that holds, or null when none was recorded. A later answer replaces an earlier one; of two sources
    /// that cannot be ordered in time the stricter holds. Of joined records the stricter holds, until the person is
    /// asked again: none recorded in one of them is stricter than given in another.
    /// </summary>
    public static SharingConsent? SharingConsent(this PersonRecord person)
    {
        var all = person.All<SharingConsentRecorded>().ToList();
        var holding = all.Where(one => !all.Exists(other => Replaces(person, other.Entry, one.Entry)));
        var strictest = Strictest([.. holding.Select(one => one.Fact.Consent)]);
        return strictest is AdvanceCarePlanning.SharingConsent.Given && IsSilent(person, all) ? null : strictest;
    }

    /// <summary>True when in one of the joined records nobody ever asked, nor since they are one.</summary>
    private static bool IsSilent(PersonRecord person, List<Recorded<SharingConsentRecorded>> all) =>
        !all.Exists(one => person.KnewAll(one.Entry))
        && person.Followers().Append(person.Id).Any(record => !all.Exists(one => one.Entry.Stream.Id == record));

    private static SharingConsent? Strictest(IReadOnlyList<SharingConsent> answers) =>
        answers.Count == 0 ? null
        : answers.Contains(AdvanceCarePlanning.SharingConsent.Refused) ? AdvanceCarePlanning.SharingConsent.Refused
        : answers.Contains(AdvanceCarePlanning.SharingConsent.Unknown) ? AdvanceCarePlanning.SharingConsent.Unknown
        : AdvanceCarePlanning.SharingConsent.Given;

    private static bool Replaces(PersonRecord person, Entry later, Entry earlier)
    {
        if (later.Stream != earlier.Stream && !person.KnewAll(later))
            return false;
        if (earlier.Effective is { } first && later.Effective is { } second && !first.Overlaps(second))
            return first.IsBefore(second);
        var sameSource = string.Equals(later.Source.System, earlier.Source.System, StringComparison.Ordinal);
        return sameSource && later.Version > earlier.Version;
    }
}
