using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.CareTeam;

/// <summary>
/// Who may sign in here, for the administrator: list, add, role and organisation, let out and in, new password.
/// </summary>
internal static class AccountRoutes
{
    private const string Address = "/accounts";

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                Address,
                async (Accounts accounts, SecondAdministrator second, Resets resets, CancellationToken ct) =>
                    await ListAsync(TypedForm.Nothing(), accounts, second, resets, ct)
            )
            .Needs(AccessAction.ManageAccounts);
        // Names are looked for in a form, never in an address.
        routes
            .MapPost(
                Address,
                async (
                    TypedForm typed,
                    Accounts accounts,
                    SecondAdministrator second,
                    Resets resets,
                    CancellationToken ct
                ) => await ListAsync(typed, accounts, second, resets, ct)
            )
            .Needs(AccessAction.ManageAccounts)
            .ShowsAgain();
        routes
            .MapGet(
                Address + "/new",
                async Task<IResult> (Guid? organisation, Desk desk, CancellationToken ct) =>
                    organisation is null
                    || (await desk.DirectoryAsync(ct)).Organisations().Any(one => one.Organisation == organisation)
                        ? Answer.Page<AccountPage>(new { For = organisation })
                        : Answer.NothingHere()
            )
            .Needs(AccessAction.ManageAccounts);
        routes.MapPost(Address + "/new", AddAsync).Needs(AccessAction.ManageAccounts).ShowsAgain();
        routes.MapGet(Address + "/{account:guid}", ShowAsync).Needs(AccessAction.ManageAccounts);
        routes.MapPost(Address + "/{account:guid}", PlaceAsync).Needs(AccessAction.ManageAccounts).ShowsAgain();
        ResetRoutes.Map(routes);
        HeldRoleRoutes.Map(routes);
        routes
            .MapGet(
                Address + "/log",
                async Task<IResult> (int? from, Accounts accounts, AccountDiary diary, CancellationToken ct) =>
                    Answer.Page<AccountLogPage>(
                        await AccountLogPage.OfAsync(Math.Max(from ?? 0, 0), accounts, diary, ct)
                    )
            )
            .Needs(AccessAction.ManageAccounts);
        routes.MapPost(Address + "/{account:guid}/disable", DisableAsync).Needs(AccessAction.ManageAccounts);
        routes.MapPost(Address + "/{account:guid}/enable", EnableAsync).Needs(AccessAction.ManageAccounts);
    }

    private static async Task<IResult> ListAsync(
        TypedForm typed,
        Accounts accounts,
        SecondAdministrator second,
        Resets resets,
        CancellationToken ct
    )
    {
        var all = await accounts.ListAsync(ct);
        HashSet<Guid> waiting = [];
        foreach (var one in all.Where(one => one.IsDisabled))
        {
            if (await second.WaitsSinceAsync(one, ct) is not null)
                waiting.Add(one.Id);
        }
        var asked = await resets.WaitingAsync(ct);
        return Answer.Page<AccountsPage>(
            new
            {
                All = all,
                Waiting = waiting,
                Asked = asked,
                Typed = typed,
            }
        );
    }

    private static async Task<IResult> ShowAsync(Guid account, Accounts accounts) =>
        await accounts.FindAsync(account) is { } known
            ? Answer.Page<AccountPage>(new { Known = known })
            : Answer.NothingHere();

    private static async Task<IResult> AddAsync(
        TypedForm typed,
        HttpContext http,
        Accounts accounts,
        Desk desk,
        AccessCodes codes,
        SecondAdministrator second
    )
    {
        var place = await ReadAsync(typed, desk, http.RequestAborted);
        var first = typed["for"] is null ? null : typed.Id("for");
        if (first is not null && !Accounts.NeedsOrganisation(place.Role) && !typed.ProblemsAt("role").Any())
            typed.Wrong("role", "rule.not-a-choice");
        var opens = await OpenedByAsync(typed, place.Role, codes, http.RequestAborted);
        var wanted = new NewAccount(
            typed["login"] ?? LoginOf(typed["name"]),
            typed.Required("name"),
            place.Role,
            place.Organisation,
            place.OrganisationName,
            typed["language"]
        );
        wanted = opens?.For(wanted) ?? wanted;
        var isNamed = typed["login"] is not null || typed["name"] is not null;
        typed.With(
            Accounts
                .Check(wanted)
                .Where(problem => (isNamed || problem.Field != "login") && !typed.ProblemsAt(problem.Field).Any())
        );
        if (typed.Problems.Count > 0)
            return Answer.Again<AccountPage>(typed, new { For = first });
        if (opens is not null && !await codes.TakeAsync(typed["code"]!, http.RequestAborted))
            return Answer.Again<AccountPage>(typed.Wrong("code", "rule.access-code"), new { For = first });
        var waits =
            SecondAdministrator.IsNeededFor(wanted.Role)
            && await second.IsThereAsync(http.Actor()!.Account, http.RequestAborted);
        var made = await accounts.CreateAsync(wanted, waits);
        if (made.Account is { } account)
            return Answer.Page<PasswordPage>(new { Known = account, Password = made.Password! });
        if (opens is not null)
            await codes.PutBackAsync(typed["code"]!, opens, CancellationToken.None);
        return Answer.Again<AccountPage>(typed.With(made.Problems), new { For = first });
    }

    /// <summary>Who was given no name to sign in with is noor.de.boer, of Noor de Boer.</summary>
    private static string LoginOf(string? name) => string.Join('.', NameFolding.Split(name));

    private static async Task<IResult> PlaceAsync(
        Guid account,
        TypedForm typed,
        HttpContext http,
        Accounts accounts,
        HeldRoles roles,
        Desk desk,
        SecondAdministrator second
    )
    {
        if (await accounts.FindAsync(account) is not { IsRoleTaken: false } known)
            return Answer.NothingHere();
        var place = await ReadAsync(typed, desk, http.RequestAborted, known);
        if (http.Actor()!.Account == account && place.Role != Role.Administrator)
            typed.With([new Problem("role", "rule.own-role", [], IsBrokenRule: true)]);
        if (Accounts.NeedsOrganisation(place.Role) && place.Organisation is null)
            typed.Wrong("organisation", "rule.organisation-missing");
        if (RoleKept(known.Role, place.Role) is { } rule && !typed.ProblemsAt("role").Any())
            typed.Wrong("role", rule);
        if (HeldRoles.StandsAlone(place.Role) && (await roles.AllAsync(account, http.RequestAborted)).Count > 1)
            typed.Wrong("role", "rule.role-apart");
        if (typed.Problems.Count > 0)
            return Answer.Again<AccountPage>(typed, new { Known = known });
        var waits = place.Role != known.Role && await second.IsThereAsync(http.Actor()!.Account, http.RequestAborted);
        await accounts.SetPlaceAsync(known, place.Role, place.Organisation, place.OrganisationName, waits);
        return Answer.SeeOther(http, Address, waits ? "keep-accounts.waits.done" : "keep-accounts.done");
    }

    /// <summary>
    /// The roles that an account keeps: a record opens with a code of the care team, and a close one is not the person;
    /// who keeps accounts is switched off where all can see it, and not made something else.
    /// </summary>
    private static string? RoleKept(Role from, Role to) =>
        from == to ? null
        : from is Role.Person or Role.CloseOne || to is Role.Person or Role.CloseOne ? "rule.role-of-person"
        : from is Role.Administrator ? "rule.role-of-administrator"
        : null;

    private static async Task<IResult> DisableAsync(Guid account, HttpContext http, Accounts accounts)
    {
        if (await accounts.FindAsync(account) is not { } known)
            return Answer.NothingHere();
        if (http.Actor()!.Account == account)
            return Answer.Again<AccountPage>(
                TypedForm.Nothing().With([new Problem("", "rule.own-account", [], IsBrokenRule: true)]),
                new { Known = known }
            );
        if (!known.IsDisabled)
            await accounts.DisableAsync(known);
        return Answer.SeeOther(http, Address, "keep-accounts.disabled");
    }

    private static async Task<IResult> EnableAsync(
        Guid account,
        TypedForm typed,
        HttpContext http,
        Accounts accounts,
        SecondAdministrator second
    )
    {
        if (await accounts.FindAsync(account) is not { } known)
            return Answer.NothingHere();
        if (typed["shown"] is { } shown && shown != known.Role.ToString())
            return Refused("rule.changed-meanwhile");
        var me = http.Actor()!.Account;
        if (
            await second.WaitsSinceAsync(known, http.RequestAborted) is { } first
            && (first == me || await second.IsSameHandAsync(me, first, http.RequestAborted))
        )
            return Refused("rule.second-administrator");
        if (known.IsDisabled)
            await accounts.EnableAsync(known);
        return Answer.SeeOther(http, Address, "keep-accounts.enabled");

        IResult Refused(string rule) =>
            Answer.Again<AccountPage>(
                TypedForm.Nothing().With([new Problem("", rule, [], IsBrokenRule: true)]),
                new { Known = known }
            );
    }

    private static async Task<(Role Role, Guid? Organisation, string? OrganisationName)> ReadAsync(
        TypedForm typed,
        Desk desk,
        CancellationToken ct,
        Account? known = null
    )
    {
        var role = typed.Chosen<Role>("role");
        if (role is Role.System)
            typed.Wrong("role", "rule.not-a-choice");
        if (known?.OrganisationName is { } name && typed["organisation"] == name)
            return (role, known.Organisation, name);
        var organisation = typed.Organisation("organisation", await desk.DirectoryAsync(ct));
        return (role, organisation?.Organisation, organisation?.Name);
    }

    /// <summary>
    /// Whose record a person or a close one belongs to: what the code says that somebody who cares for them made.
    /// </summary>
    private static async Task<AccessOpened?> OpenedByAsync(
        TypedForm typed,
        Role role,
        AccessCodes codes,
        CancellationToken ct
    )
    {
        if (role is not (Role.Person or Role.CloseOne))
            return null;
        if (typed["code"] is not { } code)
        {
            typed.Wrong("code", "rule.access-code-missing");
            return null;
        }
        if (await codes.FindAsync(code, ct) is { } found && found.Role == role)
            return found;
        typed.Wrong("code", "rule.access-code");
        return null;
    }
}
