using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.Identification.Inbox;

/// <summary>How organisations are called where one chooses among them.</summary>
internal static class OrganisationWords
{
    /// <summary>
    /// By name; with the town where two have the same name. Those of another country come after, under its name.
    /// </summary>
    public static List<Option> Options(
        IReadOnlyList<OrganisationRecorded> organisations,
        CareCountry? here,
        Words words
    )
    {
        var names = organisations.CountBy(place => place.Name).ToDictionary();
        var country = here ?? (words.Language == "nl-BE" ? CareCountry.Belgium : CareCountry.Netherlands);
        return
        [
            .. organisations
                .Select(place => new Option(
                    place.Organisation.ToString(),
                    names[place.Name] > 1 && place.Municipality is { } town ? $"{place.Name}, {town}" : place.Name,
                    Group: Elsewhere(place, country) is { } other
                        ? words[$"people.country.{other.Code().ToLowerInvariant()}"]
                        : null
                ))
                .OrderBy(option => option.Group is not null),
        ];
    }

    private static CareCountry? Elsewhere(OrganisationRecorded place, CareCountry here) =>
        CareCountries.Of(place.Country) is { } country && country != here ? country : null;
}
