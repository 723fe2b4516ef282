using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>What everything that is done about a signal in an inbox has in common.</summary>
internal static class InboxRules
{
    /// <summary>The fact that this makes of the signal, when it is here and still open.</summary>
    public static Outcome InHand(
        this Findings found,
        InboxRecord inbox,
        Guid signal,
        Func<InboxSignal, Fact> fact,
        Moment now
    ) => found.Here(inbox, signal, fact, now, mustBeOpen: true);

    /// <summary>The signal goes elsewhere, in one act: gone here, with its day and its sender there.</summary>
    public static Outcome Goes(
        this Findings found,
        InboxRecord inbox,
        Guid signal,
        Func<InboxSignal, Fact> gone,
        Func<InboxSignal, Fact> arrives,
        Record? there,
        Moment now
    ) =>
        found.InHand(inbox, signal, gone, now) is Outcome.Yielded { Facts: var facts }
        && inbox.Signal(signal) is { } here
            ? Outcome.Yield([.. facts, new NewFact(arrives(here), here.Received.Effective) { Into = there?.Stream }])
            : found.Or();

    /// <summary>The fact that this makes of the signal, when it is here.</summary>
    public static Outcome Here(
        this Findings found,
        InboxRecord inbox,
        Guid signal,
        Func<InboxSignal, Fact> fact,
        Moment now,
        bool mustBeOpen = false
    )
    {
        if (inbox.Signal(signal) is not { } here)
        {
            found.Break("", "rule.signal-not-there");
            return found.Or();
        }
        if (mustBeOpen && !here.IsOpen)
            found.Break("", "rule.signal-answered");
        return found.Or([new NewFact(fact(here), PartialDate.Of(now.Today), RestsOn: [here.Received.Entry.Id])]);
    }

    /// <summary>True when the signal was seen, answered or closed, or went away.</summary>
    public static bool Changes(Fact fact, Guid signal) =>
        fact switch
        {
            InboxSignalSeen seen => seen.Signal == signal,
            InboxSignalAnswered answered => answered.Signal == signal,
            InboxSignalClosed closed => closed.Signal == signal,
            InboxSignalSentOn sent => sent.Signal == signal,
            InboxSignalPlaced placed => placed.Signal == signal,
            InboxSignalTakenBack back => back.Signal == signal,
            InboxSignalErased erased => erased.Signal == signal,
            _ => false,
        };
}
