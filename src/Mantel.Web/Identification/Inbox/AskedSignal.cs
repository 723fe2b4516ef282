using Mantel.Core.Access;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mantel.Web.Identification.Inbox;

/// <summary>One signal of an inbox that is asked for.</summary>
internal sealed record AskedSignal(
    Guid Organisation,
    Guid Signal,
    HttpContext Http,
    [FromServices] Desk Desk,
    [FromServices] InboxDesk Inbox,
    [FromServices] Places Places
)
{
    /// <summary>The look is written down; null when it is not there or not allowed.</summary>
    public Task<InboxSight?> OpenAsync(AccessAction what)
    {
        Http.Response.Headers.CacheControl = "no-store";
        return Inbox.OpenAsync(Organisation, Signal, Http.Actor()!, what, Http.Now(), Http.RequestAborted);
    }

    public Task<ActOutcome> DoAsync(InboxSight sight, IAct<InboxRecord> act, TypedForm typed) =>
        Inbox.DoAsync(sight, act, typed.Sent(Http), Http.Now(), Http.RequestAborted);

    /// <summary>True when the same form was sent before and took the signal away.</summary>
    public async Task<bool> WasDoneAsync(TypedForm typed) =>
        await Inbox.SentBeforeAsync(Organisation, Http.Actor()!, typed.Sent(Http), Http.RequestAborted)
        is ActOutcome.AlreadyDone;

    public Task<Offered> PlacesAsync() => Places.ForAsync(Http.Actor()!, Http.Now());
}
