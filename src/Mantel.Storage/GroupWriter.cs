using System.Diagnostics;

namespace Mantel.Storage;

/// <summary>
/// Commits what many have queued, together, on a thread of its own; who is alone commits where they are. A closed loop
/// of writers would settle on half batches, so the thread waits a moment for those it has just released: a share of
/// what a commit takes, at most 0.3 ms.
/// </summary>
internal sealed class GroupWriter<T> : IAsyncDisposable
    where T : IQueued
{
    private const int LargestBatch = 256;
    private const int WaitShare = 8;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(0.3);

    private readonly Lock _lock = new();
    private readonly Queue<T> _queue = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Action<IReadOnlyList<T>> _commit;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int _waiting;
    private volatile bool _closed;

    /// <summary>Somebody commits, or gathers in order to.</summary>
    private bool _busy;

    /// <summary>How many the last commit took together.</summary>
    private int _released;
    private TimeSpan _took;

    public GroupWriter(string name, Action<IReadOnlyList<T>> commit)
    {
        _commit = commit;
        _thread = new Thread(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    public void Add(T item)
    {
        lock (_lock)
            Enqueue(item);
        _arrived.Release();
    }

    /// <summary>Commits here and now when nobody else is at it, else like <see cref="Add"/>.</summary>
    public void AddOrCommit(T item)
    {
        var isAlone = false;
        lock (_lock)
        {
            isAlone = !_closed && !_busy && _queue.Count == 0 && _released <= 1;
            if (isAlone)
                _busy = true;
            else
                Enqueue(item);
        }
        if (isAlone)
            CommitAlone(item);
        else
            _arrived.Release();
    }

    /// <summary>Commits what is queued and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            _closed = true;
        _arrived.Release();
        await _finished.Task;
    }

    private void Enqueue(T item)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _queue.Enqueue(item);
        _waiting = _queue.Count;
    }

    private void CommitAlone(T item)
    {
        try
        {
            Commit([item]);
        }
        finally
        {
            Leave(1);
        }
    }

    private void Run()
    {
        var expected = 0;
        while (true)
        {
            while (!TryEnter())
                _arrived.Wait();
            Gather(expected);
            var batch = Take();
            if (batch.Count == 0)
                break;
            var start = Stopwatch.GetTimestamp();
            Commit(batch);
            _took = Stopwatch.GetElapsedTime(start);
            expected = batch.Count + _waiting;
            Leave(batch.Count);
        }
        _finished.SetResult();
    }

    private bool TryEnter()
    {
        lock (_lock)
            return !_busy && (_queue.Count > 0 || _closed) && (_busy = true);
    }

    private void Leave(int released)
    {
        lock (_lock)
            (_busy, _released) = (false, released);
        if (_waiting > 0 || _closed)
            _arrived.Release();
    }

    private void Gather(int expected)
    {
        var longest = _took / WaitShare < LongestWait ? _took / WaitShare : LongestWait;
        var start = Stopwatch.GetTimestamp();
        while (_waiting < Math.Min(expected, LargestBatch) && Stopwatch.GetElapsedTime(start) < longest)
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
