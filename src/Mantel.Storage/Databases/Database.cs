using System.Data.Common;
using Mantel.Storage.Journals;

namespace Mantel.Storage.Databases;

/// <summary>
/// One part of what is kept (journal, keys or looks) in one database: the door behind which dialects differ.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>A session for reading, from a small fixed pool; it goes back when disposed.</summary>
    public abstract ValueTask<Session> RentAsync(CancellationToken ct);

    /// <summary>A session of one's own, for a writer.</summary>
    public abstract Session Open();

    /// <summary>After something was destroyed: leave no old pages behind, as far as the database allows.</summary>
    public abstract Task ScrubAsync(IReadOnlyList<Table> tables, CancellationToken ct);

    public abstract ValueTask DisposeAsync();

    /// <summary>
    /// Hears which streams other processes wrote, until it is told to stop; null: some were missed. A database that one
    /// process has for itself says nothing.
    /// </summary>
    public virtual Task ListenAsync(Action<IReadOnlyList<StreamKey>?> heard, CancellationToken ct) =>
        Task.CompletedTask;

    protected static void Create(Session session, IEnumerable<Table> tables)
    {
        session.Write(() =>
        {
            foreach (var statement in tables.SelectMany(session.Create))
                session.Execute(statement);
        });
    }
}

/// <summary>The version and hash a stream ends with.</summary>
/// <param name="Hash">Null where there is no entry.</param>
/// <param name="Stamp">Of the person's results in measures; 0 when there are none, null when nobody asks.</param>
internal readonly record struct StreamHead(long Version, byte[] Hash, bool Erased, long? Stamp);

/// <summary>All that a commit must know, read under the lock.</summary>
/// <param name="NewestChange">The newest change number of the register.</param>
internal sealed record JournalState(Dictionary<StreamKey, StreamHead> Heads, SealTail Tail, long NewestChange);

/// <summary>What a commit was made ready for is not what stands in the database any more.</summary>
internal sealed class UnforeseenException(Exception cause) : Exception("Somebody else wrote meanwhile.", cause);

/// <summary>One connection with its prepared commands. Not for two threads at once.</summary>
internal abstract class Session(DbConnection connection) : IAsyncDisposable, IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public DbConnection Connection { get; } = connection;

    /// <summary>Begins the one writing transaction that this part of the storage can have at a time.</summary>
    public abstract void Begin();

    /// <summary>Begins a transaction that sees one state, however long it reads.</summary>
    public abstract void BeginReading();

    public abstract IEnumerable<string> Create(Table table);

    public abstract void Insert(Table table, IReadOnlyList<object?[]> rows);

    /// <summary>What the journal knows about these streams.</summary>
    public abstract JournalState ReadState(IReadOnlyList<StreamKey> streams);

    /// <summary>
    /// Inside a transaction, where the database tells no stamp: everything after this is done only when what is
    /// foreseen holds then. False when the database cannot make sure of that.
    /// </summary>
    /// <exception cref="UnforeseenException">
    /// From this or whatever comes later in the transaction: it does not hold, and nothing was done.
    /// </exception>
    public virtual bool Expect(JournalState foreseen) => false;

    /// <summary>
    /// Inside a transaction: a number that stays the same as long as nobody else commits; null where the database
    /// tells none.
    /// </summary>
    public abstract long? Stamp();

    /// <summary>
    /// Gives rows that stay as they are their new version and change number. A row that another version of the program
    /// wrote belongs to no model from then on, so that each makes its own.
    /// </summary>
    public abstract void KeepRows(IReadOnlyList<(RegisterWrite Row, long Changed)> rows);

    /// <summary>
    /// Deletes the numbers that these people do not have any more; untouched pages cost nothing at the commit.
    /// </summary>
    public abstract void DeleteOtherNumbers(IReadOnlyList<RegisterWrite> rows);

    /// <summary>Inside a transaction: tells other processes which streams it wrote, once it is committed.</summary>
    public virtual void Tell(IEnumerable<StreamKey> streams) { }

    public virtual void Commit() => Execute("COMMIT");

    public virtual void Rollback() => Execute("ROLLBACK");

    /// <summary>One writing transaction: all of it, or nothing.</summary>
    public void Write(Action work)
    {
        Begin();
        try
        {
            work();
            Commit();
        }
        catch
        {
            TryRollback();
            throw;
        }
    }

    /// <summary>Reads that all see one state.</summary>
    public async Task ReadAsync(Func<Task> work)
    {
        BeginReading();
        try
        {
            await work();
        }
        finally
        {
            TryRollback();
        }
    }

    /// <summary>After a failure, when the connection itself may be gone.</summary>
    public void TryRollback()
    {
        try
        {
            Rollback();
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            IsBroken = true;
        }
    }

    /// <summary>
    /// False when the connection was lost while nobody used it: then a writer takes another before it begins.
    /// </summary>
    public virtual bool Answers() => true;

    /// <summary>True when the connection must not be used again.</summary>
    public bool IsBroken { get; private set; }

    public int Execute(string sql, params ReadOnlySpan<object> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>A prepared command; its values fill @0, @1, … in order.</summary>
    public virtual DbCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            _commands[sql] = command;
        }
        for (var i = 0; i < values.Length; i++)
            SetValue(command, i, values[i]);
        return command;
    }

    public void Dispose()
    {
        if (Release())
            return;
        foreach (var command in _commands.Values)
            command.Dispose();
        Connection.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>True when the session went back to its pool and stays open.</summary>
    protected virtual bool Release() => false;

    private static void SetValue(DbCommand command, int index, object value)
    {
        if (index < command.Parameters.Count)
        {
            command.Parameters[index].Value = value;
            return;
        }
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{index}";
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
