using Mantel.Core.CareTeam;
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

    public Task<DirectoryRecord> DirectoryAsync(CancellationToken ct) =>
        RecordAsync<DirectoryRecord>(StreamId.Directory.Id, ct);

    /// <summary>The record of this id, a person's too; without entries where there is none.</summary>
    public async Task<TRecord> RecordAsync<TRecord>(Guid id, CancellationToken ct)
        where TRecord : Record, IKeptRecord<TRecord> => (TRecord)await AnyAsync(StreamId.Of<TRecord>(id), ct);

    /// <summary>An act with the newest record that it is about, and the others that it reaches.</summary>
    public async Task<ActOnNewest<TRecord>> TurnAsync<TRecord>(
        Guid id,
        IAct<TRecord> act,
        Author author,
        CancellationToken ct
    )
        where TRecord : Record, IKeptRecord<TRecord>
    {
        var record = await RecordAsync<TRecord>(id, ct);
        if (act is not IReachesOtherRecords<TRecord> reaches)
            return new(record, act);
        var reached = new List<Record>();
        foreach (var stream in reaches.Reaches(record, author))
            reached.Add(await AnyAsync(stream, ct));
        return new(record, reaches.With(reached), [.. reached]);
    }

    private async Task<Record> AnyAsync(StreamId stream, CancellationToken ct) =>
        stream.Kind == StreamKind.Person
            ? await PersonAsync(stream.Id, ct)
            : KeptRecords.Fold(stream, await journal.ReadAsync(stream, 0, ct));

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

/// <summary>An act with the newest record that it is decided on.</summary>
/// <param name="Others">The other records of an act on more than one.</param>
internal sealed record ActOnNewest<TRecord>(TRecord Record, IAct<TRecord> Act, params Record[] Others)
    where TRecord : Record
{
    /// <summary>Where the record lies: more than one stream where records were joined.</summary>
    public IReadOnlyList<StreamId> Streams =>
        [Record.Stream, .. Record.Entries.Select(entry => entry.Stream).Distinct().Except([Record.Stream])];

    public int VersionOfOther(StreamId stream) => Others.Sum(other => WholeRecord.VersionOf(other, stream));
}
