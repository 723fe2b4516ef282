using System.Data.Common;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;
using Mantel.Storage.Measures;

namespace Mantel.Storage.Journals;

/// <summary>
/// An act on its way to the disk: encrypted and projected already, only its place in the journal is open.
/// </summary>
internal sealed class PendingAppend : IQueued
{
    private readonly TaskCompletionSource<Written> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required StreamKey Stream { get; init; }
    public required long ExpectedVersion { get; init; }
    public required byte[] Act { get; init; }

    /// <summary>The hash of the newest entry it was decided on; empty: there was none, null: not known.</summary>
    public required byte[]? Previous { get; init; }
    public required IReadOnlyList<StoredEntry> Entries { get; init; }
    public required IReadOnlyList<object?[]> Attachments { get; init; }
    public required Withdrawn? Withdrawn { get; init; }
    public RegisterWrite? Register { get; set; }
    public required IReadOnlyList<(string Name, int Version)> Kinds { get; init; }

    /// <summary>How the person's results in measures change with it; null when they do not.</summary>
    public MeasureWrite? Measured { get; set; }

    /// <summary>Somebody who is erased with it.</summary>
    public Leaving? Leaves { get; init; }

    /// <summary>What goes to other streams with it, or not at all.</summary>
    public IReadOnlyList<PendingAppend> Also { get; set; } = [];

    /// <summary>How its stream ends, as far as it was decided on the newest; null when that is not known.</summary>
    public StreamHead? Before =>
        Previous is null ? null
        : Previous is [] ? new StreamHead(0, null!, Erased: false, Measured?.Expected)
        : new StreamHead(ExpectedVersion, Previous, Erased: false, Measured?.Expected);

    public IEnumerable<PendingAppend> Whole => Also.Prepend(this);

    public Task<Written> Done => _done.Task;

    public void Finish(Written written) => _done.TrySetResult(written);

    public void Fail(Exception failure) => _done.TrySetException(failure);
}

internal enum Outcome
{
    Appended,
    AlreadyDone,
    Conflict,
    Erased,

    /// <summary>Only the person's results in measures are others than those it was made from.</summary>
    Stale,
}

internal readonly record struct Written(Outcome Outcome, long ActualVersion);

/// <summary>The newest seal: where the next commit goes on.</summary>
internal sealed record SealTail(long Number, long LastSequence, byte[] Hash)
{
    public static SealTail Read(Session session)
    {
        using var reader = session
            .Command("SELECT number, last_seq, hash FROM seal ORDER BY number DESC LIMIT 1")
            .ExecuteReader();
        return Take(reader);
    }

    public static SealTail Take(DbDataReader reader) =>
        reader.Read()
            ? new SealTail(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2))
            : new SealTail(0, 0, Chain.Start);
}

/// <summary>The seal of a commit.</summary>
internal sealed class NewSeal
{
    private readonly byte[] _heads;
    private readonly Lazy<byte[]> _signature;

    /// <param name="isLarge">So much is written before it that somebody else may sign it meanwhile.</param>
    public NewSeal(SealTail before, long lastSequence, byte[] heads, KeyRing keys, bool isLarge)
    {
        var number = before.Number + 1;
        Tail = new SealTail(number, lastSequence, Chain.SealHash(before.Hash, number, lastSequence, heads));
        _heads = heads;
        _signature = new Lazy<byte[]>(() => keys.Sign(Tail.Hash));
        if (isLarge)
            _ = Task.Run(() => _signature.Value);
    }

    public SealTail Tail { get; }

    /// <summary>Signed here when nobody has begun to.</summary>
    public object?[] ToRow() => [Tail.Number, Tail.LastSequence, _heads, Tail.Hash, _signature.Value];
}

