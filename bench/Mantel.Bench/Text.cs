using System.Globalization;

namespace Mantel.Bench;

/// <summary>How figures are written on the page.</summary>
internal static class Text
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Whole(double number) => number.ToString("N0", English);

    public static string PerSecond(double number) => $"{Whole(number)}/s";

    public static string Percent(double share) => share.ToString("0 %", English);

    public static string Ratio(double ratio) => ratio.ToString("0.00", English);

    public static string Milliseconds(double number) => number.ToString(number < 10 ? "0.00" : "0.0", English) + " ms";

    public static string Seconds(double number) => number.ToString("0.00", English) + " s";

    public static string Megabytes(double bytes) => Whole(bytes / 1_000_000) + " MB";
}

/// <summary>The middle of several measurements.</summary>
internal static class Middle
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var half = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>The value below which this share of all lie.</summary>
    public static double Of(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
