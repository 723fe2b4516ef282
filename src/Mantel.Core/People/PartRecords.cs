using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Parts two joined records (ontkoppelen): they turned out to be about two people. Both are as they were before; what
/// was recorded since stays in the record that led.
/// </summary>
/// <param name="Other">The record that follows.</param>
[Needs(AccessAction.JoinRecords)]
public sealed record PartRecords(Guid Other, string? Reason) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        if (!record.Followers().Contains(Other))
            return Outcome.Refuse([new Problem("", "rule.part-not-joined", [], IsBrokenRule: true)]);
        var found = new Findings();
        var reason = found.NeededWords("reason", Reason);
        var today = PartialDate.Of(now.Today);
        return found.None
            ? Outcome.Yield(
                new NewFact(new RecordsParted(Other, reason), today),
                new NewFact(new RecordsParted(record.Id, reason), today) { Into = StreamId.Person(Other) }
            )
            : Outcome.Refuse(found.Problems);
    }
}
