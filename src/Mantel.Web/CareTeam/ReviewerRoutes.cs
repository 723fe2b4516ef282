using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Look;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.CareTeam;

/// <summary>Who of an organisation reviews its broken glasses, named by the administrator.</summary>
internal static class ReviewerRoutes
{
    private const string Address = "/organisations/{organisation:guid}/reviewer";

    public static void MapReviewers(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                Address,
                async (Guid organisation, Desk desk, Accounts accounts, CancellationToken ct) =>
                    await PageAsync(organisation, TypedForm.Nothing(), desk, accounts, ct)
            )
            .Needs(AccessAction.ManageOrganisations);
        routes.MapPost(Address, NameAsync).Needs(AccessAction.ManageOrganisations).ShowsAgain();
    }

    private static async Task<IResult> NameAsync(
        Guid organisation,
        TypedForm typed,
        HttpContext http,
        Desk desk,
        Accounts accounts
    )
    {
        var chosen = typed.Id("reviewer");
        var account = (await OfAsync(organisation, accounts, http.RequestAborted)).FirstOrDefault(one =>
            one.Id == chosen
        );
        if (chosen is not null && account is null && typed.Problems.Count == 0)
            typed.Wrong("reviewer", "rule.not-a-choice");
        if (typed.Problems.Count > 0)
            return await PageAsync(organisation, typed, desk, accounts, http.RequestAborted);
        var act = new NamePrivacyReviewer(organisation, account?.Id, account?.Name);
        switch (await desk.DoAsync(act, http.Actor()!, typed.Sent(http), http.Now(), http.RequestAborted))
        {
            case ActOutcome.Done or ActOutcome.AlreadyDone:
                return Answer.SeeOther(http, $"/organisations/{organisation}", "organisations.reviewer.done");
            case ActOutcome.Refused refused:
                return await PageAsync(organisation, typed.With(refused.Problems), desk, accounts, http.RequestAborted);
            case ActOutcome.SentOtherwise before:
                typed.SentOtherwise(before).Beside(RecordedBefore.Of(before.Recorded));
                return await PageAsync(organisation, typed, desk, accounts, http.RequestAborted);
            case ActOutcome.Stale stale:
                typed.With([new Problem("", "rule.changed-meanwhile", [], IsBrokenRule: true)]);
                typed.SeenUntil(stale.Since[^1].Version).Beside(RecordedBefore.Of(stale.Since));
                return await PageAsync(organisation, typed, desk, accounts, http.RequestAborted);
            default:
                return Answer.NothingHere();
        }
    }

    private static async Task<IResult> PageAsync(
        Guid organisation,
        TypedForm typed,
        Desk desk,
        Accounts accounts,
        CancellationToken ct
    )
    {
        var directory = await desk.DirectoryAsync(ct);
        if (directory.Organisation(organisation) is not { } known)
            return Answer.NothingHere();
        var people = await OfAsync(organisation, accounts, ct);
        var page = new
        {
            Known = known,
            People = people.Select(one => new Option(one.Id.ToString(), one.Name)).ToList(),
            Reviewer = directory.ReviewerOf(organisation),
            Seen = directory.Version,
        };
        return typed.Problems.Count > 0 ? Answer.Again<ReviewerPage>(typed, page) : Answer.Page<ReviewerPage>(page);
    }

    private static async Task<IReadOnlyList<Account>> OfAsync(
        Guid organisation,
        Accounts accounts,
        CancellationToken ct
    ) =>
        [
            .. (await accounts.ActingAsync(ct)).Where(one =>
                one.Organisation == organisation && Permission.Decide(AccessAction.ReviewBrokenGlass, one.Role).Allowed
            ),
        ];
}
