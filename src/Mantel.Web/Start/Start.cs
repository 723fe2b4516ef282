using Mantel.Web.Platform;

namespace Mantel.Web.Start;

/// <summary>Where somebody begins: a greeting, and the ways that are open to them.</summary>
internal static class StartRoutes
{
    public static void MapStart(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (TimeProvider clock) => Answer.Page<StartPage>(new { Now = clock.GetUtcNow() }));
}
