using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Look;
using Microsoft.AspNetCore.DataProtection;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>For whom a code was made: whose record, as whom, and the id that the account gets.</summary>
internal sealed record AccessOpened(Guid Person, Role Role, Guid Account)
{
    /// <summary>The account as it is made with the code: for this person, under the id that was given.</summary>
    public NewAccount For(NewAccount wanted) => wanted with { Id = Account, Role = Role, Person = Person };
}

/// <summary>
/// Codes with which an account can be made for a person or a close one. Who cares for the person makes one on their
/// page, where the record keeps for whom; the administrator can type it and never sees whose record it is. It works
/// once, for two weeks, and as long as the record says that access was given.
/// </summary>
internal sealed class AccessCodes(
    AccountsFile file,
    IDataProtectionProvider protection,
    TimeProvider clock,
    SignInStore vault,
    Desk desk
)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 12;

    private readonly IDataProtector _seal = protection.CreateProtector("Mantel.AccessCode");

    /// <summary>
    /// The id of an account that is about to be given: made here and never taken from a form, so that it is nobody's.
    /// The same form sent twice gives the same.
    /// </summary>
    public Guid AccountOf(Guid person, Guid act) => new(Secret("access-account", person, act).AsSpan(0, 16));

    /// <summary>The code for what the record says was given; the same for the same form sent twice.</summary>
    public async Task<(string Code, DateTimeOffset Until)> MakeAsync(AccessOpened opens, Guid act, CancellationToken ct)
    {
        var number = new BigInteger(Secret("access-code", opens.Person, act), isUnsigned: true);
        var letters = string.Concat(
            Enumerable
                .Range(0, Length)
                .Select(at => Letters[(int)(number / BigInteger.Pow(Letters.Length, at) % Letters.Length)])
        );
        var until = clock.GetUtcNow() + GiveAccess.Lasts;
        await using var connection = await file.ConnectAsync(ct);
        await KeepAsync(connection, letters, opens, until);
        return (string.Join('-', letters.Chunk(4).Select(chunk => new string(chunk))), until);
    }

    /// <summary>It was used, and nothing came of it.</summary>
    public async Task PutBackAsync(string code, AccessOpened opens, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        await KeepAsync(connection, code, opens, clock.GetUtcNow() + GiveAccess.Lasts);
    }

    /// <summary>
    /// Whose account may be made with it; null when there is no such code, it was used, or the record gives it no more.
    /// </summary>
    public async Task<AccessOpened?> FindAsync(string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var connection = await file.ConnectAsync(ct);
        var sealedFor = await connection.QuerySingleOrDefaultAsync<string>(
            $"SELECT opens FROM {file.CodeTable} WHERE hash = @hash AND until > @now",
            new { hash = HashOf(code), now = now.UtcTicks }
        );
        return
            sealedFor is not null
            && Read(_seal.Unprotect(sealedFor)) is { } opens
            && await desk.StillGivesAsync(opens.Person, opens.Account, Moment.At(now, Days.Zone), ct)
            ? opens
            : null;
    }

    /// <summary>True for whoever uses it, once.</summary>
    public async Task<bool> TakeAsync(string code, CancellationToken ct)
    {
        await using var connection = await file.ConnectAsync(ct);
        var sql = $"DELETE FROM {file.CodeTable} WHERE hash = @hash";
        return await connection.ExecuteAsync(sql, new { hash = HashOf(code) }) == 1;
    }

    private byte[] Secret(string name, Guid person, Guid act) =>
        HMACSHA256.HashData(
            vault.Secret(name),
            (byte[])[.. person.ToByteArray(bigEndian: true), .. act.ToByteArray(bigEndian: true)]
        );

    private static AccessOpened? Read(string opens) =>
        opens.Split(' ') is [var person, var role, var account]
            ? new(
                Guid.Parse(person, CultureInfo.InvariantCulture),
                Enum.Parse<Role>(role),
                Guid.Parse(account, CultureInfo.InvariantCulture)
            )
            : null;

    private Task KeepAsync(DbConnection connection, string code, AccessOpened opens, DateTimeOffset until) =>
        connection.ExecuteAsync(
            $"""
            DELETE FROM {file.CodeTable} WHERE until < @now OR hash = @hash;
            INSERT INTO {file.CodeTable} (hash, opens, until) VALUES (@hash, @opens, @until);
            """,
            new
            {
                hash = HashOf(code),
                opens = _seal.Protect($"{opens.Person:D} {opens.Role} {opens.Account:D}"),
                until = until.UtcTicks,
                now = clock.GetUtcNow().UtcTicks,
            }
        );

    private static string HashOf(string code) =>
        Convert.ToHexString(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToLowerInvariant().Where(char.IsLetterOrDigit))))
        );
}
