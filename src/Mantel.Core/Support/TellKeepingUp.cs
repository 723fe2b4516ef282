using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Support;

/// <summary>
/// Somebody who cares asked a close one how long they can keep it up as it is now (hoe lang houdt u het nog vol), and
/// tells the answer. Other close ones do not see it.
/// </summary>
/// <param name="HiddenFromPerson">Why the person had better not see it; empty: the person may see it.</param>
[Needs(AccessAction.TellKeepingUp)]
public sealed record TellKeepingUp(
    Guid RelatedPerson,
    KeepingUp? HowLong,
    string? Words = null,
    string? HiddenFromPerson = null,
    PartialDate? ToldOn = null
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (record.CloseOne(RelatedPerson) is null)
            found.Break("relatedPerson", "rule.no-longer-in-circle");
        if (HowLong is null)
            found.Add("howLong", "rule.missing");
        var on = ToldOn ?? PartialDate.Of(now.Today);
        found.NotInFuture("toldOn", on, now);
        found.WhileAlive("toldOn", record, on);
        var fact = new KeepingUpTold(
            RelatedPerson,
            HowLong ?? KeepingUp.Unknown,
            found.Words("words", Words),
            found.Words("hiddenFromPerson", HiddenFromPerson)
        );
        return found.Or(fact, on);
    }
}
