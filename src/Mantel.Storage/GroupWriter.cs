using System.Diagnostics;

namespace Mantel.Storage;

/// <summary>
/// One thread that commits what many have queued, together. A closed loop of writers would settle on half batches, so
/// it waits a moment (at most 0.3 ms) for those it has just released.
/// </summary>
internal sealed class GroupWriter<T> : IAsyncDisposable
    where T : IQueued
{
    private const int LargestBatch = 256;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(0.3);

    private readonly Lock _lock = new();
    private readonly Queue<T> _queue = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Action<IReadOnlyList<T>> _commit;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int _waiting;
    private volatile bool _closed;

    public GroupWriter(string name, Action<IReadOnlyList<T>> commit)
    {
        _commit = commit;
        _thread = new Thread(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    public void Add(T item)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _queue.Enqueue(item);
            _waiting = _queue.Count;
        }
        _arrived.Release();
    }

    /// <summary>Commits what is queued and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            _closed = true;
        _arrived.Release();
        await _finished.Task;
        _arrived.Dispose();
    }

    private void Run()
    {
        var released = 0;
        while (true)
        {
            var expected = released + _waiting;
            while (_waiting == 0 && !_closed)
                _arrived.Wait();
            Gather(expected);
            var batch = Take();
            if (batch.Count == 0)
                break;
            Commit(batch);
            released = batch.Count;
        }
        _finished.SetResult();
    }

    private void Gather(int expected)
    {
        var start = Stopwatch.GetTimestamp();
        while (_waiting < Math.Min(expected, LargestBatch) && Stopwatch.GetElapsedTime(start) < LongestWait)
            Thread.Yield();
    }

    private List<T> Take()
    {
        lock (_lock)
        {
            var batch = new List<T>(Math.Min(_queue.Count, LargestBatch));
            while (batch.Count < LargestBatch && _queue.TryDequeue(out var item))
                batch.Add(item);
            _waiting = _queue.Count;
            return batch;
        }
    }

    /// <summary>
    /// When a batch fails as a whole, each is tried alone, so that one bad item does not take others along.
    /// </summary>
    private void Commit(List<T> batch)
    {
        try
        {
            _commit(batch);
        }
        catch (Exception) when (batch.Count > 1)
        {
            foreach (var item in batch)
                Commit([item]);
        }
        catch (Exception failure)
        {
            batch[0].Fail(failure);
        }
    }
}

/// <summary>Something that somebody waits for.</summary>
internal interface IQueued
{
    void Fail(Exception failure);
}
