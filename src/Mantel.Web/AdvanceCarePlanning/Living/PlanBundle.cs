using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Export;
using Mantel.Storage;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>The plan as a bundle of the PZP standard, to be taken into another system.</summary>
internal static class PlanBundle
{
    /// <summary>The look is in the log before this is asked: the record was opened for it.</summary>
    public static async Task<IResult> SendAsync(Sight sight, HttpContext http, Desk desk)
    {
        var attachments = new Dictionary<Guid, Attachment>();
        foreach (var id in Wanted(sight).Distinct())
        {
            if (await desk.AttachmentAsync(sight, id, http.RequestAborted) is { } attachment)
                attachments[id] = attachment;
        }
        var export = ExportPerson.Export(
            sight.Record,
            sight.Now.Today,
            id => attachments.TryGetValue(id, out var one) ? (one.ContentType, one.Content) : null
        );
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(export.Bundle, "application/fhir+json", "pzp-bundle.json");
    }

    private static IEnumerable<Guid> Wanted(Sight sight) =>
        sight
            .Record.All<MessageReceived>()
            .Select(message => message.Fact.Attachment)
            .Concat(sight.Record.All<AdvanceDirectiveRecorded>().Select(one => one.Fact.Document).OfType<Guid>());
}
