using System.Text;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

/// <summary>Security 3: what happens to accounts and at the door cannot be taken out or changed unseen.</summary>
public sealed class AccountLogTests
{
    private const string Elsewhere = "203.0.113.77";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Lines_are_read_newest_first_of_one_account_or_of_all(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (nurse, gp) = (Guid.NewGuid(), Guid.NewGuid());
        await TellAsync(archive, nurse, AccountEventKind.Made, AccountEventKind.SignedIn);
        await TellAsync(archive, gp, AccountEventKind.SignInFailed);

        (await archive.Accounts.ReadAsync(nurse, 0, 10, default))
            .Select(line => line.Kind)
            .ShouldBe([AccountEventKind.SignedIn, AccountEventKind.Made]);
        (await archive.Accounts.ReadAsync(null, 0, 10, default)).Count.ShouldBe(3);
        (await archive.Accounts.ReadAsync(null, 0, 1, default)).ShouldHaveSingleItem().Account.ShouldBe(gp);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Where_somebody_came_from_is_not_readable_where_it_lies(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellAsync(archive, Guid.NewGuid(), AccountEventKind.SignedIn);
        var kept = await place.TamperAsync<byte[]>("looks", "SELECT payload FROM account_event");
        Encoding.Latin1.GetString(kept!).ShouldNotContain(Elsewhere);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_line_that_was_changed_or_taken_out_is_found(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellAsync(archive, Guid.NewGuid(), [.. Enum.GetValues<AccountEventKind>().Take(5)]);
        (await archive.VerifyAsync(null, default)).AccountEvents.ShouldBe(5);
        await archive.ShouldVerifyAsync();
        foreach (var column in new[] { "id", "account", "payload", "payload_hash", "hash" })
        {
            var before = await place.TamperAsync<byte[]>("looks", $"SELECT {column} FROM account_event WHERE seq = 3");
            await place.FlipAsync("looks", "account_event", column, "seq = 3");
            (await archive.VerifyAsync(null, default)).Faults.ShouldNotBeEmpty(column);
            await place.TamperAsync(
                "looks",
                $"UPDATE account_event SET {column} = @before WHERE seq = 3",
                new { before }
            );
            await archive.ShouldVerifyAsync();
        }
        await place.TamperAsync("looks", "DELETE FROM account_event WHERE seq = 2");
        (await archive.VerifyAsync(null, default)).Faults.ShouldContain(fault => fault.Place == "account log, 3");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_tail_that_was_cut_off_is_found_with_a_seal_kept_elsewhere(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        await TellAsync(archive, Guid.NewGuid(), AccountEventKind.Made, AccountEventKind.PasswordReset);
        var seal = place.In("seal.json");
        await archive.ExportSealAsync(seal, default);
        await archive.ShouldVerifyAsync(seal);
        await place.TamperAsync("looks", "DELETE FROM account_event WHERE seq = 2");
        (await archive.VerifyAsync(null, default)).Faults.ShouldBeEmpty();
        (await archive.VerifyAsync(seal, default)).Faults.ShouldHaveSingleItem().Place.ShouldBe("account log");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task It_comes_back_with_a_backup_and_opens_again(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var account = Guid.NewGuid();
        await TellAsync(archive, account, AccountEventKind.Made);
        await archive.BackupAsync(place.In("backup"), Told.Night.Instant, [], default);
        await place.WipeAsync();
        await Archive.RestoreAsync(place.Options, Told.Model(), place.In("backup"), [], null, default);
        var restored = await place.OpenAsync();
        var line = (await restored.Accounts.ReadAsync(account, 0, 10, default)).ShouldHaveSingleItem();
        (line.Kind, line.Place).ShouldBe((AccountEventKind.Made, Elsewhere));
        await TellAsync(restored, account, AccountEventKind.SignedIn);
        await restored.ShouldVerifyAsync(place.In("backup/seal.json"));
    }

    private static async Task TellAsync(Archive archive, Guid account, params IReadOnlyList<AccountEventKind> kinds)
    {
        foreach (var kind in kinds)
            await archive.Accounts.WriteAsync(
                new AccountEvent(Guid.NewGuid(), Told.Night.Instant, kind, account, Place: Elsewhere),
                default
            );
    }
}
