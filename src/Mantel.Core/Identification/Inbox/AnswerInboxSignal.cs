using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>Says what was done about a signal that is placed with nobody, and what the sender may hear of it.</summary>
/// <param name="WordsToSender">Empty: the sender hears that something was done, and no more.</param>
[Needs(AccessAction.AnswerInbox)]
public sealed record AnswerInboxSignal(Guid Signal, string? WhatWasDone, string? WordsToSender = null)
    : IAct<InboxRecord>,
        IEditsWhatWasSeen,
        IAboutItem
{
    public Guid Item => Signal;

    public Outcome Decide(InboxRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new InboxSignalAnswered(
            Signal,
            found.NeededWords("whatWasDone", WhatWasDone),
            found.Words("wordsToSender", WordsToSender)
        );
        return found.InHand(record, Signal, _ => fact, now);
    }

    public bool IsAbout(Fact fact) => InboxRules.Changes(fact, Signal);
}
