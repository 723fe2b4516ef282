using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>Takes a signal up: who does it sees to it from now on.</summary>
[Needs(AccessAction.AnswerSignal)]
public sealed record TakeUpSignal(Guid Signal) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now) =>
        new Findings().InHand(record, Signal, new SignalTakenUp(Signal), now);

    public bool IsAbout(Fact fact) => SignalRules.ChangesHand(fact, Signal);
}
