using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Demo.Telling;

/// <summary>
/// Another system sends what may be a decision and cannot be placed (na te vragen), as an import takes it in.
/// </summary>
[Needs(AccessAction.RecordHealth)]
internal sealed record SendUnclear(ToAskAboutReceived Message) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now) =>
        new Findings().Or([new NewFact(Message, PartialDate.Of(now.Today))]);
}
