using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// The sender takes back a signal that is about somebody else (terugnemen). It is struck out with its reason, and with
/// it all that was done about it; it stays readable as struck out, and whoever acted on it is told.
/// </summary>
[Needs(AccessAction.GiveSignal)]
public sealed record TakeBackSignal(Guid Account, Guid Signal, string? Reason)
    : IReachesOtherRecords<PersonRecord>,
        IByAccount
{
    /// <summary>Where those who acted on it are told; see <see cref="SignalViews.WhoActedOn"/>.</summary>
    public IReadOnlyList<SentRecord> Tells { get; init; } = [];

    public IReadOnlyList<StreamId> Reaches(PersonRecord record, Author author) =>
        record.Signal(Signal) is { } signal ? [.. record.WhoActedOn(signal).Select(StreamId.Of<SentRecord>)] : [];

    public IAct<PersonRecord> With(IReadOnlyList<Record> reached) =>
        this with
        {
            Tells = [.. reached.Cast<SentRecord>()],
        };

    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.NeededLine("reason", Reason);
        if (record.SignalsTakenBack().Any(back => back.Given.Signal == Signal && back.By.Author.Account == Account))
            return Outcome.Yield();
        if (record.Signal(Signal) is not { } signal || signal.Sender.Account != Account)
        {
            found.Break("", "rule.signal-not-there");
            return found.Or();
        }
        var given = signal.Given.Entry.Id;
        var gone = new EntryStruckOut([given, .. record.AllRestingOn([given]).Select(entry => entry.Id)], reason);
        var today = PartialDate.Of(now.Today);
        return found.Or([
            new NewFact(gone, today),
            .. Tells.Select(told => new NewFact(new TakenBackTold(Signal, record.Id, null, signal.Sender.Name), today)
            {
                Into = told.Stream,
            }),
        ]);
    }
}

/// <summary>A signal that its sender took back, with the strike-out that did it.</summary>
public sealed record TakenBack(SignalGiven Given, Entry Entry, Entry By)
{
    public string Reason => ((EntryStruckOut)By.Fact).Reason;
}
