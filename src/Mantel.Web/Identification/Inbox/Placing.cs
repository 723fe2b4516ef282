using Mantel.Core.Access;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Identification.Inbox;

/// <summary>Finding the person a signal is about, looking twice, and placing it in their record.</summary>
internal static class Placing
{
    private const string Place = Answering.Signal + "/place";

    public static void MapPlacing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Place, ([AsParameters] AskedSignal asked) => AskAsync(asked)).Needs(AccessAction.AnswerInbox);
        routes
            .MapPost(Place, LookAsync)
            .Needs(AccessAction.AnswerInbox)
            .RequireRateLimiting(RateLimits.Search)
            .ShowsAgain();
        routes.MapGet(Place + "/{person:guid}", SureAsync).Needs(AccessAction.AnswerInbox);
        routes.MapPost(Place + "/{person:guid}", PlaceAsync).Needs(AccessAction.AnswerInbox).ShowsAgain();
    }

    private static async Task<IResult> AskAsync(AskedSignal asked) =>
        await asked.OpenAsync(AccessAction.AnswerInbox) is { } sight
            ? Answer.Page<PlacePage>(new { Sight = sight })
            : Answer.NothingHere();

    private static async Task<IResult> LookAsync(TypedForm typed, [AsParameters] AskedSignal asked, Findable findable)
    {
        if (await asked.OpenAsync(AccessAction.AnswerInbox) is not { } sight)
            return Answer.NothingHere();
        var looked = new LookFor(typed["name"], typed.Born("birthDate"), null);
        if (looked.IsEmpty && typed.Problems.Count == 0)
            typed.Wrong("name", "rule.search-empty");
        if (typed.Problems.Count > 0)
            return Answer.Again<PlacePage>(typed, new { Sight = sight });
        var result = await findable.LookAsync(looked, sight.Actor, asked.Http.Now(), asked.Http.RequestAborted);
        return Answer.Page<PlacePage>(
            new
            {
                Sight = sight,
                Typed = typed,
                Result = result,
            }
        );
    }

    private static async Task<IResult> SureAsync(Guid person, [AsParameters] AskedSignal asked)
    {
        if (await asked.OpenAsync(AccessAction.AnswerInbox) is not { } sight)
            return Answer.NothingHere();
        return await PersonAsync(person, asked) is { } found
            ? Answer.Page<PlaceForm>(new { Sight = sight, Person = found })
            : Answer.NothingHere();
    }

    private static async Task<IResult> PlaceAsync(Guid person, TypedForm typed, [AsParameters] AskedSignal asked)
    {
        if (await PersonAsync(person, asked) is not { } found)
            return Answer.NothingHere();
        if (await asked.OpenAsync(AccessAction.AnswerInbox) is not { } sight)
            return await asked.WasDoneAsync(typed) ? Done(asked, found) : Answer.NothingHere();
        if (typed.Problems.Count > 0)
            return Again();
        switch (await asked.DoAsync(sight, new PlaceSignal(sight.Signal.Id, person), typed))
        {
            case ActOutcome.Done or ActOutcome.AlreadyDone:
                return Done(asked, found);
            case ActOutcome.Refused refused:
                typed.With(refused.Problems);
                return Again();
            case ActOutcome.Stale stale:
                typed.With([new Problem("", "rule.changed-meanwhile", [], IsBrokenRule: true)]);
                typed.SeenUntil(stale.Since[^1].Version).Beside(RecordedBefore.Of(stale.Since));
                return Again();
            case ActOutcome.SentOtherwise before:
                typed.SentOtherwise(before).Beside(RecordedBefore.Of(before.Recorded));
                return Again();
            default:
                return Answer.NothingHere();
        }

        IResult Again() => Answer.Again<PlaceForm>(typed, new { Sight = sight, Person = found });
    }

    private static IResult Done(AskedSignal asked, Sight found) =>
        Answer.SeeOther(
            asked.Http,
            found.May(AccessAction.AnswerSignal) ? $"/people/{found.Person}/signals" : InboxModule.Inbox,
            "inbox.placed"
        );

    /// <summary>
    /// The person as far as whoever places it may give a signal about them; the look is written down.
    /// </summary>
    private static Task<Sight?> PersonAsync(Guid person, AskedSignal asked) =>
        asked.Desk.LoadAsync(
            person,
            asked.Http.Actor()!,
            AccessAction.GiveSignal,
            asked.Http.Now(),
            asked.Http.RequestAborted
        );
}
