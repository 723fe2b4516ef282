using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// Where somebody who cares recorded another answer about sharing than held before: the person's side is told, as of a
/// broken glass.
/// </summary>
public static class ConsentChanges
{
    /// <summary>Every such change, oldest first, with the answer before it; null: none was recorded.</summary>
    public static IReadOnlyList<ConsentChange> ConsentsChanged(this PersonRecord person)
    {
        var changes = new List<ConsentChange>();
        var takingBack = person
            .Entries.Where(entry => entry.Fact is EntryStruckOut or WrongPersonNoticed)
            .Select(entry => entry.Act)
            .ToHashSet();
        SharingConsent? before = null;
        var isFirst = true;
        foreach (var entry in person.Entries)
        {
            if (entry.Fact is not SharingConsentRecorded { Consent: var consent })
                continue;
            var isChanged = takingBack.Contains(entry.Act) || (!isFirst && consent != before);
            if (isChanged && !Mistakes.IsOfTheirOwn(entry))
                changes.Add(new(entry, before, consent));
            (before, isFirst) = (consent, false);
        }
        return changes;
    }

    /// <summary>Those that this account has yet to read of; what one recorded oneself one need not read.</summary>
    public static IReadOnlyList<ConsentChange> UnreadConsentChanges(this PersonRecord person, Guid account)
    {
        var read = person
            .All<ConsentChangeRead>()
            .Where(reading => reading.Entry.Author.Account == account)
            .Select(reading => reading.Fact.Consent)
            .ToHashSet();
        return
        [
            .. person
                .ConsentsChanged()
                .Where(change => change.Entry.Author.Account != account && !read.Contains(change.Entry.Id)),
        ];
    }
}

/// <summary>Somebody who cares recorded another answer about sharing.</summary>
/// <param name="Before">What was recorded before; null when nothing of it is left.</param>
public sealed record ConsentChange(Entry Entry, SharingConsent? Before, SharingConsent Now);

/// <summary>Somebody says that they read that the answer about sharing was changed.</summary>
[Needs(AccessAction.ReadBrokenGlass)]
public sealed record ReadConsentChange(Guid Account, Guid Consent) : IAct<PersonRecord>, IByAccount
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        if (record.Find(Consent)?.Fact is not SharingConsentRecorded)
            return Outcome.Refuse("consent", "rule.not-there");
        return record.UnreadConsentChanges(Account).Any(change => change.Entry.Id == Consent)
            ? Outcome.Yield(new ConsentChangeRead(Consent), PartialDate.Of(now.Today))
            : Outcome.Yield();
    }
}
