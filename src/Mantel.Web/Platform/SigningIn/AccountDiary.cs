using Mantel.Storage;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Writes down what happens to accounts and at the door, and who did it: whoever is signed in, or the operator where
/// there is no request at all.
/// </summary>
internal sealed class AccountDiary(SignInStore vault, TimeProvider clock, IHttpContextAccessor context)
{
    public Task WriteAsync(
        AccountEventKind kind,
        Guid? account,
        string? detail = null,
        Guid? alsoBy = null,
        Guid? heldRole = null,
        CancellationToken ct = default
    )
    {
        var http = context.HttpContext;
        var who = http is null ? null : SignedIn.Of(http);
        if (account is not null && account == who?.Account)
            account = who.Holder; // the log is of accounts, whichever of their roles they act in
        var by = who?.Holder;
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
                detail,
                heldRole ?? (who is { HoldsOthers: true } ? who.Account : null)
            ),
            ct
        );
    }

    public Task<IReadOnlyList<AccountEvent>> ReadAsync(Guid? account, int skip, int take, CancellationToken ct) =>
        vault.Accounts.ReadAsync(account, skip, take, ct);
}
