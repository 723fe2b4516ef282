using Mantel.Core.Journal;

namespace Mantel.Storage.Journals;

/// <summary>All entries of a stream, decrypted, as they were at its newest version.</summary>
internal sealed record Loaded(IReadOnlyList<Entry> Entries, long Size)
{
    public static Loaded Nothing { get; } = new([], 0);

    public int Version => Entries.Count == 0 ? 0 : Entries[^1].Version;
}

/// <summary>Decrypted streams in memory, bounded in bytes; what was used longest ago goes first.</summary>
internal sealed class EntryCache(long limit)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamId, LinkedListNode<(StreamId Stream, Loaded Loaded)>> _nodes = [];
    private readonly LinkedList<(StreamId Stream, Loaded Loaded)> _order = [];
    private long _size;

    public Loaded? Find(StreamId stream)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(stream, out var node))
                return null;
            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Loaded;
        }
    }

    /// <summary>Keeps this unless a newer version is kept already.</summary>
    public void Keep(StreamId stream, Loaded loaded)
    {
        lock (_lock)
        {
            if (_nodes.TryGetValue(stream, out var old) && old.Value.Loaded.Version > loaded.Version)
                return;
            RemoveNode(stream);
            _nodes[stream] = _order.AddFirst((stream, loaded));
            _size += loaded.Size;
            while (_size > limit && _order.Last is { } last)
                RemoveNode(last.Value.Stream);
        }
    }

    public void Forget(StreamId stream)
    {
        lock (_lock)
            RemoveNode(stream);
    }

    private void RemoveNode(StreamId stream)
    {
        if (!_nodes.Remove(stream, out var node))
            return;
        _order.Remove(node);
        _size -= node.Value.Loaded.Size;
    }
}
