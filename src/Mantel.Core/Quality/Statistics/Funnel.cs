namespace Mantel.Core.Quality.Statistics;

/// <summary>
/// What chance alone makes of the share of networks of different sizes: the narrower, the more people (trechter). It
/// ranks nobody; who lies outside is asked what happened there. By chance alone at most 2.5 % lie above it and 0.1 %
/// far above, and as many below, however few the people; a share and its mirror lie at the same place.
/// </summary>
/// <param name="Target">The share of all networks together.</param>
public sealed record Funnel(double Target)
{
    private const double Outside = 0.025;
    private const double FarOutside = 0.001;

    /// <summary>The limits for a network with so many people.</summary>
    public FunnelLimits At(int of) => new(of, Between(of, Outside), Between(of, FarOutside));

    /// <summary>Where a network lies; null when its share is about nobody.</summary>
    public FunnelPlace? Place(Share share)
    {
        if (share.Of <= 0)
            return null;
        var (usual, most) = (Numbers(share.Of, Outside), Numbers(share.Of, FarOutside));
        return share.Met > most.High ? FunnelPlace.VeryHigh
            : share.Met < most.Low ? FunnelPlace.VeryLow
            : share.Met > usual.High ? FunnelPlace.High
            : share.Met < usual.Low ? FunnelPlace.Low
            : FunnelPlace.Inside;
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

    private Interval Between(int of, double outside) =>
        Numbers(of, outside) is var numbers ? new(numbers.Low / of, numbers.High / of) : default;

    /// <summary>
    /// Between which numbers of people: nobody lies below with more than this probability, and none above. The upper
    /// limit is the lower one of those for whom it does not hold.
    /// </summary>
    private Interval Numbers(int of, double outside) =>
        new(new Binomial(of, Target).Interpolated(outside), of - new Binomial(of, 1 - Target).Interpolated(outside));
}

/// <summary>Between which shares a network of this size lies by chance.</summary>
/// <param name="Usual">At least 19 of 20 times (95 %).</param>
/// <param name="Most">At least 998 of 1000 times (99.8 %).</param>
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
