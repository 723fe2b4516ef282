using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Quality;

namespace Mantel.Web.Start;

/// <summary>Where somebody begins: a greeting, their people with who needs attention first, and the search.</summary>
internal static class StartRoutes
{
    public static void MapStart(this IEndpointRouteBuilder routes) => routes.MapGet("/", ShowAsync).Needs(What.Home);

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        Findable findable,
        Notices notices,
        [AsParameters] Asked asked
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var (actor, now) = (http.Actor()!, http.Now());
        var own = await findable.OwnAsync(actor, now, http.RequestAborted);
        return Answer.Page<StartPage>(
            new
            {
                Now = now,
                Actor = actor,
                Own = own,
                Asking = await findable.AskingAsync(own, actor, now, http.RequestAborted),
                Notices = await notices.OfAsync(actor, now, http.RequestAborted),
                Figures = await asked.InShortAsync(),
            }
        );
    }
}
