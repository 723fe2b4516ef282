using Mantel.Core.CareTeam;
using Mantel.Web.Look;

namespace Mantel.Web.Identification.Inbox;

/// <summary>How organisations are called where one chooses among them.</summary>
internal static class OrganisationWords
{
    /// <summary>By name; with the town where two have the same name.</summary>
    public static List<Option> Options(IReadOnlyList<OrganisationRecorded> organisations)
    {
        var names = organisations.CountBy(place => place.Name).ToDictionary();
        return
        [
            .. organisations.Select(place => new Option(
                place.Organisation.ToString(),
                names[place.Name] > 1 && place.Municipality is { } town ? $"{place.Name}, {town}" : place.Name
            )),
        ];
    }
}
