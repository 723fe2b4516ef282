using System.Collections.Concurrent;
using Mantel.Core.Journal;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality.Publishing;

/// <summary>Nobody finds fewer than ten people in what is published, whatever they subtract from what.</summary>
public sealed class AttackTests
{
    private const int Months = 16;

    private static readonly ConcurrentDictionary<int, Lazy<IReadOnlyList<Fact>>> Published = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Subtracting_tables_and_days_finds_nobody(int seed)
    {
        var closings = new Closings();
        var attacker = new Attacker(closings);
        foreach (var fact in Publish(seed))
        {
            if (fact is MonthClosed closed)
                closings.Take(closed);
            if (fact is not FiguresPublished published)
                continue;
            attacker.Read(published);
            closings.EndDay();
        }
        attacker.Findings().Take(5).ShouldBeEmpty();
    }

    /// <summary>Whatever is added and subtracted, over tables, networks, months, groups and municipalities.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void Solving_all_tables_as_equations_finds_nobody(int seed)
    {
        var history = Publish(seed);
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var solver = new Solver(history, kind);
            solver.Findings().Take(5).ShouldBeEmpty($"{kind}");
        }
        new Solver(history, TableKind.Age).CountWhatFollows().ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Who_solves_equations_sees_through_a_scheme_that_leaves_out_small_networks()
    {
        List<Fact> history = [.. PublishCarelessly("rest"), .. Closings(3)];
        new Solver(history, TableKind.All).Findings().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_network_is_not_taken_from_what_the_whole_was_before_late_facts()
    {
        MonthClosed Month(int month, int rest) =>
            Closing(60, 40, month) with
            {
                Counts = [new("A", TableKind.All, "", 60, 40), new("B", TableKind.All, "", rest, rest)],
            };
        var history = Decide([], Month(0, rest: 4), []);
        history = Decide(history, Month(1, rest: 3), [Month(0, rest: 24)]);
        var figures = new PublishedFigures(history);
        figures.Blocks("test", Block.Whole, TableKind.All)[0].Block.Cells[0].Met.ShouldBe(84);
        figures.Blocks("test", "A", TableKind.All).ShouldBeEmpty();
        history = Decide(history, Month(2, rest: 3), [Month(0, rest: 24), Month(1, rest: 3)]);
        new PublishedFigures(history).Blocks("test", "A", TableKind.All)[0].Block.Months.ShouldBe(3);
    }

    [Fact]
    public void Enough_is_published_that_there_is_something_to_attack()
    {
        var published = Enumerable.Range(1, 12).Select(seed => new PublishedFigures(Publish(seed))).ToList();
        published.ShouldAllBe(figures => figures.Blocks("test", Block.Whole, TableKind.All).Count >= 8);
        foreach (var kind in Enum.GetValues<TableKind>())
            published.ShouldContain(
                figures => figures.Networks("test").Any(area => figures.Blocks("test", area, kind).Count > 0),
                kind.ToString()
            );
        published
            .SelectMany(figures => figures.Blocks("test", Block.Whole, TableKind.All))
            .ShouldContain(block => block.IsRevised);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("rest")]
    [InlineData("days")]
    public void A_scheme_that_leaves_out_small_cells_only_is_seen_to_leak(string how)
    {
        var attacker = new Attacker();
        foreach (var published in PublishCarelessly(how))
            attacker.Read(published);
        attacker.Findings().ShouldContain(finding => finding.StartsWith(how, StringComparison.Ordinal));
    }

    [Fact]
    public void A_small_late_change_waits_and_a_large_one_is_shown_as_revised()
    {
        var history = Decide([], Closing(met: 60, notMet: 40), []);
        history = Decide(history, Closing(60, 40, month: 1), [Closing(63, 37)]);
        new PublishedFigures(history).Blocks("test", "A", TableKind.All)[0].IsRevised.ShouldBeFalse();
        history = Decide(history, Closing(60, 40, month: 2), [Closing(72, 28), Closing(60, 40, month: 1)]);
        var block = new PublishedFigures(history).Blocks("test", "A", TableKind.All)[0];
        block.IsRevised.ShouldBeTrue();
        block.Block.Cells.ShouldHaveSingleItem().Met.ShouldBe(72);
    }

    [Fact]
    public void Where_a_month_is_too_small_it_waits_for_the_end_of_its_quarter_and_not_for_the_tenth_person()
    {
        var history = Decide([], Closing(9, 30), []);
        new PublishedFigures(history).Blocks("test", "A", TableKind.All).ShouldBeEmpty();
        history = Decide(history, Closing(9, 30, month: 1), [Closing(9, 30)]);
        new PublishedFigures(history).Blocks("test", "A", TableKind.All).ShouldBeEmpty();
        history = Decide(history, Closing(9, 30, month: 2), [Closing(9, 30), Closing(9, 30, month: 1)]);
        var block = new PublishedFigures(history).Blocks("test", "A", TableKind.All).ShouldHaveSingleItem().Block;
        (block.From, block.To).ShouldBe((InventedNation.First, InventedNation.First.Plus(2)));
        block.Cells[0].Met.ShouldBe(27);
    }

    [Fact]
    public void One_network_alone_is_not_shown_where_the_rest_of_the_nation_would_be_too_few()
    {
        var closing = Closing(60, 40);
        var history = Decide([], closing with { Counts = [.. closing.Counts, new("B", TableKind.All, "", 3, 2)] }, []);
        var figures = new PublishedFigures(history);
        figures.Blocks("test", Block.Whole, TableKind.All).ShouldHaveSingleItem();
        figures.Blocks("test", "A", TableKind.All).ShouldBeEmpty();
        figures.Blocks("test", "B", TableKind.All).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_by_group_is_over_a_quarter_at_least()
    {
        var blocks = Enumerable.Range(1, 12).Select(seed => new PublishedFigures(Publish(seed)));
        blocks
            .SelectMany(figures => figures.Blocks("test", Block.Whole, TableKind.Age))
            .ShouldAllBe(block => block.Block.Months >= 3);
    }

    [Theory]
    [InlineData("2026-11-15", "2026-09")]
    [InlineData("2026-11-14", "2026-08")]
    [InlineData("2026-01-20", "2025-11")]
    public void A_month_is_closed_on_the_fifteenth_of_the_second_month_after_it(string day, string month) =>
        Publications.LastClosedOn(PartialDate.Parse(day).First).ShouldBe(Month.Parse(month));

    /// <summary>What is published of a nation; the same seed always gives the same, so that it is made once.</summary>
    private static IReadOnlyList<Fact> Publish(int seed) =>
        Published.GetOrAdd(seed, one => new Lazy<IReadOnlyList<Fact>>(() => PublishAnew(one))).Value;

    private static List<Fact> PublishAnew(int seed)
    {
        var nation = new InventedNation(seed, Months);
        var history = new List<Fact>();
        for (var i = 0; i < Months; i++)
        {
            var month = InventedNation.First.Plus(i);
            nation.HearLateFacts(month.Plus(-1));
            var current = Month.Between(InventedNation.First, month.Plus(-1)).Select(nation.Close).ToList();
            history.AddRange(Publications.Decide(history, current, nation.Close(month), Publications.DayOf(month)));
        }
        return history;
    }

    private static IEnumerable<MonthClosed> Closings(int seed)
    {
        var nation = new InventedNation(seed, Months);
        return Month.Between(InventedNation.First, InventedNation.First.Plus(Months - 1)).Select(nation.Close);
    }

    /// <summary>What seems enough: every cell of every month, save those that are small.</summary>
    private static IEnumerable<FiguresPublished> PublishCarelessly(string how)
    {
        var nation = new InventedNation(3, Months);
        for (var day = 0; day < Months; day++)
        {
            var month = InventedNation.First.Plus(day);
            if (how == "days")
                nation.HearLateFacts(month);
            var months = Month.Between(how == "days" ? InventedNation.First : month, month).Select(nation.Close);
            var blocks = months.SelectMany(closed => Blocks(closed, how == "small" ? 1 : 10));
            yield return new("test", 1, Publications.DayOf(month), [.. blocks]);
        }
    }

    private static IEnumerable<Block> Blocks(MonthClosed closed, int fewest)
    {
        var all = closed.Counts.Where(count => count.Kind is TableKind.All).ToList();
        var whole = new ClosedCount(
            Block.Whole,
            TableKind.All,
            "",
            all.Sum(one => one.Met),
            all.Sum(one => one.NotMet)
        );
        return all.Where(count => count.Area.Length > 0)
            .Append(whole)
            .Where(count => count.Met >= fewest && count.NotMet >= fewest)
            .Select(count => new Block(
                count.Area,
                TableKind.All,
                closed.Month,
                closed.Month,
                [new PublishedCell([""], count.Met, count.NotMet)]
            ));
    }

    private static MonthClosed Closing(int met, int notMet, int month = 0) =>
        new("test", 1, InventedNation.First.Plus(month), null, [new("A", TableKind.All, "", met, notMet)]);

    private static List<Fact> Decide(List<Fact> history, MonthClosed closing, IReadOnlyList<MonthClosed> current) =>
        [.. history, .. Publications.Decide(history, current, closing, Publications.DayOf(closing.Month))];
}
