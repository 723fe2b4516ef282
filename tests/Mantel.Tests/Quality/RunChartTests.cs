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
        RunChart.Of(Alternating(60)).Baseline.ShouldBe(12);
    }

    [Fact]
    public void Without_a_single_value_there_is_no_median()
    {
        RunChart.Of([null, null]).Median.ShouldBeNull();
        RunChart.Of([]).Verdict.ShouldBe(RunVerdict.TooFew);
    }

    /// <summary>
    /// What a page said last month is not taken back because the line grew: the median stays, whatever comes after.
    /// </summary>
    [Fact]
    public void ClinicalCaseC8_The_median_never_moves_after_the_first_twelve()
    {
        var random = new Random(8);
        var series = Chance(random, 60);
        Enumerable
            .Range(12, 49)
            .Select(points => RunChart.Of(series.Take(points).ToList()).Median)
            .Distinct()
            .ShouldHaveSingleItem();
    }

    /// <summary>
    /// The rates of false signals that data/quality/methods.tsv states, by simulation from a seed: who looks once, and
    /// who looks every month.
    /// </summary>
    [Fact]
    public void Pure_chance_looks_like_change_as_often_as_is_said()
    {
        const int Series = 1000;
        var random = new Random(20_140_113);
        var (once, ever) = (new int[61], new int[61]);
        var vanished = 0;
        for (var i = 0; i < Series; i++)
        {
            var (values, signalled, signals) = (Chance(random, 60), false, false);
            for (var points = RunChart.FewestUseful; points <= 60; points++)
            {
                signals = RunChart.Of(values.Take(points).ToList()).Verdict is RunVerdict.Change;
                signalled |= signals;
                once[points] += signals ? 1 : 0;
                ever[points] += signalled ? 1 : 0;
            }
            vanished += signalled && !signals ? 1 : 0;
        }
        Of(once[18]).ShouldBe(0.03, 0.02);
        Of(once[36]).ShouldBe(0.15, 0.03);
        Of(once[60]).ShouldBe(0.18, 0.03);
        Of(ever[24]).ShouldBe(0.12, 0.03);
        Of(ever[60]).ShouldBe(0.31, 0.03);
        Of(vanished).ShouldBe(0.12, 0.03);

        static double Of(int signals) => (double)signals / Series;
    }

    [Fact]
    public void Every_method_says_where_it_comes_from()
    {
        Method.All.Count.ShouldBe(7);
        Method.Of("run-chart").Source.ShouldContain("e113825");
        Method.All.ShouldAllBe(method => method.Edition.Length > 0 && method.Status == "draft");
    }

    private static double?[] Alternating(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (double?)(i % 2 == 0 ? 1 : -1))];

    private static double?[] Same(int count) => [.. Enumerable.Repeat((double?)1, count)];

    private static double?[] Chance(Random random, int points) =>
        [.. Enumerable.Range(0, points).Select(_ => (double?)random.NextDouble())];
}
