using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.RateLimiting;
using Answer = Mantel.Web.Platform.Answer;

namespace Mantel.Web.AdvanceCarePlanning.Preparing;

/// <summary>
/// The door of preparing at home: inviting somebody, and what the link opens. A link that was used, whose time has
/// passed or that nobody ever had gets one and the same answer.
/// </summary>
internal static class PreparingModule
{
    private const string Home = "/prepare";

    public static IServiceCollection AddPreparing(this IServiceCollection services) =>
        services
            .AddSingleton<HomeDesk>()
            .Configure<RateLimiterOptions>(limits =>
                limits.AddPolicy(RateLimits.Write, http => RateLimits.Window(WhoWrites(http), 120))
            );

    private static string WhoWrites(HttpContext http) =>
        HomeSession.Of(http)?.Preparation.ToString() ?? http.Connection.RemoteIpAddress?.ToString() ?? "";

    public static void MapPreparing(this IEndpointRouteBuilder routes)
    {
        Invitation.Map(routes);
        OwnPreparing.Map(routes);
        routes.MapPersonAct<WithdrawPreparation>(
            "/people/{id:guid}/talk/prepare/{preparation:guid}/withdraw",
            filled => new(filled.Route("preparation")),
            to: "/people/{id}/talk",
            done: "talk.prepare.withdrawn.done"
        );
        MapDoor(routes.MapGroup(Home).AllowAnonymous().RequireRateLimiting(RateLimits.Prepare));
        var home = routes.MapGroup(Home).AllowAnonymous().RequireRateLimiting(RateLimits.Write);
        home.MapGet("/", (HttpContext http, HomeDesk desk) => GoOnAsync(http, desk));
        home.MapGet("/done", (HttpContext http, HomeDesk desk) => DoneAsync(http, desk));
        home.MapPost("/leave", (TypedForm typed, HttpContext http, HomeDesk desk) => LeaveAsync(typed, http, desk));
        home.MapGet(
            "/about/{question}",
            (string question, HttpContext http, HomeDesk desk) => AskAsync(question, http, desk)
        );
        home.MapPost(
            "/about/{question}",
            (string question, TypedForm typed, HttpContext http, HomeDesk desk) =>
                TellAsync(question, typed, http, desk)
        );
    }

    /// <summary>Where a code is tried: as often as somebody may guess.</summary>
    private static void MapDoor(RouteGroupBuilder home)
    {
        home.MapGet(
            "/{code}",
            (string code, HttpContext http, HomeDesk desk, Register<RegisterRow> register) =>
                WelcomeAsync(code, http, desk, register)
        );
        home.MapPost(
            "/{code}",
            (string code, TypedForm typed, HttpContext http, HomeDesk desk, Register<RegisterRow> register) =>
                BeginAsync(code, typed, http, desk, register)
        );
    }

    private static async Task<IResult> WelcomeAsync(
        string code,
        HttpContext http,
        HomeDesk desk,
        Register<RegisterRow> register
    )
    {
        KeepToItself(http);
        var person = await PersonOfAsync(code, register, http);
        return await desk.FindAsync(person, code, http.Now(), http.RequestAborted) is { } home
            ? Answer.Page<WelcomePage>(WelcomeTo(code, home))
            : Sorry();
    }

    private static async Task<IResult> BeginAsync(
        string code,
        TypedForm typed,
        HttpContext http,
        HomeDesk desk,
        Register<RegisterRow> register
    )
    {
        KeepToItself(http);
        var person = await PersonOfAsync(code, register, http);
        var found = await desk.FindAsync(person, code, http.Now(), http.RequestAborted);
        var name = typed.Required("name");
        if (name.Length > Core.Journal.Findings.LineLimit)
            typed.Wrong("name", "rule.too-long", $"{Core.Journal.Findings.LineLimit}");
        if (found is not null && typed.Problems.Count > 0)
            return Answer.Again<WelcomePage>(typed, WelcomeTo(code, found));
        var sending = new Submission(typed.Act);
        if (await desk.OpenAsync(person, code, sending, http.Now(), http.RequestAborted) is not { } home)
            return Sorry();
        new HomeSession(home.Person, home.Preparation.Id, name.ReplaceLineEndings(" ")).Keep(
            http,
            home.Preparation.Invited.Fact.Until
        );
        return Answer.SeeOther(http, Home);
    }

