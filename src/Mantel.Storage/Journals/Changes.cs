using System.Collections.Concurrent;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;

namespace Mantel.Storage;

/// <summary>
/// Tells who follows a record that something came into it, also when another process wrote it; never what. Nobody who
/// follows costs anything while nothing happens.
/// </summary>
public sealed class Changes : IAsyncDisposable
{
    private readonly ConcurrentDictionary<StreamId, ConcurrentDictionary<Guid, Action>> _followers = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Database _journal;
    private readonly Lock _starting = new();
    private Task? _listening;

    internal Changes(Database journal) => _journal = journal;

    /// <summary>How many follow now.</summary>
    public int Followers => _followers.Values.Sum(of => of.Count);

    /// <summary>
    /// Calls back, from any thread and at once, whenever one of these records changed, or may have while nobody
    /// listened; until it is disposed.
    /// </summary>
    public IDisposable Follow(IReadOnlyCollection<StreamId> streams, Action changed)
    {
        var follower = Guid.NewGuid();
        foreach (var stream in streams)
            _followers.GetOrAdd(stream, _ => new()).TryAdd(follower, changed);
        Listen();
        return new Following(() => Leave(streams, follower));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_listening is not null)
            await _listening;
        _closing.Dispose();
    }

    internal void Tell(IEnumerable<StreamId> streams)
    {
        foreach (var stream in streams)
        {
            if (!_followers.TryGetValue(stream, out var followers))
                continue;
            foreach (var changed in followers.Values)
                changed();
        }
    }

    /// <summary>Other processes are listened to from the first who follows on.</summary>
    private void Listen()
    {
        lock (_starting)
            _listening ??= _journal.ListenAsync(Heard, _closing.Token);
    }

    /// <param name="streams">Null: the connection was lost for a while, anything may have changed.</param>
    private void Heard(IReadOnlyList<StreamKey>? streams) =>
        Tell(streams is null ? _followers.Keys : streams.Select(one => one.Stream));

    private void Leave(IEnumerable<StreamId> streams, Guid follower)
    {
        foreach (var stream in streams)
        {
            if (_followers.TryGetValue(stream, out var followers))
                followers.TryRemove(follower, out _);
        }
    }

    private sealed class Following(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