/// <summary>
/// Commits acts in groups. All heads are checked inside the transaction, so several processes can write; an act that
/// lost is left out whole and the others go on.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private readonly Database _journal;
    private readonly KeyRing _keys;
    private readonly Changes _changes;
    private readonly GroupWriter<PendingAppend> _writer;
    private readonly KnownState _known = new();
    private readonly HashSet<(string, int)> _knownKinds = [];
    private Session? _session;

    public JournalWriter(Database journal, KeyRing keys, Changes changes)
    {
        (_journal, _keys, _changes) = (journal, keys, changes);
        _writer = new GroupWriter<PendingAppend>("journal writer", Commit);
    }

    public Task<Written> WriteAsync(PendingAppend append)
    {
        _writer.AddOrCommit(append);
        return append.Done;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _session?.Dispose();
    }

    /// <summary>
    /// A connection that is lost on the way is made anew and all is written once more: what had been committed after
    /// all is found there by its act.
    /// </summary>
    private void Commit(IReadOnlyList<PendingAppend> batch)
    {
        try
        {
            CommitOnce(batch);
        }
        catch (DbException) when (_session is { IsBroken: true })
        {
            CommitOnce(batch);
        }
    }

    private void CommitOnce(IReadOnlyList<PendingAppend> batch)
    {
        var session = Opened();
        try
        {
            Commit(batch, session);
        }
        catch (UnforeseenException)
        {
            _known.Distrust();
            Commit(batch, session);
        }
    }

    private Session Opened()
    {
        if (_session is { IsBroken: false } && _session.Answers())
            return _session;
        _known.Forget();
        _session?.Dispose();
        _session = null;
        return _session = _journal.Open();
    }

    private void Commit(IReadOnlyList<PendingAppend> batch, Session session)
    {
        session.Begin();
        try
        {
            var state = _known.Read(session, [.. batch.SelectMany(append => append.Whole)]);
            var verdicts = Judge(batch, state, session);
            if (_known.IsForeseen && Array.Exists(verdicts, verdict => verdict.Outcome != Outcome.Appended))
            {
                JudgeByWhatStands(batch, session);
                return;
            }
            var winners = batch
                .Where((_, i) => verdicts[i].Outcome == Outcome.Appended)
                .SelectMany(append => append.Whole)
                .ToList();
            if (winners.Count == 0)
                session.Rollback();
            else
                Write(session, winners, state);
            TellOfThoseDone(batch, verdicts);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Finish(verdicts[i]);
        }
        catch
        {
            _known.Forget();
            session.TryRollback();
            throw;
        }
    }

    /// <summary>Nobody loses by what was only taken to hold.</summary>
    private void JudgeByWhatStands(IReadOnlyList<PendingAppend> batch, Session session)
    {
        session.Rollback();
        _known.Forget();
        Commit(batch, session);
    }

    /// <summary>It may have been written just before the connection was lost, when nobody was told yet.</summary>
    private void TellOfThoseDone(IReadOnlyList<PendingAppend> batch, Written[] verdicts)
    {
        var done = batch.Where((_, i) => verdicts[i].Outcome == Outcome.AlreadyDone).ToList();
        if (done.Count > 0)
            _changes.Tell(done.SelectMany(append => append.Whole, (_, one) => one.Stream.Stream));
    }

    private static Written[] Judge(IReadOnlyList<PendingAppend> batch, JournalState state, Session session)
    {
        var taken = new Taken();
        var verdicts = new Written[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            var of = batch[i].Whole.Select(one => Judge(one, state, taken, session)).ToList();
            verdicts[i] = of.Find(one => one.Outcome != Outcome.Appended) is { Outcome: not Outcome.Appended } lost
                ? lost
                : of[0];
            if (verdicts[i].Outcome == Outcome.Appended)
            {
                foreach (var one in batch[i].Whole)
                    taken.Add(one);
            }
        }
        return verdicts;
    }

    private static Written Judge(PendingAppend append, JournalState state, Taken taken, Session session)
    {
        var head = state.Heads.GetValueOrDefault(append.Stream);
        if (head.Erased || taken.Leaving.Contains(append.Stream))
            return new Written(Outcome.Erased, 0);
        if (taken.Streams.TryGetValue(append.Stream, out var first))
        {
            var same = first.Act.AsSpan().SequenceEqual(append.Act);
            return new Written(same ? Outcome.AlreadyDone : Outcome.Conflict, first.Entries[^1].Version);
        }
        var stands = head.Version == append.ExpectedVersion && IsDecidedOn(head, append);
        if (stands && append.Measured is { } measured && measured.Expected != (head.Stamp ?? 0))
            return new Written(Outcome.Stale, head.Version);
        if (stands && append.Leaves is { } left && (taken.Streams.ContainsKey(left.Person) || !left.Holds(session)))
            return new Written(Outcome.Conflict, head.Version);
        return stands ? new Written(Outcome.Appended, append.Entries[^1].Version)
            : IsDone(session, append) ? new Written(Outcome.AlreadyDone, head.Version)
            : new Written(Outcome.Conflict, head.Version);
    }

    /// <summary>Whether the newest entry is the one it was decided on, and not another of the same version.</summary>
    private static bool IsDecidedOn(StreamHead head, PendingAppend append) =>
        append.Previous is null or [] || head.Hash.AsSpan().SequenceEqual(append.Previous);

    /// <summary>An act that was decided on the newest version was not in it: that is looked at before.</summary>
    private static bool IsDone(Session session, PendingAppend append) =>
        session
            .Command("SELECT 1 FROM entry WHERE act = @p0 AND stream = @p1", append.Act, append.Stream.Bytes)
            .ExecuteScalar()
            is not null;

    private void Write(Session session, List<PendingAppend> winners, JournalState state)
    {
        var sequence = state.Tail.LastSequence;
        foreach (var append in winners)
        {
            var previous = state.Heads.GetValueOrDefault(append.Stream).Hash ?? Chain.Start;
            foreach (var entry in append.Entries)
            {
                entry.Sequence = ++sequence;
                entry.Hash = previous = Chain.EntryHash(previous, entry);
            }
        }
        var newest = winners.ConvertAll(append => append.Entries[^1]);
        var seal = new NewSeal(state.Tail, sequence, Chain.WriteHeads(newest), _keys, isLarge: winners.Count > 1);
        session.Insert(
            Tables.Entry,
            winners.SelectMany(append => append.Entries, (_, entry) => entry.ToRow()).ToList()
        );
        WriteRest(session, winners, state);
        session.Insert(Tables.Seal, [seal.ToRow()]);
        var streams = newest.ConvertAll(entry => entry.Stream);
        session.Tell(streams);
        session.Commit();
        _changes.Tell(streams.Select(one => one.Stream));
        _known.Learn(winners, seal.Tail, state.NewestChange + Rows(winners).Count);
        if (winners.Exists(append => append.Leaves is not null))
            _known.Forget();
        _knownKinds.UnionWith(winners.SelectMany(append => append.Kinds));
    }

    private void WriteRest(Session session, List<PendingAppend> winners, JournalState state)
    {
        var kinds = winners.SelectMany(append => append.Kinds).Distinct().Where(kind => !_knownKinds.Contains(kind));
        foreach (var (name, version) in kinds)
            session.Insert(
                Tables.FactKind,
                [
                    [name, (long)version],
                ]
            );
        var attachments = winners.SelectMany(append => append.Attachments).ToList();
        if (attachments.Count > 0)
            session.Insert(Tables.Attachment, attachments);
        foreach (var append in winners.Where(append => append.Withdrawn is not null))
            Destroy(session, append.Stream, append.Withdrawn!);
        RegisterWrite.Write(session, Rows(winners), state.NewestChange);
        MeasureWrite.Write(session, [.. winners.Select(append => append.Measured).OfType<MeasureWrite>()]);
        foreach (var leaving in winners.Select(append => append.Leaves).OfType<Leaving>())
            leaving.Write(session);
    }

    private static List<RegisterWrite> Rows(List<PendingAppend> winners) =>
        winners.SelectMany(append => new[] { append.Register, append.Leaves?.Nobody }).OfType<RegisterWrite>().ToList();

    private static void Destroy(Session session, StreamKey stream, Withdrawn withdrawn)
    {
        foreach (var version in withdrawn.Versions)
            session.Execute(
                "UPDATE entry SET payload = NULL WHERE stream = @p0 AND version = @p1",
                stream.Bytes,
                (long)version
            );
        foreach (var attachment in withdrawn.Attachments)
            session.Execute(
                "UPDATE attachment SET payload = NULL WHERE stream = @p0 AND id = @p1",
                stream.Bytes,
                Bytes.Of(attachment)
            );
    }
}

/// <summary>What those before it in the same batch write.</summary>
internal sealed class Taken
{
    public Dictionary<StreamKey, PendingAppend> Streams { get; } = [];

    /// <summary>Who is erased in this commit: nothing more is written of them.</summary>
    public HashSet<StreamKey> Leaving { get; } = [];

    public void Add(PendingAppend append)
    {
        Streams.Add(append.Stream, append);
        if (append.Leaves is { } left)
            Leaving.Add(left.Person);
    }
}
