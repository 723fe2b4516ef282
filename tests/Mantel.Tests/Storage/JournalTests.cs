using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

public sealed class JournalTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_was_appended_is_read_back_with_all_that_is_known_about_it(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        var act = Told.Act(person, 0, "pain at night", "sleeps better 🌙 \u202Bعربي\u202C");
        var written = (await archive.Journal.AppendAsync(act, default)).ShouldBeAppended();

        var again = await (await place.OpenAsync()).Journal.ReadAsync(person, 0, default);

        again.Select(Told.TextOf).ShouldBe(["pain at night", "sleeps better 🌙 \u202Bعربي\u202C"]);
        again.Select(entry => entry.Version).ShouldBe([1, 2]);
        again.Select(entry => entry.Id).ShouldBe(written.Select(entry => entry.Id));
        again.ShouldAllBe(entry => entry.Author == Told.Nurse && entry.Recorded == Told.Night.Instant);
        again.ShouldAllBe(entry => entry.Act == act.Act && entry.Effective == PartialDate.Parse("2026-11"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Reading_after_a_version_gives_only_what_came_later(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        await archive.TellAsync(person, "one", "two", "three");
        (await archive.Journal.ReadAsync(person, 2, default)).Select(Told.TextOf).ShouldBe(["three"]);
        (await archive.Journal.VersionAsync(person, default)).ShouldBe(3);
        (await archive.Journal.ReadAsync(Told.Someone(), 0, default)).ShouldBeEmpty();
        (await archive.Journal.VersionAsync(Told.Someone(), default)).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_act_decided_on_an_older_version_is_a_conflict_and_stores_nothing(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        await archive.TellAsync(person, "first");
        var late = await archive.Journal.AppendAsync(Told.Act(person, 0, "late"), default);
        late.ShouldBe(new AppendResult.Conflict(1));
        (await archive.HearAsync(person)).ShouldBe(["first"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_same_act_twice_does_nothing_the_second_time_and_answers_the_same(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        var act = Told.Act(person, 0, "told once");
        var first = (await archive.Journal.AppendAsync(act, default)).ShouldBeAppended();
        await archive.TellAsync(person, "something after it");

        foreach (var expected in new[] { 0, 2 })
        {
            var repeated = await archive.Journal.AppendAsync(act with { ExpectedVersion = expected }, default);
            var entries = repeated.ShouldBeOfType<AppendResult.AlreadyDone>().Entries;
            entries.Select(entry => entry.Id).ShouldBe(first.Select(entry => entry.Id));
        }
        (await archive.HearAsync(person)).ShouldBe(["told once", "something after it"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_same_act_sent_many_times_at_once_is_stored_once(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        var act = Told.Act(person, 0, "pressed twice");
        var results = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => archive.Journal.AppendAsync(act, default)))
        );
        results.Count(result => result is AppendResult.Appended).ShouldBe(1);
        results.Count(result => result is AppendResult.AlreadyDone).ShouldBe(19);
        (await archive.HearAsync(person)).ShouldBe(["pressed twice"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Sixteen_writers_on_one_person_lose_nothing(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        await Task.WhenAll(
            Enumerable.Range(0, 16).Select(writer => Task.Run(() => TellUntilHeardAsync(archive, person, $"{writer}")))
        );

        var expected = Enumerable
            .Range(0, 16)
            .SelectMany(writer => Enumerable.Range(0, 10).Select(i => $"{writer}.{i}"));
        (await archive.HearAsync(person)).ShouldBe(expected, ignoreOrder: true);
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Two_processes_on_one_journal_lose_nothing(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, other) = (await place.OpenAsync(), await place.OpenAsync());
        var person = Told.Someone();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(() => TellUntilHeardAsync(writer % 2 == 0 ? one : other, person, $"{writer}"))
                )
        );
        (await one.HearAsync(person)).Count.ShouldBe(80);
        (await other.HearAsync(person)).ShouldBe(await one.HearAsync(person));
        await other.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_follower_sees_every_fact_once_and_in_order_while_many_write(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, other) = (await place.OpenAsync(), await place.OpenAsync());
        var people = Enumerable.Range(0, 16).Select(_ => Told.Someone()).ToList();
        var writing = Task.WhenAll(
            people.Select(
                (person, i) => Task.Run(() => TellUntilHeardAsync(i % 2 == 0 ? one : other, person, $"{i}", times: 50))
            )
        );

        var seen = new List<(StreamId, int)>();
        var last = 0L;
        for (var finished = false; !finished; )
        {
            finished = writing.IsCompleted;
            for (FollowedEntries next; (next = await one.Journal.FollowAsync(last, 100, default)).Entries.Count > 0; )
            {
                seen.AddRange(next.Entries.Select(entry => (entry.Stream, entry.Version)));
                last = next.LastSequence;
            }
        }
        await writing;
        seen.ShouldBe(people.SelectMany(person => Enumerable.Range(1, 50).Select(i => (person, i))), ignoreOrder: true);
        last.ShouldBe(800);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_directory_is_a_stream_like_any_other(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await archive.TellAsync(StreamId.Directory, "an organisation");
        (await archive.HearAsync(StreamId.Directory)).ShouldBe(["an organisation"]);
        (await archive.Register<ToldRow>().AllAsync(default)).ShouldBeEmpty();
    }

    private static async Task TellUntilHeardAsync(Archive archive, StreamId person, string writer, int times = 10)
    {
        for (var i = 0; i < times; i++)
        {
            var act = Told.Act(person, 0, $"{writer}.{i}");
            do act = act with { ExpectedVersion = await archive.Journal.VersionAsync(person, default) };
            while (await archive.Journal.AppendAsync(act, default) is AppendResult.Conflict);
        }
    }
}
