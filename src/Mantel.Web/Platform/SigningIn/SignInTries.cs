using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Mantel.Storage;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>Whether one may try now.</summary>
/// <param name="Wait">How long to wait first; zero: go on.</param>
/// <param name="WaitAfter">How long to wait when this try fails.</param>
internal sealed record SignInTurn(TimeSpan Wait, TimeSpan WaitAfter);

/// <summary>
/// How often signing in failed. Counted per account and place, so that a stranger elsewhere does not stand in the way
/// of an account, nor a colleague in that of another; and widely per account and per place, against guessing from many
/// places or at many names, which does not hold for whom came in from that place before. Who fails too often waits,
/// longer each time; nobody is locked out. What succeeds does not count.
/// </summary>
internal sealed class SignInTries(AccountsFile file, SignInStore vault, TimeProvider clock)
{
    private static readonly Measure Pair = new(Free: 4, Longest: TimeSpan.FromMinutes(15));
    private static readonly Measure Wide = new(Free: 100, Longest: TimeSpan.FromMinutes(5));
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private readonly Lazy<byte[]> _key = new(() => vault.Secret("tries"));

    /// <summary>Takes a turn: it counts as failed until it is told that it succeeded.</summary>
    /// <param name="what">What is tried: a name at the door, a code of an account.</param>
    public async Task<SignInTurn> TakeAsync(string what, string place, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        List<(string Id, Measure Measure)> counts = [(Id("pair", what, place), Pair)];
        if (!await IsKnownAsync(connection, what, place, now))
            counts.AddRange([(Id("place", place), Wide), (Id("what", what), Wide)]);
        var after = TimeSpan.Zero;
        foreach (var (id, measure) in counts)
        {
            var row = await LockAsync(connection, id, now);
            if (row.Until > now.Ticks)
                return new SignInTurn(TimeSpan.FromTicks(row.Until - now.Ticks), TimeSpan.Zero);
            var wait = measure.After(row.Times + 1);
            after = wait > after ? wait : after;
            await connection.ExecuteAsync(
                $"UPDATE {file.TryTable} SET times = times + 1, until = @until, expires = @expires WHERE id = @id",
                new
                {
                    id,
                    until = (now + wait).Ticks,
                    expires = (now + Forgotten).Ticks,
                }
            );
        }
        await transaction.CommitAsync(ct);
        return new SignInTurn(TimeSpan.Zero, after);
    }

    /// <summary>This turn does not count, and what failed before it from this place is forgotten.</summary>
    /// <param name="isIn">They are in: from now on this place is known to be theirs.</param>
    public async Task SucceededAsync(string what, string place, bool isIn, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var now = clock.GetUtcNow();
        await connection.ExecuteAsync(
            $"""
            DELETE FROM {file.TryTable} WHERE id = @pair OR expires < @now;
            UPDATE {file.TryTable} SET times = times - 1 WHERE id IN (@place, @what) AND times > 0;
            """,
            new
            {
                pair = Id("pair", what, place),
                place = Id("place", place),
                what = Id("what", what),
                now = now.Ticks,
            }
        );
        if (isIn)
            await connection.ExecuteAsync(
                $"""
                INSERT INTO {file.TryTable} (id, times, until, expires) VALUES (@id, 0, 0, @expires)
                ON CONFLICT (id) DO UPDATE SET expires = excluded.expires
                """,
                new { id = Id("known", what, place), expires = (now + Remembered).Ticks }
            );
    }

    private async Task<bool> IsKnownAsync(DbConnection connection, string what, string place, DateTimeOffset now) =>
        await connection.QuerySingleOrDefaultAsync<long?>(
            $"SELECT expires FROM {file.TryTable} WHERE id = @id",
            new { id = Id("known", what, place) }
        )
            is { } expires
        && expires > now.Ticks;

    /// <summary>The count as it is, for nobody else until this is done; an old one begins anew.</summary>
    private Task<TryRow> LockAsync(DbConnection connection, string id, DateTimeOffset now) =>
        connection.QuerySingleAsync<TryRow>(
            $"""
            INSERT INTO {file.TryTable} AS known (id, times, until, expires) VALUES (@id, 0, 0, @expires)
            ON CONFLICT (id) DO UPDATE SET times = CASE WHEN known.expires < @now THEN 0 ELSE known.times END,
                until = CASE WHEN known.expires < @now THEN 0 ELSE known.until END
            RETURNING times, until
            """,
            new
            {
                id,
                now = now.Ticks,
                expires = (now + Forgotten).Ticks,
            }
        );

    /// <summary>Names and addresses are not readable in what is counted.</summary>
    private string Id(params IReadOnlyList<string> parts) =>
        Convert.ToHexString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    private sealed record TryRow(long Times, long Until);

    /// <param name="Free">How many may fail before there is any waiting.</param>
    private sealed record Measure(int Free, TimeSpan Longest)
    {
        /// <summary>Five seconds, and twice as long each time.</summary>
        public TimeSpan After(long times)
        {
            if (times <= Free)
                return TimeSpan.Zero;
            var wait = First * Math.Pow(2, Math.Min(times - Free - 1, 20));
            return wait < Longest ? wait : Longest;
        }
    }
}
