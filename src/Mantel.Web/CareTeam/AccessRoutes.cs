using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.CareTeam;

/// <summary>
/// Giving access (toegang geven): who cares for a person says for whom of the circle, and hands over a code with which
/// they make their account. The record holds whose it is before it is made, so nobody has to say it afterwards, and an
/// administrator never sees whose record it is.
/// </summary>
internal static class AccessRoutes
{
    private const string Pattern = "/people/{id:guid}/give-access";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPersonPage<GiveAccessPage>(Pattern, AccessAction.GiveAccess);
        routes
            .MapPost(Pattern, GiveAsync)
            .WithMetadata(new NeedsWhat(AccessAction.GiveAccess, ThroughDesk: true))
            .ShowsAgain();
    }

    private static async Task<IResult> GiveAsync(
        Guid id,
        TypedForm typed,
        HttpContext http,
        Desk desk,
        AccessCodes codes,
        Accounts accounts,
        AccountDiary diary
    )
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var now = http.Now();
        var sight = await desk.LoadAsync(id, actor, AccessAction.GiveAccess, now, http.RequestAborted);
        if (sight is null)
            return Answer.NothingHere();
        var act = new GiveAccess(codes.AccountOf(sight.Person, typed.Act), ForWhom(typed));
        if (typed.Problems.Count == 0 && await HasAccountAsync(sight, act, accounts, http))
            typed.With([new Problem("for", "rule.access-has-account", [], IsBrokenRule: true)]);
        if (typed.Problems.Count > 0)
            return Again(typed, sight);
        return await desk.DoAsync(sight.Person, act, actor, typed.Sent(http), now, http.RequestAborted) switch
        {
            ActOutcome.Done => await HandOverAsync(sight, act, typed.Act, codes, diary, http),
            ActOutcome.AlreadyDone when await StillWaitsAsync(sight, act, accounts, http) => await HandOverAsync(
                sight,
                act,
                typed.Act,
                codes,
                diary,
                http
            ),
            ActOutcome.AlreadyDone => Answer.SeeOther(http, $"/people/{sight.Person}/circle"),
            ActOutcome.Refused refused => Again(typed.With(refused.Problems), sight),
            ActOutcome.SentOtherwise before => Again(typed.SentOtherwise(before), sight),
            _ => Answer.NothingHere(),
        };
    }

    /// <summary>The close one that was chosen; null for the person.</summary>
    private static Guid? ForWhom(TypedForm typed)
    {
        if (typed["for"] is null)
            typed.Wrong("for", "rule.missing");
        return typed["for"] is null or "person" ? null : typed.Id("for");
    }

    /// <summary>The same form again shows the same code while nobody used it and the record gives it.</summary>
    private static async Task<bool> StillWaitsAsync(Sight sight, GiveAccess act, Accounts accounts, HttpContext http) =>
        sight.Record.StillGives(act.Account, http.Now().Instant) && await accounts.FindAsync(act.Account) is null;

    /// <summary>
    /// Who has an account already gets no second one: it would take the first one's place, or be somebody else's under
    /// the person's name.
    /// </summary>
    private static async Task<bool> HasAccountAsync(Sight sight, GiveAccess act, Accounts accounts, HttpContext http)
    {
        if (act.CloseOne is not { } close)
            return (await accounts.ListAsync(http.RequestAborted)).Any(one =>
                one is { IsDisabled: false, Role: Role.Person, Person: { } person }
                && one.Id != act.Account
                && sight.Records.Contains(person)
            );
        return sight.Record.CloseOne(close)?.Account is { } account
            && account != act.Account
            && await accounts.FindAsync(account) is { IsDisabled: false };
    }

    private static async Task<IResult> HandOverAsync(
        Sight sight,
        GiveAccess act,
        Guid sent,
        AccessCodes codes,
        AccountDiary diary,
        HttpContext http
    )
    {
        var role = act.CloseOne is null ? Role.Person : Role.CloseOne;
        await diary.WriteAsync(AccountEventKind.AccessGiven, sight.Actor.Account, role.ToString());
        var opens = new AccessOpened(sight.Person, role, act.Account);
        var (code, until) = await codes.MakeAsync(opens, sent, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Answer.Page<AccessCodePage>(
            new
            {
                Sight = sight,
                act.CloseOne,
                Code = code,
                Until = until,
            }
        );
    }

    private static IResult Again(TypedForm typed, Sight sight) =>
        Answer.Again<GiveAccessPage>(typed, new { Sight = sight });
}
