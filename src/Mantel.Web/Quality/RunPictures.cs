using Mantel.Web.Platform;
using Mantel.Web.Quality.Charts;
using Mantel.Web.Quality.Shown;

namespace Mantel.Web.Quality;

/// <summary>The drawing of a measure in time, with the words of one language.</summary>
internal static class RunPictures
{
    public static RunPicture Of(MeasureSheet sheet, Words words)
    {
        var say = new Say(words);
        var (first, last) = (sheet.Periods[0].Span.From, sheet.Periods[^1].Span.To);
        return new(
            [
                .. sheet.Periods.Select(period => new RunPoint(
                    period.Span.From.Since(first),
                    period.Span.Months,
                    period.Cell.Share?.Value,
                    period.Cell.IsRevised,
                    $"{say.Period(period.Span)}: {say.Figure(period.Cell)}"
                )),
            ],
            sheet.Run,
            sheet.Definition.MoreIsBetter,
            say.Of(first),
            say.Of(last),
            [words["network.median"], say.Percent(sheet.Run.Median!.Value)]
        );
    }
}
