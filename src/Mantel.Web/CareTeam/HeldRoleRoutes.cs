using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.CareTeam;

/// <summary>
/// More roles for one account, for the administrator: giving one, agreeing as the second, and taking one away.
/// </summary>
internal static class HeldRoleRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var held = routes.MapGroup("/accounts/{account:guid}/roles").Needs(AccessAction.ManageAccounts);
        held.MapPost("", GiveAsync).ShowsAgain();
        held.MapPost("/{role:guid}/agree", AgreeAsync);
        held.MapPost("/{role:guid}/take", TakeAsync);
    }

    private static async Task<IResult> GiveAsync(
        Guid account,
        TypedForm typed,
        HttpContext http,
        Accounts accounts,
        HeldRoles roles,
        Desk desk,
        SecondAdministrator second
    )
    {
        if (await accounts.FindAsync(account) is not { } known)
            return Answer.NothingHere();
        var role = typed.Chosen<Role>("held-role");
        var at = typed.Organisation("held-organisation", await desk.DirectoryAsync(http.RequestAborted));
        if (typed.Problems.Count == 0)
            typed.With(HeldRoles.Check(await roles.AllAsync(account, http.RequestAborted), role, at?.Organisation));
        if (typed.Problems.Count > 0)
            return Answer.Again<AccountPage>(typed, new { Known = known });
        var waits = await second.IsThereAsync(http.Actor()!.Account, http.RequestAborted);
        await roles.GiveAsync(known, role, at is null ? null : (at.Organisation, at.Name), waits);
        return Answer.SeeOther(http, $"/accounts/{account}", waits ? "held-roles.given.waits" : "held-roles.given");
    }

    private static async Task<IResult> AgreeAsync(
        Guid account,
        Guid role,
        HttpContext http,
        Accounts accounts,
        HeldRoles roles,
        SecondAdministrator second
    )
    {
        var ct = http.RequestAborted;
        if (await FindAsync(account, role, accounts, roles, ct) is not ({ } known, { Waits: true } held))
            return Answer.NothingHere();
        var (me, first) = (http.Actor()!.Account, await roles.GaveAsync(held, ct));
        if (first == me || (first is { } other && await second.IsSameHandAsync(me, other, ct)))
            return Refused(known, "rule.second-administrator");
        await roles.AgreeAsync(known, held, ct);
        return Answer.SeeOther(http, $"/accounts/{account}", "held-roles.given");
    }

    /// <summary>The last role is not taken away: the account is switched off, and everybody sees that.</summary>
    private static async Task<IResult> TakeAsync(
        Guid account,
        Guid role,
        HttpContext http,
        Accounts accounts,
        HeldRoles roles
    )
    {
        var ct = http.RequestAborted;
        if (await FindAsync(account, role, accounts, roles, ct) is not ({ } known, { IsTaken: false } held))
            return Answer.NothingHere();
        if (!(await roles.AllAsync(account, ct)).Any(one => one.IsHeld && one.Id != role))
            return Refused(known, "rule.role-last");
        await roles.TakeAsync(known, held, ct);
        return Answer.SeeOther(http, $"/accounts/{account}", "held-roles.taken");
    }

    private static async Task<(Account? Known, HeldRole? Held)> FindAsync(
        Guid account,
        Guid role,
        Accounts accounts,
        HeldRoles roles,
        CancellationToken ct
    ) => (await accounts.FindAsync(account), (await roles.AllAsync(account, ct)).FirstOrDefault(one => one.Id == role));

    private static IResult Refused(Account known, string rule) =>
        Answer.Again<AccountPage>(
            TypedForm.Nothing().With([new Problem("", rule, [], IsBrokenRule: true)]),
            new { Known = known }
        );
}
