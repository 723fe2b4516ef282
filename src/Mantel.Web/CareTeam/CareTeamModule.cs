using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Spreadsheets;

namespace Mantel.Web.CareTeam;

/// <summary>
/// The doors of the circle: close ones, the team, who coordinates, and the organisations behind them.
/// </summary>
internal static class CareTeamModule
{
    public static IServiceCollection AddCareTeam(this IServiceCollection services) =>
        services
            .AddScoped<OrganisationSheet>()
            .AddScoped<AccountSheet>()
            .AddSingleton(
                new NavItem("organisations.nav", "/organisations", 70, IsFor(AccessAction.ManageOrganisations))
            )
            .AddSingleton(new NavItem("keep-accounts.nav", "/accounts", 80, IsFor(AccessAction.ManageAccounts)));

    public static void MapCareTeam(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonPage<CirclePage>("/people/{id:guid}/circle", AccessAction.ReadPerson);
        MapCircle(routes);
        MapTeam(routes);
        routes.MapOrganisations();
        routes.MapAccounts();
        AccessRoutes.Map(routes);
        routes.MapSheets("/organisations", AccessAction.ManageOrganisations, typeof(OrganisationSheet));
        routes.MapSheets("/accounts", AccessAction.ManageAccounts, typeof(AccountSheet));
    }

    private static Func<SignedIn, bool> IsFor(AccessAction what) => who => Permission.Decide(what, who.Role).Allowed;

    private static void MapCircle(IEndpointRouteBuilder routes)
    {
        routes.MapPersonForm<RelatedPersonForm, RecordRelatedPerson>(
            "/people/{id:guid}/circle/add",
            filled => filled.CloseOneAsync(filled.Typed.Act),
            "/people/{id}/circle",
            "people.done"
        );
        routes.MapPersonForm<RelatedPersonForm, RecordRelatedPerson>(
            "/people/{id:guid}/circle/{relatedPerson:guid}",
            filled => filled.CloseOneAsync(filled.Route("relatedPerson")),
            "/people/{id}/circle",
            "people.done"
        );
        routes.MapPersonForm<RelatedPersonLeavesForm, RelatedPersonLeaves>(
            "/people/{id:guid}/circle/{relatedPerson:guid}/leave",
            filled => new(filled.Route("relatedPerson"), filled.Typed.Date("on"), filled.Typed["reason"]),
            "/people/{id}/circle",
            "circle.leave.done"
        );
    }

    private static void MapTeam(IEndpointRouteBuilder routes)
    {
        routes.MapPersonForm<JoinForm, JoinCareTeam>(
            "/people/{id:guid}/team/add",
            async filled => new(filled.Typed.Act, await filled.MemberAsync(), filled.Typed.Date("from")),
            "/people/{id}/circle",
            "people.done"
        );
        routes.MapPersonForm<MemberForm, CorrectMember>(
            "/people/{id:guid}/team/{member:guid}",
            async filled => new(filled.Route("member"), await filled.MemberAsync()),
            "/people/{id}/circle",
            "people.done"
        );
        routes.MapPersonForm<LeaveForm, LeaveCareTeam>(
            "/people/{id:guid}/team/{member:guid}/leave",
            filled => new(filled.Route("member"), filled.Typed.Date("on"), filled.Typed["reason"]),
            "/people/{id}/circle",
            "team.leave.done"
        );
        routes.MapPersonForm<CentralForm, NameCentralCareProfessional>(
            "/people/{id:guid}/team/central",
            filled => new(filled.Chosen("member"), filled.Typed.Date("from")),
            "/people/{id}/circle",
            "people.done"
        );
        routes.MapPersonForm<ReceiveForm, ReceivePerson>(
            "/people/{id:guid}/receive",
            TypedCareTeam.ReceiveAsync,
            "/people/{id}/circle",
            "team.receive.done"
        );
    }

    private static Guid Chosen(this SubmittedForm filled, string field)
    {
        if (filled.Typed.Id(field) is { } id)
            return id;
        if (filled.Typed[field] is null)
            filled.Typed.Wrong(field, "rule.missing");
        return Guid.Empty;
    }
}
