using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

/// <summary>One act that says something in two streams says it in both or in neither.</summary>
public sealed class AlongTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Both_are_written_and_what_went_away_is_destroyed(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (inbox, person) = (StreamId.Of<InboxRecord>(Guid.NewGuid()), Told.Someone());
        var received = await archive.TellAsync(inbox, "the neighbour does not eat");
        await archive.TellAsync(person, "registered");

        var move = Move(inbox, 1, person, 1, received[0].Id);
        (await archive.Journal.AppendAsync(move, default)).ShouldBeAppended().Count.ShouldBe(2);

        foreach (var reader in new[] { archive, await place.OpenAsync() })
        {
            (await reader.HearAsync(inbox)).ShouldBe([null, "gone"]);
            (await reader.HearAsync(person)).ShouldBe(["registered", "the neighbour does not eat"]);
            (await reader.Journal.ReadAsync(inbox, 0, default))[0].Fact.ShouldBe(new EntryWithdrawn());
        }
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task When_somebody_came_first_in_either_nothing_is_written(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (inbox, person) = (StreamId.Of<InboxRecord>(Guid.NewGuid()), Told.Someone());
        var received = await archive.TellAsync(inbox, "the neighbour does not eat");
        await archive.TellAsync(person, "registered");

        foreach (var (here, there) in new[] { (0, 1), (1, 0) })
        {
            var late = Move(inbox, here, person, there, received[0].Id);
            (await archive.Journal.AppendAsync(late, default)).ShouldBeOfType<AppendResult.Conflict>();
        }
        (await archive.HearAsync(inbox)).ShouldBe(["the neighbour does not eat"]);
        (await archive.HearAsync(person)).ShouldBe(["registered"]);
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Of_many_who_move_it_at_once_to_different_people_one_does(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (archive, other) = (await place.OpenAsync(), await place.OpenAsync());
        var inbox = StreamId.Of<InboxRecord>(Guid.NewGuid());
        var received = await archive.TellAsync(inbox, "the neighbour does not eat");
        var people = Enumerable.Range(0, 16).Select(_ => Told.Someone()).ToList();

        var results = await Task.WhenAll(
            people.Select(
                (person, i) =>
                    (i % 2 == 0 ? archive : other).Journal.AppendAsync(
                        Move(inbox, 1, person, 0, received[0].Id),
                        default
                    )
            )
        );

        results.Count(result => result is AppendResult.Appended).ShouldBe(1);
        var arrived = 0;
        foreach (var person in people)
            arrived += (await archive.HearAsync(person)).Count;
        arrived.ShouldBe(1);
        (await archive.HearAsync(inbox)).ShouldBe([null, "gone"]);
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Sent_twice_it_is_done_once_and_nothing_goes_to_who_was_erased(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (inbox, person) = (StreamId.Of<InboxRecord>(Guid.NewGuid()), Told.Someone());
        var received = await archive.TellAsync(inbox, "the neighbour does not eat");
        await archive.TellAsync(person, "registered");
        await archive.EraseAsync(
            new Erasure(person.Id, Told.Night.Instant, "wish", Guid.NewGuid(), Guid.NewGuid()),
            default
        );
        var gone = Move(inbox, 1, person, 1, received[0].Id);
        (await archive.Journal.AppendAsync(gone, default)).ShouldBeOfType<AppendResult.Erased>();
        (await archive.HearAsync(inbox)).ShouldBe(["the neighbour does not eat"]);

        var move = Move(inbox, 1, Told.Someone(), 0, received[0].Id);
        (await archive.Journal.AppendAsync(move, default)).ShouldBeAppended();
        (await archive.Journal.AppendAsync(move, default)).ShouldBeOfType<AppendResult.AlreadyDone>();
        await archive.ShouldVerifyAsync();
    }

    private static Append Move(StreamId inbox, int seen, StreamId person, int there, Guid entry)
    {
        var gone = Told.Act(inbox, seen, "gone") with { Withdraw = [entry] };
        return gone with { Also = [Told.Act(person, there, "the neighbour does not eat") with { Act = gone.Act }] };
    }
}
