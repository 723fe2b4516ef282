using Mantel.Core.Access;
using Mantel.Core.Questions;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Questions;

/// <summary>
/// Questions without a record: written down and answered by who works for the organisation, counted for the coordinator
/// of its network.
/// </summary>
internal static class QuestionsModule
{
    internal const string All = "/questions";
    private const string New = All + "/new";
    private const string Figures = All + "/figures";
    private const string One = All + "/{organisation:guid}/{question:guid}";

    public static IServiceCollection AddQuestions(this IServiceCollection services) =>
        services
            .AddSingleton<QuestionsDesk>()
            .AddSingleton(new NavItem("asked.nav", All, 50, who => Keeps(who) && !Counts(who)) { IsOnStartOnly = true })
            .AddSingleton(new NavItem("asked.nav", Figures, 50, Counts) { IsOnStartOnly = true });

    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(All, ListAsync).Needs(AccessAction.KeepQuestions);
        routes.MapGet(New, NewAsync).Needs(AccessAction.KeepQuestions);
        routes.MapPost(New, AskAsync).Needs(AccessAction.KeepQuestions).ShowsAgain();
        routes.MapGet(Figures, FiguresAsync).Needs(AccessAction.ReadQuestionFigures);
        routes.MapGet(One, ShowAsync).Needs(AccessAction.KeepQuestions);
        routes.MapPost(One, AnswerAsync).Needs(AccessAction.KeepQuestions).ShowsAgain();
        routes.MapPost(One + "/remove", RemoveAsync).Needs(AccessAction.KeepQuestions).ShowsAgain();
    }

    /// <summary>Who works for no organisation keeps no questions.</summary>
    private static bool Keeps(SignedIn who) => IsFor(AccessAction.KeepQuestions, who);

    /// <summary>Who sees the numbers begins there, and comes to the own questions by a link.</summary>
    private static bool Counts(SignedIn who) => IsFor(AccessAction.ReadQuestionFigures, who);

    private static bool IsFor(AccessAction what, SignedIn who) =>
        AccessTable.IsForRole(what, who.Role) && who.Organisation is not null;

    private static async Task<IResult> ListAsync(HttpContext http, QuestionsDesk desk) =>
        await desk.OwnAsync(http.Actor()!, http.Now(), http.RequestAborted) is { } own
            ? Answer.Page<QuestionsPage>(new { Own = own })
            : Answer.NothingHere();

    private static async Task<IResult> NewAsync(HttpContext http, QuestionsDesk desk) =>
        await desk.OwnAsync(http.Actor()!, http.Now(), http.RequestAborted) is { } own
            ? Answer.Page<AskPage>(new { own.Near })
            : Answer.NothingHere();

    private static async Task<IResult> AskAsync(TypedForm typed, HttpContext http, QuestionsDesk desk)
    {
        var (actor, now) = (http.Actor()!, http.Now());
        if (await desk.OwnAsync(actor, now, http.RequestAborted) is not { } own)
            return Answer.NothingHere();
        var act = new AskQuestion(
            typed.Act,
            typed.Choice<QuestionFrom>("from"),
            typed.Choice<QuestionWay>("way"),
            typed.Choice<QuestionSubject>("subject"),
            typed["municipality"],
            typed["words"],
            typed.Date("on"),
            typed["callBack"],
            typed.Choice<QuestionOutcome>("outcome"),
            typed["answer"]
        );
        var deed =
            typed.Problems.Count > 0
                ? new ActOutcome.Refused([])
                : await desk.DoAsync(own.Organisation, act, actor, typed.Sent(http), now, http.RequestAborted);
        return Came<AskPage>(deed, typed, new { own.Near }, http, "asked.kept");
    }

    private static async Task<IResult> FiguresAsync(HttpContext http, QuestionsDesk desk)
    {
        var (actor, now) = (http.Actor()!, http.Now());
        return await desk.CountAsync(actor, now, http.RequestAborted) is { } counted
            ? Answer.Page<QuestionFiguresPage>(new { Counted = counted })
            : Answer.NothingHere();
    }

    private static async Task<IResult> ShowAsync(
        Guid organisation,
        Guid question,
        HttpContext http,
        QuestionsDesk desk
    ) =>
        await OpenAsync(organisation, question, http, desk) is { } sight
            ? Answer.Page<QuestionPage>(new { Sight = sight })
            : Answer.NothingHere();

    private static Task<IResult> AnswerAsync(
        Guid organisation,
        Guid question,
        TypedForm typed,
        HttpContext http,
        QuestionsDesk desk
    ) =>
        DoAsync(
            organisation,
            new AnswerQuestion(question, typed.Choice<QuestionOutcome>("outcome"), typed["answer"]),
            question,
            typed,
            http,
            desk
        );

    private static Task<IResult> RemoveAsync(
        Guid organisation,
        Guid question,
        TypedForm typed,
        HttpContext http,
        QuestionsDesk desk
    ) => DoAsync(organisation, new RemoveQuestion(question, typed["reason"]), question, typed, http, desk);

    private static async Task<IResult> DoAsync(
        Guid organisation,
        Core.Journal.IAct<QuestionsRecord> act,
        Guid question,
        TypedForm typed,
        HttpContext http,
        QuestionsDesk desk
    )
    {
        var (actor, now, sent) = (http.Actor()!, http.Now(), typed.Sent(http));
        if (await OpenAsync(organisation, question, http, desk) is not { } sight)
            return await desk.SentBeforeAsync(organisation, actor, sent, http.RequestAborted) is ActOutcome.AlreadyDone
                ? Answer.SeeOther(http, All, "asked.done")
                : Answer.NothingHere();
        var deed =
            typed.Problems.Count > 0
                ? new ActOutcome.Refused([])
                : await desk.DoAsync(organisation, act, actor, sent, now, http.RequestAborted);
        return Came<QuestionPage>(deed, typed, new { Sight = sight }, http, "asked.done");
    }

    private static IResult Came<TPage>(ActOutcome deed, TypedForm typed, object page, HttpContext http, string done)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        switch (deed)
        {
            case ActOutcome.Done or ActOutcome.AlreadyDone:
                return Answer.SeeOther(http, All, done);
            case ActOutcome.Refused refused:
                typed.With(refused.Problems);
                break;
            case ActOutcome.Stale stale:
                typed.With([new Core.Journal.Problem("", "rule.changed-meanwhile", [], IsBrokenRule: true)]);
                typed.SeenUntil(stale.Since[^1].Version).Beside(RecordedBefore.Of(stale.Since));
                break;
            case ActOutcome.SentOtherwise before:
                typed.SentOtherwise(before).Beside(RecordedBefore.Of(before.Recorded));
                break;
            default:
                return Answer.NothingHere();
        }
        return Answer.Again<TPage>(typed, page);
    }

    private static Task<QuestionSight?> OpenAsync(
        Guid organisation,
        Guid question,
        HttpContext http,
        QuestionsDesk desk
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return desk.OpenAsync(organisation, question, http.Actor()!, http.Now(), http.RequestAborted);
    }
}
