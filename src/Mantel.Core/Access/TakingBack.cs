using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>What holds for whatever takes an entry back, by striking out or by withdrawing.</summary>
internal static class TakingBack
{
    /// <summary>What the person's own side recorded, nobody who cares takes back; and the other way round.</summary>
    public static void Check(Findings found, string field, PersonRecord record, IReadOnlyList<Guid> entries, Author? by)
    {
        var gone = entries.Select(record.Find).OfType<Entry>().ToList();
        if (gone.TrueForAll(entry => Mistakes.MayTakeBack(by, entry)))
            return;
        found.Break(field, gone.Exists(Mistakes.IsOfTheirOwn) ? "rule.of-their-own" : "rule.of-others");
    }

    /// <summary>
    /// An answer about sharing that is taken back never brings an older <em>yes</em> back: what was asked last is then
    /// not known, until somebody asks again. An older <em>no</em> holds.
    /// </summary>
    public static IEnumerable<NewFact> ConsentAfter(PersonRecord record, IReadOnlyList<Guid> gone, Moment now)
    {
        if (!gone.Select(record.Find).Any(entry => entry?.Fact is SharingConsentRecorded))
            yield break;
        var left = new PersonRecord(record.Stream, [.. record.Entries.Where(entry => !gone.Contains(entry.Id))]);
        var (before, after) = (record.SharingConsent(), left.SharingConsent());
        var isLooser = before is SharingConsent.Refused && after is not SharingConsent.Refused;
        if (isLooser || (after is SharingConsent.Given && Holding(left) != Holding(record)))
            yield return new NewFact(
                new SharingConsentRecorded(SharingConsent.Unknown, Explanation: null),
                PartialDate.Of(now.Today)
            );
    }

    private static Guid? Holding(PersonRecord record) => record.Latest<SharingConsentRecorded>()?.Entry.Id;
}
