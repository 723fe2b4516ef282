using Microsoft.Data.Sqlite;

namespace Mantel.Bench;

/// <summary>
/// A bare loop on one SQLite connection: prepared statements, as durable as the journal, nothing else.
/// </summary>
internal sealed class BareSqlite : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _register;
    private readonly SqliteCommand _keep;
    private readonly SqliteCommand _measured;
    private readonly SqliteCommand _seal;
    private long _changed = 1_000_000_000;

    public BareSqlite(SqliteConnection connection)
    {
        _connection = connection;
        using var settings = Make(
            "PRAGMA synchronous = FULL; PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY",
            0
        );
        settings.ExecuteNonQuery();
        _begin = Make("BEGIN IMMEDIATE", 0);
        _commit = Make("COMMIT", 0);
        _entry = Make(BareSql.Entry(), 9);
        _register = Make(BareSql.Register(), 5);
        _keep = Make(BareSql.Keep(), 3);
        _measured = Make(BareSql.Measured(), 4);
        _seal = Make(BareSql.Seal(), 5);
    }

    public void Write(Commit commit)
    {
        _begin.ExecuteNonQuery();
        foreach (var entry in commit.Entries)
            Execute(_entry, entry.Values);
        foreach (var row in commit.Register)
            Execute(row.IsKept ? _keep : _register, row.Values(++_changed));
        foreach (var row in commit.Measured)
            Execute(_measured, row.Values);
        Execute(_seal, commit.Seal.Values);
        _commit.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _entry, _register, _keep, _measured, _seal })
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Make(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private static void Execute(SqliteCommand command, object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
