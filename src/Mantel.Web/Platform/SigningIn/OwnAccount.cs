using System.Globalization;
using System.Text;
using Mantel.Core.Access;
using Mantel.Web.Access;
using Mantel.Web.Look;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>What one can do with one's own account: change the password, ask for a code at the door, leave.</summary>
internal static class OwnAccount
{
    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/account").Needs(What.OwnAccount);
        own.MapGet("", ShowAsync);
        own.MapPost("/password", ChangePasswordAsync).RequireRateLimiting(RateLimits.SignIn);
        own.MapPost("/sign-out-everywhere", LeaveEverywhereAsync);
        own.MapGet("/totp", ShowTotpAsync);
        own.MapPost("/totp", TurnOnAsync).RequireRateLimiting(RateLimits.SignIn);
        own.MapPost("/totp/off", TurnOffAsync).RequireRateLimiting(RateLimits.SignIn);
    }

    /// <summary>Whoever got a password chooses their own before anything else.</summary>
    public static Task InsistAsync(HttpContext http, RequestDelegate next)
    {
        var isStuck = http.User.HasClaim(claim => claim.Type == SignedIn.MustChangePasswordClaim);
        var mayGoOn =
            !isStuck
            || http.Request.Path.StartsWithSegments("/account", StringComparison.Ordinal)
            || http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            || http.Request.Path.Value is "/sign-out" or "/language" or "/theme";
        return mayGoOn ? next(http) : Answer.SeeOther(http, "/account").ExecuteAsync(http);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, UserManager<Account> users) =>
        await users.GetUserAsync(http.User) is { } account
            ? Answer.Page<OwnAccountPage>(new { Account = account, Typed = Typed.Nothing() })
            : Answer.NothingHere();

    private static async Task<IResult> ChangePasswordAsync(
        Typed typed,
        HttpContext http,
        UserManager<Account> users,
        Accounts accounts,
        SignInManager<Account> signIn
    )
    {
        if (await users.GetUserAsync(http.User) is not { DemoKey: null } account)
            return Answer.NothingHere();
        var (now, wanted) = (http.Request.Form["current"].ToString(), http.Request.Form["password"].ToString());
        if (now.Length == 0)
            typed.Wrong("current", "rule.missing");
        if (wanted.Length is < 12 or > 500)
            typed.Wrong("password", "rule.password-short");
        if (typed.Problems.Count == 0)
        {
            account.MustChangePassword = false;
            var result = await users.ChangePasswordAsync(account, now, wanted);
            if (result.Succeeded)
            {
                await signIn.RefreshSignInAsync(account);
                await accounts.SignOutEverywhereAsync(account, but: await SessionCookie.IdOfAsync(http));
                return Answer.SeeOther(http, "/account", "account.password.changed");
            }
            typed.With(Accounts.ProblemsOf(result));
        }
        return Answer.Again<OwnAccountPage>(typed, new { Account = account });
    }

    private static async Task<IResult> LeaveEverywhereAsync(
        HttpContext http,
        UserManager<Account> users,
        Accounts accounts,
        SignInManager<Account> signIn
    )
    {
        if (await users.GetUserAsync(http.User) is not { } account)
            return Answer.NothingHere();
        await accounts.SignOutEverywhereAsync(account);
        await signIn.SignOutAsync();
        return Answer.SeeOther(http, "/sign-in", "sign-in.left-everywhere");
    }

    private static async Task<IResult> ShowTotpAsync(HttpContext http, UserManager<Account> users) =>
        await users.GetUserAsync(http.User) is { DemoKey: null } account
            ? Answer.Page<TotpPage>(await TotpAsync(users, account))
            : Answer.NothingHere();

    private static async Task<IResult> TurnOnAsync(
        Typed typed,
        HttpContext http,
        UserManager<Account> users,
        SignInManager<Account> signIn
    )
    {
        if (await users.GetUserAsync(http.User) is not { DemoKey: null } account)
            return Answer.NothingHere();
        if (account.TwoFactorEnabled)
            return Answer.SeeOther(http, "/account/totp");
        if (!await IsRightAsync(users, account, typed))
            return Answer.Again<TotpPage>(typed, await TotpAsync(users, account));
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
        await signIn.RefreshSignInAsync(account);
        return Answer.Page<RecoveryCodesPage>(new { Codes = codes!.ToList() });
    }

    private static async Task<IResult> TurnOffAsync(
        Typed typed,
        HttpContext http,
        UserManager<Account> users,
        SignInManager<Account> signIn
    )
    {
        if (await users.GetUserAsync(http.User) is not { TwoFactorEnabled: true } account)
            return Answer.NothingHere();
        if (!await IsRightAsync(users, account, typed))
            return Answer.Again<TotpPage>(typed, await TotpAsync(users, account));
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
        return Answer.SeeOther(http, "/account", "account.totp.turned-off");
    }

    private static async Task<bool> IsRightAsync(UserManager<Account> users, Account account, Typed typed)
    {
        var code = string.Concat(typed.Required("code").Where(c => !char.IsWhiteSpace(c)));
        if (typed.Problems.Count > 0)
            return false;
        if (await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
            return true;
        typed.Wrong("code", "rule.code-refused");
        return false;
    }

    private static async Task<object> TotpAsync(UserManager<Account> users, Account account)
    {
        if (account.TwoFactorEnabled)
            return new { IsOn = true };
        var secret = await users.GetAuthenticatorKeyAsync(account);
        if (secret is null)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            secret = await users.GetAuthenticatorKeyAsync(account);
        }
        var label = Uri.EscapeDataString(account.UserName!);
        return new
        {
            IsOn = false,
            Secret = string.Join(' ', secret!.ToLowerInvariant().Chunk(4).Select(chunk => new string(chunk))),
            Address = $"otpauth://totp/Mantel:{label}?secret={secret}&issuer=Mantel",
        };
    }
}
