using Mantel.Web.Access;

namespace Mantel.Web.Platform;

/// <summary>The rooms of the house. Each has two doors: what it needs, and what one can do there.</summary>
internal static class Modules
{
    public static void Add(IServiceCollection services, House house)
    {
        _ = house;
        services.AddAccess();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Answer.Page<StartPage>());
    }
}
