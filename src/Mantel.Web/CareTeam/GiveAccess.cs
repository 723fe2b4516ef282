using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.CareTeam;

/// <summary>
/// Giving access (toegang geven): who cares for a person makes a code, and the administrator makes the account with it.
/// So an administrator never has to see whose record it is.
/// </summary>
internal static class GiveAccess
{
    private const string Pattern = "/people/{id:guid}/give-access";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPersonPage<GiveAccessPage>(Pattern, What.GiveAccess);
        routes
            .MapPost(
                Pattern,
                (Guid id, Typed typed, HttpContext http, Desk desk, AccessCodes codes, AccountDiary diary) =>
                    MakeAsync(id, typed, http, desk, codes, diary)
            )
            .WithMetadata(new NeedsWhat(What.GiveAccess, ThroughDesk: true))
            .ShowsAgain();
    }

    private static async Task<IResult> MakeAsync(
        Guid id,
        Typed typed,
        HttpContext http,
        Desk desk,
        AccessCodes codes,
        AccountDiary diary
    )
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var sight = await desk.LoadAsync(id, actor, What.GiveAccess, http.Now(), http.RequestAborted);
        if (sight is null)
            return Answer.NothingHere();
        var role = typed.Choice<Role>("for");
        if (role is not (Role.Person or Role.CloseOne) && typed.Problems.Count == 0)
            typed.Wrong("for", role is null ? "rule.missing" : "rule.not-a-choice");
        if (typed.Problems.Count > 0)
            return Answer.Again<GiveAccessPage>(typed, new { Sight = sight });
        await diary.WriteAsync(AccountEventKind.AccessGiven, actor.Account, role!.Value.ToString());
        var (code, until) = await codes.MakeAsync(sight.Person, role.Value, http.RequestAborted);
        return Answer.Page<AccessCodePage>(
            new
            {
                Sight = sight,
                For = role.Value,
                Code = code,
                Until = until,
            }
        );
    }
}
