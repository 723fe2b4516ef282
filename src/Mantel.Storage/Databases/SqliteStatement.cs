using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mantel.Storage.Databases;

/// <summary>
/// A statement that writes one row after another, prepared once. A command of the provider looks its parameters up by
/// name for every row, which costs as much as writing a small row.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <param name="row">What fills the marks of the statement, in the order in which they stand in it.</param>
    /// <exception cref="SqliteException">The row was not taken.</exception>
    public void Run(ReadOnlySpan<object?> row)
    {
        for (var i = 0; i < row.Length; i++)
            Check(Bind(i + 1, row[i]));
        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
            Fail(result);
        Check(raw.sqlite3_reset(_statement));
        Check(raw.sqlite3_clear_bindings(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int mark, object? value) =>
        value switch
        {
            null or DBNull => raw.sqlite3_bind_null(_statement, mark),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, mark, bytes),
            long number => raw.sqlite3_bind_int64(_statement, mark, number),
            string text => raw.sqlite3_bind_text(_statement, mark, text),
            _ => throw new InvalidOperationException("A table has bytes, numbers and texts only."),
        };

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            Fail(result);
    }

    private void Fail(int result)
    {
        var failure = new SqliteException(
            raw.sqlite3_errmsg(_database).utf8_to_string(),
            result,
            raw.sqlite3_extended_errcode(_database)
        );
        if (_statement is not null)
        {
            _ = raw.sqlite3_reset(_statement);
            _ = raw.sqlite3_clear_bindings(_statement);
        }
        throw failure;
    }
}
