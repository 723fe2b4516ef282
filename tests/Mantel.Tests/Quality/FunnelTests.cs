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
        limits.Usual.High.ShouldBe((10 - (2 - ((56 - 25.6) / 45))) / 10, 1e-12);
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
        var exact = new[]
        {
            Exactly(of, numerator, denominator, 1),
            Exactly(of, numerator, denominator, 25),
            1 - Exactly(of, denominator - numerator, denominator, 25),
            1 - Exactly(of, denominator - numerator, denominator, 1),
        };
        double[] found = [limits.Most.Low, limits.Usual.Low, limits.Usual.High, limits.Most.High];
        foreach (var (ours, theirs) in found.Zip(exact))
            ours.ShouldBe(theirs, 1e-9);
    }

    [Theory]
    [InlineData(60, 11, 0.1)]
    [InlineData(25, 18, 0.5)]
    [InlineData(200, 150, 0.65)]
    public void FirstLookCase16_A_share_and_its_mirror_lie_at_the_same_place(int of, int met, double whole)
    {
        var place = new Funnel(whole).Place(new Share(of, met));
        var mirror = new Funnel(1 - whole).Place(new Share(of, of - met));
        mirror.ShouldBe(
            place switch
            {
                FunnelPlace.High => FunnelPlace.Low,
                FunnelPlace.VeryHigh => FunnelPlace.VeryLow,
                var inside => inside,
            }
        );
        new Funnel(0.1).Place(new Share(60, 11)).ShouldBe(FunnelPlace.Inside);
        new Funnel(0.9).Place(new Share(60, 49)).ShouldBe(FunnelPlace.Inside);
        new Funnel(0.1).Place(new Share(60, 12)).ShouldBe(FunnelPlace.High);
        new Funnel(0.9).Place(new Share(60, 48)).ShouldBe(FunnelPlace.Low);
    }

    /// <summary>Every size up to 200 at every whole per cent: 25 people at 50 % gave 5.4 % and 0.2 %.</summary>
    [Fact]
    public void FirstLookCase16_By_chance_alone_few_lie_outside_however_few_the_people()
    {
        for (var percent = 1; percent < 100; percent++)
        {
            var funnel = new Funnel(percent / 100.0);
            for (var of = 1; of <= 200; of++)
            {
                var chances = ChancesOf(of, percent / 100.0).ToList();
                var at = Enumerable
                    .Range(0, of + 1)
                    .GroupBy(met => funnel.Place(new Share(of, met))!.Value)
                    .ToDictionary(place => place.Key, place => place.Sum(met => chances[met]));
                var (far, farBelow) = (
                    at.GetValueOrDefault(FunnelPlace.VeryHigh),
                    at.GetValueOrDefault(FunnelPlace.VeryLow)
                );
                far.ShouldBeLessThanOrEqualTo(0.001 + 1e-12, $"{of} at {percent} %");
                farBelow.ShouldBeLessThanOrEqualTo(0.001 + 1e-12, $"{of} at {percent} %");
                (far + at.GetValueOrDefault(FunnelPlace.High)).ShouldBeLessThanOrEqualTo(
                    0.025 + 1e-12,
                    $"{of} at {percent} %"
                );
                (farBelow + at.GetValueOrDefault(FunnelPlace.Low)).ShouldBeLessThanOrEqualTo(
                    0.025 + 1e-12,
                    $"{of} at {percent} %"
                );
            }
        }
    }

    /// <summary>
    /// The whole holds the network itself, which draws it towards the middle: it lies outside less often, not more.
    /// </summary>
    [Fact]
    public void A_network_that_is_part_of_the_whole_lies_outside_no_oftener_than_is_said()
    {
        var random = new Random(2005);
        var (rounds, outside) = (4000, 0);
        for (var round = 0; round < rounds; round++)
        {
            int[] sizes = [400, 300, 60, 40];
            var met = sizes.Select(of => Enumerable.Range(0, of).Count(_ => random.NextDouble() < 0.45)).ToList();
            var funnel = new Funnel((double)met.Sum() / sizes.Sum());
            outside += funnel.Place(new Share(sizes[0], met[0])) is FunnelPlace.Inside ? 0 : 1;
        }
        ((double)outside / rounds).ShouldBeLessThan(0.05);
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

    /// <summary>One after the other, in logarithms: another way than the program's.</summary>
    private static IEnumerable<double> ChancesOf(int of, double chance)
    {
        var log = of * Math.Log(1 - chance);
        for (var met = 0; met <= of; met++)
        {
            yield return Math.Exp(log);
            log += Math.Log((double)(of - met) / (met + 1)) + Math.Log(chance / (1 - chance));
        }
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
