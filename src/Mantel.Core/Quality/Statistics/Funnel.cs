namespace Mantel.Core.Quality.Statistics;

/// <summary>
/// What chance alone makes of the share of networks of different sizes: the narrower, the more people (trechter). It
/// ranks nobody; who lies outside is asked what happened there.
/// </summary>
/// <param name="Target">The share of all networks together.</param>
public sealed record Funnel(double Target)
{
    /// <summary>The limits for a network with so many people.</summary>
    public FunnelLimits At(int of)
    {
        var chance = new Binomial(of, Target);
        return new(
            of,
            new(chance.Interpolated(0.025) / of, chance.Interpolated(0.975) / of),
            new(chance.Interpolated(0.001) / of, chance.Interpolated(0.999) / of)
        );
    }

    /// <summary>Where a network lies; null when its share is about nobody.</summary>
    public FunnelPlace? Place(Share share)
    {
        if (share.Value is not { } value)
            return null;
        var limits = At(share.Of);
        return limits.Most.Holds(value)
            ? limits.Usual.Holds(value)
                ? FunnelPlace.Inside
                : value > Target
                    ? FunnelPlace.High
                    : FunnelPlace.Low
            : value > Target
                ? FunnelPlace.VeryHigh
                : FunnelPlace.VeryLow;
    }

    /// <summary>The limits to draw between these sizes, closer together where they bend.</summary>
    public IReadOnlyList<FunnelLimits> Curve(int from, int to, int points = 32)
    {
        var growth = Math.Pow((double)to / from, 1.0 / Math.Max(1, points - 1));
        return
        [
            .. Enumerable
                .Range(0, points)
                .Select(i => (int)Math.Round(from * Math.Pow(growth, i)))
                .Distinct()
                .Select(At),
        ];
    }
}

/// <summary>Between which shares a network of this size lies by chance.</summary>
/// <param name="Usual">19 of 20 times (95 %).</param>
/// <param name="Most">998 of 1000 times (99.8 %).</param>
public sealed record FunnelLimits(int Of, Interval Usual, Interval Most);

/// <summary>Where a network lies in the funnel.</summary>
public enum FunnelPlace
{
    /// <summary>Within what chance makes of it, 95 %.</summary>
    Inside,

    /// <summary>Above the 95 % limit.</summary>
    High,

    /// <summary>Below the 95 % limit.</summary>
    Low,

    /// <summary>Above the 99.8 % limit.</summary>
    VeryHigh,

    /// <summary>Below the 99.8 % limit.</summary>
    VeryLow,
}
