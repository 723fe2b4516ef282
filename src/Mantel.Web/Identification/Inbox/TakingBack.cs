using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification.Inbox;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Identification.Inbox;

/// <summary>A sender takes back what they told, and whoever acted on it says that they read so.</summary>
internal static class TakingBack
{
    public static void MapTakingBack(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signals/{signal:guid}/take-back", AskAsync).Needs(AccessAction.SendSignal);
        routes
            .MapPost("/signals/{signal:guid}/take-back", TakeBackAsync)
            .Needs(AccessAction.SendSignal)
            .RequireRateLimiting(RateLimits.Signal)
            .ShowsAgain();
        routes.MapPost("/signals/{signal:guid}/read", ReadAsync).Needs(AccessAction.SendSignal);
    }

    private static async Task<IResult> AskAsync(Guid signal, HttpContext http, Desk desk, InboxDesk inbox) =>
        await FindAsync(signal, http, desk, inbox) is { } found
            ? Answer.Page<TakeBackForm>(found)
            : Answer.NothingHere();

    private static async Task<IResult> TakeBackAsync(
        Guid signal,
        TypedForm typed,
        HttpContext http,
        Desk desk,
        InboxDesk inbox
    )
    {
        if (await FindAsync(signal, http, desk, inbox, takenBackToo: true) is not { } found)
            return Answer.NothingHere();
        if (typed.Problems.Count > 0)
            return Answer.Again<TakeBackForm>(typed, found);
        var deed = await inbox.TakeBackAsync(
            signal,
            typed["reason"],
            http.Actor()!,
            typed.Sent(http),
            http.Now(),
            http.RequestAborted
        );
        return deed switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Answer.SeeOther(http, "/signals", "signal.taken-back"),
            ActOutcome.Refused refused => Answer.Again<TakeBackForm>(typed.With(refused.Problems), found),
            ActOutcome.SentOtherwise before => Answer.Again<TakeBackForm>(typed.SentOtherwise(before), found),
            _ => Answer.NothingHere(),
        };
    }

    private static async Task<IResult> ReadAsync(
        Guid signal,
        TypedForm typed,
        HttpContext http,
        Desk desk,
        InboxDesk inbox
    )
    {
        var (actor, sending) = (http.Actor()!, typed.Sent(http));
        return
            await inbox.ReadTakenBackAsync(signal, actor, sending, http.Now(), http.RequestAborted)
                is ActOutcome.Done
                    or ActOutcome.AlreadyDone
            ? Answer.SeeOther(http, "/")
            : Answer.NothingHere();
    }

    /// <summary>A signal of whoever asks, with what their own words were; null for any other.</summary>
    private static async Task<object?> FindAsync(
        Guid signal,
        HttpContext http,
        Desk desk,
        InboxDesk inbox,
        bool takenBackToo = false
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var heard = (await inbox.HeardAsync(http.Actor()!, http.RequestAborted)).FirstOrDefault(one =>
            one.Signal == signal
        );
        if (heard is null || (heard.Told is null && !(takenBackToo && heard.IsTakenBack)))
            return null;
        var directory = await desk.DirectoryAsync(http.RequestAborted);
        return new { Heard = heard, Organisation = directory.Organisation(heard.Organisation)?.Name };
    }
}
