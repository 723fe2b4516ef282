using System.Globalization;
using Mantel.Core.People;

namespace Mantel.Web.Platform;

/// <summary>
/// Which language somebody reads: their choice, else what their account says, else that of the country of the
/// organisation for which they act, else what the browser asks.
/// </summary>
internal static class Language
{
    public const string Cookie = "mantel-language";
    public const string Claim = "mantel:language";

    public static string Of(HttpContext http) =>
        Known(http.Request.Cookies[Cookie])
        ?? Known(http.User.FindFirst(Claim)?.Value)
        ?? OfCountry(http.User.FindFirst(SignedIn.OrganisationCountryClaim)?.Value)
        ?? http.Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Closest(language.Value.Value))
            .FirstOrDefault(language => language is not null)
        ?? Words.Languages[0];

    public static string? Known(string? language) =>
        Words.Languages.FirstOrDefault(known => string.Equals(known, language, StringComparison.OrdinalIgnoreCase));

    public static Task UseAsync(HttpContext http, RequestDelegate next)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Words.Of(Of(http)).Culture;
        return next(http);
    }

    /// <summary>What is read in the organisations of a country; null where no country is known.</summary>
    private static string? OfCountry(string? country) =>
        CareCountries.Of(country) switch
        {
            CareCountry.Belgium => "nl-BE",
            CareCountry.Netherlands => "nl-NL",
            null => null,
        };

    private static string? Closest(string? asked) =>
        Known(asked)
        ?? (
            asked?.Split('-')[0].ToLowerInvariant() switch
            {
                "nl" => "nl-NL",
                "en" => "en",
                _ => null,
            }
        );
}
