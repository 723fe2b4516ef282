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
                async (Accounts accounts, CancellationToken ct) =>
                    Answer.Page<AccountsPage>(new { All = await accounts.ListAsync(ct) })
            )
            .Needs(What.ManageAccounts);
        routes.MapGet(Address + "/new", () => Answer.Page<AccountPage>()).Needs(What.ManageAccounts);
        routes.MapPost(Address + "/new", AddAsync).Needs(What.ManageAccounts).ShowsAgain();
        routes.MapGet(Address + "/{account:guid}", ShowAsync).Needs(What.ManageAccounts);
        routes.MapPost(Address + "/{account:guid}", PlaceAsync).Needs(What.ManageAccounts).ShowsAgain();
        routes.MapPost(Address + "/{account:guid}/password", ResetAsync).Needs(What.ManageAccounts);
        routes.MapPost(Address + "/{account:guid}/disable", DisableAsync).Needs(What.ManageAccounts);
        routes.MapPost(Address + "/{account:guid}/enable", EnableAsync).Needs(What.ManageAccounts);
    }

    private static async Task<IResult> ShowAsync(Guid account, Accounts accounts) =>
        await accounts.FindAsync(account) is { } known
            ? Answer.Page<AccountPage>(new { Known = known })
            : Answer.NothingHere();

    private static async Task<IResult> AddAsync(Typed typed, HttpContext http, Accounts accounts, Desk desk)
    {
        var place = await ReadAsync(typed, desk, http.RequestAborted);
        var wanted = new NewAccount(
            typed.Required("login"),
            typed.Required("name"),
            place.Role,
            place.Organisation,
            place.OrganisationName,
            typed["language"],
            PersonOf(typed, place.Role)
        );
        if (typed.Problems.Count > 0)
            return Answer.Again<AccountPage>(typed);
        var made = await accounts.CreateAsync(wanted);
        return made.Account is { } account
            ? Answer.Page<PasswordPage>(new { Known = account, Password = made.Password! })
            : Answer.Again<AccountPage>(typed.With(made.Problems));
    }

    private static async Task<IResult> PlaceAsync(
        Guid account,
        Typed typed,
        HttpContext http,
        Accounts accounts,
        Desk desk
    )
    {
        if (await accounts.FindAsync(account) is not { } known)
            return Answer.NothingHere();
        var place = await ReadAsync(typed, desk, http.RequestAborted);
        if (http.Actor()!.Account == account && place.Role != Role.Administrator)
            typed.With([new Problem("role", "rule.own-role", [], IsBrokenRule: true)]);
        if (typed.Problems.Count > 0)
            return Answer.Again<AccountPage>(typed, new { Known = known });
        await accounts.SetPlaceAsync(known, place.Role, place.Organisation, place.OrganisationName);
        return Answer.SeeOther(http, Address, "keep-accounts.done");
    }

    private static async Task<IResult> ResetAsync(Guid account, Typed typed, Accounts accounts)
    {
        if (await accounts.FindAsync(account) is not { } known)
            return Answer.NothingHere();
        var made = await accounts.ResetPasswordAsync(known, typed.IsTicked("forgetCodes"));
        return Answer.Page<PasswordPage>(new { Known = known, Password = made.Password! });
    }

    private static async Task<IResult> DisableAsync(Guid account, HttpContext http, Accounts accounts)
    {
        if (await accounts.FindAsync(account) is not { } known)
            return Answer.NothingHere();
        if (http.Actor()!.Account == account)
            return Answer.Again<AccountPage>(
                Typed.Nothing().With([new Problem("", "rule.own-account", [], IsBrokenRule: true)]),
                new { Known = known }
            );
        await accounts.DisableAsync(known);
        return Answer.SeeOther(http, Address, "keep-accounts.disabled");
    }

    private static async Task<IResult> EnableAsync(Guid account, HttpContext http, Accounts accounts)
    {
        if (await accounts.FindAsync(account) is not { } known)
            return Answer.NothingHere();
        await accounts.EnableAsync(known);
        return Answer.SeeOther(http, Address, "keep-accounts.enabled");
    }

    private static async Task<(Role Role, Guid? Organisation, string? OrganisationName)> ReadAsync(
        Typed typed,
        Desk desk,
        CancellationToken ct
    )
    {
        var role = typed.Chosen<Role>("role");
        if (role is Role.System)
            typed.Wrong("role", "rule.not-a-choice");
        if (typed.Id("organisation") is not { } id)
            return (role, null, null);
        var organisation = (await desk.DirectoryAsync(ct)).Organisation(id);
        if (organisation is null)
            typed.Wrong("organisation", "rule.not-a-choice");
        return (role, organisation?.Organisation, organisation?.Name);
    }

    /// <summary>The id of the record that a person or a close one belongs to, as it stands in its address.</summary>
    private static Guid? PersonOf(Typed typed, Role role)
    {
        if (role is not (Role.Person or Role.CloseOne))
            return null;
        if (typed["person"] is null)
            typed.Wrong("person", "rule.missing");
        return typed.Id("person");
    }
}
