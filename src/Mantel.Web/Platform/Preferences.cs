using Mantel.Web.Look;

namespace Mantel.Web.Platform;

/// <summary>
/// The choices at the foot of every page: language, appearance and size of type. They need no account and no script.
/// </summary>
internal static class Preferences
{
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/language", ChooseLanguage).AllowAnonymous();
        routes.MapPost("/theme", ChooseTheme).AllowAnonymous();
        routes.MapPost("/type-size", ChooseTypeSize).AllowAnonymous();
    }

    /// <summary>An address of our own to go back to; anything else goes to the start.</summary>
    public static string Back(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && address.All(c => c is > ' ' and < '\u007f' and not '\\')
            ? address
            : "/";

    private static IResult ChooseLanguage(TypedForm typed, HttpContext http) =>
        Keep(http, typed, Language.Cookie, Language.Known(typed["language"]));

    private static IResult ChooseTheme(TypedForm typed, HttpContext http) =>
        Keep(http, typed, Theme.Cookie, Theme.Known(typed["theme"]));

    private static IResult ChooseTypeSize(TypedForm typed, HttpContext http) =>
        Keep(http, typed, TypeSize.Cookie, TypeSize.Known(typed["size"]));

    private static IResult Keep(HttpContext http, TypedForm typed, string cookie, string? choice)
    {
        if (choice is null)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        http.Response.Cookies.Append(cookie, choice, Cookies.Long(http));
        return Answer.SeeOther(http, Back(typed["back"]));
    }
}
