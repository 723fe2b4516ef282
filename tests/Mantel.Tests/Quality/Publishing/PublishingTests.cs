using Mantel.Core.Journal;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Storage;
using Mantel.Tests.Storage;
using Shouldly;
using Xunit;
using static Mantel.Tests.Quality.CountedHouse;

namespace Mantel.Tests.Quality.Publishing;

/// <summary>Months are closed on their days, from what is in the journal, and what was published stays.</summary>
public sealed class PublishingTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_month_is_published_on_its_day_once_and_stays_through_a_rebuild(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await WalcherenAsync(archive, "2026-01");
        await TickAsync(archive, "2026-03-14");
        (await BlocksAsync(archive)).ShouldBeEmpty();
        await TickAsync(archive, "2026-03-15");
        var whole = (await BlocksAsync(archive)).ShouldHaveSingleItem();
        whole
            .Block.Cells.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(c => c.Met.ShouldBe(16), c => c.NotMet.ShouldBe(14));
        whole.On.ShouldBe(new DateOnly(2026, 3, 15));
        (await BlocksAsync(archive, "NPZ50")).ShouldHaveSingleItem().Block.Cells[0].Of.ShouldBe(30);
        await TickAsync(archive, "2026-03-16");
        (await archive.Journal.ReadAsync(StreamId.Figures, 0, default)).Count(IsClosing).ShouldBe(1);
        await archive.RebuildAsync(default);
        (await BlocksAsync(archive)).ShouldHaveSingleItem().Block.Cells[0].Met.ShouldBe(16);
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Many_late_facts_revise_a_month_and_few_wait(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var people = await WalcherenAsync(archive, "2026-01", people: 60);
        await WalcherenAsync(archive, "2026-02");
        await WalcherenAsync(archive, "2026-03");
        await TickAsync(archive, "2026-03-20");
        var late = people.Skip(32).ToList();
        foreach (var person in late.Take(3))
            await archive.PlannedAsync(person, "2026-01-28", recorded: "2026-03-21");
        await TickAsync(archive, "2026-04-20");
        (await BlocksAsync(archive))[0]
            .ShouldSatisfyAllConditions(
                block => block.IsRevised.ShouldBeFalse(),
                block => block.Block.Cells[0].Met.ShouldBe(32)
            );
        foreach (var person in late.Skip(3).Take(12))
            await archive.PlannedAsync(person, "2026-01-28", recorded: "2026-04-21");
        await TickAsync(archive, "2026-05-20");
        (await BlocksAsync(archive))[0]
            .ShouldSatisfyAllConditions(
                block => block.RevisedOn.ShouldBe(new DateOnly(2026, 5, 15)),
                block => block.Block.Cells[0].Met.ShouldBe(47)
            );
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Late_by_months_every_month_is_closed_in_its_turn(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await WalcherenAsync(archive, "2026-01");
        await WalcherenAsync(archive, "2026-02");
        await TickAsync(archive, "2026-08-20");
        var facts = (await archive.Journal.ReadAsync(StreamId.Figures, 0, default)).Select(entry => entry.Fact);
        facts
            .OfType<MonthClosed>()
            .Select(closed => closed.Month.ToString())
            .ShouldBe(["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_new_version_goes_on_where_the_old_one_ended_and_no_month_is_told_by_both(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        foreach (var month in new[] { "2026-01", "2026-02", "2026-03", "2026-04" })
            await WalcherenAsync(archive, month, people: 40);
        await TickAsync(archive, "2026-04-15");
        await place.CloseAsync();
        archive = await place.OpenAsync(WithSixtyDaysFrom("2026-02"));
        await TickAsync(archive, "2026-06-15");
        var facts = (await archive.Journal.ReadAsync(StreamId.Figures, 0, default)).Select(entry => entry.Fact);
        facts
            .OfType<MonthClosed>()
            .Where(closed => closed.Measure == Plan)
            .Select(closed => $"{closed.Month} {closed.Version}")
            .ShouldBe(["2026-01 2", "2026-02 2", "2026-03 3", "2026-04 3"]);
        (await BlocksAsync(archive)).Select(block => block.Version).ShouldBe([2, 2, 3, 3]);
    }

    /// <summary>Months that a first version published are the same to the byte when the second one comes.</summary>
    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_the_first_versions_published_stays_as_it_was_under_the_second(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var first = MeasureSet.Current.Definitions.Where(one => one.Version == 1).ToList();
        var archive = await place.OpenAsync(new MeasureSet(first, MeasureSet.Current.Regions));
        var people = await WalcherenAsync(archive, "2026-01", people: 40);
        await WalcherenAsync(archive, "2026-02", people: 40);
        await TickAsync(archive, "2026-04-15");
        var before = Written(await BlocksAsync(archive));
        await place.CloseAsync();
        archive = await place.OpenAsync();
        foreach (var person in people.Skip(25))
            await archive.PlannedAsync(person, "2026-01-28", recorded: "2026-04-20");
        await WalcherenAsync(archive, "2026-03", people: 40);
        await TickAsync(archive, "2026-06-15");
        var after = await BlocksAsync(archive);
        after.Select(block => block.Version).ShouldBe([1, 1, 2]);
        Written([.. after.Take(2)]).ShouldBe(before);
    }

    private static string Written(IReadOnlyList<PublishedBlock> blocks) =>
        System.Text.Json.JsonSerializer.Serialize(blocks, FactCodec.Json);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_only_looked_at_beforehand_closes_no_month(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await WalcherenAsync(archive, "2026-01");
        var preview = await archive.Figures.PreviewAsync(Noon("2026-03-20"), default);
        preview.Blocks(Plan, Block.Whole, TableKind.All).ShouldHaveSingleItem().Block.Cells[0].Of.ShouldBe(30);
        (await archive.Journal.ReadAsync(StreamId.Figures, 0, default)).ShouldBeEmpty();
        (await archive.Figures.PublishedAsync(default)).IsEmpty.ShouldBeTrue();
    }

    private static MeasureSet WithSixtyDaysFrom(string month)
    {
        var text = File.ReadAllText(Repository.File($"data/measures/{Plan}.1.json"))
            .Replace("\"version\": 1", "\"version\": 3", StringComparison.Ordinal)
            .Replace("\"publishedFrom\": \"2023-01\"", $"\"publishedFrom\": \"{month}\"", StringComparison.Ordinal)
            .Replace("\"days\": 30", "\"days\": 60", StringComparison.Ordinal);
        var second = MeasureDefinition.Read($"{Plan}.3.json", text);
        return new MeasureSet([.. MeasureSet.Current.Definitions, second], MeasureSet.Current.Regions);
    }

    private static bool IsClosing(Entry entry) => entry.Fact is MonthClosed;

    private static async Task TickAsync(Archive archive, string day)
    {
        await archive.Figures.TickAsync(Noon(day), default);
        await archive.Figures.PublishAsync(Noon(day), default);
    }

    private static async Task<IReadOnlyList<PublishedBlock>> BlocksAsync(Archive archive, string area = Block.Whole) =>
        (await archive.Figures.PublishedAsync(default)).Blocks(Plan, area, TableKind.All);

    /// <summary>A little more than half of them with a plan.</summary>
    private static async Task<IReadOnlyList<StreamId>> WalcherenAsync(Archive archive, string month, int people = 30)
    {
        var all = new List<StreamId>();
        for (var i = 0; i < people; i++)
        {
            var person = Told.Someone();
            all.Add(person);
            await archive.LivesInAsync(person, "2025-12-01", i % 2 == 0 ? "GM0718" : "GM0687", "2025-01-01");
            await archive.MarkedAsync(person, $"{month}-10");
            if (i < (people / 2) + (people / 30))
                await archive.PlannedAsync(person, $"{month}-20");
        }
        return all;
    }
}
