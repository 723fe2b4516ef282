using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>What everything that is done about a signal has in common.</summary>
internal static class SignalRules
{
    /// <summary>The fact, resting on the signal, when the signal is there and still open.</summary>
    public static Outcome InHand(this Findings found, PersonRecord record, Guid signal, Fact fact, Moment now)
    {
        if (record.Signal(signal) is not { } given)
        {
            found.Break("", "rule.signal-not-there");
            return found.Or();
        }
        if (!given.IsOpen)
            found.Break("", "rule.signal-answered");
        return found.Or([new NewFact(fact, PartialDate.Of(now.Today), RestsOn: [given.Given.Entry.Id])]);
    }

    /// <summary>True when the signal came into other hands, or was answered.</summary>
    public static bool ChangesHand(Fact fact, Guid signal) =>
        fact switch
        {
            SignalAnswered answered => answered.Signal == signal,
            SignalPassedOn passed => passed.Signal == signal,
            SignalTakenUp taken => taken.Signal == signal,
            _ => false,
        };
}
