using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Joins another record to this one (samenvoegen), because both are about one person. This one leads: the person goes
/// on under its id. It can be taken back.
/// </summary>
/// <param name="Compared">Somebody laid both side by side, and looked.</param>
/// <param name="EvenSo">True: it is one person though one record says otherwise: died, or born on another day.</param>
[Needs(AccessAction.JoinRecords)]
public sealed record JoinRecords(PersonRecord Other, string? Reason, bool Compared, bool EvenSo = false)
    : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        if (WhyNot(record) is { } rule)
            return Outcome.Refuse([new Problem("", rule, [], IsBrokenRule: true)]);
        var found = new Findings();
        var reason = found.NeededWords("reason", Reason);
        if (!Compared)
            found.Add("compared", "rule.join-compare-first");
        if (!EvenSo && Joining.Doubt(record, Other) is { } doubt)
            found.Break("evenSo", doubt);
        var today = PartialDate.Of(now.Today);
        return found.None
            ? Outcome.Yield(
                new NewFact(new RecordsJoined(Other.Id, Leads: true, reason), today),
                new NewFact(new RecordsJoined(record.Id, Leads: false, reason), today) { Into = Other.Stream }
            )
            : Outcome.Refuse(found.Problems);
    }

    private string? WhyNot(PersonRecord record) =>
        record.Followers().Contains(Other.Id) || record.Leader() == Other.Id ? "rule.join-already"
        : Other.Id == record.Id
            ? record.Followers().Count > 0 ? "rule.join-already"
                : "rule.join-same"
        : !Other.Exists ? "rule.join-not-there"
        : Other.Leader() is not null || Other.Followers().Count > 0 || record.Leader() is not null ? "rule.join-third"
        : Joining.NumbersDiffer(record, Other) ? "rule.join-numbers-differ"
        : null;
}
