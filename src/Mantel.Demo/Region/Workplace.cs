using Mantel.Core.CareTeam;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Region;

/// <summary>An invented organisation of the demo.</summary>
internal sealed record Workplace(
    string Key,
    string Name,
    OrganisationKind Kind,
    string Municipality,
    string Country,
    string? Day = null,
    string? Night = null,
    string? Words = null
)
{
    public Guid Id { get; } = FixedIdentifiers.Id($"organisation/{Key}");

    public RecordOrganisation Record() =>
        new(Id, Name, Kind, Municipality, Country, new Reachability(Day, Night, Words));
}
