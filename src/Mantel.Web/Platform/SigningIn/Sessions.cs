using System.Data.Common;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Who is signed in, kept here and not only in a cookie: signing out ends the session, and with it every copy of the
/// cookie, in all processes at once.
/// </summary>
internal sealed class Sessions(AccountsFile file, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(10);

    /// <summary>A session is only prolonged when an hour of it is gone, so that looking writes nothing.</summary>
    private static readonly TimeSpan ProlongedAfter = TimeSpan.FromHours(1);

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Begins a session; forgets those that ended by themselves.</summary>
    public async Task<Guid> BeginAsync(Guid account, CancellationToken ct)
    {
        var session = Guid.NewGuid();
        await using var connection = await file.ConnectAsync(ct);
        await RunAsync(connection, $"DELETE FROM {file.SessionTable} WHERE until < @now", ct, ("now", Now.Ticks));
        await RunAsync(
            connection,
            $"INSERT INTO {file.SessionTable} (id, account, until) VALUES (@id, @account, @until)",
            ct,
            ("id", Text(session)),
            ("account", Text(account)),
            ("until", (Now + Lasts).Ticks)
        );
        return session;
    }

    /// <summary>True until somebody signed out, or ten hours after the last look.</summary>
    public async Task<bool> GoesOnAsync(Guid session, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        await using var command = Command(
            connection,
            $"SELECT until FROM {file.SessionTable} WHERE id = @id",
            ("id", Text(session))
        );
        if (await command.ExecuteScalarAsync(ct) is not long until || until <= Now.Ticks)
            return false;
        if (until < (Now + Lasts - ProlongedAfter).Ticks)
            await RunAsync(
                connection,
                $"UPDATE {file.SessionTable} SET until = @until WHERE id = @id",
                ct,
                ("id", Text(session)),
                ("until", (Now + Lasts).Ticks)
            );
        return true;
    }

    public async Task EndAsync(Guid session, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        await RunAsync(connection, $"DELETE FROM {file.SessionTable} WHERE id = @id", ct, ("id", Text(session)));
    }

    /// <summary>Ends every session of an account, on every device.</summary>
    /// <param name="but">The session that goes on; null ends all.</param>
    public async Task EndAllAsync(Guid account, Guid? but, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        await RunAsync(
            connection,
            $"DELETE FROM {file.SessionTable} WHERE account = @account AND id <> @id",
            ct,
            ("account", Text(account)),
            ("id", but is { } session ? Text(session) : "")
        );
    }

    private static string Text(Guid id) => id.ToString("N");

    private static async Task RunAsync(
        DbConnection connection,
        string sql,
        CancellationToken ct,
        params (string Name, object Value)[] values
    )
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{name}", value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
