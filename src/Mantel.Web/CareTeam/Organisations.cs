using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.CareTeam;

/// <summary>The organisations of this installation, for the administrator: list, add, put right, close.</summary>
internal static class OrganisationRoutes
{
    private const string Address = "/organisations";

    public static void MapOrganisations(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                Address,
                async Task<IResult> (string? find, string? kind, bool? all, Desk desk, CancellationToken ct) =>
                    Answer.Page<OrganisationsPage>(
                        new
                        {
                            Directory = await desk.DirectoryAsync(ct),
                            Find = find,
                            Kind = Enum.TryParse<OrganisationKind>(kind, out var one) ? one : (OrganisationKind?)null,
                            IsWhole = all ?? false,
                        }
                    )
            )
            .Needs(AccessAction.ReadOrganisations);
        routes
            .MapGet(Address + "/new", async (Desk desk, CancellationToken ct) => await ShowAsync(Guid.Empty, desk, ct))
            .Needs(AccessAction.ManageOrganisations);
        routes.MapPost(Address + "/new", RecordNewAsync).Needs(AccessAction.ManageOrganisations).ShowsAgain();
        routes.MapGet(Address + "/{organisation:guid}", ShowAsync).Needs(AccessAction.ManageOrganisations);
        routes
            .MapPost(Address + "/{organisation:guid}", RecordAsync)
            .Needs(AccessAction.ManageOrganisations)
            .ShowsAgain();
        routes
            .MapPost(Address + "/{organisation:guid}/close", CloseAsync)
            .Needs(AccessAction.ManageOrganisations)
            .ShowsAgain();
        routes.MapReviewers();
    }

    private static async Task<IResult> ShowAsync(Guid organisation, Desk desk, CancellationToken ct)
    {
        var directory = await desk.DirectoryAsync(ct);
        var known = directory.Organisation(organisation);
        return known is null && organisation != Guid.Empty
            ? Answer.NothingHere()
            : Answer.Page<OrganisationPage>(new { Known = known, Seen = directory.Version });
    }

    private static Task<IResult> RecordNewAsync(TypedForm typed, HttpContext http, Desk desk) =>
        RecordAsync(typed.Act, typed, http, desk);

    private static async Task<IResult> RecordAsync(Guid organisation, TypedForm typed, HttpContext http, Desk desk)
    {
        var directory = await desk.DirectoryAsync(http.RequestAborted);
        var known = directory.Organisation(organisation);
        if (known is null && organisation != typed.Act)
            return Answer.NothingHere();
        var kind = typed.Choice<OrganisationKind>("kind");
        if (kind is null && !typed.ProblemsAt("kind").Any())
            typed.Wrong("kind", "rule.missing");
        var act = new RecordOrganisation(
            organisation,
            typed["name"] ?? "",
            kind ?? OrganisationKind.Other,
            typed["municipality"],
            typed["country"],
            new Reachability(typed["day"], typed["night"], typed["reachabilityWords"])
        );
        if (typed.Problems.Count > 0)
            return Answer.Again<OrganisationPage>(typed, new { Known = known, Seen = directory.Version });
        // Whoever adds one makes the first account there next, and may leave it.
        return known is null && Permission.Decide(AccessAction.ManageAccounts, http.Actor()!.Role).Allowed
            ? await DoAsync(act, typed, http, desk, known, "organisations.done.account", FirstAccount(organisation))
            : await DoAsync(act, typed, http, desk, known, "organisations.done");
    }

    private static string FirstAccount(Guid organisation) => $"/accounts/new?organisation={organisation}";

    private static async Task<IResult> CloseAsync(Guid organisation, TypedForm typed, HttpContext http, Desk desk)
    {
        var directory = await desk.DirectoryAsync(http.RequestAborted);
        var known = directory.Organisation(organisation);
        return known is null
            ? Answer.NothingHere()
            : await DoAsync(
                new CloseOrganisation(organisation, typed["reason"]),
                typed,
                http,
                desk,
                known,
                "organisations.closed"
            );
    }

    private static async Task<IResult> DoAsync(
        IAct<DirectoryRecord> act,
        TypedForm typed,
        HttpContext http,
        Desk desk,
        OrganisationRecorded? known,
        string done,
        string where = Address
    )
    {
        if (typed.Problems.Count > 0)
            return Answer.Again<OrganisationPage>(typed, new { Known = known, typed.Seen });
        var sending = typed.Sent(http);
        switch (await desk.DoAsync(act, http.Actor()!, sending, http.Now(), http.RequestAborted))
        {
            case ActOutcome.Done or ActOutcome.AlreadyDone:
                return Answer.SeeOther(http, where, done);
            case ActOutcome.Refused refused:
                return Answer.Again<OrganisationPage>(typed.With(refused.Problems), new { Known = known, typed.Seen });
            case ActOutcome.SentOtherwise before:
                var again = typed.SentOtherwise(before).Beside(RecordedBefore.Of(before.Recorded));
                return Answer.Again<OrganisationPage>(again, new { Known = known });
            case ActOutcome.Stale stale:
                var problem = new Problem("", "rule.changed-meanwhile", [], IsBrokenRule: true);
                var seen = typed.With([problem]).SeenUntil(stale.Since[^1].Version);
                seen.Beside(RecordedBefore.Of(stale.Since));
                return Answer.Again<OrganisationPage>(seen, new { Known = known });
            default:
                return Answer.NothingHere();
        }
    }
}
