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
        if (Mistakes.ProblemWithReason(Reason) is { } problem)
            return Outcome.Refuse(problem);
        if (record.Find(Entry) is not { } entry || !Mistakes.CanBeStruckOut(entry.Fact))
            return Outcome.Refuse(Mistakes.Broken("entry", "rule.cannot-be-struck-out"));
        if (!record.Stands(Entry))
            return Outcome.Refuse(Mistakes.Broken("entry", "rule.already-struck-out"));
        var resting = record.AllRestingOn([Entry]).Select(dependent => dependent.Id).ToList();
        if (!resting.TrueForAll(id => Also.Contains(id) ^ Keep.Contains(id)))
            return Outcome.Refuse("also", "rule.decide-what-rests-on-it");
        return Outcome.Yield(
            new EntryStruckOut([Entry, .. resting.Where(Also.Contains)], Reason!.Trim()),
            PartialDate.Of(now.Today)
        );
    }
}
