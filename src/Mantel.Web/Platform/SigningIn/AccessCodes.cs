using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Mantel.Core.Journal;
using Microsoft.AspNetCore.DataProtection;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Codes with which an account can be made for a person or a close one. Who cares for the person makes one on their
/// page; the administrator types it and never sees whose record it is. It works once, for two weeks.
/// </summary>
internal sealed class AccessCodes(AccountsFile file, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 12;

    private readonly IDataProtector _seal = protection.CreateProtector("Mantel.AccessCode");

    public async Task<(string Code, DateTimeOffset Until)> MakeAsync(Guid person, Role role, CancellationToken ct)
    {
        var letters = RandomNumberGenerator.GetString(Letters, Length);
        var until = clock.GetUtcNow() + Lasts;
        await using var connection = await file.ConnectAsync(ct);
        await KeepAsync(connection, letters, person, role, until);
        return (string.Join('-', letters.Chunk(4).Select(chunk => new string(chunk))), until);
    }

    /// <summary>It was used, and nothing came of it.</summary>
    public async Task PutBackAsync(string code, Guid person, Role role, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        await KeepAsync(connection, code, person, role, clock.GetUtcNow() + Lasts);
    }

    /// <summary>Whose account may be made with it: null when there is no such code, or it was used.</summary>
    public async Task<(Guid Person, Role Role)?> FindAsync(string code, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var opens = await connection.QuerySingleOrDefaultAsync<string>(
            $"SELECT opens FROM {file.CodeTable} WHERE hash = @hash AND until > @now",
            new { hash = HashOf(code), now = clock.GetUtcNow().UtcTicks }
        );
        return
            opens is not null
            && _seal.Unprotect(opens).Split(' ') is [var person, var role]
            && Guid.TryParse(person, CultureInfo.InvariantCulture, out var id)
            ? (id, Enum.Parse<Role>(role))
            : null;
    }

    /// <summary>True for whoever uses it, once.</summary>
    public async Task<bool> TakeAsync(string code, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var sql = $"DELETE FROM {file.CodeTable} WHERE hash = @hash";
        return await connection.ExecuteAsync(sql, new { hash = HashOf(code) }) == 1;
    }

    private Task KeepAsync(DbConnection connection, string code, Guid person, Role role, DateTimeOffset until) =>
        connection.ExecuteAsync(
            $"""
            DELETE FROM {file.CodeTable} WHERE until < @now;
            INSERT INTO {file.CodeTable} (hash, opens, until) VALUES (@hash, @opens, @until);
            """,
            new
            {
                hash = HashOf(code),
                opens = _seal.Protect($"{person:D} {role}"),
                until = until.UtcTicks,
                now = clock.GetUtcNow().UtcTicks,
            }
        );

    private static string HashOf(string code) =>
        Convert.ToHexString(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToLowerInvariant().Where(char.IsLetterOrDigit))))
        );
}
