using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Support;

/// <summary>A close one tells, signed in, how long they can keep it up themselves.</summary>
[Needs(AccessAction.TellOwnKeepingUp)]
public sealed record TellOwnKeepingUp(
    Guid Account,
    KeepingUp? HowLong,
    string? Words = null,
    string? HiddenFromPerson = null
) : IAct<PersonRecord>, IByAccount
{
    public Outcome Decide(PersonRecord record, Moment now) =>
        record.Circle().FirstOrDefault(close => close.Account == Account) is { } self
            ? new TellKeepingUp(self.Id, HowLong, Words, HiddenFromPerson).Decide(record, now)
            : Outcome.Refuse([new Problem("", "rule.no-longer-in-circle", [], IsBrokenRule: true)]);
}
