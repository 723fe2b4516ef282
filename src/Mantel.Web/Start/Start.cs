using Mantel.Core.Access;
using Mantel.Web.Access;
using Mantel.Web.Platform;

namespace Mantel.Web.Start;

/// <summary>Where somebody begins: a greeting, and the ways that are open to them.</summary>
internal static class StartRoutes
{
    public static void MapStart(this IEndpointRouteBuilder routes) => routes.MapGet("/", ShowAsync).Needs(What.Home);

    private static async Task<IResult> ShowAsync(HttpContext http, Notices notices)
    {
        http.Response.Headers.CacheControl = "no-store";
        var told = await notices.OfAsync(http.Actor()!, http.Now(), http.RequestAborted);
        return Answer.Page<StartPage>(new { Now = http.Now().Instant, Notices = told });
    }
}
