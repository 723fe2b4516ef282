namespace Mantel.Core.Quality.Statistics;

/// <summary>
/// A measure in time, with the median of its beginning and whether what came after is more than chance (run chart). The
/// median is that of the first twelve values and never moves after them, so that a signal does not come and go with it.
/// A value that is missing is no point: the line stops there, and no run passes over it.
/// </summary>
/// <param name="Values">One per period, oldest first; null where there is none.</param>
/// <param name="Median">Of the baseline; null when there is no value at all.</param>
/// <param name="Baseline">How many of the first values the median comes from.</param>
/// <param name="Useful">The values that are not on the median.</param>
/// <param name="LongestExpected">The longest run that chance makes; null when there are too few values.</param>
/// <param name="FewestExpected">The fewest crossings that chance makes; null when there are too few values.</param>
public sealed record RunChart(
    IReadOnlyList<double?> Values,
    double? Median,
    int Baseline,
    int Useful,
    IReadOnlyList<Run> Runs,
    int Crossings,
    int? LongestExpected,
    int? FewestExpected
)
{
    /// <summary>With fewer values off the median nothing is said of change.</summary>
    public const int FewestUseful = 10;

    /// <summary>The median is that of so many values, once there are so many.</summary>
    public const int FrozenAfter = 12;

    public int LongestRun => Runs.Select(run => run.Useful).DefaultIfEmpty().Max();

    /// <summary>The runs that are longer than chance makes them.</summary>
    public IReadOnlyList<Run> LongRuns =>
        LongestExpected is { } longest ? [.. Runs.Where(run => run.Useful > longest)] : [];

    public bool HasFewCrossings => Crossings < FewestExpected;

    public RunVerdict Verdict =>
        LongestExpected is null ? RunVerdict.TooFew
        : LongRuns.Count > 0 || HasFewCrossings ? RunVerdict.Change
        : RunVerdict.Chance;

    public static RunChart Of(IReadOnlyList<double?> values)
    {
        var known = values.OfType<double>().ToList();
        var baseline = Math.Min(known.Count, FrozenAfter);
        if (MedianOf(known.Take(baseline)) is not { } median)
            return new(values, null, 0, 0, [], 0, null, null);
        var sides = values.Select(value => value is { } known ? Math.Sign(known - median) : (int?)null).ToList();
        var (runs, crossings, steps) = Walk(sides);
        var useful = sides.Count(side => side is not (null or 0));
        var enough = useful >= FewestUseful;
        return new(
            values,
            median,
            baseline,
            useful,
            runs,
            crossings,
            enough ? LongestByChance(useful) : null,
            enough ? FewestByChance(steps) : null
        );
    }

    /// <summary>Anhøj and Olesen 2014: a run that is longer than this is more than chance.</summary>
    private static int LongestByChance(int useful) => (int)Math.Round(Math.Log2(useful) + 3);

    /// <summary>Anhøj and Olesen 2014: fewer crossings than this are more than chance.</summary>
    /// <param name="steps">From one useful value to the next; without gaps one less than the useful values.</param>
    private static int FewestByChance(int steps) => new Binomial(steps, 0.5).Quantile(0.05);

    private static double? MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static (IReadOnlyList<Run> Runs, int Crossings, int Steps) Walk(List<int?> sides)
    {
        var (runs, crossings, steps) = (new List<Run>(), 0, 0);
        Run? running = null;
        for (var i = 0; i < sides.Count; i++)
        {
            if (sides[i] is not { } side)
            {
                running = null;
                continue;
            }
            if (side == 0)
                continue;
            var goesOn = running is { } before && before.IsAbove == side > 0;
            steps += running is null ? 0 : 1;
            crossings += running is null || goesOn ? 0 : 1;
            running = goesOn ? running! with { Last = i, Useful = running.Useful + 1 } : new Run(i, i, side > 0, 1);
            if (goesOn)
                runs[^1] = running;
            else
                runs.Add(running);
        }
        return (runs, crossings, steps);
    }
}

/// <summary>Values one after another on one side of the median.</summary>
/// <param name="First">The place of its first value.</param>
/// <param name="Useful">How many of its values are not on the median.</param>
public sealed record Run(int First, int Last, bool IsAbove, int Useful);

/// <summary>What a run chart allows to be said.</summary>
public enum RunVerdict
{
    /// <summary>There are too few values to tell chance from change.</summary>
    TooFew,

    /// <summary>All of it may be chance.</summary>
    Chance,

    /// <summary>Something changed: this is more than chance.</summary>
    Change,
}
