using Mantel.Storage.Databases;

namespace Mantel.Storage.Journals;

/// <summary>
/// What the last commit left behind. It need not be read again while nobody else has committed: where the database can
/// tell that, it is asked; where it cannot, it makes sure of it together with the commit.
/// </summary>
internal sealed class KnownState
{
    private const int MostHeads = 4096;

    private JournalState? _state;
    private long? _stamp;

    /// <summary>False while others write too: then what is known here seldom still holds.</summary>
    private bool _isAlone = true;

    /// <summary>Whether the state was taken to hold, which the database makes sure of when it writes.</summary>
    public bool IsForeseen { get; private set; }

    /// <summary>Inside a transaction: all that a commit of these must know.</summary>
    public JournalState Read(Session session, IReadOnlyList<PendingAppend> appends)
    {
        var stamp = session.Stamp();
        var foreseen = stamp is null ? Foresee(session, appends) : null;
        IsForeseen = foreseen is not null;
        if (foreseen is not null)
            return foreseen;
        var streams = appends.Select(append => append.Stream).ToList();
        if (stamp is null)
            return ReadAll(session, streams);
        if (_state is null || stamp != _stamp)
            (_state, _stamp) = (session.ReadState(streams), stamp);
        else if (streams.FindAll(stream => !_state.Heads.ContainsKey(stream)) is { Count: > 0 } others)
            ReadHeads(session, others, _state.Heads);
        return _state;
    }

    public void Learn(IReadOnlyList<PendingAppend> written, SealTail tail, long newestChange)
    {
        if (_state is not { Heads.Count: < MostHeads } state)
        {
            Forget();
            return;
        }
        _state = state with { Tail = tail, NewestChange = newestChange };
        if (_stamp is null)
            return;
        foreach (var append in written)
        {
            var (newest, before) = (append.Entries[^1], state.Heads.GetValueOrDefault(append.Stream));
            var stamp = append.Measured?.Stamp ?? before.Stamp;
            state.Heads[append.Stream] = new StreamHead(newest.Version, newest.Hash, Erased: false, stamp);
        }
    }

    public void Forget() => _state = null;

    /// <summary>What was foreseen did not hold: somebody else writes too.</summary>
    public void Distrust() => (_state, _isAlone) = (null, false);

    /// <summary>
    /// The state as it is when these appends were decided on the newest of their streams, and nobody else has appended
    /// since the last commit here; null when that is not known.
    /// </summary>
    private JournalState? Foresee(Session session, IReadOnlyList<PendingAppend> appends)
    {
        if (!_isAlone || _state is not { } state)
            return null;
        var heads = new Dictionary<StreamKey, StreamHead>(appends.Count);
        foreach (var append in appends)
        {
            if (append.Before is not { } before || !heads.TryAdd(append.Stream, before))
                return null;
        }
        var foreseen = state with { Heads = heads };
        return session.Expect(foreseen) ? foreseen : null;
    }

    private JournalState ReadAll(Session session, List<StreamKey> streams)
    {
        var read = session.ReadState(streams);
        if (_state is { } before)
            _isAlone = before.Tail.Hash.AsSpan().SequenceEqual(read.Tail.Hash);
        _state = read with { Heads = [] };
        return read;
    }

    private static void ReadHeads(Session session, List<StreamKey> streams, Dictionary<StreamKey, StreamHead> heads)
    {
        foreach (var (stream, head) in session.ReadState(streams).Heads)
            heads[stream] = head;
    }
}
