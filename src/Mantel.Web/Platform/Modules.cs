namespace Mantel.Web.Platform;

/// <summary>The rooms of the house. Each has two doors: what it needs, and what one can do there.</summary>
internal static class Modules
{
    public static void Add(IServiceCollection services, House house)
    {
        _ = (services, house);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Answer.Page<StartPage>());
    }
}
