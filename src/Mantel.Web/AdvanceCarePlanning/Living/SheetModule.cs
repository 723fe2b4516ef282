using System.Security.Cryptography;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>
/// The sheet for the kitchen: printed by who may, and asked after by anyone who holds it. Whoever asks hears *current*
/// or *replaced on …*, or that the sheet is not known here, and nothing else: no name, no look at a person.
/// </summary>
internal static class SheetModule
{
    /// <summary>On which answers leave; most take a few milliseconds of it.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    public static void MapPlanSheet(this IEndpointRouteBuilder routes)
    {
        var paper = routes.MapGroup("").WithMetadata(new ReadByOthers());
        paper.MapPersonForm<SheetPage, PrintPlanSheet>(
            "/people/{id:guid}/plan/sheet",
            _ => new PrintPlanSheet(SheetCode.Of(RandomNumberGenerator.GetBytes(SheetCode.Bytes))),
            to: "/people/{id}/plan/sheet",
            done: "living.sheet.done"
        );
        paper.MapGet("/sheet/{code}", AskAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Sheet);
    }

    private static async Task<IResult> AskAsync(
        string code,
        HttpContext http,
        Register<RegisterRow> register,
        Desk desk,
        Installation house,
        TimeProvider time
    )
    {
        var headers = http.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive, nosnippet";
        var standing = await new EvenPacedAnswers(time, Beat).AtBeatAsync(
            () => FindAsync(code, http, register, desk, house),
            http.RequestAborted
        );
        return Platform.Answer.Page<SheetAnswer>(new { Standing = standing });
    }

    private static async Task<SheetStanding?> FindAsync(
        string typed,
        HttpContext http,
        Register<RegisterRow> register,
        Desk desk,
        Installation house
    )
    {
        var code = typed.ToLowerInvariant();
        var today = http.Now().Today;
        foreach (var row in await register.FindByNumberAsync(SheetCode.Key(code), http.RequestAborted))
        {
            var person = await desk.Own.LoadAsync(row.Person, http.RequestAborted);
            if (person.StandingOf(code, today, Days.Zone, house.ReviewTermMonths) is { } standing)
                return standing;
        }
        return null;
    }
}
