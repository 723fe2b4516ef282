using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// The sender takes back a signal that is about somebody else than they thought, while it is placed with nobody: what
/// was said is destroyed, and whoever took it up hears it.
/// </summary>
[Needs(AccessAction.SendSignal)]
public sealed record TakeBackInboxSignal(Guid Account, Guid Signal, string? Reason)
    : IReachesOtherRecords<InboxRecord>,
        IByAccount
{
    /// <summary>Where those who acted on it are told; see <see cref="InboxViews.WhoActedOn"/>.</summary>
    public IReadOnlyList<SentRecord> Tells { get; init; } = [];

    public IReadOnlyList<StreamId> Reaches(InboxRecord record, Author author) =>
        [.. (record.Signal(Signal)?.WhoActedOn() ?? []).Select(StreamId.Of<SentRecord>)];

    public IAct<InboxRecord> With(IReadOnlyList<Record> reached) =>
        this with
        {
            Tells = [.. reached.Cast<SentRecord>()],
        };

    public Outcome Decide(InboxRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.NeededLine("reason", Reason);
        if (record.Left(Signal)?.Fact is InboxSignalTakenBack && record.Signal(Signal) is null)
            return Outcome.Yield();
        if (record.Signal(Signal) is { } here && here.Sender.Account != Account)
            found.Break("", "rule.signal-not-there");
        var gone = found.Here(record, Signal, signal => new InboxSignalTakenBack(Signal, reason, signal.Entries), now);
        return gone is Outcome.Yielded { Facts: var facts } && record.Signal(Signal) is { Sender.Name: var name }
            ? Outcome.Yield([.. facts, .. Tells.Select(told => Tell(told, record.Organisation, name, now))])
            : gone;
    }

    private NewFact Tell(SentRecord told, Guid organisation, string name, Moment now) =>
        new(new TakenBackTold(Signal, null, organisation, name), PartialDate.Of(now.Today)) { Into = told.Stream };
}
