using Mantel.Core.Access;
using Mantel.Core.Quality;
using Mantel.Web.Access;
using Mantel.Web.Platform;

namespace Mantel.Web.Quality;

/// <summary>The doors of the figures: one's own network, every network, the whole, and what is counted.</summary>
internal static class QualityModule
{
    public static IServiceCollection AddQuality(this IServiceCollection services) =>
        services
            .AddSingleton<ShownFigures>()
            .AddSingleton(new NavItem("network.nav", "/network", 40, IsFor(AccessAction.ReadOwnNetwork)))
            .AddSingleton(new NavItem("networks.nav", "/networks", 40, IsFor(AccessAction.ReadNetworks)))
            .AddSingleton(new NavItem("nation.nav", "/nation", 50, IsFor(AccessAction.ReadNation)));

    public static void MapQuality(this IEndpointRouteBuilder routes)
    {
        MapRegion(
            routes,
            "/network",
            AccessAction.ReadOwnNetwork,
            asked => asked.OwnAsync(),
            () => Answer.Page<NoNetworkPage>()
        );
        MapRegion(routes, "/networks/{network}", AccessAction.ReadNetworks, asked => Task.FromResult(asked.One()));
        MapRegion(routes, "/nation", AccessAction.ReadNation, asked => Task.FromResult<AskedRegion?>(asked.Nation()));
        routes
            .MapGet("/networks", async ([AsParameters] Asked asked) => await ListAsync(asked))
            .Needs(AccessAction.ReadNetworks);
        routes.MapGet("/measures/{measure}", Define).Needs(AccessAction.ReadNation);
    }

    /// <summary>The three pages of a region: its measures, one of them, and that one as a table.</summary>
    private static void MapRegion(
        IEndpointRouteBuilder routes,
        string address,
        AccessAction what,
        Func<Asked, Task<AskedRegion?>> find,
        Func<IResult>? without = null
    )
    {
        routes
            .MapGet(
                address,
                async ([AsParameters] Asked asked) =>
                    await find(asked) is { } region ? await ShowAsync(asked, region)
                    : without is not null ? without()
                    : Answer.NothingHere()
            )
            .Needs(what);
        routes
            .MapGet(
                address + "/{measure}",
                async (string measure, [AsParameters] Asked asked) =>
                    await ShowOneAsync(asked, await find(asked), measure)
            )
            .Needs(what);
        routes
            .MapGet(
                address + "/{measure}/export",
                async (string measure, [AsParameters] Asked asked) =>
                    await ExportAsync(asked, await find(asked), measure)
            )
            .Needs(what);
    }

    private static async Task<IResult> ShowAsync(Asked asked, AskedRegion region)
    {
        var sheets = await asked.Figures.AllAsync(region.Scope, asked.Words, asked.Http.RequestAborted);
        return Answer.Page<FiguresPage>(
            new
            {
                Region = sheets[0].Region,
                region.Nav,
                region.Way,
                IsNation = region.Scope.Network is null,
                Sheets = sheets,
            }
        );
    }

    private static async Task<IResult> ShowOneAsync(Asked asked, AskedRegion? region, string measure) =>
        region is not null
        && await asked.Figures.OfAsync(region.Scope, measure, asked.Words, asked.Http.RequestAborted) is { } sheet
            ? Answer.Page<MeasurePage>(
                new
                {
                    Sheet = sheet,
                    region.Nav,
                    region.Way,
                }
            )
            : Answer.NothingHere();

    private static async Task<IResult> ExportAsync(Asked asked, AskedRegion? region, string measure) =>
        region is not null
        && await asked.Figures.OfAsync(region.Scope, measure, asked.Words, asked.Http.RequestAborted) is { } sheet
            ? Results.File(
                new FiguresCsv(asked.Words).Of(sheet),
                "text/csv; charset=utf-8",
                $"{region.File}-{measure}.csv"
            )
            : Answer.NothingHere();

    private static async Task<IResult> ListAsync(Asked asked) =>
        Answer.Page<NetworksPage>(new { Networks = await asked.Figures.NetworksAsync(asked.Http.RequestAborted) });

    private static IResult Define(string measure)
    {
        var versions = MeasureSet
            .Current.Definitions.Where(definition => definition.Id == measure)
            .OrderByDescending(definition => definition.Version)
            .ToList();
        return versions.Count == 0 ? Answer.NothingHere() : Answer.Page<DefinitionPage>(new { Versions = versions });
    }

    private static Func<SignedIn, bool> IsFor(AccessAction what) => who => Permission.Decide(what, who.Role).Allowed;
}
