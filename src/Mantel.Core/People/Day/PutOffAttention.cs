using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People.Day;

/// <summary>
/// Puts off what waits of a person on one's own start list (uitstellen), until a day and with a reason. It is back on
/// that day, or at once when something new is said of the person; on the lists of others it stays where it was.
/// </summary>
[Needs(AccessAction.PutOffAttention)]
public sealed record PutOffAttention(Guid Account, PartialDate? Until, string? Why) : IAct<PersonRecord>, IByAccount
{
    /// <summary>For how many days at most: own choice, not reviewed.</summary>
    public const int DaysAtMost = 31;

    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (Until is not { } until)
            found.Add("until", "rule.missing");
        else if (until.First <= now.Today || until.First > now.Today.AddDays(DaysAtMost))
            found.Add("until", "rule.put-off-within-a-month");
        var why = found.NeededWords("why", Why);
        var waiting = record.Weigh(record.Attention(now.Today), now.Today).Where(one => one.Attention.IsFor(Account));
        if (waiting.All(one => one.Part is DayPart.Now) && waiting.Any())
            found.Break("", "rule.now-cannot-be-put-off");
        return found.Or(new AttentionPutOff(Until ?? PartialDate.Of(now.Today), why), PartialDate.Of(now.Today));
    }
}
