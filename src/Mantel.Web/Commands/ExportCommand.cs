using System.CommandLine;
using System.Text.Json;
using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Export;
using Mantel.Fhir.R4;
using Mantel.Storage;

namespace Mantel.Web.Commands;

/// <summary><c>export</c>: writes one person's plan as a bundle of the PZP standard.</summary>
internal static class ExportCommand
{
    private static readonly Argument<Guid> Person = new("PERSON") { Description = "The id of the person's record" };
    private static readonly Argument<FileInfo> To = new("FILE")
    {
        Description = "A file that is not there yet; its name ends in .xml for XML, in anything else for JSON",
    };

    public static Command Command()
    {
        var command = new Command(
            "export",
            "Write one person's plan as a FHIR R4 bundle of the PZP standard. What came in and still stands goes out "
                + "as it came."
        )
        {
            Person,
            To,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var to = parsed.GetRequiredValue(To);
        if (to.Exists)
            throw new CommandRefused($"{to} is there already; it is not overwritten.");
        using var progress = new ConsoleProgress();
        await using var archive = await StorageCommands.OpenAsync(parsed, progress, ct);
        var desk = new Desk(archive.Journal, archive.Looks).Own;
        var record = await desk.LoadAsync(parsed.GetRequiredValue(Person), ct);
        if (!record.Exists)
            throw new CommandRefused("There is no such record, or it was erased.");
        await OperatorLooks.WriteAsync(archive.Looks, record, AccessAction.Export, ct);
        var attachments = await AttachmentsAsync(desk, record, ct);
        var export = ExportPerson.Export(
            record,
            BedsideClock.DayOf(TimeProvider.System.GetUtcNow()),
            id => attachments.TryGetValue(id, out var one) ? (one.ContentType, one.Content) : null
        );
        var isXml = string.Equals(to.Extension, ".xml", StringComparison.OrdinalIgnoreCase);
        var bundle = isXml ? WriteXml.Write(JsonElement.Parse(export.Bundle)) : export.Bundle;
        await File.WriteAllBytesAsync(to.FullName, bundle, ct);
        progress.Finish();
        Console.WriteLine($"{export.Resources.Count} resources written to {to}.");
        foreach (var left in export.LeftOut)
            Console.WriteLine($"left out: {left.Kind} ({left.Entry})");
        return 0;
    }

    private static async Task<Dictionary<Guid, Attachment>> AttachmentsAsync(
        ProgramDesk desk,
        PersonRecord record,
        CancellationToken ct
    )
    {
        Dictionary<Guid, Attachment> found = [];
        var wanted = record
            .All<MessageReceived>()
            .Select(one => one.Fact.Attachment)
            .Concat(
                record
                    .All<Core.AdvanceCarePlanning.AdvanceDirectiveRecorded>()
                    .Select(one => one.Fact.Document)
                    .OfType<Guid>()
            );
        foreach (var id in wanted.Distinct())
        {
            if (await desk.AttachmentAsync(record, id, ct) is { } attachment)
                found[id] = attachment;
        }
        return found;
    }
}
