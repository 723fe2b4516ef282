using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// What was recorded about the wrong person is withdrawn (verkeerde persoon): its words are destroyed and a stub
/// stays. What rests on it goes with it, or is kept, in the same act.
/// </summary>
[Needs(What.WithdrawWrongPerson)]
public sealed record WithdrawWrongPerson(IReadOnlyList<Guid> Entries, string? Reason, IReadOnlyList<Guid> Keep)
    : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        if (Mistakes.ProblemWithReason(Reason) is { } problem)
            return Outcome.Refuse(problem);
        if (Entries.Count == 0 || !Entries.All(id => record.Find(id) is { } e && Mistakes.CanBeStruckOut(e.Fact)))
            return Outcome.Refuse(Mistakes.Broken("entries", "rule.cannot-be-withdrawn"));
        if (!record.AllRestingOn(Entries).All(dependent => Keep.Contains(dependent.Id)))
            return Outcome.Refuse("entries", "rule.decide-what-rests-on-it");
        return Outcome.Yield(
            new WrongPersonNoticed([.. Entries.Distinct()], Reason!.Trim()),
            PartialDate.Of(now.Today)
        );
    }
}
