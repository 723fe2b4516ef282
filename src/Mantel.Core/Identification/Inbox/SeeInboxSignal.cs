using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// Takes up a signal in the inbox (oppakken): the others know, and the sender hears that it was seen.
/// </summary>
[Needs(AccessAction.AnswerInbox)]
public sealed record SeeInboxSignal(Guid Signal) : IAct<InboxRecord>, IEditsWhatWasSeen, IAboutItem
{
    public Guid Item => Signal;

    public Outcome Decide(InboxRecord record, Moment now) =>
        new Findings().InHand(record, Signal, _ => new InboxSignalSeen(Signal), now);

    public bool IsAbout(Fact fact) => InboxRules.Changes(fact, Signal);
}
