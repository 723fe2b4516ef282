using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

/// <summary>Erasures for the tests.</summary>
public static class Erased
{
    public static Erasure Of(StreamId person) =>
        new(person.Id, Told.Night.Instant, "GDPR art. 17", Told.Nurse.Account, Looked.Physician);

    public static async Task ShouldBeUnreadableAsync(this Archive archive, StreamId person, Guid? scan = null)
    {
        (await archive.Journal.ReadAsync(person, 0, default)).ShouldBeEmpty();
        (await archive.Journal.VersionAsync(person, default)).ShouldBe(0);
        (await archive.Register<ToldRow>().OfAsync(person.Id, default)).ShouldBeNull();
        (await archive.Register<ToldRow>().FindByNumberAsync("#5", default)).ShouldBeEmpty();
        (await archive.Looks.ReadAsync(person.Id, 0, 10, default)).ShouldBeEmpty();
        if (scan is { } id)
            (await archive.Journal.ReadAttachmentAsync(person, id, default)).ShouldBeNull();
        var followed = await archive.Journal.FollowAsync(0, 1000, default);
        followed.Entries.ShouldAllBe(entry => entry.Stream != person);
        await archive.ShouldVerifyAsync();
    }

    /// <summary>Somebody with a number, a document and a look.</summary>
    public static async Task<(StreamId Person, Guid Scan)> TellAllAsync(Archive archive)
    {
        var (person, scan) = (Told.Someone(), new NewAttachment(Guid.NewGuid(), "text/plain", null, [1, 2, 3]));
        var act = Told.Act(person, 0, "lives in Gent", "number #5") with { Attachments = [scan] };
        (await archive.Journal.AppendAsync(act, default)).ShouldBeAppended();
        await archive.Looks.WriteAsync(Looked.At(person.Id), default);
        return (person, scan.Id);
    }
}

public sealed class ErasureTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_erased_person_is_unreadable_everywhere_and_everybody_else_is_as_before(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (archive, running) = (await place.OpenAsync(), await place.OpenAsync());
        var (person, scan) = await Erased.TellAllAsync(archive);
        var other = Told.Someone();
        await archive.TellAsync(other, "somebody else");
        await running.HearAsync(person);
        await running.Register<ToldRow>().AllAsync(default);

        var result = await archive.EraseAsync(Erased.Of(person), default);

        result.Backups.ShouldBeEmpty();
        foreach (var reader in new[] { archive, running, await place.OpenAsync() })
        {
            await reader.ShouldBeUnreadableAsync(person, scan);
            (await reader.HearAsync(other)).ShouldBe(["somebody else"]);
        }
        (await place.TamperAsync<long>("keys", "SELECT COUNT(*) FROM stream_key")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Nothing_can_be_recorded_about_an_erased_person_by_any_process(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (archive, running) = (await place.OpenAsync(), await place.OpenAsync());
        var (person, _) = await Erased.TellAllAsync(archive);
        await running.HearAsync(person);
        await archive.EraseAsync(Erased.Of(person), default);
        foreach (var writer in new[] { archive, running })
        {
            foreach (var expected in new[] { 0, 2 })
            {
                var result = await writer.Journal.AppendAsync(Told.Act(person, expected, "back again"), default);
                result.ShouldBe(new AppendResult.Erased());
            }
            await writer.Looks.WriteAsync(Looked.At(person.Id), default);
        }
        await running.RebuildAsync(default);
        await archive.ShouldBeUnreadableAsync(person);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_erasure_that_was_interrupted_is_finished_at_the_next_start(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, scan) = await Erased.TellAllAsync(archive);
        await archive.EraseAsync(Erased.Of(person), default);
        await place.TamperAsync("journal", "DELETE FROM erased");
        await place.TamperAsync("journal", "DELETE FROM register");
        await (await place.OpenAsync()).ShouldBeUnreadableAsync(person, scan);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task It_takes_two_people_a_basis_and_somebody_to_erase(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, _) = await Erased.TellAllAsync(archive);
        var erasure = Erased.Of(person);
        foreach (
            var wrong in new[]
            {
                erasure with
                {
                    AndBy = erasure.By,
                },
                erasure with
                {
                    Basis = " ",
                },
                erasure with
                {
                    Person = Guid.NewGuid(),
                },
            }
        )
            await Should.ThrowAsync<StorageException>(() => archive.EraseAsync(wrong, default));
        (await archive.HearAsync(person)).Count.ShouldBe(2);
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_changed_ledger_is_found(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        for (var i = 0; i < 3; i++)
            await archive.EraseAsync(Erased.Of((await Erased.TellAllAsync(archive)).Person), default);
        await archive.ShouldVerifyAsync();
        await place.TamperAsync("keys", "UPDATE erasure SET basis = 'none' WHERE number = 2");
        (await archive.VerifyAsync(null, default)).Faults.ShouldHaveSingleItem().Place.ShouldBe("erasure ledger, 2");
    }
}
