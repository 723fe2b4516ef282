using Mantel.Core.Access;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Identification.Inbox;

/// <summary>
/// Signals about somebody whose page the sender cannot open: given and heard of by everybody, answered by who cares.
/// </summary>
internal static class InboxModule
{
    public const string Inbox = "/inbox";
    private const string Signals = "/signals";
    private const string New = "/signals/new";

    public static IServiceCollection AddInbox(this IServiceCollection services) =>
        services
            .AddScoped<Places>()
            .AddSingleton(provider => new InboxDesk(
                provider.GetRequiredService<Desk>(),
                provider.GetRequiredService<Installation>().SignalTerms
            ))
            .AddSingleton<InboxInShort.Reader>();

    public static void MapInbox(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Signals, HeardAsync).Needs(AccessAction.SendSignal);
        routes.MapGet(New, NewAsync).Needs(AccessAction.SendSignal);
        routes
            .MapPost(New, SendAsync)
            .Needs(AccessAction.SendSignal)
            .RequireRateLimiting(RateLimits.Signal)
            .ShowsAgain();
        routes.MapGet(Inbox, ListAsync).Needs(AccessAction.ReadInbox);
        routes.MapAnswering();
        routes.MapTakingBack();
    }

    /// <summary>Of signals about people with a page, how many are told of at once.</summary>
    private const int MostHeard = 50;

    private static async Task<IResult> HeardAsync(HttpContext http, Desk desk, InboxDesk inbox, OwnPeople people)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (actor, now) = (http.Actor()!, http.Now());
        var own = await people.AllAsync(actor, now, http.RequestAborted);
        return Answer.Page<HeardPage>(
            new
            {
                Heard = await inbox.HeardAsync(actor, http.RequestAborted),
                Here = await people.HeardAsync(own, actor, now, MostHeard, http.RequestAborted),
                Directory = await desk.DirectoryAsync(http.RequestAborted),
            }
        );
    }

    private static async Task<IResult> NewAsync(HttpContext http, Places places) =>
        Answer.Page<SendSignalForm>(new { Places = await places.ForAsync(http.Actor()!, http.Now()) });

    private static async Task<IResult> SendAsync(TypedForm typed, HttpContext http, InboxDesk inbox, Places places)
    {
        var (actor, now) = (http.Actor()!, http.Now());
        var chosen = typed.Id("organisation");
        var offered = await places.ForAsync(actor, now);
        if (chosen is null && !typed.ProblemsAt("organisation").Any())
            typed.Wrong("organisation", "rule.missing");
        else if (chosen is not null && offered.All.All(place => place.Organisation != chosen))
            typed.Wrong("organisation", "rule.inbox-nobody-answers");
        var act = new SendSignal(
            typed.Act,
            typed["about"],
            typed["where"],
            typed.Born("birthDate"),
            typed["noticed"],
            typed["hopes"]
        );
        if (typed.Problems.Count > 0)
            return Answer.Again<SendSignalForm>(typed, new { Places = offered });
        var sending = typed.Sent(http);
        return await inbox.SendAsync(chosen!.Value, act, actor, sending, now, http.RequestAborted) switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Answer.SeeOther(http, Signals, "inbox.sent"),
            ActOutcome.Refused refused => Answer.Again<SendSignalForm>(
                typed.With(refused.Problems),
                new { Places = offered }
            ),
            ActOutcome.SentOtherwise before => Answer.Again<SendSignalForm>(
                typed.SentOtherwise(before).Beside(RecordedBefore.Of(before.Recorded)),
                new { Places = offered }
            ),
            _ => Answer.NothingHere(),
        };
    }

    private static async Task<IResult> ListAsync(HttpContext http, Desk desk, InboxDesk inbox)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (actor, now) = (http.Actor()!, http.Now());
        return Answer.Page<InboxPage>(
            new
            {
                Waiting = await inbox.WaitingAsync(actor, now, http.RequestAborted),
                TakenBack = await inbox.WhyTakenBackAsync(actor, now, http.RequestAborted),
                Done = await inbox.DoneAsync(actor, now, http.RequestAborted),
                Directory = await desk.DirectoryAsync(http.RequestAborted),
                Actor = actor,
                Now = now,
                Terms = inbox.Terms,
            }
        );
    }
}
