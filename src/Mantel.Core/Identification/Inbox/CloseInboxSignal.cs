using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>Closes a signal about which nothing can be done, with the reason.</summary>
/// <param name="Reason">Null when nothing was chosen.</param>
/// <param name="Words">Needed when the reason is another one.</param>
[Needs(AccessAction.AnswerInbox)]
public sealed record CloseInboxSignal(
    Guid Signal,
    ClosingReason? Reason,
    string? Words = null,
    string? WordsToSender = null
) : IAct<InboxRecord>, IEditsWhatWasSeen, IAboutItem
{
    public Guid Item => Signal;

    public Outcome Decide(InboxRecord record, Moment now)
    {
        var found = new Findings();
        if (Reason is null)
            found.Add("reason", "rule.missing");
        var words = Reason is ClosingReason.Other ? found.NeededWords("words", Words) : found.Words("words", Words);
        var fact = new InboxSignalClosed(
            Signal,
            Reason ?? ClosingReason.Other,
            words,
            found.Words("wordsToSender", WordsToSender)
        );
        return found.InHand(record, Signal, _ => fact, now);
    }

    public bool IsAbout(Fact fact) => InboxRules.Changes(fact, Signal);
}
