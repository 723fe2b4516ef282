using Mantel.Core.CareTeam;
using Mantel.Core.Population;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// Which organisations lie in one network, so that a palliative team sees what was left unanswered there.
/// </summary>
public static class Around
{
    /// <summary>
    /// The other organisations in the network of this one, by municipality; none where it is not known.
    /// </summary>
    public static IReadOnlyList<Guid> OrganisationsAround(
        this DirectoryRecord directory,
        Guid organisation,
        DateOnly today
    ) =>
        NetworkOf(directory.Organisation(organisation), today) is { } network
            ?
            [
                .. directory
                    .Organisations()
                    .Where(other => other.Organisation != organisation && NetworkOf(other, today) == network)
                    .Select(other => other.Organisation),
            ]
            : [];

    private static string? NetworkOf(OrganisationRecorded? organisation, DateOnly today) =>
        organisation?.Municipality is { } municipality
        && RegionTables.Current.Named(municipality, organisation.Country, today) is { } known
            ? RegionTables.Current.RegionOf(known.Code, RegionKind.Network, today)?.Code
            : null;
}
