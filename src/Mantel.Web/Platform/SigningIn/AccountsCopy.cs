using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The accounts in a backup, readable by either database, and sealed: what unseals them is with the keys.
/// </summary>
internal sealed class AccountsCopy(Installation house)
{
    private const string Sealing = "Mantel.AccountsCopy";

    public IReadOnlyList<BackupPart> Parts =>
        [
            new("web-keys.json", (_, _) => Task.CompletedTask, ReadWebKeysAsync, IsKey: true, IsOld: true),
            new("accounts.sealed", WriteAccountsAsync, ReadAccountsAsync),
        ];

    /// <summary>Takes away the accounts of somebody whose record was erased; returns how many.</summary>
    public async Task<int> ForgetAsync(Func<Guid, Task<bool>> isErased, CancellationToken ct)
    {
        await using var services = await OpenAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var gone = 0;
        foreach (var account in await accounts.Users.Where(one => one.Person != null).ToListAsync(ct))
        {
            if (account.Role is not Role.Person || !await isErased(account.Person!.Value))
                continue;
            accounts.Users.Remove(account);
            gone++;
        }
        await accounts.SaveChangesAsync(ct);
        return gone;
    }

    private async Task<ServiceProvider> OpenAsync(CancellationToken ct)
    {
        var services = AccountsSetup.Alone(house);
        await services.GetRequiredService<AccountsFile>().OpenAsync(ct);
        return services;
    }

    /// <summary>Earlier versions kept the keys of the web apart, and readable.</summary>
    private async Task ReadWebKeysAsync(Stream stream, CancellationToken ct)
    {
        var keys =
            await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(stream, FactCodec.Json, ct)
            ?? throw new InvalidDataException("The web keys of the backup cannot be read.");
        await using var services = AccountsSetup.Alone(house);
        var kept = services.GetRequiredService<WebKeys>();
        foreach (var (name, content) in keys)
            kept.Keep(Path.GetFileNameWithoutExtension(name), content);
    }

    private async Task WriteAccountsAsync(Stream stream, CancellationToken ct)
    {
        await using var services = await OpenAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var copy = new Copy(
            house.IsDemo,
            await accounts.Users.AsNoTracking().OrderBy(one => one.Id).ToListAsync(ct),
            await accounts.UserClaims.AsNoTracking().OrderBy(one => one.Id).ToListAsync(ct),
            await accounts.UserLogins.AsNoTracking().ToListAsync(ct),
            await accounts.UserTokens.AsNoTracking().ToListAsync(ct)
        );
        var plain = JsonSerializer.SerializeToUtf8Bytes(copy, FactCodec.Json);
        await stream.WriteAsync(ProtectorOf(services).Protect(plain), ct);
    }

    private async Task ReadAccountsAsync(Stream stream, CancellationToken ct)
    {
        await using var services = await OpenAsync(ct);
        using var kept = new MemoryStream();
        await stream.CopyToAsync(kept, ct);
        var copy =
            JsonSerializer.Deserialize<Copy>(ProtectorOf(services).Unprotect(kept.ToArray()), FactCodec.Json)
            ?? throw new InvalidDataException("The accounts of the backup cannot be read.");
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        if (await accounts.Users.AnyAsync(ct))
            throw new StorageException("There are accounts here already; restore into an empty place.");
        accounts.AddRange(copy.Accounts);
        accounts.AddRange(copy.Claims);
        accounts.AddRange(copy.Logins);
        accounts.AddRange(copy.Tokens);
        await accounts.SaveChangesAsync(ct);
        if (copy.IsDemo)
            await services.GetRequiredService<AccountsFile>().MarkAsDemoAsync(ct);
    }

    private static IDataProtector ProtectorOf(ServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Sealing);

    private sealed record Copy(
        bool IsDemo,
        IReadOnlyList<Account> Accounts,
        IReadOnlyList<IdentityUserClaim<Guid>> Claims,
        IReadOnlyList<IdentityUserLogin<Guid>> Logins,
        IReadOnlyList<IdentityUserToken<Guid>> Tokens
    );
}
