using Mantel.Storage;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Writes down what happens to accounts and at the door, and who did it: whoever is signed in, or the operator where
/// there is no request at all.
/// </summary>
internal sealed class AccountDiary(Vault vault, TimeProvider clock, IHttpContextAccessor context)
{
    public Task WriteAsync(
        AccountEventKind kind,
        Guid? account,
        string? detail = null,
        Guid? alsoBy = null,
        CancellationToken ct = default
    )
    {
        var http = context.HttpContext;
        var by = http is null ? null : SignedIn.Of(http)?.Account;
        var now = clock.GetUtcNow();
        return vault.Accounts.WriteAsync(
            new AccountEvent(
                Guid.CreateVersion7(now),
                now,
                kind,
                account,
                by == account ? null : by,
                alsoBy,
                ByOperator: http is null,
                http is null ? null : Place.Of(http),
                detail
            ),
            ct
        );
    }

    public Task<IReadOnlyList<AccountEvent>> ReadAsync(Guid? account, int skip, int take, CancellationToken ct) =>
        vault.Accounts.ReadAsync(account, skip, take, ct);
}
