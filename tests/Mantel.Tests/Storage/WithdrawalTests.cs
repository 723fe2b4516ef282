using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

public sealed class WithdrawalTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task An_entry_about_the_wrong_person_leaves_only_a_stub_everywhere(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (archive, other) = (await place.OpenAsync(), await place.OpenAsync());
        var (person, entries, scan) = await TellWrongAsync(archive);
        await other.HearAsync(person);

        await WithdrawAsync(archive, person, entries[1], scan);

        foreach (var reader in new[] { archive, other, await place.OpenAsync() })
        {
            var read = await reader.Journal.ReadAsync(person, 0, default);
            read.Select(Told.TextOf).ShouldBe(["right", null, "right too", null]);
            var stub = read[1];
            stub.Fact.ShouldBe(new EntryWithdrawn());
            (stub.Id, stub.Version, stub.Recorded).ShouldBe((entries[1].Id, 2, entries[1].Recorded));
            (stub.Author.Name, stub.Author.Role).ShouldBe(("", Role.System));
            (await reader.Journal.ReadAttachmentAsync(person, scan, default)).ShouldBeNull();
        }
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_payload_that_vanished_without_a_withdrawal_is_a_fault(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, _, _) = await TellWrongAsync(archive);
        await place.TamperAsync("journal", "UPDATE entry SET payload = NULL WHERE version = 2");
        var fault = (await archive.VerifyAsync(null, default)).Faults.ShouldHaveSingleItem();
        fault.Place.ShouldBe($"{person} version 2");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Withdrawing_what_is_withdrawn_already_does_no_harm(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, entries, scan) = await TellWrongAsync(archive);
        await WithdrawAsync(archive, person, entries[1], scan);
        await WithdrawAsync(archive, person, entries[1], scan);
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Withdrawing_an_entry_of_another_person_is_refused(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (person, entries, scan) = await TellWrongAsync(archive);
        var other = Told.Someone();
        await archive.TellAsync(other, "mine");
        await Should.ThrowAsync<StorageException>(() => WithdrawAsync(archive, other, entries[1], scan));
        (await archive.HearAsync(person)).ShouldBe(["right", "wrong person", "right too"]);
    }

    private static async Task<(StreamId, IReadOnlyList<Entry>, Guid)> TellWrongAsync(Archive archive)
    {
        var person = Told.Someone();
        var scan = new NewAttachment(Guid.NewGuid(), "text/plain", "of another.txt", [1, 2, 3]);
        var act = Told.Act(person, 0, "right", "wrong person", "right too") with { Attachments = [scan] };
        return (person, (await archive.Journal.AppendAsync(act, default)).ShouldBeAppended(), scan.Id);
    }

    private static async Task WithdrawAsync(Archive archive, StreamId person, Entry entry, Guid scan)
    {
        var version = await archive.Journal.VersionAsync(person, default);
        var why = new NewFact(new WrongPersonNoticed([entry.Id], "of another with the same name"));
        var act = Told.Act(person, version) with { Facts = [why], Withdraw = [entry.Id], WithdrawAttachments = [scan] };
        (await archive.Journal.AppendAsync(act, default)).ShouldBeAppended();
    }
}
