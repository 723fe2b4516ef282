using Mantel.Core.Journal;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality.Publishing;

/// <summary>
/// Clinical case C7: stretches that end when there are enough for whom it holds make the rarer outcome look too
/// frequent. Spans of the calendar do not.
/// </summary>
public sealed class StretchTests
{
    private const int Months = 24;
    private const int Nations = 40;

    [Theory]
    [InlineData(40, 0.15)]
    [InlineData(110, 0.15)]
    [InlineData(40, 0.3)]
    public void ClinicalCaseC7_A_rarer_outcome_does_not_come_out_too_high(int people, double share)
    {
        var random = new Random(1945);
        var (met, of, shares) = (0, 0, new List<double>());
        for (var nation = 0; nation < Nations; nation++)
        {
            foreach (var block in Published(random, people, share))
            {
                var cell = block.Cells.ShouldHaveSingleItem();
                (met, of) = (met + cell.Met, of + cell.Of);
                shares.Add((double)cell.Met / cell.Of);
            }
        }
        shares.Count.ShouldBeGreaterThan(Nations * 3);
        ((double)met / of).ShouldBe(share, 0.006);
        shares.Average().ShouldBe(share, 0.008);
    }

    /// <summary>How the reader found it: this is what the test above would see.</summary>
    [Fact]
    public void Stretches_that_end_at_the_tenth_person_would()
    {
        var random = new Random(1945);
        var shares = new List<double>();
        for (var stretch = 0; stretch < 4000; stretch++)
        {
            var (met, of) = (0, 0);
            while (met < 10 || of - met < 10)
            {
                met += Draw(random, 8, 0.15);
                of += 8;
            }
            shares.Add((double)met / of);
        }
        shares.Average().ShouldBeGreaterThan(0.158);
    }

    [Fact]
    public void A_stretch_is_a_month_or_ends_with_a_quarter_or_a_half_year()
    {
        var blocks = new[] { 12, 40, 110 }.SelectMany(people => Published(new Random(people), people, 0.15)).ToList();
        blocks.ShouldAllBe(block => block.Months == 1 || block.To.Number % 3 == 0);
        blocks.ShouldAllBe(block => block.Months <= 5 || block.To.Number % 6 == 0);
        blocks.Select(block => block.Months).Distinct().Count().ShouldBeGreaterThan(2);
    }

    private static IReadOnlyList<Block> Published(Random random, int people, double share)
    {
        var (history, closed) = (new List<Fact>(), new List<MonthClosed>());
        for (var month = InventedNation.First; month < InventedNation.First.Plus(Months); month = month.Plus(1))
        {
            var of = people - (people / 5) + random.Next((people * 2 / 5) + 1);
            var (met, elsewhere) = (Draw(random, of, share), Draw(random, 600, share));
            var closing = new MonthClosed(
                "test",
                1,
                month,
                null,
                [
                    new("A", TableKind.All, "", met, of - met),
                    new("B", TableKind.All, "", elsewhere, 600 - elsewhere),
                    new("", TableKind.All, "", 30, 30),
                ]
            );
            history.AddRange(Publications.Decide(history, closed, closing, Publications.DayOf(month)));
            closed.Add(closing);
        }
        return [.. new PublishedFigures(history).Blocks("test", "A", TableKind.All).Select(one => one.Block)];
    }

    private static int Draw(Random random, int of, double share) =>
        Enumerable.Range(0, of).Count(_ => random.NextDouble() < share);
}
