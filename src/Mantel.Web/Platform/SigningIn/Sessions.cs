using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Mantel.Core.Journal;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Who is signed in, kept here and not only in a cookie: signing out ends the session, and with it every copy of the
/// cookie, in all processes at once. It ends by itself when nobody looks for a while, and after half a day in any case.
/// </summary>
internal sealed class Sessions(AccountsFile file, TimeProvider clock)
{
    /// <summary>After this one signs in again, however busy one is: no shift is longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan AtWork = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AtHome = TimeSpan.FromHours(2);

    /// <summary>A session is only prolonged when a part of it is gone, so that most looks write nothing.</summary>
    private const int ProlongedAfter = 6;

    /// <summary>One change can reach many open pages: they do not each take a connection to the database.</summary>
    private readonly SemaphoreSlim _looking = new(8);

    private readonly ConcurrentDictionary<Guid, (Guid Account, Action Look)> _following = new();

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How long nobody needs to look before it ends: a shared computer at work is left sooner.</summary>
    public static TimeSpan IdleOf(Role? role) =>
        role is Role.Person or Role.CloseOne or Role.Volunteer ? AtHome : AtWork;

    /// <summary>Calls back whenever a session of this account ended here; until it is disposed.</summary>
    public IDisposable WhenEnded(Guid account, Action look)
    {
        var follower = Guid.NewGuid();
        _following[follower] = (account, look);
        return new Following(() => _following.TryRemove(follower, out _));
    }

    /// <summary>Begins a session; forgets those that ended by themselves.</summary>
    /// <param name="held">In which of the roles of the account; null until one is chosen.</param>
    /// <param name="instead">The session of the same account that ends: its half day is not lengthened.</param>
    public async Task<Guid> BeginAsync(Guid account, Guid? held, Role? role, Guid? instead, CancellationToken ct)
    {
        var session = Guid.NewGuid();
        var idle = IdleOf(role);
        await using var connection = await file.ConnectAsync(ct);
        var began = await connection.QuerySingleOrDefaultAsync<long?>(
            $"SELECT began FROM {file.SessionTable} WHERE id = @id AND account = @account",
            new { id = instead is { } old ? Text(old) : "", account = Text(account) }
        );
        await connection.ExecuteAsync(
            $"""
            DELETE FROM {file.SessionTable} WHERE until < @now;
            INSERT INTO {file.SessionTable} (id, account, role, began, idle, until)
            VALUES (@id, @account, @role, @began, @idle, @until);
            """,
            new
            {
                id = Text(session),
                account = Text(account),
                role = held is { } one ? Text(one) : "",
                now = Now.Ticks,
                began = began ?? Now.Ticks,
                idle = idle.Ticks,
                until = Math.Min((Now + idle).Ticks, (began ?? Now.Ticks) + Longest.Ticks),
            }
        );
        return session;
    }

    /// <summary>Whether it goes on, without prolonging it: a page that stands open is nobody who looks.</summary>
    public async Task<bool> IsOpenAsync(Guid session, CancellationToken ct)
    {
        await _looking.WaitAsync(ct);
        try
        {
            await using var connection = await file.ConnectAsync(ct);
            return await connection.ExecuteScalarAsync<long>(
                    $"SELECT COUNT(*) FROM {file.SessionTable} WHERE id = @id AND until > @now",
                    new { id = Text(session), now = Now.Ticks }
                ) > 0;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>True until somebody signed out, nobody looked for too long, or its day is over.</summary>
    public async Task<bool> GoesOnAsync(Guid session, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var known = await connection.QuerySingleOrDefaultAsync<SessionRow>(
            $"SELECT began, idle, until FROM {file.SessionTable} WHERE id = @id",
            new { id = Text(session) }
        );
        if (known is null || known.Until <= Now.Ticks)
            return false;
        var end = known.Began + Longest.Ticks;
        var until = Math.Min(Now.Ticks + known.Idle, end);
        if (until - known.Until > known.Idle / ProlongedAfter || (until == end && known.Until < end))
            await ProlongAsync(connection, session, until);
        return true;
    }

    public async Task EndAsync(Guid session, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var account = await connection.QuerySingleOrDefaultAsync<string>(
            $"DELETE FROM {file.SessionTable} WHERE id = @id RETURNING account",
            new { id = Text(session) }
        );
        if (account is not null)
            TellEnded(Guid.ParseExact(account, "N"));
    }

    /// <summary>Ends every session in one role of an account: the role was taken away.</summary>
    public async Task EndRoleAsync(Guid account, Guid held, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        await connection.ExecuteAsync($"DELETE FROM {file.SessionTable} WHERE role = @role", new { role = Text(held) });
        TellEnded(account);
    }

    /// <summary>Ends every session of an account, on every device.</summary>
    /// <param name="but">The session that goes on; null ends all.</param>
    public async Task EndAllAsync(Guid account, Guid? but, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        await connection.ExecuteAsync(
            $"DELETE FROM {file.SessionTable} WHERE account = @account AND id <> @id",
            new { account = Text(account), id = but is { } session ? Text(session) : "" }
        );
        TellEnded(account);
    }

    private Task ProlongAsync(DbConnection connection, Guid session, long until) =>
        connection.ExecuteAsync(
            $"UPDATE {file.SessionTable} SET until = @until WHERE id = @id",
            new { id = Text(session), until }
        );

    private static string Text(Guid id) => id.ToString("N");

    private sealed record SessionRow(long Began, long Idle, long Until);

    private void TellEnded(Guid account)
    {
        foreach (var (_, look) in _following.Values.Where(one => one.Account == account))
            look();
    }

    private sealed class Following(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
