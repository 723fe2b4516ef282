using Dapper;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>An administrator asked for a new password for somebody; another has to agree.</summary>
/// <param name="ForgetsCodes">The phone that gives codes would be forgotten too.</param>
internal sealed record AskedReset(Guid Id, Guid Account, Guid AskedBy, DateTimeOffset At, bool ForgetsCodes);

/// <summary>The resets that wait for a second person; who waits three days has to ask again.</summary>
internal sealed class Resets(AccountsFile file, TimeProvider clock)
{
    private static readonly TimeSpan Waits = TimeSpan.FromDays(3);

    /// <summary>One for each account: a new one replaces the one before.</summary>
    public async Task<AskedReset> AskAsync(Guid account, Guid by, bool forgetsCodes, CancellationToken ct)
    {
        var asked = new AskedReset(Guid.NewGuid(), account, by, clock.GetUtcNow(), forgetsCodes);
        await using var connection = await file.ConnectAsync(ct);
        await connection.ExecuteAsync(
            $"""
            INSERT INTO {file.ResetTable} (account, id, asked_by, at, forgets_codes)
            VALUES (@account, @id, @by, @at, @forgets)
            ON CONFLICT (account) DO UPDATE SET id = excluded.id, asked_by = excluded.asked_by, at = excluded.at,
                forgets_codes = excluded.forgets_codes
            """,
            new
            {
                account = Text(account),
                id = Text(asked.Id),
                by = Text(by),
                at = asked.At.UtcTicks,
                forgets = forgetsCodes ? 1L : 0L,
            }
        );
        return asked;
    }

    public async Task<AskedReset?> FindAsync(Guid account, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<ResetRow>(
            $"SELECT id, asked_by, at, forgets_codes FROM {file.ResetTable} WHERE account = @account AND at > @since",
            new { account = Text(account), since = (clock.GetUtcNow() - Waits).UtcTicks }
        );
        return row is null
            ? null
            : new AskedReset(
                Guid.ParseExact(row.Id, "N"),
                account,
                Guid.ParseExact(row.Asked_by, "N"),
                new DateTimeOffset(row.At, TimeSpan.Zero),
                row.Forgets_codes != 0
            );
    }

    /// <summary>The accounts for which a reset waits.</summary>
    public async Task<IReadOnlySet<Guid>> WaitingAsync(CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var waiting = await connection.QueryAsync<string>(
            $"SELECT account FROM {file.ResetTable} WHERE at > @since",
            new { since = (clock.GetUtcNow() - Waits).UtcTicks }
        );
        return waiting.Select(account => Guid.ParseExact(account, "N")).ToHashSet();
    }

    /// <summary>True for whoever takes it, once.</summary>
    public async Task<bool> TakeAsync(AskedReset asked, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var sql = $"DELETE FROM {file.ResetTable} WHERE id = @id";
        return await connection.ExecuteAsync(sql, new { id = Text(asked.Id) }) == 1;
    }

    private static string Text(Guid id) => id.ToString("N");

    private sealed record ResetRow(string Id, string Asked_by, long At, long Forgets_codes);
}
