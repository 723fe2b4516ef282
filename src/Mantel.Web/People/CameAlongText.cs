using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;

namespace Mantel.Web.People;

/// <summary>A message that came along, word for word: text only, never a page of ours.</summary>
internal static class CameAlongText
{
    public static async Task<IResult> SendAsync(Sight sight, HttpContext http, Desk desk)
    {
        var wanted = Guid.Parse((string)http.Request.RouteValues["entry"]!);
        if (
            sight.Record.Find(wanted)?.Fact is not MessageReceived message
            || await desk.AttachmentAsync(sight, message.Attachment, http.RequestAborted) is not { } attachment
        )
            return Platform.Answer.NothingHere();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(attachment.Content, "text/plain; charset=utf-8");
    }
}
