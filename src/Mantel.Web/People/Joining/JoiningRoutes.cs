using Mantel.Core.Access;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.People.Joining;

/// <summary>Two records of one person: found, laid side by side, joined, and parted again.</summary>
internal static class JoiningRoutes
{
    private const string Two = "/people/{id:guid}/join/{other:guid}";

    public static void MapJoining(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonGet("/people/{id:guid}/join", AccessAction.JoinRecords, ChooseAsync);
        routes.MapPersonGet(Two, AccessAction.JoinRecords, ShowAsync);
        routes
            .MapPost(Two, JoinAsync)
            .WithMetadata(new NeedsWhat(AccessAction.JoinRecords, ThroughDesk: true))
            .ShowsAgain();
        routes.MapPersonForm<PartPage, PartRecords>(
            "/people/{id:guid}/part/{other:guid}",
            filled => new(filled.Route("other"), filled.Typed["reason"]),
            "/people/{id}",
            "join.part.done"
        );
    }

    /// <summary>
    /// Who resembles this person, of those whom the actor may join as well: each is a look, written before the name is
    /// shown.
    /// </summary>
    private static async Task<IResult> ChooseAsync(Sight sight, HttpContext http, Desk desk)
    {
        var findable = http.RequestServices.GetRequiredService<Findable>();
        var alike = await findable.AlikeAsync(sight.Record, http.RequestAborted);
        var rows = new List<RegisterRow>();
        foreach (var row in alike)
        {
            if (!await desk.MayAsync(row.Person, AccessAction.JoinRecords, sight.Actor, sight.Now, http.RequestAborted))
                continue;
            if (
                await desk.LoadAsync(row.Person, sight.Actor, AccessAction.JoinRecords, sight.Now, http.RequestAborted)
                is not null
            )
                rows.Add(row);
        }
        http.Response.Headers.CacheControl = "no-store";
        return Answer.Page<ChoosePage>(
            new
            {
                Sight = sight,
                Rows = rows,
                HasOthers = rows.Count < alike.Count,
            }
        );
    }

    private static async Task<IResult> ShowAsync(Sight sight, HttpContext http, Desk desk)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await OtherAsync(sight, http, desk) is not { } other ? Answer.NothingHere()
            : other.Person == sight.Person ? Answer.SeeOther(http, $"/people/{sight.Person}")
            : Answer.Page<JoinPage>(
                new
                {
                    Sight = sight,
                    Other = other,
                    Typed = TypedForm.Nothing(),
                }
            );
    }

    private static async Task<IResult> JoinAsync(Guid id, TypedForm typed, HttpContext http, Desk desk)
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var sight = await desk.LoadAsync(id, actor, AccessAction.JoinRecords, http.Now(), http.RequestAborted);
        if (sight is null || await OtherAsync(sight, http, desk) is not { } other)
            return Answer.NothingHere();
        var act = new JoinRecords(other.Record, typed["reason"], typed.IsTicked("compared"), typed.IsTicked("evenSo"));
        if (typed.Problems.Count > 0)
            return Again(typed);
        var sending = typed.Sent(http);
        return await desk.JoinAsync(id, other.Person, act, actor, sending, sight.Now, http.RequestAborted) switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Answer.SeeOther(http, $"/people/{sight.Person}", "join.done"),
            ActOutcome.Refused refused => Again(typed.With(refused.Problems)),
            ActOutcome.SentOtherwise before => Again(
                typed.SentOtherwise(before).Beside(RecordedBefore.Of(sight.Record, before.Recorded))
            ),
            _ => Answer.NothingHere(),
        };

        IResult Again(TypedForm again) => Answer.Again<JoinPage>(again, new { Sight = sight, Other = other });
    }

    private static Task<Sight?> OtherAsync(Sight sight, HttpContext http, Desk desk) =>
        desk.LoadAsync(
            Guid.Parse((string)http.Request.RouteValues["other"]!),
            sight.Actor,
            AccessAction.JoinRecords,
            sight.Now,
            http.RequestAborted
        );
}
