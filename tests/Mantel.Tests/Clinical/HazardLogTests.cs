using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Clinical;

/// <summary>The hazard log and the tests of the safety rules name each other, or this fails.</summary>
public sealed partial class HazardLogTests
{
    private static readonly HashSet<string> Tested =
    [
        .. typeof(HazardLogTests)
            .Assembly.GetTypes()
            .Where(type => SafetyRuleOf(type) is not null)
            .Select(type => type.Name),
    ];

    private static readonly List<string[]> Hazards =
    [
        .. File.ReadLines(Repository.File("docs/clinical/hazards.md"))
            .Where(line => line.StartsWith("| H", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_hazard_names_a_test_that_exists() => Unknown(Hazards, Tested).ShouldBeEmpty();

    [Fact]
    public void Every_test_of_a_safety_rule_is_named_by_a_hazard() =>
        Tested.Except(Hazards.SelectMany(TestsOf), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_hazard_is_complete_and_safer_after_than_before()
    {
        Hazards.Count.ShouldBeGreaterThan(8);
        Hazards.ShouldAllBe(row => row.Length == 10 && row.All(cell => cell.Length > 0));
        Hazards.ShouldAllBe(row => Number(row[8]) < Number(row[5]));
    }

    [Fact]
    public void The_guard_sees_a_hazard_without_a_test() =>
        Unknown(
                [
                    ["H0", "0", "", "", "", "", "", "`NoSuchRule`", "", ""],
                    ["H1", "", "", "", "", "", "", "none", "", ""],
                ],
                Tested
            )
            .ShouldBe(["NoSuchRule", "H1"]);

    private static IEnumerable<string> Unknown(List<string[]> hazards, HashSet<string> tested) =>
        hazards.SelectMany(row => TestsOf(row).Any() ? TestsOf(row).Where(test => !tested.Contains(test)) : [row[0]]);

    private static IEnumerable<string> TestsOf(string[] row) =>
        Name().Matches(row[7]).Select(match => match.Groups["name"].Value);

    private static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    private static string? SafetyRuleOf(Type type) =>
        type.GetCustomAttributesData()
            .Where(data => data.AttributeType == typeof(TraitAttribute))
            .Where(data => (string?)data.ConstructorArguments[0].Value == "Safety")
            .Select(data => (string?)data.ConstructorArguments[1].Value)
            .FirstOrDefault();

    [GeneratedRegex("`(?<name>\\w+)`", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
