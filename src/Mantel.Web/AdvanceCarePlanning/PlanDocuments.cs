using Mantel.Core.AdvanceCarePlanning;
using Mantel.Storage;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>The documents of declarations: which kinds are taken in, and how they go out again.</summary>
internal static class PlanDocuments
{
    public const string Accept = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.tif,.tiff";

    private static readonly (string ContentType, int At, byte[] Mark)[] Kinds =
    [
        ("application/pdf", 0, "%PDF-"u8.ToArray()),
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/webp", 8, "WEBP"u8.ToArray()),
        ("image/heic", 4, "ftypheic"u8.ToArray()),
        ("image/heic", 4, "ftypmif1"u8.ToArray()),
        ("image/tiff", 0, [0x49, 0x49, 0x2A, 0x00]),
        ("image/tiff", 0, [0x4D, 0x4D, 0x00, 0x2A]),
    ];

    /// <summary>What it is by its content, whatever it is called; null for what is no document or photograph.</summary>
    public static string? KindOf(ReadOnlySpan<byte> content)
    {
        foreach (var (contentType, at, mark) in Kinds)
        {
            if (content.Length >= at + mark.Length && content.Slice(at, mark.Length).SequenceEqual(mark))
                return contentType;
        }
        return null;
    }

    /// <summary>A declaration's document, sent as a file and never opened as a page of ours.</summary>
    public static async Task<IResult> SendAsync(Sight sight, HttpContext http, Desk desk)
    {
        var wanted = Guid.Parse((string)http.Request.RouteValues["document"]!);
        var isOfDeclaration = sight.Record.Entries.Any(entry =>
            entry.Fact is AdvanceDirectiveRecorded { Document: { } document } && document == wanted
        );
        if (!isOfDeclaration || await desk.AttachmentAsync(sight, wanted, http.RequestAborted) is not { } attachment)
            return Platform.Answer.NothingHere();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(
            attachment.Content,
            KindOf(attachment.Content) ?? "application/octet-stream",
            attachment.FileName ?? "document"
        );
    }
}
