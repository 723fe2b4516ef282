using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// A mistake is struck out (doorhalen) with a reason. What rests on it is decided in the same act: struck out too, or
/// kept. Everything struck out stays readable in the history.
/// </summary>
[Needs(What.StrikeOut)]
public sealed record StrikeOutEntry(Guid Entry, string? Reason, IReadOnlyList<Guid> Also, IReadOnlyList<Guid> Keep)
    : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.NeededWords("reason", Reason);
        if (record.Find(Entry) is not { } entry || !Mistakes.CanBeStruckOut(entry.Fact))
            found.Break("entry", "rule.cannot-be-struck-out");
        else if (!record.Stands(Entry))
            found.Break("entry", "rule.already-struck-out");
        var resting = record.AllRestingOn([Entry]).Select(dependent => dependent.Id).ToList();
        if (!resting.TrueForAll(id => Also.Contains(id) ^ Keep.Contains(id)))
            found.Add("also", "rule.decide-what-rests-on-it");
        return found.Or(
            new EntryStruckOut([Entry, .. resting.Where(Also.Contains)], reason),
            PartialDate.Of(now.Today)
        );
    }
}
