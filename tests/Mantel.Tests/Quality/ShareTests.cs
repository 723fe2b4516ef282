using Mantel.Core.Quality.Statistics;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality;

public sealed class ShareTests
{
    /// <summary>Newcombe 1998, table I, method 3; and the example of vassarstats.net, 23 of 60.</summary>
    [Theory]
    [InlineData(263, 81, 0.2553, 0.3662)]
    [InlineData(148, 15, 0.0624, 0.1605)]
    [InlineData(20, 0, 0.0000, 0.1611)]
    [InlineData(29, 1, 0.0061, 0.1718)]
    public void The_interval_is_the_published_one(int of, int met, double low, double high)
    {
        var interval = new Share(of, met).Interval!.Value;
        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void All_and_none_mirror_each_other()
    {
        var (none, all) = (new Share(20, 0).Interval!.Value, new Share(20, 20).Interval!.Value);
        none.Low.ShouldBe(0);
        all.High.ShouldBe(1);
        all.Low.ShouldBe(1 - none.High, 1e-12);
    }

    [Fact]
    public void A_share_of_nobody_is_missing_and_not_zero()
    {
        new Share(0, 0).Value.ShouldBeNull();
        new Share(0, 0).Interval.ShouldBeNull();
    }
}
