using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>What changed, so that decisions from before it are marked as such (safety rule 4).</summary>
public enum TurnKind
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
public sealed record Turn(TurnKind Kind, PartialDate? On, Entry Entry);

/// <summary>The changes of course and phase together.</summary>
public static class TurnViews
{
    /// <summary>
    /// Every change, in the order of recording. A judgement that only confirms a phase changes nothing.
    /// </summary>
    public static IReadOnlyList<Turn> Turns(this PersonRecord person) =>
        [
            .. person
                .All<CourseChanged>()
                .Select(change => new Turn(KindOf(change.Fact.Change), change.Effective, change.Entry))
                .Concat(OfPhase(person))
                .OrderBy(turn => turn.Entry.Version),
        ];

    private static IEnumerable<Turn> OfPhase(PersonRecord person) =>
        person
            .Markings()
            .Where(marking => !marking.Confirms)
            .Select(marking => new Turn(KindOf(marking.Phase), marking.Entry.Effective, marking.Entry))
            .Concat(
                person
                    .All<MarkingRevised>()
                    .Select(revised => new Turn(TurnKind.MarkingRevised, revised.Effective, revised.Entry))
            );

    private static TurnKind KindOf(Phase phase) =>
        phase is Phase.Dying ? TurnKind.DyingPhaseMarked : TurnKind.PalliativePhaseMarked;

    private static TurnKind KindOf(CourseChange change) =>
        change switch
        {
            CourseChange.AdmittedToHospital => TurnKind.AdmittedToHospital,
            CourseChange.AdmittedToHospice => TurnKind.AdmittedToHospice,
            CourseChange.AdmittedToNursingHome => TurnKind.AdmittedToNursingHome,
            CourseChange.CameHome => TurnKind.CameHome,
            CourseChange.Deteriorated => TurnKind.Deteriorated,
            CourseChange.Recovered => TurnKind.Recovered,
        };
}
