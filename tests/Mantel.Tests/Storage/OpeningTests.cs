using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Storage.Keys;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

public sealed class OpeningTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_journal_with_facts_of_a_newer_program_is_not_opened(On on)
    {
        await using var place = await Place.MakeAsync(on);
        await (await place.OpenAsync()).TellAsync(Told.Someone(), "known");
        await place.TamperAsync("journal", "INSERT INTO fact_kind (name, version) VALUES ('care.from-the-future', 1)");
        var refusal = await Should.ThrowAsync<UnknownFactException>(() => place.OpenAsync());
        refusal.Message.ShouldContain("care.from-the-future.1");

        await place.TamperAsync("journal", "DELETE FROM fact_kind WHERE name = 'care.from-the-future'");
        await place.TamperAsync("journal", "UPDATE fact_kind SET version = 2 WHERE name = 'journal.entry-witnessed'");
        (await Should.ThrowAsync<UnknownFactException>(() => place.OpenAsync())).KindVersion.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Another_master_key_is_refused_in_one_sentence(On on)
    {
        await using var place = await Place.MakeAsync(on);
        await place.OpenAsync();
        var options = place.Options with { MasterKey = new byte[32] };
        var refusal = await Should.ThrowAsync<StorageException>(() =>
            Archive.OpenAsync(options, Told.Model(), default)
        );
        refusal.Message.ShouldBe(
            "The master key does not open the keys that are kept here: give the one they were made with, in master.key "
                + "of the data folder or in the variable MANTEL_MASTER_KEY."
        );
        var short_ = place.Options with { MasterKey = new byte[31] };
        await Should.ThrowAsync<StorageException>(() => Archive.OpenAsync(short_, Told.Model(), default));
    }

    [Theory, OnSqlite]
    public async Task The_master_key_file_is_for_its_owner_only_and_a_broken_one_is_refused(On on)
    {
        await using var place = await Place.MakeAsync(on);
        await place.OpenAsync();
        var file = Path.Combine(place.Options.DataDirectory, "master.key");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, "not a key");
        (await Should.ThrowAsync<StorageException>(() => place.OpenAsync())).Message.ShouldContain("master.key");
    }

    [Theory, OnSqlite]
    public async Task A_file_that_is_no_database_is_refused(On on)
    {
        await using var place = await Place.MakeAsync(on);
        Directory.CreateDirectory(place.Options.DataDirectory);
        await File.WriteAllTextAsync(Path.Combine(place.Options.DataDirectory, "journal.db"), new string('x', 5000));
        var refusal = await Should.ThrowAsync<StorageException>(() => place.OpenAsync());
        refusal.Message.ShouldStartWith("journal.db cannot be opened");
    }

    [Theory, OnPostgreSql]
    public async Task A_database_that_does_not_answer_is_refused_without_its_password(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var options = place.Options with { PostgreSql = "Host=127.0.0.1;Port=1;Username=mantel;Password=secret-word" };
        var refusal = await Should.ThrowAsync<StorageException>(() =>
            Archive.OpenAsync(options, Told.Model(), default)
        );
        refusal.Message.ShouldStartWith("PostgreSQL cannot be used");
        refusal.ToString().ShouldNotContain("secret-word");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Many_processes_can_open_an_empty_place_at_once(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archives = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => Archive.OpenAsync(place.Options, Told.Model(), default)))
        );
        var person = Told.Someone();
        await archives[0].TellAsync(person, "hello");
        foreach (var archive in archives)
        {
            (await archive.HearAsync(person)).ShouldBe(["hello"]);
            await archive.DisposeAsync();
        }
    }

    /// <summary>The key that one of them has used is never replaced by that of another.</summary>
    [Fact]
    public async Task Many_who_find_no_master_key_end_with_one()
    {
        using var all = new Barrier(8);
        for (var time = 0; time < 200; time++)
        {
            var options = new StorageOptions(Directory.CreateTempSubdirectory("mantel-key-").FullName);
            var keys = await Task.WhenAll(
                Enumerable
                    .Range(0, all.ParticipantCount)
                    .Select(_ =>
                        Task.Factory.StartNew(
                            Find,
                            CancellationToken.None,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                    )
            );
            var wrapped = keys[0].Wrap([1, 2, 3], "here");
            foreach (var key in keys)
                key.Unwrap(wrapped, "here").ShouldBe([1, 2, 3], $"time {time}");
            Directory.GetFiles(options.DataDirectory).ShouldHaveSingleItem();
            Directory.Delete(options.DataDirectory, recursive: true);

            MasterKey Find()
            {
                all.SignalAndWait();
                return MasterKey.Find(options);
            }
        }
    }
}
