using System.Numerics;
using Mantel.Core.Quality.Statistics;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality;

public sealed class FunnelTests
{
    [Fact]
    public void The_limits_of_ten_people_and_an_even_chance_are_those_one_computes_by_hand()
    {
        // P(X <= 1) = 11/1024, P(X <= 2) = 56/1024: the 2.5th percentile lies between one and two people.
        var limits = new Funnel(0.5).At(10);
        limits.Usual.Low.ShouldBe((2 - ((56 - 25.6) / 45)) / 10, 1e-12);
        limits.Usual.High.ShouldBe((8 - ((1013 - (0.975 * 1024)) / 45)) / 10, 1e-12);
    }

    /// <summary>Against the same definition in exact arithmetic, with the chance as a fraction.</summary>
    [Theory]
    [InlineData(10, 1, 2)]
    [InlineData(37, 1, 10)]
    [InlineData(250, 57, 100)]
    [InlineData(1000, 99, 100)]
    [InlineData(1500, 1, 1000)]
    public void The_limits_are_those_of_exact_arithmetic(int of, int numerator, int denominator)
    {
        var limits = new Funnel((double)numerator / denominator).At(of);
        var exact = new[] { 1, 25, 975, 999 }.Select(p => Exactly(of, numerator, denominator, p)).ToList();
        double[] found = [limits.Most.Low, limits.Usual.Low, limits.Usual.High, limits.Most.High];
        for (var i = 0; i < found.Length; i++)
            found[i].ShouldBe(exact[i], 1e-9);
    }

    [Fact]
    public void The_more_people_the_narrower()
    {
        var curve = new Funnel(0.57).Curve(20, 200_000);
        curve[0].Of.ShouldBe(20);
        curve[^1].Of.ShouldBe(200_000);
        Width(curve[0]).ShouldBeGreaterThan(Width(curve[curve.Count / 2]));
        Width(curve[^1]).ShouldBe(2 * 1.96 * Math.Sqrt(0.57 * 0.43 / 200_000), 0.0001);

        static double Width(FunnelLimits limits) => limits.Usual.High - limits.Usual.Low;
    }

    [Theory]
    [InlineData(100, 50, FunnelPlace.Inside)]
    [InlineData(100, 61, FunnelPlace.High)]
    [InlineData(100, 39, FunnelPlace.Low)]
    [InlineData(100, 68, FunnelPlace.VeryHigh)]
    [InlineData(100, 32, FunnelPlace.VeryLow)]
    public void A_network_lies_where_its_number_of_people_puts_it(int of, int met, FunnelPlace place) =>
        new Funnel(0.5).Place(new Share(of, met)).ShouldBe(place);

    [Fact]
    public void A_network_without_people_lies_nowhere() => new Funnel(0.5).Place(new Share(0, 0)).ShouldBeNull();

    [Fact]
    public void Where_everybody_or_nobody_is_met_chance_leaves_no_room()
    {
        new Funnel(1).At(50).Usual.ShouldBe(new Interval(1, 1));
        new Funnel(0).At(50).Usual.ShouldBe(new Interval(0, 0));
        new Funnel(1).Place(new Share(50, 49)).ShouldBe(FunnelPlace.VeryLow);
    }

    /// <param name="perThousand">The percentile, in thousandths.</param>
    private static double Exactly(int of, int numerator, int denominator, int perThousand)
    {
        var all = BigInteger.Pow(denominator, of);
        var wanted = all * perThousand;
        var (below, upTo, choose) = (BigInteger.Zero, BigInteger.Zero, BigInteger.One);
        for (var met = 0; ; met++)
        {
            var mass =
                choose * BigInteger.Pow(numerator, met) * BigInteger.Pow(denominator - numerator, of - met) * 1000;
            (below, upTo) = (upTo, upTo + mass);
            if (upTo >= wanted)
                return Math.Max(0, met - Fraction(upTo - wanted, mass)) / of;
            choose = choose * (of - met) / (met + 1);
        }
    }

    private static double Fraction(BigInteger part, BigInteger whole) =>
        (double)(part * 1_000_000_000_000 / whole) / 1e12;
}
