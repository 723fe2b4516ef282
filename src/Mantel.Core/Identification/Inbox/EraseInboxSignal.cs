using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// Destroys everything that was said about somebody in a signal that is placed with nobody (wissen): they ask for it,
/// or the law does. That there was a signal, and who destroyed it on which ground, stays.
/// </summary>
[Needs(AccessAction.AnswerInbox)]
public sealed record EraseInboxSignal(Guid Signal, string? Basis) : IAct<InboxRecord>, IAboutItem
{
    public Guid Item => Signal;

    public Outcome Decide(InboxRecord record, Moment now)
    {
        var found = new Findings();
        var basis = found.NeededLine("basis", Basis);
        return found.Here(record, Signal, here => new InboxSignalErased(Signal, basis, here.Entries), now);
    }
}
