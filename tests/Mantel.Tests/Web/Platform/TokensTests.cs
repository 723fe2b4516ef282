using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// The colours: dark is one set however it is reached, and everything can be read on what it stands on.
/// </summary>
public partial class TokensTests
{
    private static readonly string[] Grounds = ["paper", "sheet", "sunk"];
    private static readonly string[] Inks = ["ink", "soft", "mantle", "moss", "petrol", "ochre", "alarm"];

    private static readonly List<Dictionary<string, string>> Sets = Read();

    [Xunit.Fact]
    public void DarkIsTheSameForWhoChoseItAndForADarkDevice() => Sets[1].ShouldBe(Sets[2]);

    [Xunit.Theory]
    [Xunit.InlineData(0)]
    [Xunit.InlineData(1)]
    public void EveryInkCanBeReadOnEveryGround(int set)
    {
        foreach (var ground in Grounds)
        {
            foreach (var ink in Inks)
                Contrast(set, ink, ground).ShouldBeGreaterThanOrEqualTo(4.5, $"{ink} on {ground}");
            Contrast(set, "edge", ground).ShouldBeGreaterThanOrEqualTo(3, $"edge on {ground}");
            Contrast(set, "focus", ground).ShouldBeGreaterThanOrEqualTo(3, $"focus on {ground}");
        }
    }

    [Xunit.Theory]
    [Xunit.InlineData(0)]
    [Xunit.InlineData(1)]
    public void EveryInkCanBeReadOnItsWash(int set)
    {
        foreach (var ink in new[] { "mantle", "moss", "petrol", "ochre", "alarm" })
        {
            Contrast(set, ink, $"{ink}-wash").ShouldBeGreaterThanOrEqualTo(4.5, ink);
            Contrast(set, "ink", $"{ink}-wash").ShouldBeGreaterThanOrEqualTo(4.5, $"ink on {ink}-wash");
            Contrast(set, "soft", $"{ink}-wash").ShouldBeGreaterThanOrEqualTo(4.5, $"soft on {ink}-wash");
        }
        Contrast(set, "mantle-ink", "mantle").ShouldBeGreaterThanOrEqualTo(4.5);
        Contrast(set, "mantle-ink", "mantle-deep").ShouldBeGreaterThanOrEqualTo(4.5);
    }

    [Xunit.Fact]
    public void GreyOnGreyWouldBeSeen() => Contrast("#777777", "#888888").ShouldBeLessThan(4.5);

    private static double Contrast(int set, string ink, string ground) => Contrast(Sets[set][ink], Sets[set][ground]);

    private static double Contrast(string ink, string ground)
    {
        var (one, other) = (Luminance(ink), Luminance(ground));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights
            .Select(
                (weight, i) =>
                    weight
                    * Linear(
                        int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                            / 255.0
                    )
            )
            .Sum();
    }

    private static double Linear(double value) =>
        value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static List<Dictionary<string, string>> Read()
    {
        var css = File.ReadAllText(Repository.File("src/Mantel.Web/wwwroot/css/10-tokens.css"));
        return
        [
            .. Block()
                .Matches(css)
                .Select(block =>
                    Colour().Matches(block.Value).ToDictionary(c => c.Groups[1].Value, c => c.Groups[2].Value)
                ),
        ];
    }

    [GeneratedRegex(@"color-scheme:[^}]*\}")]
    private static partial Regex Block();

    [GeneratedRegex(@"--([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Colour();
}
