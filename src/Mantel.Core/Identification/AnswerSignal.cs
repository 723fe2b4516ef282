using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>Says what was done about a signal, and what the sender may hear of it.</summary>
/// <param name="WordsToSender">Empty: the sender hears that something was done, and no more.</param>
/// <param name="HiddenFromPerson">Why the person had better not read the signal; empty: they may from now.</param>
[Needs(AccessAction.AnswerSignal)]
public sealed record AnswerSignal(
    Guid Signal,
    string? WhatWasDone,
    string? WordsToSender = null,
    string? HiddenFromPerson = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new SignalAnswered(
            Signal,
            found.NeededWords("whatWasDone", WhatWasDone),
            found.Words("wordsToSender", WordsToSender),
            found.Words("hiddenFromPerson", HiddenFromPerson)
        );
        return found.InHand(record, Signal, fact, now);
    }

    public bool IsAbout(Fact fact) => SignalRules.ChangesHand(fact, Signal);
}
