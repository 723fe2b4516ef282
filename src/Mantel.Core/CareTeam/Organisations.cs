using Mantel.Core.Journal;

namespace Mantel.Core.CareTeam;

/// <summary>An organisation that cares, or takes part in the network (zorgaanbieder, organisatie).</summary>
/// <param name="Organisation">Stays the same when the details are corrected.</param>
[FactKind("care-team.organisation-recorded")]
public sealed record OrganisationRecorded(
    Guid Organisation,
    string Name,
    OrganisationKind Kind,
    string? Municipality,
    string? Country,
    Reachability Reachability
) : Fact;

/// <summary>An organisation ended its work; it stays in the history.</summary>
[FactKind("care-team.organisation-closed")]
public sealed record OrganisationClosed(Guid Organisation, string? Reason) : Fact;

/// <summary>What kind of organisation it is.</summary>
public enum OrganisationKind
{
    GeneralPractice,
    OutOfHoursPractice,
    HomeCare,
    Hospital,
    NursingHome,
    Hospice,
    PalliativeHomeTeam,
    Ambulance,
    Volunteers,
    SocialWork,
    SpiritualCare,
    Network,
    Pharmacy,
    Other,
}

/// <summary>The directory of this installation: the fold of what is known of its organisations.</summary>
public sealed class DirectoryRecord(StreamId stream, IReadOnlyList<Entry> entries)
    : Record(stream, entries),
        IKeptRecord<DirectoryRecord>
{
    public static StreamKind Kind => StreamKind.Directory;

    public static DirectoryRecord Fold(StreamId stream, IReadOnlyList<Entry> entries) => new(stream, entries);
}
