using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// Passes a signal on to another organisation (doorsturen). It goes there whole, in the same act, and its words are
/// destroyed here; how long it waits is still counted from when it was given.
/// </summary>
[Needs(AccessAction.AnswerInbox)]
public sealed record SendSignalOn(Guid Signal, Guid? Organisation, string? Note = null)
    : IReachesOtherRecords<InboxRecord>,
        IEditsWhatWasSeen,
        IAboutItem
{
    public Guid Item => Signal;

    /// <summary>The inbox of the other organisation; null when it is not there.</summary>
    public InboxRecord? To { get; init; }

    public IReadOnlyList<StreamId> Reaches(InboxRecord record, Author author) =>
        Organisation is { } to ? [StreamId.Directory, StreamId.Of<InboxRecord>(to)] : [];

    public IAct<InboxRecord> With(IReadOnlyList<Record> reached) =>
        reached is [DirectoryRecord directory, InboxRecord to] && directory.IsOpen(to.Organisation)
            ? this with
            {
                To = to,
            }
            : this;

    public Outcome Decide(InboxRecord record, Moment now)
    {
        var found = new Findings();
        var note = found.Words("note", Note);
        if (Organisation is null)
            found.Add("organisation", "rule.missing");
        else if (Organisation == record.Organisation)
            found.Break("organisation", "rule.inbox-here-already");
        else if (To is null)
            found.Break("organisation", "rule.organisation-unknown");
        return found.Goes(
            record,
            Signal,
            here => new InboxSignalSentOn(Signal, Organisation ?? Guid.Empty, here.Entries),
            here => here.Received.Fact with { Sender = here.SentBy, Note = note },
            To,
            now
        );
    }

    public bool IsAbout(Fact fact) => InboxRules.Changes(fact, Signal);
}
