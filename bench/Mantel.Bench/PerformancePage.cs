using System.Globalization;
using System.Text;

namespace Mantel.Bench;

/// <summary>
/// Writes what was measured into the page about performance, between two marks; the prose around it stays.
/// </summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- figures: written by bench/run -->";
    private const string End = "<!-- end of figures -->";

    /// <summary>Above this load the machine is not ours.</summary>
    private const double Quiet = 1.5;

    public static string Table(IReadOnlyList<Figure> figures, double load)
    {
        var text = new StringBuilder();
        var today = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        text.AppendLine(CultureInfo.InvariantCulture, $"Taken on {today}:").AppendLine();
        foreach (var line in Machine.Describe(load))
            text.AppendLine(CultureInfo.InvariantCulture, $"- {line}");
        if (load > Quiet)
            text.AppendLine()
                .AppendLine("**Provisional: other work was running. Only the ratios say something, and not much.**");
        text.AppendLine().AppendLine("| row | what | ours | bare | ratio | target | verdict |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var f in figures)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {f.Row} | {f.What} | {f.Ours} | {f.Bare} | {f.Ratio} | {f.Target} | {f.Verdict} |"
            );
        return text.ToString();
    }

    /// <exception cref="InvalidOperationException">The page has lost its marks.</exception>
    public static void Write(string file, string table)
    {
        var page = File.ReadAllText(file);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidOperationException("The page has lost its marks.");
        File.WriteAllText(file, $"{page[..from]}{Begin}\n\n{table}\n{page[to..]}");
    }
}
