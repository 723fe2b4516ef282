using Mantel.Core.Quality;
using Mantel.Core.Quality.Statistics;

namespace Mantel.Web.Quality.Charts;

/// <summary>One stretch of months of a measure in time, with what it says when one points at it.</summary>
/// <param name="From">In months after the first.</param>
/// <param name="Share">Null where too few are counted to show: the line stops there.</param>
public sealed record RunPoint(int From, int Months, double? Share, bool IsRevised, string Said)
{
    /// <summary>From here another definition counts, in words, and the line breaks; null: the same one.</summary>
    public string? BeginsAnew { get; init; }

    /// <summary>In the middle of its months.</summary>
    public double At => From + (Months / 2.0);
}

/// <summary>A word along the bottom of a chart, where it stands.</summary>
public sealed record AxisLabel(double At, string Word);

/// <summary>A measure in time, ready to be drawn: by the server as a sketch, by the browser as a chart.</summary>
/// <param name="Direction">Whether a run above the median is what one hopes for.</param>
public sealed record RunPicture(
    IReadOnlyList<RunPoint> Points,
    RunChart Chart,
    MeasureDirection Direction,
    IReadOnlyList<AxisLabel> Ticks,
    IReadOnlyList<string> Median
)
{
    /// <summary>So many points were counted by an earlier definition, and are not judged.</summary>
    public int Earlier { get; init; }

    public int Months => Points[^1].From + Points[^1].Months;

    /// <summary>What a point is part of: a run that is better or worse than chance, or nothing.</summary>
    public string? MarkOf(int point)
    {
        var judged = point - Earlier;
        if (Chart.LongRuns.FirstOrDefault(run => run.First <= judged && judged <= run.Last) is not { } run)
            return null;
        return Direction.IsGood(run.IsAbove) switch
        {
            true => "up",
            false => "down",
            null => null,
        };
    }

    /// <summary>What the script in the browser draws from.</summary>
    public object ForScript() =>
        new
        {
            kind = "run",
            months = Months,
            points = Points.Select(
                (point, i) =>
                    new
                    {
                        at = point.At,
                        from = point.From,
                        to = point.From + point.Months,
                        share = point.Share,
                        said = point.Said,
                        mark = MarkOf(i),
                        revised = point.IsRevised,
                        anew = point.BeginsAnew,
                    }
            ),
            median = Chart.Median,
            words = new { ticks = Ticks.Select(tick => new { at = tick.At, word = tick.Word }), median = Median },
        };
}
