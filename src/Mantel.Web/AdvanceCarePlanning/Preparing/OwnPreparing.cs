using System.Security.Cryptography;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Answer = Mantel.Web.Platform.Answer;

namespace Mantel.Web.AdvanceCarePlanning.Preparing;

/// <summary>
/// The person begins to prepare without being invited, from their own account; what they began before goes on.
/// </summary>
internal static class OwnPreparing
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/people/{id:guid}/prepare",
                (Guid id, TypedForm typed, HttpContext http, Desk desk, Installation house) =>
                    BeginAsync(id, typed, http, desk, house)
            )
            .WithMetadata(new NeedsWhat(AccessAction.PrepareOwnTalk, ThroughDesk: true));

    private static async Task<IResult> BeginAsync(
        Guid id,
        TypedForm typed,
        HttpContext http,
        Desk desk,
        Installation house
    )
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var sight = await desk.LoadAsync(id, actor, AccessAction.PrepareOwnTalk, http.Now(), http.RequestAborted);
        if (sight is null)
            return Answer.NothingHere();
        var (preparation, until) = GoingOn(sight) ?? (typed.Act, Invitation.Until(sight.Now, house));
        if (preparation == typed.Act)
        {
            var hash = PreparationViews.HashOf(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
            var act = new PrepareOwnTalk(preparation, hash, until);
            var deed = await desk.DoAsync(id, act, actor, new Submission(typed.Act), sight.Now, http.RequestAborted);
            if (deed is not (ActOutcome.Done or ActOutcome.AlreadyDone))
                return Answer.NothingHere();
        }
        new HomeSession(id, preparation, sight.Record.Name().Familiar()).Keep(http, until);
        return Answer.SeeOther(http, "/prepare");
    }

    /// <summary>What they are still writing, invited or not; null when there is nothing to go on with.</summary>
    private static (Guid Preparation, DateTimeOffset Until)? GoingOn(Sight sight) =>
        sight
            .Record.Preparations()
            .FirstOrDefault(one => one.Invited.Fact.CloseOne is null && one.LastsAt(sight.Now.Instant))
            is { } known
            ? (known.Id, known.Invited.Fact.Until)
            : null;
}
