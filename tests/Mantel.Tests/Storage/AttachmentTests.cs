using System.Security.Cryptography;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

public sealed class AttachmentTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_document_comes_back_byte_for_byte_with_its_name_and_type(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        var content = RandomNumberGenerator.GetBytes(300_000);
        var scan = new NewAttachment(Guid.NewGuid(), "application/pdf", "wilsverklaring.pdf", content);
        var photo = new NewAttachment(Guid.NewGuid(), "image/jpeg", null, []);
        var act = Told.Act(person, 0, "with two documents") with { Attachments = [scan, photo] };
        (await archive.Journal.AppendAsync(act, default)).ShouldBeAppended();

        var read = (await archive.Journal.ReadAttachmentAsync(person, scan.Id, default))!;
        read.Content.ShouldBe(content);
        (read.ContentType, read.FileName).ShouldBe(("application/pdf", "wilsverklaring.pdf"));
        (await archive.Journal.ReadAttachmentAsync(person, photo.Id, default))!.FileName.ShouldBeNull();
        (await archive.Journal.ReadAttachmentAsync(Told.Someone(), scan.Id, default)).ShouldBeNull();
        (await archive.Journal.ReadAttachmentAsync(person, Guid.NewGuid(), default)).ShouldBeNull();
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_document_above_the_limit_is_refused_and_nothing_is_stored(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        var large = new NewAttachment(Guid.NewGuid(), "video/mp4", null, new byte[NewAttachment.Limit + 1]);
        var act = Told.Act(person, 0, "too large") with { Attachments = [large] };
        var refusal = await Should.ThrowAsync<StorageException>(() => archive.Journal.AppendAsync(act, default));
        refusal.Message.ShouldContain("20 MB");
        (await archive.HearAsync(person)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_second_document_with_the_same_id_is_refused_and_harms_nobody(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        var scan = new NewAttachment(Guid.NewGuid(), "text/plain", null, [1]);
        await archive.Journal.AppendAsync(Told.Act(person, 0, "first") with { Attachments = [scan] }, default);
        var again = Told.Act(person, 1, "again") with { Attachments = [scan with { Content = [2] }] };
        await Should.ThrowAsync<StorageException>(() => archive.Journal.AppendAsync(again, default));
        (await archive.Journal.ReadAttachmentAsync(person, scan.Id, default))!.Content.ShouldBe([1]);
        (await archive.TellAsync(person, "and on")).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_document_that_was_changed_swapped_or_taken_out_is_found(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (changed, gone, added) = (Told.Someone(), Told.Someone(), Told.Someone());
        foreach (var person in new[] { changed, gone, added })
        {
            var scan = new NewAttachment(Guid.NewGuid(), "text/plain", null, [1, 2, 3]);
            var act = Told.Act(person, 0, "with a document") with { Attachments = [scan] };
            await archive.Journal.AppendAsync(act, default);
        }
        await archive.ShouldVerifyAsync();
        await place.FlipAsync("journal", "attachment", "payload", place.Is(changed));
        await place.TamperAsync("journal", $"DELETE FROM attachment WHERE {place.Is(gone)}");
        await place.TamperAsync(
            "journal",
            "INSERT INTO attachment (stream, id, version, payload, payload_hash)"
                + $" SELECT stream, act, 7, payload, payload_hash FROM entry WHERE {place.Is(added)}"
        );

        var faults = (await archive.VerifyAsync(null, default)).Faults;
        faults.Count.ShouldBe(3);
        faults.ShouldContain(fault => fault.Place.StartsWith($"{changed} attachment", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.Place == $"{gone} version 1");
        faults.ShouldContain(fault => fault.Sentence.StartsWith("1 documents", StringComparison.Ordinal));
    }
}
