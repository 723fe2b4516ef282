using Mantel.Core.Access;
using Mantel.Core.Population;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Quality.Shown;
using Microsoft.AspNetCore.Mvc;

namespace Mantel.Web.Quality;

/// <summary>About whom figures are asked, and where their pages are.</summary>
/// <param name="Nav">The way in the menu.</param>
/// <param name="File">What an export is called, before the measure.</param>
internal sealed record AskedRegion(Scope Scope, string Nav, string Way, string File);

/// <summary>A request for figures: who asks, in which language.</summary>
internal sealed record Asked(HttpContext Http, [FromServices] ShownFigures Figures, [FromServices] Words Words)
{
    private bool NamesOthers => Permission.Decide(AccessAction.ReadNetworks, Http.Actor()!.Role).Allowed;

    /// <summary>The network of the coordinator's own organisation.</summary>
    public async Task<AskedRegion?> OwnAsync() =>
        await Figures.NetworkOfAsync(Http.Actor()!.Author, Http.Now().Today, Http.RequestAborted) is { } network
            ? new(new Scope(network, NamesOthers), "network.nav", "/network", network.Code)
            : null;

    /// <summary>
    /// For who sees figures: those of their own network, else those of everybody; null for others.
    /// </summary>
    public async Task<FiguresInShort?> InShortAsync()
    {
        var role = Http.Actor()!.Role;
        if (!Permission.Decide(AccessAction.ReadNation, role).Allowed)
            return null;
        var own = Permission.Decide(AccessAction.ReadOwnNetwork, role).Allowed ? await OwnAsync() : null;
        var region = own ?? Nation();
        return new(region.Way, await Figures.AllAsync(region.Scope, Words, Http.RequestAborted));
    }

    /// <summary>The network that the address names.</summary>
    public AskedRegion? One() =>
        RegionTables.Current.Region(RegionKind.Network, $"{Http.Request.RouteValues["network"]}") is { } network
            ? new(new Scope(network, NamesOthers), "networks.nav", $"/networks/{network.Code}", network.Code)
            : null;

    public AskedRegion Nation() => new(new Scope(null, NamesOthers), "nation.nav", "/nation", "all");
}
