using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.People;

/// <summary>Looks for a person by name, birth date and number. What is typed never stands in an address.</summary>
internal static class SearchRoutes
{
    private const string Address = "/people/search";

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people", (HttpContext http) => Answer.SeeOther(http, Address)).Needs(What.Search);
        routes
            .MapGet(Address, (HttpContext http) => Answer.Page<SearchPage>(new { Actor = http.Actor() }))
            .Needs(What.Search);
        routes.MapPost(Address, LookAsync).Needs(What.Search).RequireRateLimiting(RateLimits.Search).ShowsAgain();
    }

    private static async Task<IResult> LookAsync(Typed typed, HttpContext http, Findable findable)
    {
        var actor = http.Actor()!;
        var looked = new LookFor(typed["name"], BirthDate(typed), typed["number"]);
        if (looked.Number is not null && looked.NumberKeys().Count == 0)
            typed.Wrong("number", "rule.number-wrong");
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

    /// <summary>
    /// In three fields, or in one as 2018, 2018-05, 2018-05-03, 5-2018 or 3-5-2018, and in digits alone as 03052018,
    /// 20180503, 052018 or 201805: no year of somebody now alive can be read as a month or as a day and a month.
    /// </summary>
    internal static PartialDate? BirthDate(Typed typed)
    {
        if (typed["birthDate"] is not { } text)
            return typed.Date("birthDate");
        if (PartialDate.TryParse(text) is { } date)
            return date;
        if (text.All(char.IsAsciiDigit) && OfDigits(text) is { } digits)
            return digits;
        var parts = text.Split(['-', '/', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 3 && PartialDate.TryParse($"{parts[2]}-{Two(parts[1])}-{Two(parts[0])}") is { } day)
            return day;
        if (parts.Length == 2 && PartialDate.TryParse($"{parts[1]}-{Two(parts[0])}") is { } month)
            return month;
        typed.Wrong("birthDate", "rule.date-impossible");
        return null;
    }

    private static PartialDate? OfDigits(string text) =>
        text.Length switch
        {
            8 => Living($"{text[4..]}-{text[2..4]}-{text[..2]}") ?? Living($"{text[..4]}-{text[4..6]}-{text[6..]}"),
            6 => Living($"{text[2..]}-{text[..2]}") ?? Living($"{text[..4]}-{text[4..]}"),
            _ => null,
        };

    private static PartialDate? Living(string text) =>
        PartialDate.TryParse(text) is { Year: >= 1890 } date ? date : null;

    private static string Two(string part) => part.PadLeft(2, '0');
}