    private static object WelcomeTo(string code, AtHome home) =>
        new
        {
            Code = code,
            home.Questions.Count,
            home.Preparation.Invited.Fact.Until,
        };

    /// <summary>The address holds a code: it goes to nobody and into no index.</summary>
    private static void KeepToItself(HttpContext http)
    {
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive, nosnippet";
    }

    private static async Task<IResult> GoOnAsync(HttpContext http, HomeDesk desk) =>
        await HomeOfAsync(http, desk) is { } home
            ? Answer.SeeOther(http, $"{Home}/about/{home.Questions[0].Question}")
            : Sorry();

    private static async Task<IResult> AskAsync(string question, HttpContext http, HomeDesk desk) =>
        await HomeOfAsync(http, desk) is { } home && IndexOf(home, question) is var at and >= 0
            ? Answer.Page<HomePage>(new { AtHome = home, At = at })
            : Sorry();

    private static async Task<IResult> TellAsync(string question, TypedForm typed, HttpContext http, HomeDesk desk)
    {
        if (await HomeOfAsync(http, desk) is not { } home || IndexOf(home, question) is not (var at and >= 0))
            return Late(typed);
        var act = new TellPreparation(home.Preparation.Id, question, typed["words"], HomeSession.Of(http)!.WrittenBy);
        var deed =
            typed.Problems.Count > 0
                ? new ActOutcome.Refused([])
                : await desk.TellAsync(home, act, typed.Sent(http), http.Now(), http.RequestAborted);
        return deed switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Answer.SeeOther(http, Next(home, at, typed["go"])),
            ActOutcome.Refused refused => Answer.Again<HomePage>(
                typed.With(refused.Problems),
                new { AtHome = home, At = at }
            ),
            ActOutcome.SentOtherwise before => Answer.Again<HomePage>(
                typed.SentOtherwise(before),
                new { AtHome = home, At = at }
            ),
            _ => Late(typed),
        };
    }

    private static async Task<IResult> DoneAsync(HttpContext http, HomeDesk desk) =>
        await HomeOfAsync(http, desk) is null ? Sorry() : Answer.Page<HomeDonePage>();

    private static async Task<IResult> LeaveAsync(TypedForm typed, HttpContext http, HomeDesk desk)
    {
        if (await HomeOfAsync(http, desk) is { } home)
            await desk.CloseAsync(home, new Submission(typed.Act), http.Now(), http.RequestAborted);
        HomeSession.End(http);
        return Answer.Page<HomeDonePage>(new { HasLeft = true });
    }

    private static string Next(AtHome home, int at, string? go) =>
        go switch
        {
            "stop" => $"{Home}/done",
            "back" => $"{Home}/about/{home.Questions[Math.Max(at - 1, 0)].Question}",
            _ => at + 1 < home.Questions.Count ? $"{Home}/about/{home.Questions[at + 1].Question}" : $"{Home}/done",
        };

    private static int IndexOf(AtHome home, string question) =>
        home.Questions.Select(row => row.Question).ToList().IndexOf(question);

    private static async Task<AtHome?> HomeOfAsync(HttpContext http, HomeDesk desk) =>
        HomeSession.Of(http) is { } session
            ? await desk.OfAsync(session.Person, session.Preparation, http.Now(), http.RequestAborted)
            : null;

    private static async Task<Guid?> PersonOfAsync(string code, Register<RegisterRow> register, HttpContext http)
    {
        var key = PreparationViews.KeyOf(PreparationViews.HashOf(code));
        return (await register.FindByNumberAsync(key, http.RequestAborted)).FirstOrDefault()?.Person;
    }

    /// <summary>Nothing can be kept any more; what was typed goes back to who typed it.</summary>
    private static IResult Late(TypedForm typed)
    {
        if (typed["words"] is not { } told)
            return Sorry();
        var page = Answer.Page<HomeLatePage>(new { Told = told });
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    private static IResult Sorry()
    {
        var page = Answer.Page<SorryPage>();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
