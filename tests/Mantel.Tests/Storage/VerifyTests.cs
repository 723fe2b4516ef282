using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

public sealed class VerifyTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_nobody_touched_verifies(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await archive.ShouldVerifyAsync();
        await TellManyAsync(archive);
        var verification = await archive.VerifyAsync(null, default);
        verification.Faults.ShouldBeEmpty();
        verification.Entries.ShouldBe(20);
        verification.Seals.ShouldBeGreaterThan(0);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Streams_of_every_kind_verify(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        foreach (var kind in StreamKind.Known.Values)
            await archive.TellAsync(new StreamId(kind, Guid.NewGuid()), "one", "two");
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_flipped_byte_is_found_where_it_is(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellManyAsync(archive);
        foreach (var column in new[] { "payload", "id", "act", "payload_hash", "hash" })
        {
            var before = await place.TamperAsync<byte[]>("journal", $"SELECT {column} FROM entry WHERE seq = 7");
            await place.FlipAsync("journal", "entry", column, "seq = 7");
            var faults = (await archive.VerifyAsync(null, default)).Faults;
            faults.ShouldNotBeEmpty(column);
            faults.ShouldAllBe(fault => fault.Place.Length > 0 && fault.Sentence.EndsWith('.'));
            await place.TamperAsync("journal", $"UPDATE entry SET {column} = @before WHERE seq = 7", new { before });
            await archive.ShouldVerifyAsync();
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_changed_time_of_recording_is_found(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellManyAsync(archive);
        await place.TamperAsync("journal", "UPDATE entry SET recorded = recorded + 1 WHERE seq = 3");
        (await archive.VerifyAsync(null, default)).Faults.ShouldHaveSingleItem().Place.ShouldEndWith("version 3");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_changed_seal_is_found(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellManyAsync(archive);
        foreach (var column in new[] { "signature", "heads", "hash" })
        {
            var before = await place.TamperAsync<byte[]>("journal", $"SELECT {column} FROM seal WHERE number = 2");
            await place.FlipAsync("journal", "seal", column, "number = 2");
            var faults = (await archive.VerifyAsync(null, default)).Faults;
            faults.ShouldContain(fault => fault.Place == "journal, seal 2", column);
            await place.TamperAsync("journal", $"UPDATE seal SET {column} = @before WHERE number = 2", new { before });
        }
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_entry_or_a_whole_person_that_was_taken_out_is_found(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellManyAsync(archive);
        await archive.TellAsync(Told.Someone(), "the last of all");
        await place.TamperAsync("journal", "DELETE FROM entry WHERE seq = 21");
        (await archive.VerifyAsync(null, default)).Faults.ShouldNotBeEmpty();
        await place.TamperAsync("journal", "DELETE FROM entry WHERE seq = 10");
        var faults = (await archive.VerifyAsync(null, default)).Faults;
        faults.ShouldContain(fault => fault.Place == "journal, sequence 10");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_cut_tail_is_found_by_a_seal_that_was_kept_elsewhere_and_only_by_it(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellManyAsync(archive);
        await archive.Looks.WriteAsync(Looked.At(Guid.NewGuid()), default);
        await archive.ExportSealAsync(place.In("seal.json"), default);
        await archive.ShouldVerifyAsync(place.In("seal.json"));

        await place.TamperAsync("looks", "DELETE FROM look");
        await place.TamperAsync("journal", "DELETE FROM entry WHERE seq > 16");
        await place.TamperAsync("journal", "DELETE FROM seal WHERE last_seq > 16");
        await archive.ShouldVerifyAsync();
        var faults = (await archive.VerifyAsync(place.In("seal.json"), default)).Faults;
        faults.Select(fault => fault.Place).ShouldBe(["journal, seal 5", "look log"]);

        await archive.TellAsync(Told.Someone(), "and on as if nothing had happened");
        faults = (await archive.VerifyAsync(place.In("seal.json"), default)).Faults;
        faults.ShouldContain(fault => fault.Sentence.Contains("written anew", StringComparison.Ordinal));
    }

    [Theory, OnSqlite]
    public async Task A_seal_file_that_was_changed_or_is_none_is_refused(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellManyAsync(archive);
        var file = place.In("seal.json");
        await archive.ExportSealAsync(file, default);
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("\"number\":5", "\"number\":4", StringComparison.Ordinal));
        await Should.ThrowAsync<StorageException>(() => archive.VerifyAsync(file, default));
        await File.WriteAllTextAsync(file, "{}");
        await Should.ThrowAsync<StorageException>(() => archive.VerifyAsync(file, default));
        await Should.ThrowAsync<StorageException>(() => archive.VerifyAsync(place.In("absent.json"), default));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_damaged_payload_is_never_shown_as_something_else(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var person = Told.Someone();
        await (await place.OpenAsync()).TellAsync(person, "resuscitation: no");
        await place.FlipAsync("journal", "entry", "payload", "seq = 1");
        var archive = await place.OpenAsync();
        var failure = await Should.ThrowAsync<StorageException>(() => archive.HearAsync(person));
        failure.Message.ShouldBe($"{person} version 1 is damaged. Run verify.");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_key_that_was_destroyed_without_an_erasure_is_found(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellManyAsync(archive);
        await place.FlipAsync("keys", "stream_key", "wrapped", "1 = 1");
        (await archive.VerifyAsync(null, default)).Faults.ShouldHaveSingleItem().Place.ShouldStartWith("keys, person/");
        await place.TamperAsync("keys", "DELETE FROM stream_key");
        (await archive.VerifyAsync(null, default)).Faults.ShouldHaveSingleItem().Place.ShouldStartWith("keys, person/");
    }

    /// <summary>Twenty entries of one person in five commits.</summary>
    private static async Task TellManyAsync(Archive archive)
    {
        var person = Told.Someone();
        for (var i = 0; i < 5; i++)
            await archive.TellAsync(person, "a", "b", "c", "d");
    }
}
