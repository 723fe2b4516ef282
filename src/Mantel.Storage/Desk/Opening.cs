using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// The one way in which a person's record is opened: by the id of any of the records that were joined, always whole,
/// always under the id of the one that leads.
/// </summary>
internal sealed class Opening(IJournal journal)
{
    private const int Attempts = 8;

    public async Task<PersonRecord> PersonAsync(Guid person, CancellationToken ct)
    {
        var asked = StreamId.Person(person);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var own = await ReadAsync(asked);
            if (Joining.Leader(asked, own) is not { } id)
                return new PersonRecord(asked, await WholeRecord.OfAsync(asked, own, ReadAsync));
            var leader = StreamId.Person(id);
            var leading = await ReadAsync(leader);
            if (Joining.Followers(leader, leading).Contains(person))
                return new PersonRecord(leader, await WholeRecord.OfAsync(leader, leading, ReadAsync));
        }
        return new PersonRecord(asked, []);

        Task<IReadOnlyList<Entry>> ReadAsync(StreamId stream) => journal.ReadAsync(stream, 0, ct);
    }

    public async Task<DirectoryRecord> DirectoryAsync(CancellationToken ct) =>
        new(StreamId.Directory, await journal.ReadAsync(StreamId.Directory, 0, ct));

    public async Task<InboxRecord> InboxAsync(Guid organisation, CancellationToken ct)
    {
        var stream = StreamId.Inbox(organisation);
        return new(stream, await journal.ReadAsync(stream, 0, ct));
    }

    /// <summary>Which signals this account gave to organisations.</summary>
    public async Task<SentRecord> SentAsync(Guid account, CancellationToken ct)
    {
        var stream = StreamId.Sent(account);
        return new(stream, await journal.ReadAsync(stream, 0, ct));
    }

    /// <summary>A record with a signal that is taken back, and with whom that is told to.</summary>
    public async Task<(PersonRecord, IAct<PersonRecord>, IReadOnlyList<Record>)> TakingBackAsync(
        Guid person,
        TakeBackSignal act,
        CancellationToken ct
    )
    {
        var record = await PersonAsync(person, ct);
        var tells = new List<SentRecord>();
        foreach (var account in record.Signal(act.Signal) is { } signal ? record.WhoActedOn(signal) : [])
            tells.Add(await SentAsync(account, ct));
        return (record, act with { Tells = tells }, tells);
    }

    /// <summary>A document of the record, in whichever of the joined records it lies.</summary>
    public async Task<Attachment?> AttachmentAsync(PersonRecord record, Guid attachment, CancellationToken ct)
    {
        foreach (var one in record.Followers().Prepend(record.Id).Select(StreamId.Person))
        {
            if (await journal.ReadAttachmentAsync(one, attachment, ct) is { } found)
                return found;
        }
        return null;
    }
}
