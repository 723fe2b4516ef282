using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>Calls a signal urgent: it stands first with everybody who cares, the physicians among them.</summary>
[Needs(AccessAction.AnswerSignal)]
public sealed record EscalateSignal(Guid Signal, string? Why) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new SignalEscalated(Signal, found.NeededWords("why", Why));
        return found.InHand(record, Signal, fact, now);
    }

    public bool IsAbout(Fact fact) => fact is SignalAnswered answered && answered.Signal == Signal;
}
