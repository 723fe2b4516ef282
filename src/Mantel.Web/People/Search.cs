using Mantel.Core.Access;
using Mantel.Core.People;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.People;

/// <summary>Looks for a person by name, birth date and number. What is typed never stands in an address.</summary>
internal static class SearchRoutes
{
    private const string Address = "/people/search";
    private const int LongestName = 200;

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people", (HttpContext http) => Answer.SeeOther(http, Address)).Needs(AccessAction.Search);
        routes
            .MapGet(Address, IResult (HttpContext http) => Answer.Page<SearchPage>(new { Actor = http.Actor() }))
            .Needs(AccessAction.Search);
        routes.MapGet("/people/own", OwnAsync).Needs(AccessAction.Search);
        routes
            .MapPost(Address, LookAsync)
            .Needs(AccessAction.Search)
            .RequireRateLimiting(RateLimits.Search)
            .ShowsAgain();
    }

    private static async Task<IResult> OwnAsync(HttpContext http, OwnPeople people)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (actor, now) = (http.Actor()!, http.Now());
        var own = await people.AllAsync(actor, now, http.RequestAborted);
        return Answer.Page<OwnPeoplePage>(
            new
            {
                Actor = actor,
                now.Today,
                Own = own,
            }
        );
    }

    private static async Task<IResult> LookAsync(TypedForm typed, HttpContext http, Findable findable)
    {
        var actor = http.Actor()!;
        var looked = Looked(typed);
        if (looked.IsEmpty && typed.Problems.Count == 0)
            typed.Wrong("name", "rule.search-empty");
        if (typed.Problems.Count > 0)
            return Answer.Again<SearchPage>(typed, new { Actor = actor });
        var answer = await findable.LookAsync(looked, actor, http.Now(), http.RequestAborted);
        return Answer.Page<SearchPage>(
            new
            {
                Actor = actor,
                Typed = typed,
                Result = answer,
                http.Now().Today,
            }
        );
    }

    /// <summary>Birth date and number may stand with the name, or in a field of their own.</summary>
    private static LookFor Looked(TypedForm typed)
    {
        if (typed["name"] is { Length: > LongestName })
            typed.Wrong("name", "rule.too-long", $"{LongestName}");
        if (typed.Problems.Count > 0)
            return new LookFor(null, null, null);
        var together = typed.NameAndBirth("name");
        var (born, number) = (typed.Born("birthDate"), typed["number"]);
        var isTwice = born is not null && together.BirthDate is { } beside && beside != born;
        if (isTwice || (number is not null && together.Number is not null))
            typed.Wrong("name", "rule.search-twice");
        var looked = new LookFor(together.Name, born ?? together.BirthDate, number ?? together.Number);
        if (looked.Number is not null && looked.NumberKeys().Count == 0)
            typed.Wrong(number is null ? "name" : "number", "rule.number-wrong");
        return looked;
    }
}
