using Mantel.Core.Population;

namespace Mantel.Core.CareTeam;

/// <summary>
/// Which organisations lie in one network, so that a palliative team sees what was left unanswered there.
/// </summary>
public static class OrganisationsInNetwork
{
    /// <summary>
    /// The other organisations in the network of this one, by municipality; none where it is not known.
    /// </summary>
    public static IReadOnlyList<Guid> OrganisationsAround(
        this DirectoryRecord directory,
        Guid organisation,
        DateOnly today
    ) =>
        directory.NetworkOf(organisation, today) is { } network
            ?
            [
                .. directory
                    .Organisations()
                    .Where(other => other.Organisation != organisation && NetworkOf(other, today)?.Code == network.Code)
                    .Select(other => other.Organisation),
            ]
            : [];

    /// <summary>The network that works where the organisation lies; null where its municipality is not known.</summary>
    public static Region? NetworkOf(this DirectoryRecord directory, Guid organisation, DateOnly today) =>
        NetworkOf(directory.Organisation(organisation), today);

    private static Region? NetworkOf(OrganisationRecorded? organisation, DateOnly today) =>
        organisation?.Municipality is { } municipality
        && RegionTables.Current.Named(municipality, organisation.Country, today) is { } known
            ? RegionTables.Current.RegionOf(known.Code, RegionKind.Network, today)
            : null;
}
