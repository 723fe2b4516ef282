using Mantel.Core.Access;
using Mantel.Core.Identification;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.Identification;

/// <summary>The door of the review list: who is proposed, and putting away what was proposed.</summary>
internal static class ReviewList
{
    private const string List = "/review-list";

    public static IServiceCollection AddReviewList(this IServiceCollection services) =>
        services.AddSingleton(new NavItem("review-list.nav", List, 30, MayRead));

    public static void MapReviewList(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(List, ShowAsync).Needs(AccessAction.ReadReviewList);
        routes.MapPersonForm<PutAwayForm, PutAwayProposal>(
            "/people/{id:guid}/put-away",
            filled =>
                new(filled.Typed.Choice<PutAwayKind>("kind"), filled.Typed["why"], filled.Typed.Date("lookAgainOn")),
            List,
            "review-list.put-away.done"
        );
    }

    private static bool MayRead(SignedIn who) => Permission.Decide(AccessAction.ReadReviewList, who.Role).Allowed;

    private static async Task<IResult> ShowAsync(HttpContext http, OwnPeople people)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (actor, now) = (http.Actor()!, http.Now());
        return Answer.Page<ReviewListPage>(
            new
            {
                Now = now,
                Actor = actor,
                People = await people.ProposedAsync(actor, now, http.RequestAborted),
            }
        );
    }
}
