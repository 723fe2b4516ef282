using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Storage;
using Mantel.Tests.Storage;
using Shouldly;
using Xunit;
using static Mantel.Tests.Quality.CountedHouse;

namespace Mantel.Tests.Quality;

/// <summary>Figures follow from what was recorded, and from nothing else.</summary>
public sealed class FiguresTests
{
    private const string Walcheren = "GM0718";
    private const string Middelburg = "GM0687";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_fact_counts_at_once_and_what_falls_due_at_the_tick(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = await SomebodyAsync(archive);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotYetDue 1"]);
        await archive.PlannedAsync(person, "2026-01-20");
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotYetDue 1"]);
        await archive.Figures.TickAsync(Noon("2026-02-09"), default);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotYetDue 1"]);
        await archive.Figures.TickAsync(Noon("2026-02-10"), default);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 Met 1"]);
        (await archive.CountsAsync(Plan, Walcheren)).ShouldBe([$"{Walcheren} 2026-01 Met 1"]);
        (await archive.CountsAsync(Plan, Middelburg)).ShouldBeEmpty();
        (await archive.CountsAsync(Plan, kind: GroupKind.Diagnosis)).ShouldBe(["* 2026-01 NotRecorded Met 1"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_death_counts_in_its_month_with_the_days_it_took(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = await SomebodyAsync(archive);
        await archive.DiedAsync(person, "2026-01-22", PlaceOfDeath.Home);
        (await archive.CountsAsync(Late)).ShouldBe(["* 2026-01 Met 1"]);
        (await archive.CountsAsync(Late, kind: GroupKind.Days)).ShouldBe(["* 2026-01 007 Met 1"]);
        (await archive.CountsAsync(Wished)).ShouldBe(["* 2026-01 Outside:wish-unknown 1"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_late_fact_changes_the_month_of_care_and_not_that_of_writing(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = await SomebodyAsync(archive);
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotMet 1"]);
        await archive.PlannedAsync(person, "2026-01-25", recorded: "2026-06-02");
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 Met 1"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_struck_out_does_not_count_any_more(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = await SomebodyAsync(archive);
        var plan = await archive.PlannedAsync(person, "2026-01-20");
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        await archive.StrikeOutAsync(person, "2026-06-02", plan);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotMet 1"]);
        var marking = (await archive.Journal.ReadAsync(person, 0, default))[1].Id;
        await archive.StrikeOutAsync(person, "2026-06-02", marking);
        (await archive.CountsAsync(Plan)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Who_moves_afterwards_stays_counted_where_they_lived(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = await SomebodyAsync(archive);
        await archive.LivesInAsync(person, "2026-03-01", Middelburg, "2026-03-01");
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        (await archive.CountsAsync(Plan, Walcheren)).ShouldBe([$"{Walcheren} 2026-01 NotMet 1"]);
        await archive.LivesInAsync(person, "2026-06-02", Middelburg, "2025-12-01");
        (await archive.CountsAsync(Plan, Walcheren)).ShouldBeEmpty();
        (await archive.CountsAsync(Plan, Middelburg)).ShouldBe([$"{Middelburg} 2026-01 NotMet 1"]);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotMet 1"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Two_records_of_one_person_count_once_while_they_are_joined(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (one, other) = (await SomebodyAsync(archive), await SomebodyAsync(archive));
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotMet 2"]);
        await archive.JoinedAsync(one, other, "2026-06-02");
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotMet 1"]);
        await archive.PartedAsync(one, other, "2026-06-03");
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotMet 2"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Joined_records_are_counted_over_both_also_with_a_late_fact_and_after_a_rebuild(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (one, other) = (await SomebodyAsync(archive), Told.Someone());
        await archive.LivesInAsync(other, "2026-01-12", Middelburg, "2026-02-01");
        await archive.PlannedAsync(other, "2026-01-20");
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        await ShouldCountAsync(archive, Plan, "* 2026-01 NotMet 1");

        await archive.JoinedAsync(one, other, "2026-06-02");
        await ShouldCountAsync(archive, Plan, "* 2026-01 Met 1");

        await archive.DiedAsync(one, "2026-02-10", PlaceOfDeath.Home);
        await ShouldCountAsync(archive, Plan, "* 2026-01 Met 1");
        await ShouldCountAsync(archive, Late, "* 2026-02 NotMet 1");
        (await archive.CountsAsync(Late, Middelburg)).ShouldBe([$"{Middelburg} 2026-02 NotMet 1"]);

        await archive.PartedAsync(one, other, "2026-06-04");
        await ShouldCountAsync(archive, Plan, "* 2026-01 NotMet 1");
        await ShouldCountAsync(archive, Late, "* 2026-02 NotMet 1");
        (await archive.CountsAsync(Late, Walcheren)).ShouldBe([$"{Walcheren} 2026-02 NotMet 1"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_falls_due_for_joined_records_is_judged_over_both(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (one, other) = (await SomebodyAsync(archive), Told.Someone());
        await archive.PlannedAsync(other, "2026-01-20");
        await archive.JoinedAsync(one, other, "2026-01-25");
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        await ShouldCountAsync(archive, Plan, "* 2026-01 Met 1");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Joined_records_that_are_erased_stay_counted_once(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (one, other) = (await SomebodyAsync(archive), await SomebodyAsync(archive));
        await archive.PlannedAsync(other, "2026-01-20");
        await archive.JoinedAsync(one, other, "2026-06-02");
        await archive.EraseAsync(Erased.Of(other), default);
        await ShouldCountAsync(archive, Plan, "* 2026-01 Met 1");
        await archive.ShouldBeUnreadableAsync(one);
        await archive.ShouldBeUnreadableAsync(other);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_new_version_of_a_definition_counts_beside_the_old_one(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var person = await SomebodyAsync(await place.OpenAsync());
        await (await place.OpenAsync()).PlannedAsync(person, "2026-02-19");
        await (await place.OpenAsync()).Figures.TickAsync(Noon("2026-06-01"), default);
        await place.CloseAsync();
        await using var archive = await place.OpenAsync(WithSixtyDays());
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 NotMet 1"]);
        (await archive.CountsAsync(Plan, version: 3)).ShouldBe(["* 2026-01 Met 1"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Made_anew_from_the_journal_the_figures_are_the_same(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await SomeHistoriesAsync(archive, 40);
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        var before = await archive.AllCountsAsync(Walcheren, Middelburg);
        before.Count.ShouldBeGreaterThan(50);
        await archive.RebuildAsync(default);
        (await archive.AllCountsAsync(Walcheren, Middelburg)).ShouldBe(before);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Who_is_erased_stays_counted_without_a_name_also_after_a_rebuild(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var people = await SomeHistoriesAsync(archive, 20);
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        var before = await archive.AllCountsAsync(Walcheren, Middelburg);
        foreach (var person in people.Take(7))
            await archive.EraseAsync(Erased.Of(person), default);
        (await archive.AllCountsAsync(Walcheren, Middelburg)).ShouldBe(before);
        await archive.EraseAsync(Erased.Of(people[0]), default);
        await archive.RebuildAsync(default);
        (await archive.AllCountsAsync(Walcheren, Middelburg)).ShouldBe(before);
        await archive.ShouldBeUnreadableAsync(people[0]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_left_of_somebody_names_neither_them_nor_a_day(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = await SomebodyAsync(archive);
        await archive.DiedAsync(person, "2026-01-22");
        await archive.EraseAsync(Erased.Of(person), default);
        var left = (await archive.Journal.ReadAsync(StreamId.Figures, 0, default)).ShouldHaveSingleItem();
        var text = System.Text.Encoding.UTF8.GetString(FactCodec.Write(left with { Recorded = default }));
        text.ShouldNotContain(person.Id.ToString());
        text.ShouldNotContain("2026-01-");
        text.ShouldContain("2026-01");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Who_is_erased_before_the_term_is_over_is_not_waited_for(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = await SomebodyAsync(archive);
        await archive.EraseAsync(Erased.Of(person), default);
        (await archive.CountsAsync(Plan)).ShouldBeEmpty();
        await archive.Figures.TickAsync(Noon("2026-06-01"), default);
        (await archive.CountsAsync(Plan)).ShouldBeEmpty();
        await archive.RebuildAsync(default);
        (await archive.CountsAsync(Plan)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_tick_twice_or_late_by_a_month_or_every_day_gives_the_same_counts(On on)
    {
        var seen = new List<IReadOnlyList<string>>();
        foreach (
            var days in new string[][]
            {
                ["2026-06-01"],
                ["2026-06-01", "2026-06-01"],
                ["2026-02-01", "2026-02-02", "2026-06-01"],
            }
        )
        {
            await using var place = await Place.MakeAsync(on);
            var archive = await place.OpenAsync();
            await SomeHistoriesAsync(archive, 24);
            foreach (var day in days)
                await archive.Figures.TickAsync(Noon(day), default);
            seen.Add(await archive.AllCountsAsync(Walcheren, Middelburg));
        }
        seen[1].ShouldBe(seen[0]);
        seen[2].ShouldBe(seen[0]);
        seen[0].ShouldNotContain(line => line.Contains(CountKey.NotYetDue, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_tick_while_others_write_gives_the_same_counts(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var people = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SomebodyAsync(archive)));
        var ticking = Task.Run(async () =>
        {
            for (var day = 5; day < 16; day++)
                await archive.Figures.TickAsync(Noon($"2026-02-{day:00}"), default);
        });
        await Parallel.ForEachAsync(people, async (person, _) => await PlanAsync(archive, person));
        await ticking;
        await archive.Figures.TickAsync(Noon("2026-02-16"), default);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 Met 30"]);
        await archive.RebuildAsync(default);
        (await archive.CountsAsync(Plan)).ShouldBe(["* 2026-01 Met 30"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Nobody_who_reads_the_tables_sees_who_was_marked_or_what_waits(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (marked, other) = (await SomebodyAsync(archive), Told.Someone());
        await archive.LivesInAsync(other, "2026-01-01", Walcheren, "2025-01-01");
        var lengths = new List<long>();
        foreach (var person in new[] { marked, other })
            lengths.Add(
                await place.TamperAsync<long>(
                    "journal",
                    $"SELECT length(content) FROM measure_result WHERE {place.Is(person)}"
                )
            );
        lengths[0].ShouldBe(lengths[1]);
        foreach (
            var (table, column) in new[]
            {
                ("measure_result", "content"),
                ("measure_delta", "content"),
                ("measure_due", "who"),
            }
        )
        {
            var bytes = await place.TamperAsync<byte[]>("journal", $"SELECT {column} FROM {table} LIMIT 1");
            var text = System.Text.Encoding.Latin1.GetString(bytes!);
            text.ShouldNotContain("plan-within");
            text.ShouldNotContain(System.Text.Encoding.Latin1.GetString(marked.Id.ToByteArray(bigEndian: true)));
        }
    }

    /// <summary>Now, and made anew from the journal.</summary>
    private static async Task ShouldCountAsync(Archive archive, string measure, params IReadOnlyList<string> counts)
    {
        (await archive.CountsAsync(measure)).ShouldBe(counts);
        await archive.RebuildAsync(default);
        (await archive.CountsAsync(measure)).ShouldBe(counts, "after a rebuild");
    }

    private static async Task PlanAsync(Archive archive, StreamId person)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var version = await archive.Journal.VersionAsync(person, default);
            var fact = new Mantel.Core.AdvanceCarePlanning.PlanEstablished(Guid.NewGuid(), [], []);
            var now = Noon("2026-01-20");
            var told = new NewFact(fact, PartialDate.Parse("2026-01-20"));
            var append = new Append(person, version, Guid.NewGuid(), Told.Nurse, now, [told]);
            if (await archive.Journal.AppendAsync(append, default) is AppendResult.Appended)
                return;
        }
        throw new InvalidOperationException("Nothing could be written.");
    }

    private static async Task<StreamId> SomebodyAsync(Archive archive)
    {
        var person = Told.Someone();
        await archive.LivesInAsync(person, "2026-01-01", Walcheren, "2025-01-01");
        await archive.MarkedAsync(person, "2026-01-10");
        return person;
    }

    /// <summary>Marked, planned, moved, died: every third differently.</summary>
    private static async Task<IReadOnlyList<StreamId>> SomeHistoriesAsync(Archive archive, int people)
    {
        var all = new List<StreamId>();
        for (var i = 0; i < people; i++)
        {
            var person = Told.Someone();
            all.Add(person);
            await archive.LivesInAsync(person, "2026-01-01", i % 3 == 0 ? Middelburg : Walcheren, "2025-01-01");
            await archive.MarkedAsync(person, $"2026-01-{1 + (i % 28):00}");
            if (i % 4 < 2)
                await archive.PlannedAsync(person, "2026-02-02");
            if (i % 5 == 0)
                await archive.DiedAsync(person, "2026-02-03", PlaceOfDeath.Home);
        }
        return all;
    }

    private static MeasureSet WithSixtyDays()
    {
        var file = Repository.File($"data/measures/{Plan}.1.json");
        var text = File.ReadAllText(file)
            .Replace("\"version\": 1", "\"version\": 3", StringComparison.Ordinal)
            .Replace("\"days\": 30", "\"days\": 60", StringComparison.Ordinal);
        var third = MeasureDefinition.Read($"{Plan}.3.json", text);
        return new MeasureSet([.. MeasureSet.Current.Definitions, third], RegionTables.Current);
    }
}
