using Mantel.Web.Platform;
using Mantel.Web.Quality.Shown;

namespace Mantel.Web.Quality;

/// <summary>What a network is called for the one who looks.</summary>
internal static class NetworkWords
{
    public static string NameOf(ShownNetwork network, Words words) =>
        network.Name ?? words[network.IsOwn ? "network.we" : "network.another"];
}
