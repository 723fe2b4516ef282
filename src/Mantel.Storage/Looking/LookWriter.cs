using System.Data.Common;
using System.Security.Cryptography;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;

namespace Mantel.Storage.Looking;

/// <summary>A look on its way to the disk. Without a payload when the person was erased.</summary>
internal sealed class PendingLook(Look look, byte[]? payload) : IQueued
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    public byte[] Id { get; } = Bytes.Of(look.Id);

    public void Finish() => _done.TrySetResult();

    public void Fail(Exception failure) => _done.TrySetException(failure);

    public StoredLook At(long sequence, byte[] previous) =>
        StoredLook.Next(
            sequence,
            Id,
            Bytes.Of(look.Person),
            Bytes.Of(look.Account),
            look.At.UtcTicks,
            payload,
            previous
        );
}

/// <summary>A look as it lies in its log, chained to the one before.</summary>
internal sealed record StoredLook(
    long Seq,
    byte[] Id,
    byte[] Person,
    byte[] Account,
    long At,
    byte[]? Payload,
    byte[] Payload_hash,
    byte[] Hash
)
{
    public static StoredLook Next(
        long sequence,
        byte[] id,
        byte[] person,
        byte[] account,
        long at,
        byte[]? payload,
        byte[] previous
    )
    {
        var look = new StoredLook(sequence, id, person, account, at, payload, SHA256.HashData(payload ?? []), []);
        return look with { Hash = look.ComputeHash(previous) };
    }

    public byte[] ComputeHash(byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(Bytes.Of(Seq));
        hash.AppendData(Id);
        hash.AppendData(Person);
        hash.AppendData(Account);
        hash.AppendData(Bytes.Of(At));
        hash.AppendData(Payload_hash);
        return hash.GetHashAndReset();
    }

    public object?[] ToRow() => [Seq, Id, Person, Account, At, Payload, Payload_hash, Hash];
}

/// <summary>Commits looks in groups, in a file of their own, so that readers of the journal do not notice.</summary>
internal sealed class LookWriter : IAsyncDisposable
{
    private readonly Database _looks;
    private readonly GroupWriter<PendingLook> _writer;
    private Session? _session;

    public LookWriter(Database looks)
    {
        _looks = looks;
        _writer = new GroupWriter<PendingLook>("look writer", Commit);
    }

    public Task WriteAsync(PendingLook look)
    {
        _writer.Add(look);
        return look.Done;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _session?.Dispose();
    }

    /// <summary>
    /// A connection that is lost on the way is made anew; a look that was kept after all is known by its id.
    /// </summary>
    private void Commit(IReadOnlyList<PendingLook> batch)
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

    private void CommitOnce(IReadOnlyList<PendingLook> batch)
    {
        var session = Opened();
        session.Write(() => Insert(session, batch));
        foreach (var look in batch)
            look.Finish();
    }

    private Session Opened()
    {
        if (_session is { IsBroken: false } && _session.Answers())
            return _session;
        _session?.Dispose();
        _session = null;
        return _session = _looks.Open();
    }

    private static void Insert(Session session, IReadOnlyList<PendingLook> batch)
    {
        var (sequence, previous) = LookTail.Read(session);
        var rows = new List<object?[]>(batch.Count);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var look in batch)
        {
            if (!known.Add(Convert.ToHexString(look.Id)) || IsKnown(session, look))
                continue;
            var stored = look.At(++sequence, previous);
            previous = stored.Hash;
            rows.Add(stored.ToRow());
        }
        session.Insert(Tables.Look, rows);
    }

    private static bool IsKnown(Session session, PendingLook look) =>
        session.Command("SELECT 1 FROM look WHERE id = @p0", look.Id).ExecuteScalar() is not null;
}

/// <summary>The newest look: where the log goes on.</summary>
internal sealed record LookTail(long Sequence, byte[] Hash)
{
    public static LookTail Read(Session session)
    {
        using var reader = session.Command("SELECT seq, hash FROM look ORDER BY seq DESC LIMIT 1").ExecuteReader();
        return reader.Read()
            ? new LookTail(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
            : new LookTail(0, Chain.Start);
    }
}
