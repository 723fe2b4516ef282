using Mantel.Core.Quality;
using Mantel.Core.Quality.Statistics;
using Mantel.Web.Platform;
using Mantel.Web.Quality.Shown;

namespace Mantel.Web.Quality;

/// <summary>Figures as people say them: never a share without its number and its uncertainty.</summary>
internal sealed record FigureSentences(Words Words)
{
    public string Percent(double share) => $"{Whole(share)}%";

    public string Between(Interval interval) => $"{Whole(interval.Low)}–{Whole(interval.High)}";

    public string Number(int number) => number.ToString("N0", Words.Culture);

    /// <summary>57% (178 van 318, 95%-interval 51–62), or that there are too few to show.</summary>
    public string Figure(Cell cell) =>
        cell.Share is { Value: { } value, Interval: { } interval } share
            ? Words["network.figure", Percent(value), Number(share.Met), Number(share.Of), Between(interval)]
            : Words["network.too-few"];

    /// <summary>A month, a quarter, or from the first to the last month.</summary>
    public string Period(Span span) => Period(span, "MMMM yyyy");

    public string PeriodInShort(Span span) => Period(span, "MMM yyyy");

    public string Of(Month month, string form = "MMM yyyy") => month.First.ToString(form, Words.Culture);

    public string Days(DayGroup group) =>
        group.To is { } to ? Words["network.days", group.From, to] : Words["network.days.from", group.From];

    private string Period(Span span, string form) =>
        span.Months == 1 ? Of(span.From, form)
        : span is { Months: 3, From.Number: 1 or 4 or 7 or 10 }
            ? Words["network.quarter", ((span.From.Number - 1) / 3) + 1, span.From.Year]
        : $"{Of(span.From, span.From.Year == span.To.Year ? form.Split(' ')[0] : form)} – {Of(span.To, form)}";

    private static string Whole(double share) =>
        Math.Round(share * 100, MidpointRounding.AwayFromZero)
            .ToString("0", System.Globalization.CultureInfo.InvariantCulture);
}
