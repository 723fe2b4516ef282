using System.Collections.Concurrent;
using Mantel.Core.Journal;

namespace Mantel.Storage.Journals;

/// <summary>All entries of a stream, decrypted, as they were at its newest version.</summary>
internal sealed record Loaded(IReadOnlyList<Entry> Entries, long Size)
{
    /// <summary>Of the newest entry, as it is stored; null when it is not known.</summary>
    public byte[]? Hash { get; init; }

    public static Loaded Nothing { get; } = new([], 0);

    public int Version => Entries.Count == 0 ? 0 : Entries[^1].Version;
}

/// <summary>Decrypted streams in memory, bounded in bytes, and all that was derived from them.</summary>
internal sealed class EntryCache(long limit)
{
    private readonly Recent<StreamId, Loaded> _loaded = new(limit, loaded => loaded.Size);
    private readonly ConcurrentBag<IForgetsErased> _derived = [];

    public Loaded? Find(StreamId stream) => _loaded.Find(stream);

    /// <summary>Keeps this unless a newer version is kept already.</summary>
    public void Keep(StreamId stream, Loaded loaded) =>
        _loaded.Keep(stream, loaded, (old, one) => old.Version > one.Version);

    public void Forget(StreamId stream)
    {
        _loaded.Forget(stream);
        foreach (var derived in _derived)
            derived.Forget(stream);
    }

    /// <summary>From now on, whoever is forgotten here is forgotten there too.</summary>
    public void Tell(IForgetsErased derived) => _derived.Add(derived);
}
