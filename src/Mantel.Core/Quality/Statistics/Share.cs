namespace Mantel.Core.Quality.Statistics;

/// <summary>How many of how many people: a share that is never without its number and uncertainty (aandeel).</summary>
/// <param name="Of">The people it is about (n).</param>
/// <param name="Met">Those of them for whom it holds (d).</param>
public readonly record struct Share(int Of, int Met)
{
    /// <summary>The standard normal deviate of a two-sided 95 % interval.</summary>
    private const double Z95 = 1.959963984540054;

    /// <summary>Between 0 and 1; null when it is about nobody.</summary>
    public double? Value => Of > 0 ? (double)Met / Of : null;

    /// <summary>The 95 % score interval of Wilson; null when it is about nobody.</summary>
    public Interval? Interval => Of > 0 ? Wilson(Of, Met) : null;

    private static Interval Wilson(int of, int met)
    {
        var share = (double)met / of;
        var weight = Z95 * Z95 / of;
        var middle = (share + (weight / 2)) / (1 + weight);
        var half = Z95 / (1 + weight) * Math.Sqrt((share * (1 - share) / of) + (weight / (4.0 * of)));
        return new(met == 0 ? 0 : middle - half, met == of ? 1 : middle + half);
    }
}

/// <summary>Between which values a share probably lies (betrouwbaarheidsinterval).</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>True when this value is a likely one.</summary>
    public bool Holds(double value) => value >= Low && value <= High;
}
