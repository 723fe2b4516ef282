using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>What belongs to one person: their own stream, and while it leads others, theirs with it.</summary>
internal static class WholeRecord
{
    /// <summary>
    /// The entries of the whole record; none while this stream follows another, which then holds all.
    /// </summary>
    /// <param name="read">Reads another stream; nothing when it was erased.</param>
    public static async ValueTask<IReadOnlyList<Entry>> OfAsync(
        StreamId stream,
        IReadOnlyList<Entry> own,
        Func<StreamId, Task<IReadOnlyList<Entry>>> read
    )
    {
        if (stream.Kind != StreamKind.Person)
            return own;
        if (Joining.Leader(stream, own) is not null)
            return [];
        if (Joining.Followers(stream, own) is not { Count: > 0 } followers)
            return own;
        var following = new List<IReadOnlyList<Entry>>(followers.Count);
        foreach (var follower in followers.Select(StreamId.Person))
        {
            var entries = await read(follower);
            if (Joining.Leader(follower, entries) == stream.Id)
                following.Add(entries);
        }
        return following.Count == 0 ? own : Joining.Fold(own, following);
    }

    /// <summary>The version of a record's own stream: its entries lie there without a gap.</summary>
    public static int VersionOf(Record record) => VersionOf(record, record.Stream);

    public static int VersionOf(Record record, StreamId stream) =>
        record.Entries.Count(entry => entry.Stream == stream);
}
