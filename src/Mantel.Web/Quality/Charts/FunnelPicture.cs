using Mantel.Core.Quality.Statistics;

namespace Mantel.Web.Quality.Charts;

/// <summary>A network among the others, with what it says when one points at it.</summary>
public sealed record FunnelPoint(Share Share, FunnelPlace Place, bool IsOwn, string? Label, string Said)
{
    /// <summary>Outside the funnel, above or below; null inside.</summary>
    public string? Mark =>
        Place switch
        {
            FunnelPlace.Inside => null,
            FunnelPlace.High or FunnelPlace.VeryHigh => "high",
            FunnelPlace.Low or FunnelPlace.VeryLow => "low",
        };
}

/// <summary>Networks beside each other, ready to be drawn: by the server as a sketch, by the browser as a
/// chart.</summary>
public sealed record FunnelPicture(
    IReadOnlyList<FunnelPoint> Networks,
    IReadOnlyList<FunnelLimits> Limits,
    double Target,
    string Along,
    IReadOnlyList<AxisLabel> Ticks,
    IReadOnlyList<string> TargetWords
)
{
    /// <summary>Round numbers of people up to this many, five at most.</summary>
    public static IEnumerable<int> Numbers(int most)
    {
        var step = new[] { 10, 20, 50, 100, 200, 500, 1000, 2000, 5000 }.FirstOrDefault(one => most / one <= 5, 10_000);
        return Enumerable.Range(0, (most / step) + 1).Select(i => i * step);
    }

    public int Largest => Limits[^1].Of;

    /// <summary>What the script in the browser draws from.</summary>
    public object ForScript() =>
        new
        {
            kind = "funnel",
            networks = Networks.Select(network => new
            {
                of = network.Share.Of,
                share = network.Share.Value,
                own = network.IsOwn,
                mark = network.Mark,
                label = network.Label,
                said = network.Said,
            }),
            limits = Limits.Select(limit => new
            {
                of = limit.Of,
                low = limit.Usual.Low,
                high = limit.Usual.High,
                lowest = limit.Most.Low,
                highest = limit.Most.High,
            }),
            target = Target,
            words = new
            {
                along = Along,
                ticks = Ticks.Select(tick => new { at = tick.At, word = tick.Word }),
                target = TargetWords,
            },
        };
}
