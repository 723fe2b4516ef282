using System.Globalization;
using Mantel.Core.Journal;
using Mantel.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
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
        NewOwnAccount.Map(door);
        routes.MapPost("/sign-out", LeaveAsync).WithMetadata(new AboutOwnAccount());
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Accounts accounts, Installation house, string? back)
    {
        if (SignedIn.Of(http) is not null)
            return Answer.SeeOther(http, Preferences.Back(back));
        return Answer.Page<SignInPage>(
            new
            {
                Typed = TypedForm.Nothing(),
                Back = back,
                Cast = await CastAsync(http, accounts, house),
            }
        );
    }

    private static async Task<IResult> EnterAsync(
        TypedForm typed,
        HttpContext http,
        Accounts accounts,
        Installation house,
        PasswordCheck check,
        SignInTries tries,
        AccountDiary diary
    )
    {
        HeldForms.Wants(http);
        var (login, password) = (typed.Required("login"), http.Request.Form["password"].ToString());
        if (password.Length == 0)
            typed.Wrong("password", "rule.missing");
        var wait = TimeSpan.Zero;
        if (typed.Problems.Count == 0)
        {
            var (what, place) = (login.ToUpperInvariant(), Place.CountedOf(http));
            var turn = await tries.TakeAsync(what, place, http.RequestAborted);
            wait = turn.Wait;
            if (wait > TimeSpan.Zero)
                typed.With([Waiting("login", wait)]);
            else if (await check.SignInAsync(login, password) is var result && (result.Succeeded || IsHalfWay(result)))
            {
                await tries.SucceededAsync(what, place, isIn: result.Succeeded, http.RequestAborted);
                if (!result.Succeeded)
                    return AskCode(http, typed);
                await diary.WriteAsync(AccountEventKind.SignedIn, (await accounts.FindAsync(login))!.Id);
                return HeldForms.GoOn(http, typed);
            }
            else
            {
                await FailedAsync(diary, (await accounts.FindAsync(login))?.Id, turn);
                Refuse(typed, "login", "rule.sign-in-refused", turn);
            }
        }
        var again = new
        {
            Back = typed["back"],
            Held = HeldIn(http),
            Cast = await CastAsync(http, accounts, house),
        };
        return Waits(http, Answer.Again<SignInPage>(typed, again), wait);
    }

    /// <summary>The password was right; what was typed before somebody was signed out is held on.</summary>
    private static IResult AskCode(HttpContext http, TypedForm typed) =>
        HeldIn(http) is { } held
            ? Answer.Page<SignInCodePage>(
                new
                {
                    Typed = TypedForm.Nothing(),
                    Back = typed["back"],
                    Held = held,
                }
            )
            : Answer.SeeOther(http, $"/sign-in/code?back={Uri.EscapeDataString(Preferences.Back(typed["back"]))}");

    /// <summary>The door, for who was signed out while they typed; it holds what they sent.</summary>
    /// <param name="held">Null when there was nothing to hold: a button, or a form that is too large.</param>
    public static async Task<IResult> HoldAsync(HttpContext http, string? held, string back)
    {
        var services = http.RequestServices;
        var (accounts, house) = (services.GetRequiredService<Accounts>(), services.GetRequiredService<Installation>());
        var page = Answer.Page<SignInPage>(
            new
            {
                Typed = TypedForm.Nothing(),
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
            : Answer.Page<SignInCodePage>(new { Typed = TypedForm.Nothing(), Back = back });

    private static async Task<IResult> EnterCodeAsync(
        TypedForm typed,
        HttpContext http,
        SignInManager<Account> signIn,
        SignInTries tries,
        AccountDiary diary
    )
    {
        HeldForms.Wants(http);
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return Answer.SeeOther(http, "/sign-in");
        var code = string.Concat(typed.Required("code").Where(c => !char.IsWhiteSpace(c)));
        var wait = TimeSpan.Zero;
        if (typed.Problems.Count == 0)
        {
            var (what, place) = ($"code {account.Id}", Place.CountedOf(http));
            var turn = await tries.TakeAsync(what, place, http.RequestAborted);
            wait = turn.Wait;
            if (wait > TimeSpan.Zero)
                typed.With([Waiting("code", wait)]);
            else if (await IsInAsync(signIn, code))
            {
                await tries.SucceededAsync(what, place, isIn: true, http.RequestAborted);
                var name = account.UserName!.ToUpperInvariant();
                await tries.SucceededAsync(name, place, isIn: true, http.RequestAborted);
                if (code.Length != 6)
                    await diary.WriteAsync(AccountEventKind.RecoveryCodeUsed, account.Id);
                await diary.WriteAsync(AccountEventKind.SignedIn, account.Id);
                return HeldForms.GoOn(http, typed);
            }
            else
            {
                await FailedAsync(diary, account.Id, turn, "code");
                Refuse(typed, "code", "rule.code-refused", turn);
            }
        }
        return Waits(
            http,
            Answer.Again<SignInCodePage>(typed, new { Back = typed["back"], Held = HeldIn(http) }),
            wait
        );
    }

    private static async Task<bool> IsInAsync(SignInManager<Account> signIn, string code) =>
        code.Length == 6
            ? (
                await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            ).Succeeded
            : (await signIn.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded;

    private static async Task<IResult> LeaveAsync(SignInManager<Account> signIn, HttpContext http, AccountDiary diary)
    {
        if (SignedIn.Of(http) is { } who)
            await diary.WriteAsync(AccountEventKind.SignedOut, who.Account);
        await SessionCookie.EndAsync(http);
        await signIn.SignOutAsync();
        return Answer.SeeOther(http, "/sign-in", "sign-in.left");
    }

    /// <summary>How long to wait, in words one can count with; never "1 seconds".</summary>
    internal static Problem Waiting(string field, TimeSpan wait) =>
        wait <= TimeSpan.FromSeconds(90)
            ? new Problem(field, "rule.wait-seconds", [Number(Math.Max(2, Math.Ceiling(wait.TotalSeconds)))])
            : new Problem(field, "rule.wait-minutes", [Number(Math.Ceiling(wait.TotalMinutes))]);

    /// <summary>Said at once, with when to try again for programs too.</summary>
    internal static RazorComponentResult<TPage> Waits<TPage>(
        HttpContext http,
        RazorComponentResult<TPage> page,
        TimeSpan wait
    )
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        if (wait <= TimeSpan.Zero)
            return page;
        page.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Number(Math.Ceiling(wait.TotalSeconds));
        return page;
    }

    internal static void Refuse(TypedForm typed, string field, string key, SignInTurn turn)
    {
        typed.Wrong(field, key);
        if (turn.WaitAfter > TimeSpan.Zero)
            typed.With([Waiting(field, turn.WaitAfter)]);
    }

    internal static async Task FailedAsync(AccountDiary diary, Guid? account, SignInTurn turn, string? detail = null)
    {
        await diary.WriteAsync(AccountEventKind.SignInFailed, account, detail);
        if (turn.WaitAfter > TimeSpan.Zero)
            await diary.WriteAsync(AccountEventKind.ToldToWait, account, detail);
    }

    private static bool IsHalfWay(SignInResult result) => result.RequiresTwoFactor;

    private static string Number(double whole) => whole.ToString("0", CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<Account>> CastAsync(HttpContext http, Accounts accounts, Installation house)
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
