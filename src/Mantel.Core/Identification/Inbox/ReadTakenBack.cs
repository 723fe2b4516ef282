using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>Whoever acted on a signal says that they read that it was taken back.</summary>
[Needs(AccessAction.SendSignal)]
public sealed record ReadTakenBack(Guid Signal) : IAct<SentRecord>
{
    public Outcome Decide(SentRecord record, Moment now) =>
        record.UnreadTakenBack().Any(told => told.Fact.Signal == Signal)
            ? Outcome.Yield(new TakenBackRead(Signal), PartialDate.Of(now.Today))
            : Outcome.Yield();
}
