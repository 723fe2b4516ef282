using Mantel.Storage.Databases;

namespace Mantel.Storage.Journals;

/// <summary>
/// What the last commit left behind. It need not be read again while nobody else has committed, where the database
/// can tell that.
/// </summary>
internal sealed class KnownState
{
    private const int MostHeads = 4096;

    private JournalState? _state;
    private long? _stamp;

    /// <summary>Inside a transaction: all that a commit to these streams must know.</summary>
    public JournalState Read(Session session, IReadOnlyList<StreamKey> streams)
    {
        var stamp = session.Stamp();
        if (_state is null || stamp is null || stamp != _stamp)
            (_state, _stamp) = (session.ReadState(streams), stamp);
        else if (streams.Where(stream => !_state.Heads.ContainsKey(stream)).ToList() is { Count: > 0 } others)
            ReadHeads(session, others, _state.Heads);
        return _state;
    }

    public void Learn(IReadOnlyList<StoredEntry> newest, SealTail tail, long newestChange)
    {
        if (_stamp is null || _state is not { Heads.Count: < MostHeads } state)
        {
            Forget();
            return;
        }
        foreach (var entry in newest)
            state.Heads[entry.Stream] = new Head(entry.Version, entry.Hash, Erased: false);
        _state = state with { Tail = tail, NewestChange = newestChange };
    }

    public void Forget() => _state = null;

    private static void ReadHeads(Session session, List<StreamKey> streams, Dictionary<StreamKey, Head> heads)
    {
        foreach (var (stream, head) in session.ReadState(streams).Heads)
            heads[stream] = head;
    }
}
