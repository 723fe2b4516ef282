using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

public sealed class BackupTests
{
    private static readonly BackupPart[] NoParts = [];

    public static TheoryData<On, On> Journeys =>
        PostgreSqlCluster.Absent is null
            ? new()
            {
                { On.Sqlite, On.Sqlite },
                { On.Sqlite, On.PostgreSql },
                { On.PostgreSql, On.Sqlite },
                { On.PostgreSql, On.PostgreSql },
            }
            : new() { { On.Sqlite, On.Sqlite } };

    [Theory, MemberData(nameof(Journeys))]
    public async Task A_backup_comes_back_whole_on_either_database(On from, On to)
    {
        await using var source = await Place.MakeAsync(from);
        var archive = await source.OpenAsync();
        var (person, scan) = await Erased.TellAllAsync(archive);
        var (gone, _) = await Erased.TellAllAsync(archive);
        await archive.EraseAsync(Erased.Of(gone), default);
        var before = await archive.Journal.ReadAsync(person, 0, default);
        var accounts = new Accounts("two nurses and a physician");
        await archive.BackupAsync(source.In("backup"), Told.Night.Instant, [accounts.Part], default);
        await source.CloseAsync();

        await using var target = await Place.MakeAsync(to);
        await RestoreAsync(target, source.In("backup"), [accounts.Part]);

        accounts.Restored.ShouldBe("two nurses and a physician");
        var restored = await target.OpenAsync();
        var after = await restored.Journal.ReadAsync(person, 0, default);
        after.Select(FactCodec.Write).ShouldBe(before.Select(FactCodec.Write));
        (await restored.Journal.ReadAttachmentAsync(person, scan, default))!.Content.ShouldBe([1, 2, 3]);
        (await restored.Looks.ReadAsync(person.Id, 0, 10, default)).Count.ShouldBe(1);
        (await restored.Register<ToldRow>().FindByNumberAsync("#5", default)).ShouldHaveSingleItem();
        (await restored.HearAsync(gone)).ShouldBeEmpty();
        await restored.TellAsync(person, "and life goes on");
        await restored.ShouldVerifyAsync(source.In("backup/seal.json"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Backup_wipe_and_restore_give_the_same_in_the_same_place(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, _) = await Erased.TellAllAsync(archive);
        await archive.BackupAsync(place.In("backup"), Told.Night.Instant, NoParts, default);
        await place.WipeAsync();
        await RestoreAsync(place, place.In("backup"));
        var restored = await place.OpenAsync();
        (await restored.HearAsync(person)).ShouldBe(["lives in Gent", "number #5"]);
        (await restored.RebuildAsync(default)).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task After_the_restore_of_an_older_backup_the_erased_stay_erased(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, scan) = await Erased.TellAllAsync(archive);
        await archive.BackupAsync(place.In("older"), Told.Night.Instant, NoParts, default);
        await archive.BackupAsync(place.In("moved"), Told.Night.Instant, NoParts, default);
        Directory.Move(place.In("moved"), place.In("elsewhere"));

        var result = await archive.EraseAsync(Erased.Of(person), default);
        result.Backups.ShouldBe([place.In("older")]);
        result.UnreachableBackups.ShouldBe([place.In("moved")]);

        foreach (var backup in new[] { "older", "elsewhere" })
        {
            await place.WipeAsync();
            await RestoreAsync(place, place.In(backup));
            await (await place.OpenAsync()).ShouldBeUnreadableAsync(person, scan);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_ledger_that_was_kept_elsewhere_keeps_the_erased_erased(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, scan) = await Erased.TellAllAsync(archive);
        await archive.BackupAsync(place.In("moved"), Told.Night.Instant, NoParts, default);
        Directory.Move(place.In("moved"), place.In("elsewhere"));
        await archive.EraseAsync(Erased.Of(person), default);
        File.Copy(Path.Combine(place.Options.DataDirectory, "erasures.ledger"), place.In("kept.ledger"));

        await place.WipeAsync();
        await RestoreAsync(place, place.In("elsewhere"), ledger: place.In("kept.ledger"));
        await (await place.OpenAsync()).ShouldBeUnreadableAsync(person, scan);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_backup_while_people_work_is_whole(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        using var stop = new CancellationTokenSource();
        var working = Enumerable.Range(0, 4).Select(_ => Task.Run(() => WorkAsync(archive, stop.Token))).ToList();
        for (var i = 0; i < 3; i++)
            await archive.BackupAsync(place.In($"backup{i}"), Told.Night.Instant, NoParts, default);
        await stop.CancelAsync();
        await Task.WhenAll(working);
        for (var i = 0; i < 3; i++)
        {
            await place.WipeAsync();
            await RestoreAsync(place, place.In($"backup{i}"));
        }
        await (await place.OpenAsync()).ShouldVerifyAsync(place.In("backup2/seal.json"));
    }

    [Theory, OnSqlite]
    public async Task A_backup_that_was_interrupted_or_changed_is_refused_and_says_why(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await Erased.TellAllAsync(archive);
        await archive.BackupAsync(place.In("backup"), Told.Night.Instant, NoParts, default);
        await place.WipeAsync();
        foreach (var file in Directory.GetFiles(place.In("backup"), "*", SearchOption.AllDirectories))
        {
            var content = await File.ReadAllBytesAsync(file);
            if (content.Length == 0)
                continue;
            await File.WriteAllBytesAsync(
                file,
                [.. content[..(content.Length / 2)], 0x7E, .. content[(content.Length / 2)..]]
            );
            await Should.ThrowAsync<StorageException>(() => RestoreAsync(place, place.In("backup")), file);
            await File.WriteAllBytesAsync(file, content);
        }
        File.Move(place.In("backup/manifest.json"), place.In("backup/manifest.not-yet"));
        var refusal = await Should.ThrowAsync<StorageException>(() => RestoreAsync(place, place.In("backup")));
        refusal.Message.ShouldContain("interrupted");
        File.Move(place.In("backup/manifest.not-yet"), place.In("backup/manifest.json"));
        await RestoreAsync(place, place.In("backup"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_place_that_is_in_use_is_never_restored_over(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, _) = await Erased.TellAllAsync(archive);
        await archive.BackupAsync(place.In("backup"), Told.Night.Instant, NoParts, default);
        await archive.TellAsync(person, "later");
        await Should.ThrowAsync<StorageException>(() => RestoreAsync(place, place.In("backup")));
        (await archive.HearAsync(person)).Count.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_restore_that_was_interrupted_cannot_be_worked_with_but_restored_again(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, _) = await Erased.TellAllAsync(archive);
        await archive.BackupAsync(place.In("backup"), Told.Night.Instant, NoParts, default);
        await place.WipeAsync();
        var broken = new BackupPart("accounts.db", NothingAsync, (_, _) => throw new IOException("disk full"));
        await File.WriteAllTextAsync(place.In("backup/accounts/accounts.db"), "accounts");
        await Should.ThrowAsync<IOException>(() => RestoreAsync(place, place.In("backup"), [broken]));

        await Should.ThrowAsync<StorageException>(() => place.OpenAsync());
        await RestoreAsync(place, place.In("backup"));
        (await (await place.OpenAsync()).HearAsync(person)).Count.ShouldBe(2);
    }

    [Theory, OnSqlite]
    public async Task A_backup_needs_a_directory_of_its_own(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var data = place.Options.DataDirectory;
        await Should.ThrowAsync<StorageException>(() =>
            archive.BackupAsync(data, Told.Night.Instant, NoParts, default)
        );
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_backup_restores_under_another_master_key(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, _) = await Erased.TellAllAsync(archive);
        await archive.BackupAsync(place.In("backup"), Told.Night.Instant, NoParts, default);
        await place.WipeAsync();
        var options = place.Options with { MasterKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)] };
        await Archive.RestoreAsync(options, Told.Model(), place.In("backup"), NoParts, null, default);
        await using var restored = await Archive.OpenAsync(options, Told.Model(), default);
        (await restored.HearAsync(person)).Count.ShouldBe(2);
        await restored.ShouldVerifyAsync();
    }

    private static Task RestoreAsync(
        Place place,
        string backup,
        IReadOnlyList<BackupPart>? parts = null,
        string? ledger = null
    ) => Archive.RestoreAsync(place.Options, Told.Model(), backup, parts ?? NoParts, ledger, default);

    private static Task NothingAsync(Stream stream, CancellationToken ct) => Task.CompletedTask;

    private static async Task WorkAsync(Archive archive, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await Erased.TellAllAsync(archive);
    }

    /// <summary>What the web brings along: its accounts.</summary>
    private sealed class Accounts(string content)
    {
        public string? Restored { get; private set; }

        public BackupPart Part => new("accounts.db", WriteAsync, ReadAsync);

        private async Task WriteAsync(Stream stream, CancellationToken ct) =>
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content), ct);

        private async Task ReadAsync(Stream stream, CancellationToken ct)
        {
            using var reader = new StreamReader(stream);
            Restored = await reader.ReadToEndAsync(ct);
        }
    }
}
