using Mantel.Core.Quality.Statistics;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality;

public sealed class RunChartTests
{
    /// <summary>Ten points, six of them below: with two more above, as many below as above.</summary>
    private static readonly double?[] LeaningDown = [-1, 1, -1, 1, -1, -1, 1, -1, 1, -1];

    /// <summary>The table of critical values that Anhøj gives with the rules (vignette of his R package).</summary>
    [Theory]
    [InlineData(10, 6, 2)]
    [InlineData(12, 7, 3)]
    [InlineData(14, 7, 4)]
    [InlineData(16, 7, 4)]
    [InlineData(18, 7, 5)]
    [InlineData(20, 7, 6)]
    [InlineData(22, 7, 7)]
    [InlineData(24, 8, 8)]
    public void The_limits_are_the_published_ones(int useful, int longest, int fewest)
    {
        var chart = RunChart.Of(Alternating(useful));
        chart.Useful.ShouldBe(useful);
        chart.LongestExpected.ShouldBe(longest);
        chart.FewestExpected.ShouldBe(fewest);
        chart.Verdict.ShouldBe(RunVerdict.Chance);
    }

    [Fact]
    public void Eight_of_eighteen_points_above_the_median_are_a_change_and_seven_are_not()
    {
        var eight = RunChart.Of([.. LeaningDown, .. Same(8)]);
        eight.Verdict.ShouldBe(RunVerdict.Change);
        eight.LongRuns.ShouldBe([new Run(10, 17, IsAbove: true, 8)]);
        RunChart.Of([-1, .. Alternating(10), .. Same(7)]).Verdict.ShouldBe(RunVerdict.Chance);
    }

    [Fact]
    public void A_line_that_hardly_crosses_the_median_is_a_change()
    {
        var chart = RunChart.Of([1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, 1, 1, 1, 1, -1, -1]);
        chart.Crossings.ShouldBe(3);
        chart.LongRuns.ShouldBeEmpty();
        chart.HasFewCrossings.ShouldBeTrue();
        chart.Verdict.ShouldBe(RunVerdict.Change);
    }

    [Fact]
    public void Of_fewer_than_ten_points_nothing_is_said()
    {
        var chart = RunChart.Of([1, 1, 1, 1, -1, -1, -1, -1, 0]);
        chart.Useful.ShouldBe(8);
        chart.Verdict.ShouldBe(RunVerdict.TooFew);
        chart.LongestExpected.ShouldBeNull();
        chart.LongRuns.ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_value_ends_a_run_and_is_not_zero()
    {
        double?[] gap = [.. LeaningDown, 1, 1, 1, 1, null, 1, 1, 1, 1];
        var chart = RunChart.Of(gap);
        chart.LongestRun.ShouldBe(4);
        chart.Verdict.ShouldBe(RunVerdict.Chance);
        RunChart.Of([.. gap.Select(value => value ?? 1)]).Verdict.ShouldBe(RunVerdict.Change);
        RunChart.Of([null, 0.8, 0.6]).Median.ShouldBe(0.7);
    }

    [Fact]
    public void A_value_on_the_median_neither_ends_a_run_nor_makes_it_longer()
    {
        var chart = RunChart.Of([.. Alternating(12), 1, 1, 1, 0, 1, 1]);
        chart.Runs[^1].ShouldBe(new Run(12, 17, IsAbove: true, 5));
        chart.Useful.ShouldBe(17);
    }

    [Fact]
    public void The_median_is_that_of_the_first_twelve_and_does_not_move_with_what_follows()
    {
        double?[] first = [5, 4, 6, 5, 4, 6, 5, 4, 6, 5, 4, 6];
        RunChart.Of(first).Median.ShouldBe(5);
        var grown = RunChart.Of([.. first, 9, 9, 9, 9]);
        grown.Median.ShouldBe(5);
        grown.Baseline.ShouldBe(12);
        RunChart.Of(Alternating(60)).Baseline.ShouldBe(24);
    }

    [Fact]
    public void Without_a_single_value_there_is_no_median()
    {
        RunChart.Of([null, null]).Median.ShouldBeNull();
        RunChart.Of([]).Verdict.ShouldBe(RunVerdict.TooFew);
    }

    /// <summary>The rate of false signals that data/quality/methods.tsv states, by simulation from a seed.</summary>
    [Theory]
    [InlineData(18, 0.01, 0.06)]
    [InlineData(36, 0.03, 0.11)]
    [InlineData(60, 0.05, 0.13)]
    public void Pure_chance_seldom_looks_like_change(int points, double atLeast, double atMost)
    {
        var random = new Random(20_140_113);
        var signals = Enumerable
            .Range(0, 4000)
            .Count(_ => RunChart.Of(Chance(random, points)).Verdict is RunVerdict.Change);
        (signals / 4000.0).ShouldBeInRange(atLeast, atMost);
    }

    [Fact]
    public void Every_method_says_where_it_comes_from()
    {
        Method.All.Count.ShouldBe(5);
        Method.Of("run-chart").Source.ShouldContain("e113825");
        Method.All.ShouldAllBe(method => method.Edition.Length > 0 && method.Status == "draft");
    }

    private static double?[] Alternating(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (double?)(i % 2 == 0 ? 1 : -1))];

    private static double?[] Same(int count) => [.. Enumerable.Repeat((double?)1, count)];

    private static double?[] Chance(Random random, int points) =>
        [.. Enumerable.Range(0, points).Select(_ => (double?)random.NextDouble())];
}
