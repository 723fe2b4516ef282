using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Talking;

/// <summary>The door of the guided conversation: begin, ask, take up again, read back, confirm.</summary>
internal static class TalkModule
{
    private const string Talks = "/people/{id:guid}/talk";
    private const string Talk = Talks + "/{talk:guid}";
    private const string On = "/people/{id}/talk/{talk}";

    public static void MapTalk(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonForm<TalkStartPage, OpenTalk>(Talks, TalkStartPage.Read, "/people/{id}/talk/{act}");
        routes.MapPersonGet(Talk, AccessAction.AgreePlan, (sight, http, _) => Task.FromResult(GoOn(sight, http)));
        routes.MapPersonForm<WithPage, ResumeTalk>(Talk + "/with", WithPage.Read, On);
        routes.MapPersonForm<CloseTalkPage, AbandonTalk>(
            Talk + "/close",
            CloseTalkPage.Read,
            "/people/{id}/talk",
            "talk.done.closed"
        );
        QuestionForm.Map(routes);
        routes.MapPersonForm<ReadBackPage, ReadBackTalk>(
            Talk + "/read-back",
            ReadBackPage.Read,
            "/people/{id}/plan",
            "talk.done.read-back"
        );
        routes.MapPersonForm<ConfirmPage, ConfirmDirectives>(
            "/people/{id:guid}/plan/confirm",
            ConfirmPage.Read,
            "/people/{id}/plan",
            "plan.done.confirmed"
        );
    }

    /// <summary>On to the first question without an answer; to the plan when the conversation is over.</summary>
    private static IResult GoOn(Sight sight, HttpContext http) =>
        !Guid.TryParse(http.Request.RouteValues["talk"] as string, out var talk) ? Answer.NothingHere()
        : TalkSight.Of(sight, talk) is not { } known ? Answer.NothingHere()
        : known.Talk.IsUnfinished ? Answer.SeeOther(http, known.WayOn())
        : Answer.SeeOther(http, $"/people/{sight.Person}/plan");
}
