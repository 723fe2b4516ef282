using Mantel.Core.Access;
using Mantel.Storage;
using Mantel.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>What one can do with one's own account: read what happened to it, change the password, leave.</summary>
internal static class OwnAccount
{
    /// <summary>How much of the log is shown at once.</summary>
    internal const int Shown = 50;

    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/account").Needs(AccessAction.OwnAccount).WithMetadata(new AboutOwnAccount());
        own.MapGet("", ShowAsync);
        own.MapPost("/read", ReadAsync);
        own.MapPost("/password", ChangePasswordAsync).RequireRateLimiting(RateLimits.OwnAccount);
        own.MapPost("/sign-out-everywhere", LeaveEverywhereAsync);
        OwnCodes.Map(own);
    }

    /// <summary>
    /// Whoever holds several roles chooses one. Whoever got a password chooses their own before anything else; and
    /// whoever needs a code at the door sets it up.
    /// </summary>
    public static Task InsistAsync(HttpContext http, RequestDelegate next)
    {
        var mustChoose = SignedIn.MustChoose(http.User);
        var first =
            mustChoose ? ChoosingRoles.AddressFor(http)
            : http.User.HasClaim(claim => claim.Type == SignedIn.MustChangePasswordClaim) ? "/account"
            : http.User.HasClaim(claim => claim.Type == SignedIn.MustTurnOnCodesClaim) ? "/account/totp"
            : null;
        var mayGoOn =
            first is null
            || (mustChoose && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            || http.Request.Path.Value is ChoosingRoles.Address
            || (!mustChoose && http.Request.Path.StartsWithSegments("/account", StringComparison.Ordinal))
            || http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            || http.Request.Path.Value is "/sign-out" or "/language" or "/theme";
        return mayGoOn ? next(http) : Answer.SeeOther(http, first!).ExecuteAsync(http);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, UserManager<Account> users, AccountDiary diary) =>
        await users.GetUserAsync(http.User) is { } account
            ? Answer.Page<OwnAccountPage>(await OfAsync(http, account, diary))
            : Answer.NothingHere();

    private static async Task<Dictionary<string, object?>> OfAsync(
        HttpContext http,
        Account account,
        AccountDiary diary
    ) =>
        new(StringComparer.Ordinal)
        {
            ["Account"] = account,
            ["Events"] = await diary.ReadAsync(account.Id, 0, Shown, http.RequestAborted),
        };

    /// <summary>The owner read what others did to the account.</summary>
    private static async Task<IResult> ReadAsync(
        HttpContext http,
        UserManager<Account> users,
        SignInManager<Account> signIn
    )
    {
        if (await users.GetUserAsync(http.User) is not { } account)
            return Answer.NothingHere();
        account.HasNotice = false;
        await users.UpdateAsync(account);
        await signIn.RefreshSignInAsync(account);
        return Answer.SeeOther(http, "/account", "account.notice.read");
    }

    private static async Task<IResult> ChangePasswordAsync(
        TypedForm typed,
        HttpContext http,
        UserManager<Account> users,
        Accounts accounts,
        SignInManager<Account> signIn,
        AccountDiary diary
    )
    {
        if (await users.GetUserAsync(http.User) is not { DemoKey: null } account)
            return Answer.NothingHere();
        var (now, wanted) = (http.Request.Form["current"].ToString(), http.Request.Form["password"].ToString());
        if (now.Length == 0)
            typed.Wrong("current", "rule.missing");
        if (wanted.Length is < PasswordRules.Shortest or > PasswordRules.Longest)
            typed.Wrong("password", "rule.password-short");
        else if (string.Equals(now, wanted, StringComparison.Ordinal))
            typed.Wrong("password", "rule.password-same");
        if (typed.Problems.Count == 0)
        {
            account.MustChangePassword = false;
            var result = await users.ChangePasswordAsync(account, now, wanted);
            if (result.Succeeded)
            {
                await diary.WriteAsync(AccountEventKind.PasswordChanged, account.Id);
                await GoOnAloneAsync(http, account, accounts, signIn);
                return Answer.SeeOther(http, "/account", "account.password.changed");
            }
            account.MustChangePassword = http.User.HasClaim(claim => claim.Type == SignedIn.MustChangePasswordClaim);
            typed.With(Accounts.ProblemsOf(result));
        }
        return Answer.Again<OwnAccountPage>(typed, await OfAsync(http, account, diary));
    }

    /// <summary>This sign-in goes on with what is now true of the account; every other one ends.</summary>
    internal static async Task GoOnAloneAsync(
        HttpContext http,
        Account account,
        Accounts accounts,
        SignInManager<Account> signIn
    )
    {
        await signIn.RefreshSignInAsync(account);
        await accounts.SignOutEverywhereAsync(account, but: await SessionCookie.IdOfAsync(http));
    }

    private static async Task<IResult> LeaveEverywhereAsync(
        HttpContext http,
        UserManager<Account> users,
        Accounts accounts,
        SignInManager<Account> signIn,
        AccountDiary diary
    )
    {
        if (await users.GetUserAsync(http.User) is not { } account)
            return Answer.NothingHere();
        await diary.WriteAsync(AccountEventKind.SignedOutEverywhere, account.Id);
        await accounts.SignOutEverywhereAsync(account);
        await signIn.SignOutAsync();
        return Answer.SeeOther(http, "/sign-in", "sign-in.left-everywhere");
    }
}
