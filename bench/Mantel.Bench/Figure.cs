namespace Mantel.Bench;

/// <summary>One line of the page: what was measured, beside what, and whether that is good enough.</summary>
/// <param name="Row">The row of the list of targets.</param>
internal sealed record Figure(
    int Row,
    string What,
    string Ours,
    string Bare,
    string Ratio,
    string Target,
    string Verdict
);

/// <summary>Whether a target is met, or missed by how much.</summary>
internal static class Verdict
{
    public const string NotMeasured = "not measured";

    public static string AtLeast(double seen, double wanted) =>
        seen >= wanted ? "met" : $"missed by {Text.Percent(1 - (seen / wanted))}";

    public static string AtMost(double seen, double allowed) =>
        seen <= allowed ? "met" : $"missed by {Text.Percent((seen / allowed) - 1)}";
}
