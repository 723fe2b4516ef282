using Mantel.Core.Quality;
using Mantel.Web.Platform;
using Mantel.Web.Quality.Charts;
using Mantel.Web.Quality.Shown;

namespace Mantel.Web.Quality;

/// <summary>The drawing of a measure in time, with the words of one language.</summary>
internal static class RunPictures
{
    public static RunPicture Of(MeasureSheet sheet, Words words)
    {
        var say = new FigureSentences(words);
        List<ShownPeriod> periods = [.. sheet.Earlier, .. sheet.Periods];
        var (first, last) = (periods[0].Span.From, periods[^1].Span.To);
        return new(
            [
                .. periods.Select(
                    (period, i) =>
                        new RunPoint(
                            period.Span.From.Since(first),
                            period.Span.Months,
                            period.Cell.Share?.Value,
                            period.Cell.IsRevised,
                            $"{say.Period(period.Span)}: {say.Figure(period.Cell)}"
                        )
                        {
                            BeginsAnew =
                                i > 0 && periods[i - 1].Version != period.Version
                                    ? words["network.run.definition", period.Version]
                                    : null,
                        }
                ),
            ],
            sheet.Run,
            sheet.Definition.Direction,
            [.. Ticks(first, last, say)],
            [words["network.median"], say.Percent(sheet.Run.Median!.Value)]
        )
        {
            Earlier = sheet.Earlier.Count,
        };
    }

    /// <summary>The first month, the last one, and one in the middle that begins a quarter.</summary>
    private static IEnumerable<AxisLabel> Ticks(Month first, Month last, FigureSentences say)
    {
        var months = last.Since(first) + 1;
        yield return new(0, say.Of(first));
        if (Month.Between(first.Plus(months / 3), first.Plus(2 * months / 3)) is var middle && months >= 9)
        {
            var quarter = middle.First(month => month.Number % 3 == 1);
            yield return new(quarter.Since(first), say.Of(quarter));
        }
        yield return new(months, say.Of(last));
    }
}
