using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.CareTeam;

/// <summary>Records an organisation that cares or takes part in the network, or puts its details right.</summary>
/// <param name="Organisation">A new id for a new one; the same id to correct.</param>
[Needs(AccessAction.ManageOrganisations)]
public sealed record RecordOrganisation(
    Guid Organisation,
    string Name,
    OrganisationKind Kind,
    string? Municipality = null,
    string? Country = null,
    Reachability? Reachability = null
) : IAct<DirectoryRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(DirectoryRecord record, Moment now)
    {
        var found = new Findings();
        var fact = Read(found);
        if (record.IsClosed(Organisation))
            found.Break("", "rule.organisation-closed");
        if (record.Organisations().Any(other => other.Organisation != Organisation && IsSame(other, fact)))
            found.Break("name", "rule.organisation-known");
        return found.Or(fact);
    }

    /// <summary>What was typed, as the fact it becomes; what is wrong in itself is found.</summary>
    internal OrganisationRecorded Read(Findings found) =>
        new(
            Organisation,
            found.NeededLine("name", Name),
            Kind,
            found.Line("municipality", Municipality),
            found.Line("country", Country)?.ToUpperInvariant(),
            TeamMember.ReadReachability(found, Reachability)
        );

    public bool IsAbout(Fact fact) =>
        fact switch
        {
            OrganisationRecorded recorded => recorded.Organisation == Organisation,
            OrganisationClosed closed => closed.Organisation == Organisation,
            _ => false,
        };

    private static bool IsSame(OrganisationRecorded one, OrganisationRecorded other) =>
        string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase)
        && string.Equals(one.Municipality, other.Municipality, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An organisation ended its work; it stays in the history of the people it cared for.</summary>
[Needs(AccessAction.ManageOrganisations)]
public sealed record CloseOrganisation(Guid Organisation, string? Reason = null)
    : IAct<DirectoryRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(DirectoryRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new OrganisationClosed(Organisation, found.Line("reason", Reason));
        if (record.IsClosed(Organisation))
            return Outcome.Yield();
        if (record.Organisation(Organisation) is null)
            found.Break("", "rule.organisation-unknown");
        return found.Or(fact, PartialDate.Of(now.Today));
    }

    public bool IsAbout(Fact fact) =>
        fact switch
        {
            OrganisationRecorded recorded => recorded.Organisation == Organisation,
            OrganisationClosed closed => closed.Organisation == Organisation,
            _ => false,
        };
}

/// <summary>What is known of the organisations of this installation.</summary>
public static class DirectoryViews
{
    /// <summary>The organisations that work, by name.</summary>
    public static IReadOnlyList<OrganisationRecorded> Organisations(this DirectoryRecord directory) =>
        [
            .. directory
                .All<OrganisationRecorded>()
                .GroupBy(recorded => recorded.Fact.Organisation)
                .Where(group => !directory.IsClosed(group.Key))
                .Select(group => group.Last().Fact)
                .OrderBy(organisation => organisation.Name, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>An organisation, closed or not; null when nobody recorded it.</summary>
    public static OrganisationRecorded? Organisation(this DirectoryRecord directory, Guid organisation) =>
        directory.All<OrganisationRecorded>().LastOrDefault(known => known.Fact.Organisation == organisation).Fact;

    /// <summary>True for an organisation that is there and goes on with its work.</summary>
    public static bool IsOpen(this DirectoryRecord directory, Guid organisation) =>
        directory.Organisation(organisation) is not null && !directory.IsClosed(organisation);

    public static bool IsClosed(this DirectoryRecord directory, Guid organisation) =>
        directory.All<OrganisationClosed>().Any(closed => closed.Fact.Organisation == organisation);
}
