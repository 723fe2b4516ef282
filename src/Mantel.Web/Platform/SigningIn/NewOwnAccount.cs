using Mantel.Core.Journal;
using Mantel.Storage;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The person, or who is close, makes their own account with the code that who cares for them gave. So nobody waits for
/// an administrator, and no administrator hears whose record it is.
/// </summary>
internal static class NewOwnAccount
{
    public static void Map(RouteGroupBuilder door)
    {
        door.MapGet("/new", IResult () => Answer.Page<NewOwnAccountPage>());
        door.MapPost("/new", MakeAsync).RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<IResult> MakeAsync(
        TypedForm typed,
        HttpContext http,
        Accounts accounts,
        AccessCodes codes,
        PasswordCheck check,
        SignInTries tries,
        AccountDiary diary
    )
    {
        var (code, password) = (typed.Required("code"), http.Request.Form["password"].ToString());
        var wanted = new NewAccount(typed.Required("login"), typed.Required("name"), Role.Person);
        if (password.Length is < PasswordRules.Shortest or > PasswordRules.Longest)
            typed.Wrong("password", "rule.password-short");
        typed.With(Accounts.Check(wanted).Where(problem => !typed.ProblemsAt(problem.Field).Any()));
        if (typed.Problems.Count > 0)
            return Answer.Again<NewOwnAccountPage>(typed);

        var (what, place) = ($"access-code {code.ToUpperInvariant()}", Place.CountedOf(http));
        var turn = await tries.TakeAsync(what, place, http.RequestAborted);
        if (turn.Wait > TimeSpan.Zero)
            return Again(typed.With([SignIn.Waiting("code", turn.Wait)]), turn.Wait);
        if (await codes.FindAsync(code, http.RequestAborted) is not { } opens || !await TakeAsync())
        {
            await SignIn.FailedAsync(diary, account: null, turn, "access-code");
            SignIn.Refuse(typed, "code", "rule.access-code-unknown", turn);
            return Again(typed, TimeSpan.Zero);
        }
        await tries.SucceededAsync(what, place, isIn: false, http.RequestAborted);

        var made = await accounts.CreateOwnAsync(opens.For(wanted), password);
        if (made.Account is not { } account)
        {
            await codes.PutBackAsync(code, opens, CancellationToken.None);
            return Answer.Again<NewOwnAccountPage>(typed.With(made.Problems));
        }
        await check.SignInAsync(account.UserName!, password);
        await diary.WriteAsync(AccountEventKind.SignedIn, account.Id);
        return Answer.SeeOther(http, "/", "own-account.made");

        Task<bool> TakeAsync() => codes.TakeAsync(code, http.RequestAborted);

        IResult Again(TypedForm wrong, TimeSpan wait) =>
            SignIn.Waits(http, Answer.Again<NewOwnAccountPage>(wrong), wait);
    }
}
