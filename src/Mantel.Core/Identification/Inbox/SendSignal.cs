using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// Gives a signal to an organisation about somebody, in three sentences: about whom, what was noticed, what one hopes
/// for. Whether the person is known there makes no difference to what the sender is told.
/// </summary>
/// <param name="Signal">A new id, made with the form.</param>
[Needs(AccessAction.SendSignal)]
public sealed record SendSignal(
    Guid Signal,
    string? About,
    string? Where,
    PartialDate? BirthDate,
    string? Noticed,
    string? Hopes = null
) : IReachesOtherRecords<InboxRecord>
{
    /// <summary>Where the sender finds it back.</summary>
    public SentRecord? Sender { get; init; }

    /// <summary>Which organisations there are; null: it is known that this one is there.</summary>
    public DirectoryRecord? Directory { get; init; }

    public IReadOnlyList<StreamId> Reaches(InboxRecord record, Author author) =>
        [StreamId.Directory, StreamId.Of<SentRecord>(author.Account)];

    public IAct<InboxRecord> With(IReadOnlyList<Record> reached) =>
        reached is [DirectoryRecord directory, SentRecord sender]
            ? this with
            {
                Sender = sender,
                Directory = directory,
            }
            : this;

    public Outcome Decide(InboxRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new SignalReceived(
            Signal,
            new NamedPerson(found.NeededLine("about", About), found.Line("where", Where), BirthDate),
            found.NeededWords("noticed", Noticed),
            found.Words("hopes", Hopes)
        );
        found.NotInFuture("birthDate", BirthDate, now);
        if (Directory?.IsOpen(record.Organisation) is false)
            found.Break("organisation", "rule.organisation-unknown");
        var today = PartialDate.Of(now.Today);
        var sent = new NewFact(new SignalSent(Signal, record.Organisation), today) { Into = Sender?.Stream };
        return record.Signal(Signal) is not null || record.Left(Signal) is not null ? Outcome.Yield()
            : Sender is null ? found.Or(fact, today)
            : found.Or([new NewFact(fact, today), sent]);
    }
}
