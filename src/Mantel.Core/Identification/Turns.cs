using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>What changed, so that decisions from before it are marked as such (safety rule 4).</summary>
public enum CourseTurnKind
{
    AdmittedToHospital,
    AdmittedToHospice,
    AdmittedToNursingHome,
    CameHome,
    Deteriorated,
    Recovered,
    PalliativePhaseMarked,
    DyingPhaseMarked,
    MarkingRevised,
}

/// <summary>
/// A change in the course of the illness or of its phase (verandering van beloop of fase), with the day it came.
/// </summary>
public sealed record CourseTurn(CourseTurnKind Kind, PartialDate? On, Entry Entry);

/// <summary>The changes of course and phase together.</summary>
public static class CourseTurnViews
{
    /// <summary>
    /// Every change, in the order of recording. A judgement that only confirms a phase changes nothing.
    /// </summary>
    public static IReadOnlyList<CourseTurn> Turns(this PersonRecord person) =>
        [
            .. person
                .All<CourseChanged>()
                .Select(change => new CourseTurn(KindOf(change.Fact.Change), change.Effective, change.Entry))
                .Concat(OfPhase(person))
                .OrderBy(turn => turn.Entry.Version),
        ];

    private static IEnumerable<CourseTurn> OfPhase(PersonRecord person) =>
        person
            .Markings()
            .Where(marking => !marking.Confirms)
            .Select(marking => new CourseTurn(KindOf(marking.Phase), marking.Entry.Effective, marking.Entry))
            .Concat(
                person
                    .All<MarkingRevised>()
                    .Select(revised => new CourseTurn(CourseTurnKind.MarkingRevised, revised.Effective, revised.Entry))
            );

    private static CourseTurnKind KindOf(Phase phase) =>
        phase is Phase.Dying ? CourseTurnKind.DyingPhaseMarked : CourseTurnKind.PalliativePhaseMarked;

    private static CourseTurnKind KindOf(CourseChange change) =>
        change switch
        {
            CourseChange.AdmittedToHospital => CourseTurnKind.AdmittedToHospital,
            CourseChange.AdmittedToHospice => CourseTurnKind.AdmittedToHospice,
            CourseChange.AdmittedToNursingHome => CourseTurnKind.AdmittedToNursingHome,
            CourseChange.CameHome => CourseTurnKind.CameHome,
            CourseChange.Deteriorated => CourseTurnKind.Deteriorated,
            CourseChange.Recovered => CourseTurnKind.Recovered,
        };
}
