using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Access;
using Mantel.Web.CareTeam;
using Mantel.Web.Identification.Inbox;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Quality;

namespace Mantel.Web.Start;

/// <summary>Where somebody begins: a greeting, their people with who needs attention first, and the search.</summary>
internal static class StartRoutes
{
    public static void MapStart(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", ShowAsync).Needs(AccessAction.Home);

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        OwnPeople people,
        Notices notices,
        GlassesToReview glasses,
        InboxInShort.Reader inbox,
        SecondAdministrator second,
        OwnStart ownStart,
        [AsParameters] Asked asked
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var (actor, now) = (http.Actor()!, http.Now());
        if (OwnStart.IsFor(actor.Role))
            return await ownStart.ShowAsync(actor, now, http.RequestAborted);
        var own = await people.AllAsync(actor, now, http.RequestAborted);
        var shown = http.Request.Query.ContainsKey("all") ? own.Count : AskingList.Usual;
        return Answer.Page<StartPage>(
            new
            {
                Now = now,
                Actor = actor,
                Own = own,
                Asking = await people.AskingAsync(own, actor, now, shown, http.RequestAborted),
                Notices = await notices.OfAsync(actor, now, http.RequestAborted),
                ToReview = await glasses.CountAsync(actor, now, http.RequestAborted),
                Here = await HeardAsync(people, own, actor, now, http.RequestAborted),
                Inbox = await inbox.OfAsync(actor, now, http.RequestAborted),
                AccountsWaiting = await second.WaitingAsync(actor.Role, http.RequestAborted),
                Figures = await asked.InShortAsync(),
            }
        );
    }

    /// <summary>Whoever answers signals has them on the list; who only gives them hears here of theirs.</summary>
    private static async Task<IReadOnlyList<SignalGivenHere>> HeardAsync(
        OwnPeople people,
        IReadOnlyList<RegisterRow> own,
        Actor actor,
        Moment now,
        CancellationToken ct
    ) =>
        AccessTable.Holds(AccessAction.AnswerSignal, actor.Role, Relation.CareTeam)
            ? []
            : await people.HeardAsync(own, actor, now, AskingList.Heard, ct);
}
