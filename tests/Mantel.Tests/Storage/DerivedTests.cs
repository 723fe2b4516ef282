using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

public sealed class DerivedTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public async Task It_is_computed_once_until_the_record_or_the_day_is_another()
    {
        await using var place = await Place.MakeAsync(On.Sqlite);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        await archive.TellAsync(person, "one");
        var times = 0;
        var derived = archive.Derive((record, day) => $"{record.Version} on {day.Day}: {++times}");

        (await derived.OfAsync(person.Id, 1, Day, default)).ShouldBe("1 on 22: 1");
        (await derived.OfAsync(person.Id, 1, Day, default)).ShouldBe("1 on 22: 1");
        await archive.TellAsync(person, "two");
        (await derived.OfAsync(person.Id, 2, Day, default)).ShouldBe("2 on 22: 2");
        (await derived.OfAsync(person.Id, 2, Day.AddDays(1), default)).ShouldBe("2 on 23: 3");
    }

    [Fact]
    public async Task No_more_people_are_kept_than_was_said()
    {
        await using var place = await Place.MakeAsync(On.Sqlite);
        var archive = await place.OpenAsync();
        var people = new[] { Told.Someone(), Told.Someone(), Told.Someone() };
        foreach (var person in people)
            await archive.TellAsync(person, "one");
        var asked = new List<Guid>();
        var derived = archive.Derive(
            (record, _) =>
            {
                asked.Add(record.Id);
                return "";
            },
            limit: 2
        );

        foreach (var person in people.Concat([people[2], people[1], people[0]]))
            await derived.OfAsync(person.Id, 1, Day, default);
        asked.ShouldBe([people[0].Id, people[1].Id, people[2].Id, people[0].Id]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Nothing_is_told_of_who_was_erased_nor_of_who_never_was(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (archive, other) = (await place.OpenAsync(), await place.OpenAsync());
        var person = Told.Someone();
        await archive.TellAsync(person, "one");
        var here = archive.Derive((record, _) => "told");
        var there = other.Derive((record, _) => "told");
        (await here.OfAsync(person.Id, 1, Day, default)).ShouldBe("told");
        (await other.Register<ToldRow>().OfAsync(person.Id, default)).ShouldNotBeNull();
        (await there.OfAsync(person.Id, 1, Day, default)).ShouldBe("told");

        await archive.EraseAsync(Erased.Of(person), default);
        (await here.OfAsync(person.Id, 1, Day, default)).ShouldBeNull();
        (await other.Register<ToldRow>().OfAsync(person.Id, default)).ShouldBeNull();
        (await there.OfAsync(person.Id, 1, Day, default)).ShouldBeNull();
        (await here.OfAsync(Guid.NewGuid(), 0, Day, default)).ShouldBeNull();
    }
}
