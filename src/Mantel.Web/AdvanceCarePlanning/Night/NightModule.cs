using Mantel.Core.Access;
using Mantel.Web.Access;

namespace Mantel.Web.AdvanceCarePlanning.Night;

/// <summary>The door of the night page.</summary>
internal static class NightModule
{
    public static void MapNight(this IEndpointRouteBuilder routes) =>
        routes.MapPersonPage<NightPage>("/people/{id:guid}/night", AccessAction.ReadNight);
}
