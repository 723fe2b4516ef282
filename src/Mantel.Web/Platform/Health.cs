using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Mantel.Web.Platform;

/// <summary>Whether the program lives, and whether it can be used: everything it needs answers.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
