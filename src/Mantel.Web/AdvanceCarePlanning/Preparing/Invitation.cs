using System.Security.Cryptography;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.AdvanceCarePlanning.Living;
using Mantel.Web.Look;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Answer = Mantel.Web.Platform.Answer;

namespace Mantel.Web.AdvanceCarePlanning.Preparing;

/// <summary>
/// Inviting somebody to prepare at home. The link is shown once, on the page that made it; the record keeps a hash.
/// </summary>
internal static class Invitation
{
    private const string Pattern = "/people/{id:guid}/talk/prepare";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var needs = new NeedsWhat(AccessAction.AgreePlan, ThroughDesk: true);
        routes.MapGet(Pattern, (Guid id, HttpContext http, Desk desk) => ShowAsync(id, http, desk)).WithMetadata(needs);
        routes
            .MapPost(
                Pattern,
                (Guid id, TypedForm typed, HttpContext http, Desk desk, Installation house) =>
                    InviteAsync(id, typed, http, desk, house)
            )
            .WithMetadata(needs)
            .ShowsAgain();
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, Desk desk)
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var sight = await desk.LoadAsync(id, actor, AccessAction.AgreePlan, http.Now(), http.RequestAborted);
        return sight is null
            ? Answer.NothingHere()
            : PersonPages.Render(typeof(InvitePage), sight, http, TypedForm.Nothing());
    }

    private static async Task<IResult> InviteAsync(
        Guid id,
        TypedForm typed,
        HttpContext http,
        Desk desk,
        Installation house
    )
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var sight = await desk.LoadAsync(id, actor, AccessAction.AgreePlan, http.Now(), http.RequestAborted);
        if (sight is null)
            return Answer.NothingHere();
        var code = CodeOf(http.RequestServices.GetRequiredService<SignInStore>(), id, typed.Act);
        var address = http.RequestServices.GetRequiredService<SheetAddress>();
        if (address.LinkTo($"prepare/{code}") is not { } link || typed.Problems.Count > 0)
            return Again(typed, sight, http);
        var act = Read(typed, code, sight, house);
        return await desk.DoAsync(id, act, actor, typed.Sent(http), sight.Now, http.RequestAborted) switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Made(sight, act, link, http),
            ActOutcome.Refused refused => Again(typed.With(refused.Problems), sight, http),
            ActOutcome.SentOtherwise before => Again(typed.SentOtherwise(before), sight, http),
            _ => Answer.NothingHere(),
        };
    }

    /// <summary>
    /// Made here and never taken from the form. The same form sent twice gives the same code, so that the link that is
    /// shown is the one that was kept; nobody without our secret can tell it.
    /// </summary>
    private static string CodeOf(SignInStore vault, Guid person, Guid act) =>
        SheetCode.Of(
            HMACSHA256.HashData(
                vault.Secret("preparation"),
                (byte[])[.. person.ToByteArray(bigEndian: true), .. act.ToByteArray(bigEndian: true)]
            )[..SheetCode.Bytes]
        );

    private static InviteToPrepare Read(TypedForm typed, string code, Sight sight, Installation house)
    {
        var closeOne = typed["for"] is null or "person" ? null : typed.Id("for");
        return new(typed.Act, PreparationViews.HashOf(code), Until(sight.Now, house), closeOne);
    }

    /// <summary>Until the end of the last day, on the clock of the bedside.</summary>
    internal static DateTimeOffset Until(Moment now, Installation house)
    {
        var midnight = now.Today.AddDays(house.PreparationDays + 1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Days.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static IResult Made(Sight sight, InviteToPrepare act, string link, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Answer.Page<InvitedPage>(
            new
            {
                Sight = sight,
                act.CloseOne,
                act.Until,
                Link = link,
            }
        );
    }

    private static IResult Again(TypedForm typed, Sight sight, HttpContext http)
    {
        var page = PersonPages.Render(typeof(InvitePage), sight, http, typed);
        page.StatusCode = typed.Problems.Any(problem => problem.IsBrokenRule)
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status400BadRequest;
        return page;
    }
}
