using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Quality;
using Shouldly;
using Xunit;
using static Mantel.Tests.Quality.CountedHouse;

namespace Mantel.Tests.Storage;

/// <summary>
/// A writer goes on from what it left behind. Somebody else may have written since: then nothing of that counts.
/// </summary>
public sealed class ByTurnsTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Two_that_write_by_turns_lose_nothing_and_stay_chained(On on)
    {
        await using var place = await Place.MakeAsync(on);
        Archive[] archives = [await place.OpenAsync(), await place.OpenAsync()];
        StreamId[] people = [Told.Someone(), Told.Someone(), Told.Someone()];
        for (var i = 0; i < 60; i++)
            await archives[i / 3 % 2].TellAsync(people[i % 3], $"{i}");
        foreach (var archive in archives)
        {
            for (var which = 0; which < people.Length; which++)
            {
                var told = Enumerable.Range(0, 20).Select(i => $"{(3 * i) + which}");
                (await archive.HearAsync(people[which])).ShouldBe(told);
            }
            await archive.ShouldVerifyAsync();
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Who_wrote_last_alone_loses_to_what_somebody_else_wrote_since(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, other) = (await place.OpenAsync(), await place.OpenAsync());
        var person = Told.Someone();
        await one.TellAsync(person, "first");
        await one.TellAsync(person, "second");
        await other.TellAsync(person, "third");
        (await one.Journal.AppendAsync(Told.Act(person, 2, "late"), default)).ShouldBe(new AppendResult.Conflict(3));
        await one.TellAsync(person, "fourth");
        (await other.HearAsync(person)).ShouldBe(["first", "second", "third", "fourth"]);
        await one.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Somebody_erased_by_another_cannot_be_written_about(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, other) = (await place.OpenAsync(), await place.OpenAsync());
        var person = Told.Someone();
        await one.TellAsync(person, "first");
        await one.TellAsync(person, "second");
        await other.EraseAsync(Erased.Of(person), default);
        (await one.Journal.AppendAsync(Told.Act(person, 2, "late"), default)).ShouldBe(new AppendResult.Erased());
        await other.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Results_that_another_made_anew_meanwhile_are_no_conflict_and_count_once(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, other) = (await place.OpenAsync(), await place.OpenAsync());
        var person = Told.Someone();
        await one.LivesInAsync(person, "2026-01-01", "GM0718", "2025-01-01");
        await one.DiedAsync(person, "2026-01-22", PlaceOfDeath.Home);
        await other.RebuildAsync(default);
        var version = await one.Journal.VersionAsync(person, default);
        var told = new NewFact(new CourseChanged(CourseChange.Deteriorated, "thuis", ""), PartialDate.Parse("2026-01"));
        var append = new Append(person, version, Guid.NewGuid(), Told.Nurse, Noon("2026-01-23"), [told]);
        (await one.Journal.AppendAsync(append, default)).ShouldBeAppended();
        (await one.CountsAsync(Wished)).ShouldBe(["* 2026-01 Outside:wish-unknown 1"]);
    }
}
