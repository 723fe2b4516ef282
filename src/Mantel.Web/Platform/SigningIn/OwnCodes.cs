using Mantel.Storage;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The code at the door: turning it on and off asks for the password and a code that was not used before, and ends
/// every other session.
/// </summary>
internal static class OwnCodes
{
    public static void Map(RouteGroupBuilder own)
    {
        own.MapGet("/totp", ShowAsync);
        own.MapPost("/totp", TurnOnAsync).RequireRateLimiting(RateLimits.OwnAccount);
        own.MapPost("/totp/off", TurnOffAsync).RequireRateLimiting(RateLimits.OwnAccount);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, UserManager<Account> users, HeldRoles roles) =>
        await users.GetUserAsync(http.User) is { DemoKey: null } account
            ? account.MustChangePassword
                ? Answer.SeeOther(http, "/account")
                : Answer.Page<TotpPage>(await OfAsync(users, account, roles))
            : Answer.NothingHere();

    private static async Task<IResult> TurnOnAsync(
        TypedForm typed,
        HttpContext http,
        UserManager<Account> users,
        SignInManager<Account> signIn,
        Accounts accounts,
        SignInTries tries,
        AccountDiary diary,
        HeldRoles roles
    )
    {
        if (await users.GetUserAsync(http.User) is not { DemoKey: null } account)
            return Answer.NothingHere();
        if (account.TwoFactorEnabled || account.MustChangePassword)
            return Answer.SeeOther(http, account.MustChangePassword ? "/account" : "/account/totp");
        var wait = await ProveAsync(users, account, typed, http, tries);
        if (typed.Problems.Count > 0)
            return SignIn.Waits(http, Answer.Again<TotpPage>(typed, await OfAsync(users, account, roles)), wait);
        await diary.WriteAsync(AccountEventKind.CodesTurnedOn, account.Id);
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
        await OwnAccount.GoOnAloneAsync(http, account, accounts, signIn);
        return Answer.Page<RecoveryCodesPage>(new { Codes = codes!.ToList() });
    }

    private static async Task<IResult> TurnOffAsync(
        TypedForm typed,
        HttpContext http,
        UserManager<Account> users,
        SignInManager<Account> signIn,
        Accounts accounts,
        SignInTries tries,
        AccountDiary diary,
        HeldRoles roles
    )
    {
        if (await users.GetUserAsync(http.User) is not { TwoFactorEnabled: true } account)
            return Answer.NothingHere();
        var wait = await ProveAsync(users, account, typed, http, tries);
        if (typed.Problems.Count > 0)
            return SignIn.Waits(http, Answer.Again<TotpPage>(typed, await OfAsync(users, account, roles)), wait);
        await diary.WriteAsync(AccountEventKind.CodesTurnedOff, account.Id);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await OwnAccount.GoOnAloneAsync(http, account, accounts, signIn);
        return Answer.SeeOther(http, "/account", "account.totp.turned-off");
    }

    /// <summary>
    /// Whether it is the owner: the password, and then a code that counts once. What is wrong is a problem there.
    /// </summary>
    private static async Task<TimeSpan> ProveAsync(
        UserManager<Account> users,
        Account account,
        TypedForm typed,
        HttpContext http,
        SignInTries tries
    )
    {
        var (password, code) = (http.Request.Form["current"].ToString(), typed.Required("code"));
        if (password.Length == 0)
            typed.Wrong("current", "rule.missing");
        if (typed.Problems.Count > 0)
            return TimeSpan.Zero;
        var (what, place) = ($"own {account.Id}", Place.CountedOf(http));
        var turn = await tries.TakeAsync(what, place, http.RequestAborted);
        if (turn.Wait > TimeSpan.Zero)
            typed.With([SignIn.Waiting("code", turn.Wait)]);
        else if (!await users.CheckPasswordAsync(account, password))
            SignIn.Refuse(typed, "current", "rule.password-wrong", turn);
        else if (!await IsRightAsync(users, account, code))
            SignIn.Refuse(typed, "code", "rule.code-refused", turn);
        else
            await tries.SucceededAsync(what, place, isIn: false, http.RequestAborted);
        return turn.Wait;
    }

    private static Task<bool> IsRightAsync(UserManager<Account> users, Account account, string code) =>
        users.VerifyTwoFactorTokenAsync(
            account,
            TokenOptions.DefaultAuthenticatorProvider,
            string.Concat(code.Where(c => !char.IsWhiteSpace(c)))
        );

    private static async Task<Dictionary<string, object?>> OfAsync(
        UserManager<Account> users,
        Account account,
        HeldRoles roles
    )
    {
        var isRequired = SecondFactor.IsRequiredOf(account, await roles.AllAsync(account.Id, default));
        if (account.TwoFactorEnabled)
            return new(StringComparer.Ordinal) { ["IsOn"] = true, ["IsRequired"] = isRequired };
        var secret = await users.GetAuthenticatorKeyAsync(account);
        if (secret is null)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            secret = await users.GetAuthenticatorKeyAsync(account);
        }
        var label = Uri.EscapeDataString(account.UserName!);
        return new(StringComparer.Ordinal)
        {
            ["IsOn"] = false,
            ["IsRequired"] = isRequired,
            ["Secret"] = string.Join(' ', secret!.ToLowerInvariant().Chunk(4).Select(chunk => new string(chunk))),
            ["Address"] = $"otpauth://totp/Mantel:{label}?secret={secret}&issuer=Mantel",
        };
    }
}
