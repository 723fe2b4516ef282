using Mantel.Web.Access;
using Mantel.Web.Platform;
using Microsoft.Data.Sqlite;

namespace Mantel.Bench;

/// <summary>
/// The least that a step of a conversation can be: the same form read, one point read, one durable insert, and on to
/// the next page.
/// </summary>
internal sealed class BareStep : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _last;

    public BareStep(string directory)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(directory, "bare-step.db")};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run("CREATE TABLE IF NOT EXISTS step (seq INTEGER PRIMARY KEY, answer BLOB)");
    }

    public async Task<IResult> TakeAsync(HttpContext http, TypedForm typed)
    {
        if (http.Actor() is null)
            return Results.Unauthorized();
        await _one.WaitAsync(http.RequestAborted);
        try
        {
            Run($"SELECT answer FROM step WHERE seq = {_last}");
            Run($"INSERT INTO step VALUES ({++_last}, randomblob(700))");
        }
        finally
        {
            _one.Release();
        }
        return Answer.SeeOther(http, $"/bench/{typed.Act}");
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteScalar();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _one.Dispose();
    }
}
