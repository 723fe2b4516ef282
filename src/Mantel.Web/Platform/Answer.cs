using Mantel.Core.Journal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mantel.Web.Platform;

/// <summary>
/// The answers an endpoint can give: a page, the form again with what is wrong, a next page, or nothing here.
/// </summary>
internal static class Answer
{
    internal const string DoneCookie = "mantel-done";

    public static RazorComponentResult<TPage> Page<TPage>(object? parameters = null)
        where TPage : IComponent => new(parameters ?? new { }) { PreventStreamingRendering = true };

    /// <summary>
    /// The form again, everything typed kept: 409 when a rule is broken, 400 when the input is wrong. The page takes
    /// what was typed as its parameter Typed.
    /// </summary>
    public static RazorComponentResult<TPage> Again<TPage>(TypedForm typed, object? parameters = null)
        where TPage : IComponent
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Typed"] = typed };
        foreach (var (name, value) in new RouteValueDictionary(parameters))
            all[name] = value;
        return new(all) { StatusCode = StatusOf(typed.Problems), PreventStreamingRendering = true };
    }

    /// <summary>
    /// On to the next page, which says what was done (a key of the language files, such as people.registered).
    /// </summary>
    public static IResult SeeOther(HttpContext http, string address, string? done = null)
    {
        if (done is not null)
            http.Response.Cookies.Append(DoneCookie, done, Cookies.Short(http));
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Absent or forbidden: the same page for both.</summary>
    public static IResult NothingHere() => Results.StatusCode(StatusCodes.Status404NotFound);

    /// <summary>
    /// What was just done, said once; never on a page that says that something was not done.
    /// </summary>
    internal static string? TakeDone(HttpContext http, Words words)
    {
        if (http.Request.Cookies[DoneCookie] is not { } done)
            return null;
        http.Response.Cookies.Delete(DoneCookie);
        return words.Has(done) && http.Response.StatusCode < StatusCodes.Status400BadRequest ? done : null;
    }

    private static int StatusOf(IReadOnlyList<Problem> problems) =>
        problems.Any(problem => problem.IsBrokenRule) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
}

/// <summary>How our cookies are set: for this site only, out of reach of scripts.</summary>
internal static class Cookies
{
    /// <summary>
    /// Where people come by https the browser holds a cookie of this name to this very site, sent over TLS only.
    /// </summary>
    public static string NameOf(string name, Installation house) => house.IsReachedByTls ? $"__Host-{name}" : name;

    public static CookieOptions Long(HttpContext http) => Make(http, TimeSpan.FromDays(365));

    public static CookieOptions Short(HttpContext http) => Make(http, TimeSpan.FromMinutes(1));

    private static CookieOptions Make(HttpContext http, TimeSpan age) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = age,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        };
}
