using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// A mistake is struck out (doorhalen) with a reason. What rests on it is decided in the same act: struck out too, or
/// kept. Everything struck out stays readable in the history. What the person's own side recorded only they strike out.
/// </summary>
/// <param name="By">Who strikes it out; null: the program itself, for the demo.</param>
[Needs(AccessAction.StrikeOut)]
public sealed record StrikeOutEntry(
    Guid Entry,
    string? Reason,
    IReadOnlyList<Guid> Also,
    IReadOnlyList<Guid> Keep,
    Author? By = null
) : IAct<PersonRecord>, IByAuthor
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
        IReadOnlyList<Guid> gone = [Entry, .. resting.Where(Also.Contains)];
        TakingBack.Check(found, "entry", record, gone, By);
        var today = PartialDate.Of(now.Today);
        return found.Or([
            new NewFact(new EntryStruckOut(gone, reason), today),
            .. TakingBack.ConsentAfter(record, gone, now),
        ]);
    }
}
