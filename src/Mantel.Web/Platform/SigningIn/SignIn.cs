using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>The door: a name and a password, then a code when the account asks for one.</summary>
internal static class SignIn
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var door = routes.MapGroup("/sign-in").AllowAnonymous();
        door.MapGet("", ShowAsync);
        door.MapPost("", EnterAsync).RequireRateLimiting(RateLimits.SignIn);
        door.MapGet("/code", ShowCodeAsync);
        door.MapPost("/code", EnterCodeAsync).RequireRateLimiting(RateLimits.SignIn);
        door.MapPost("/demo", DemoSignIn.EnterAsync).DisableAntiforgery();
        routes.MapPost("/sign-out", LeaveAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Accounts accounts, House house, string? back)
    {
        if (SignedIn.Of(http) is not null)
            return Answer.SeeOther(http, Preferences.Back(back));
        var typed = Typed.Nothing();
        return Answer.Page<SignInPage>(
            new
            {
                Typed = typed,
                Back = back,
                Cast = await CastAsync(http, accounts, house),
            }
        );
    }

    private static async Task<IResult> EnterAsync(
        Typed typed,
        HttpContext http,
        Accounts accounts,
        House house,
        PasswordCheck check
    )
    {
        var (login, password) = (typed.Required("login"), http.Request.Form["password"].ToString());
        if (password.Length == 0)
            typed.Wrong("password", "rule.missing");
        if (typed.Problems.Count == 0)
        {
            var result = await check.SignInAsync(login, password);
            if (result.Succeeded)
                return HeldForms.GoOn(http, typed);
            if (result.RequiresTwoFactor && HeldIn(http) is { } held)
                return Answer.Page<SignInCodePage>(
                    new
                    {
                        Typed = Typed.Nothing(),
                        Back = typed["back"],
                        Held = held,
                    }
                );
            if (result.RequiresTwoFactor)
                return Answer.SeeOther(
                    http,
                    $"/sign-in/code?back={Uri.EscapeDataString(Preferences.Back(typed["back"]))}"
                );
            typed.Wrong("login", "rule.sign-in-refused");
        }
        return Answer.Again<SignInPage>(
            typed,
            new
            {
                Back = typed["back"],
                Held = HeldIn(http),
                Cast = await CastAsync(http, accounts, house),
            }
        );
    }

    /// <summary>The door, for who was signed out while they typed; it holds what they sent.</summary>
    /// <param name="held">Null when there was nothing to hold: a button, or a form that is too large.</param>
    public static async Task<IResult> HoldAsync(HttpContext http, string? held, string back)
    {
        var services = http.RequestServices;
        var (accounts, house) = (services.GetRequiredService<Accounts>(), services.GetRequiredService<House>());
        var page = Answer.Page<SignInPage>(
            new
            {
                Typed = Typed.Nothing(),
                Back = back,
                Held = held,
                WasOut = true,
                Cast = await CastAsync(http, accounts, house),
            }
        );
        page.StatusCode = StatusCodes.Status401Unauthorized;
        return page;
    }

    private static string? HeldIn(HttpContext http) =>
        http.Request.Form[HeldForm.Field] is [{ Length: > 0 } held] ? held : null;

    private static async Task<IResult> ShowCodeAsync(SignInManager<Account> signIn, HttpContext http, string? back) =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? Answer.SeeOther(http, "/sign-in")
            : Answer.Page<SignInCodePage>(new { Typed = Typed.Nothing(), Back = back });

    private static async Task<IResult> EnterCodeAsync(Typed typed, HttpContext http, SignInManager<Account> signIn)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
            return Answer.SeeOther(http, "/sign-in");
        var code = string.Concat(typed.Required("code").Where(c => !char.IsWhiteSpace(c)));
        if (typed.Problems.Count == 0)
        {
            var result =
                code.Length == 6
                    ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
                    : await signIn.TwoFactorRecoveryCodeSignInAsync(code);
            if (result.Succeeded)
                return HeldForms.GoOn(http, typed);
            typed.Wrong("code", "rule.code-refused");
        }
        return Answer.Again<SignInCodePage>(typed, new { Back = typed["back"], Held = HeldIn(http) });
    }

    private static async Task<IResult> LeaveAsync(SignInManager<Account> signIn, HttpContext http)
    {
        await SessionCookie.EndAsync(http);
        await signIn.SignOutAsync();
        return Answer.SeeOther(http, "/sign-in", "sign-in.left");
    }

    private static async Task<IReadOnlyList<Account>> CastAsync(HttpContext http, Accounts accounts, House house)
    {
        if (!DemoSignIn.IsOffered(http, house))
            return [];
        var all = await accounts.ListAsync(http.RequestAborted);
        return
        [
            .. all.Where(account => DemoSignIn.Keys.Contains(account.DemoKey))
                .OrderBy(account => DemoSignIn.Keys.IndexOf(account.DemoKey)),
        ];
    }
}
