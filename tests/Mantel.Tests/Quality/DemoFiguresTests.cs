using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Core.Quality.Statistics;
using Mantel.Demo.Networks;
using Mantel.Tests.Demo;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality;

/// <summary>
/// The figures of everybody in the ten networks of the demo: counted a second time, and worth looking at.
/// </summary>
[Collection(nameof(EverybodyOfTheNetworks))]
public sealed class DemoFiguresTests(EverybodyOfTheNetworks told)
{
    private const string Plan = "plan-within-30-days";
    private const string Wished = "wished-place";
    private const string Late = "late-start";

    private readonly Lazy<IReadOnlyList<KeyValuePair<CountKey, long>>> _counts = new(() => Count(told));

    [Fact]
    public async Task Another_hand_counts_everybody_of_the_ten_networks_the_same()
    {
        var ours = _counts.Value.Select(count => OtherHand.Line(count.Key, count.Value)).ToList();
        var theirs = await OtherHand.CountAsync(Everybody(told), EverybodyOfTheNetworks.Today);
        ours.Count.ShouldBeGreaterThan(5000);
        theirs.Except(ours, StringComparer.Ordinal).Take(10).ShouldBeEmpty("counted by the script only");
        ours.Except(theirs, StringComparer.Ordinal).Take(10).ShouldBeEmpty("counted by the program only");
    }

    /// <summary>Every month that is closed by then, as the program publishes them.</summary>
    private PublishedFigures Published(string measure)
    {
        var definition = MeasureSet.Current.Newest(measure)!;
        var history = new List<Fact>();
        for (
            var month = ClosingOfAMonth.FirstOf(definition, _counts.Value)!.Value;
            month <= Publications.LastClosedOn(EverybodyOfTheNetworks.Today);
            month = month.Plus(1)
        )
        {
            var closing = ClosingOfAMonth.Of(definition, month, _counts.Value, RegionTables.Current);
            history.AddRange(Publications.Decide(history, [], closing, Publications.DayOf(month)));
        }
        return new PublishedFigures(history);
    }

    [Fact]
    public void The_two_lively_networks_can_be_followed_by_quarter_and_for_groups()
    {
        var plan = Published(Plan);
        foreach (var network in TenNetworks.Lively)
        {
            plan.Blocks(Plan, network.Region, TableKind.All).Count.ShouldBeGreaterThanOrEqualTo(4);
            foreach (var kind in new[] { TableKind.Diagnosis, TableKind.Age, TableKind.Living, TableKind.Municipality })
                plan.Blocks(Plan, network.Region, kind).ShouldNotBeEmpty($"{network.Key} {kind}");
            plan.Blocks(Plan, network.Region, TableKind.Declined).ShouldNotBeEmpty(network.Key);
            Published(Late).Blocks(Late, network.Region, TableKind.Days).ShouldNotBeEmpty(network.Key);
            Published(Wished).Blocks(Wished, network.Region, TableKind.All).ShouldNotBeEmpty(network.Key);
        }
    }

    /// <summary>Since they go through their lists together: docs/demo.md says where one finds it.</summary>
    [Fact]
    public void On_Walcheren_a_rise_can_be_seen_and_in_Gent_Eeklo_none()
    {
        var plan = Published(Plan);
        var (before, after) = AroundNewYear(plan, ZeelandNetworks.Walcheren);
        after.Interval!.Value.Low.ShouldBeGreaterThan(before.Interval!.Value.High);
        (before, after) = AroundNewYear(plan, FlemishNetworks.GentEeklo);
        after.Interval!.Value.Holds(before.Value!.Value).ShouldBeTrue();
        RunOf(plan, ZeelandNetworks.Walcheren).Verdict.ShouldBe(RunVerdict.TooFew);
        RunChart
            .Of([.. plan.Blocks(Plan, Block.Whole, TableKind.All).Select(one => ShareOf([one]).Value)])
            .Verdict.ShouldBe(RunVerdict.Chance);
    }

    private static (Share Before, Share After) AroundNewYear(PublishedFigures plan, Network network)
    {
        var blocks = plan.Blocks(Plan, network.Region, TableKind.All);
        var newYear = new Month(2026, 1);
        return (
            ShareOf([.. blocks.Where(one => one.Block.To < newYear)]),
            ShareOf([.. blocks.Where(one => one.Block.From >= newYear)])
        );
    }

    private static Share ShareOf(IReadOnlyList<PublishedBlock> blocks) =>
        new(blocks.Sum(one => one.Block.Cells[0].Of), blocks.Sum(one => one.Block.Cells[0].Met));

    [Fact]
    public void Every_network_is_seen_beside_the_others_and_one_that_begins_late_stands_out()
    {
        var (plan, late) = (Published(Plan), Published(Late));
        foreach (var network in TenNetworks.All)
            plan.Blocks(Plan, network.Region, TableKind.All).ShouldNotBeEmpty(network.Key);
        var all = new Funnel(ShareOf(late, Late, Block.Whole).Value!.Value);
        all.Place(ShareOf(late, Late, SouthernNetworks.Breda.Region)).ShouldBe(FunnelPlace.VeryHigh);
    }

    /// <summary>Who moves to another municipality is counted where they lived on the day that counts.</summary>
    [Fact]
    public void Somebody_who_moved_after_marking_counts_where_they_were_marked()
    {
        var moved = told.All.Where(HasMovedAfterMarking).ToList();
        moved.Count.ShouldBeGreaterThan(20);
        foreach (var person in moved)
        {
            var result = MeasureSet
                .Current.Evaluate(person, EverybodyOfTheNetworks.Today)
                .Single(one => one is { Measure: Plan, Version: 2 });
            result.Municipality.ShouldBe(Homes(person)[0].Code);
            result.Municipality.ShouldNotBe(Homes(person)[^1].Code);
        }
    }

    private static bool HasMovedAfterMarking(PersonRecord person) =>
        person.All<PalliativePhaseMarked>().Select(marked => marked.Entry.Day()).FirstOrDefault()
            is { IsWhole: true } day
        && Homes(person) is [var first, .., var last]
        && first.Code != last.Code
        && Homes(person).Skip(1).All(home => home.From > day.First);

    private static List<(string Code, DateOnly From)> Homes(PersonRecord person) =>
        [
            .. person
                .All<AddressRecorded>()
                .Select(home => (home.Fact.Address.MunicipalityCode!, home.Entry.Day().First)),
        ];

    private static RunChart RunOf(PublishedFigures published, Network network) =>
        RunChart.Of([
            .. published
                .Blocks(Plan, network.Region, TableKind.All)
                .Select(one => new Share(one.Block.Cells[0].Of, one.Block.Cells[0].Met).Value),
        ]);

    private static Share ShareOf(PublishedFigures published, string measure, string area)
    {
        var cells = published.Blocks(measure, area, TableKind.All).SelectMany(one => one.Block.Cells).ToList();
        return new(cells.Sum(cell => cell.Of), cells.Sum(cell => cell.Met));
    }

    private static IEnumerable<PersonRecord> Everybody(EverybodyOfTheNetworks told) => told.All.Concat(told.Twins);

    private static List<KeyValuePair<CountKey, long>> Count(EverybodyOfTheNetworks told) =>
        [
            .. Everybody(told)
                .SelectMany(person => MeasureSet.Current.Evaluate(person, EverybodyOfTheNetworks.Today))
                .SelectMany(result => result.Counts())
                .CountBy(key => key)
                .Select(count => new KeyValuePair<CountKey, long>(count.Key, count.Value)),
        ];
}
