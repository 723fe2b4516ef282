using Mantel.Core.CareTeam;
using Mantel.Web.Look;

namespace Mantel.Web.Identification.Inbox;

/// <summary>How organisations are called where one chooses among them.</summary>
internal static class OrganisationWords
{
    public static List<Option> Options(IEnumerable<OrganisationRecorded> organisations) =>
        [.. organisations.Select(place => new Option(place.Organisation.ToString(), Full(place)))];

    private static string Full(OrganisationRecorded place) =>
        place.Municipality is { } town && !place.Name.Contains(town, StringComparison.OrdinalIgnoreCase)
            ? $"{place.Name}, {town}"
            : place.Name;
}
