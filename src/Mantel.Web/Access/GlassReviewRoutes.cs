using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Access;

/// <summary>Which broken glasses wait for whom to review them, and how many somebody broke in a day.</summary>
internal sealed class GlassesToReview(Desk desk, GlassDesk broken, Register<RegisterRow> register)
{
    /// <summary>
    /// How many broken glasses wait for this actor. Nothing is told of whom they are about, so it is no look.
    /// </summary>
    public async Task<int> CountAsync(Actor actor, Moment now, CancellationToken ct)
    {
        var rows = await RowsAsync(actor, ct);
        if (rows.Count == 0)
            return 0;
        var directory = await desk.DirectoryAsync(ct);
        return rows.Sum(row => row.Glasses.Count(one => !one.IsReviewed && directory.IsReviewer(one, actor, now)));
    }

    /// <summary>Those that wait, the oldest first, with how many their breaker broke in the day before.</summary>
    public async Task<IReadOnlyList<(GlassToReview Glass, int InADay)>> WaitingAsync(
        Actor actor,
        Moment now,
        CancellationToken ct
    )
    {
        var waiting = new List<(GlassToReview, int)>();
        foreach (var row in await RowsAsync(actor, ct))
        {
            foreach (var one in await broken.WaitingAsync(row, actor, now, ct))
            {
                var (account, at) = (one.Glass.Fact.Account, one.Glass.Entry.Recorded);
                waiting.Add((one, await BrokenAsync(account, at, ct)));
            }
        }
        return [.. waiting.OrderBy(one => one.Item1.Glass.Entry.Recorded)];
    }

    /// <summary>Asked before anything is said of what was typed: absent and another's are alike.</summary>
    public async Task<bool> MayReviewAsync(
        RegisterRow row,
        Guid glass,
        Actor actor,
        Moment now,
        CancellationToken ct
    ) =>
        row.Glasses.FirstOrDefault(one => one.Id == glass) is { } known
        && (await desk.DirectoryAsync(ct)).IsReviewer(known, actor, now);

    /// <summary>How many other people's glass the actor broke in the last day.</summary>
    public async Task<int> OpenedTodayAsync(Sight sight)
    {
        var since = sight.Now.Instant.AddDays(-1);
        var rows = await register.FindAsync(
            row => row.Person != sight.Person && row.Glasses.Any(one => sight.Actor.Is(one.Account) && one.At > since),
            CancellationToken.None
        );
        return rows.Count;
    }

    private async Task<int> BrokenAsync(Guid account, DateTimeOffset until, CancellationToken ct)
    {
        var rows = await register.FindAsync(row => row.Glasses.Count > 0, ct);
        return rows.SelectMany(row => row.Glasses)
            .Count(one => one.Account == account && one.At > until.AddDays(-1) && one.At <= until.AddMinutes(1));
    }

    private async Task<IReadOnlyList<RegisterRow>> RowsAsync(Actor actor, CancellationToken ct) =>
        Permission.Decide(AccessAction.ReviewBrokenGlass, actor.Role).Allowed
            ? await register.FindAsync(row => row.Glasses.Any(one => !one.IsReviewed), ct)
            : [];
}

/// <summary>The page of who reviews broken glasses.</summary>
internal static class GlassReviewRoutes
{
    private const string Address = "/broken-glasses";

    public static void MapGlassReviews(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).Needs(AccessAction.ReviewBrokenGlass);
        routes
            .MapPost(Address + "/{person:guid}/{glass:guid}", ReviewAsync)
            .Needs(AccessAction.ReviewBrokenGlass)
            .ShowsAgain();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, GlassesToReview glasses)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Answer.Page<GlassReviewPage>(
            new { Waiting = await glasses.WaitingAsync(http.Actor()!, http.Now(), http.RequestAborted) }
        );
    }

    private static async Task<IResult> ReviewAsync(
        Guid person,
        Guid glass,
        TypedForm typed,
        HttpContext http,
        GlassesToReview glasses,
        Register<RegisterRow> register,
        GlassDesk broken
    )
    {
        var (actor, now) = (http.Actor()!, http.Now());
        if (
            await register.OfAsync(person, http.RequestAborted) is not { } row
            || !await glasses.MayReviewAsync(row, glass, actor, now, http.RequestAborted)
        )
            return Answer.NothingHere();
        var inOrder = typed["isInOrder"] switch
        {
            "yes" => true,
            "no" => false,
            _ => (bool?)null,
        };
        var act = new ReviewBrokenGlass(actor.Account, glass, inOrder, typed["words"]);
        var deed =
            typed.Problems.Count > 0
                ? new ActOutcome.Refused(typed.Problems)
                : await broken.ReviewAsync(row, act, actor, typed.Sent(http), now, http.RequestAborted);
        return deed switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Answer.SeeOther(http, Address, "access.review.done"),
            ActOutcome.Refused refused => Answer.Again<GlassReviewPage>(
                typed.Problems.Count > 0 ? typed : typed.With(refused.Problems),
                new { Waiting = await glasses.WaitingAsync(actor, now, http.RequestAborted), Sent = glass }
            ),
            ActOutcome.SentOtherwise before => Answer.Again<GlassReviewPage>(
                typed.SentOtherwise(before).Beside(RecordedBefore.Of(before.Recorded)),
                new { Waiting = await glasses.WaitingAsync(actor, now, http.RequestAborted), Sent = glass }
            ),
            _ => Answer.NothingHere(),
        };
    }
}
