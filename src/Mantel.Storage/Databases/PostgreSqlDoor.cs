using System.Collections.Concurrent;
using Npgsql;

namespace Mantel.Storage;

/// <summary>
/// How a PostgreSQL database is opened here: what it acknowledged is on its disk, whatever the server, the database or
/// the role was set to; and a connection that was lost while nobody used it, as by a restart, is made anew.
/// </summary>
public sealed class PostgreSqlDoor : IAsyncDisposable, IDisposable
{
    /// <summary>
    /// A connection that nobody used for longer is tried before it is used again: no server starts anew in less.
    /// </summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromMilliseconds(50);

    /// <summary>Each command of a writer sees what was committed before it had the lock.</summary>
    private const string Ours = @"-c synchronous_commit=on -c default_transaction_isolation=read\ committed";

    private readonly ConcurrentDictionary<int, long> _used = new();

    public PostgreSqlDoor(string connectionString, Action<NpgsqlConnectionStringBuilder>? settle = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "mantel" };
        settle?.Invoke(settings);
        settings.Options = $"{settings.Options} {Ours}".TrimStart();
        Source = NpgsqlDataSource.Create(settings);
    }

    public NpgsqlDataSource Source { get; }

    public NpgsqlConnection Open()
    {
        var connection = Source.OpenConnection();
        if (WasJustUsed(connection) || Answers(connection))
            return connection;
        connection.Dispose();
        Source.Clear();
        return Source.OpenConnection();
    }

    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = await Source.OpenConnectionAsync(ct);
        if (WasJustUsed(connection) || Answers(connection))
            return connection;
        await connection.DisposeAsync();
        Source.Clear();
        return await Source.OpenConnectionAsync(ct);
    }

    /// <summary>False for a connection that the server, or something between, has closed.</summary>
    internal static bool Answers(NpgsqlConnection connection)
    {
        try
        {
            using var command = new NpgsqlCommand("SELECT 1", connection);
            command.ExecuteScalar();
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <exception cref="StorageException">The server may lose what it acknowledged.</exception>
    public void RefuseWhatMayBeLost()
    {
        using var connection = Source.OpenConnection();
        foreach (var setting in new[] { "fsync", "full_page_writes" })
        {
            using var command = new NpgsqlCommand($"SHOW {setting}", connection);
            if (command.ExecuteScalar() is not "on")
                throw new StorageException(
                    $"PostgreSQL runs with {setting} off, so that a power cut can destroy what was acknowledged: "
                        + "set it to on, then start again."
                );
        }
    }

    public void Dispose() => Source.Dispose();

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>True too for a connection that was made for this request.</summary>
    private bool WasJustUsed(NpgsqlConnection connection)
    {
        var now = Environment.TickCount64;
        var before = 0L;
        _used.AddOrUpdate(
            connection.ProcessID,
            now,
            (_, used) =>
            {
                before = used;
                return now;
            }
        );
        return before == 0 || now - before < Trusted.TotalMilliseconds;
    }
}
