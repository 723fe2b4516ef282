namespace Mantel.Storage.Journals;

/// <summary>What was used lately, bounded in size; what was used longest ago goes first.</summary>
internal sealed class Recent<TKey, TValue>(long limit, Func<TValue, long> sizeOf)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = [];
    private long _size;

    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(key, out var node))
                return null;
            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Value;
        }
    }

    /// <summary>Keeps this unless what is kept already is newer.</summary>
    public void Keep(TKey key, TValue value, Func<TValue, TValue, bool> isNewer)
    {
        lock (_lock)
        {
            if (_nodes.TryGetValue(key, out var old) && isNewer(old.Value.Value, value))
                return;
            Remove(key);
            _nodes[key] = _order.AddFirst((key, value));
            _size += sizeOf(value);
            while (_size > limit && _order.Last is { } last)
                Remove(last.Value.Key);
        }
    }

    public void Forget(TKey key)
    {
        lock (_lock)
            Remove(key);
    }

    private void Remove(TKey key)
    {
        if (!_nodes.Remove(key, out var node))
            return;
        _order.Remove(node);
        _size -= sizeOf(node.Value.Value);
    }
}
