using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// Marks that the palliative phase has begun (markeren van de palliatieve fase): somebody judged it, and says why.
/// While it holds already, judging it again confirms it. Nobody needs it to be cared for.
/// </summary>
[Needs(AccessAction.MarkPhase)]
public sealed record MarkPalliativePhase(
    Party JudgedBy,
    IReadOnlyList<MarkingReason> Reasons,
    string? Words = null,
    PartialDate? JudgedOn = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var (by, reasons, words) = found.Judgement(record, JudgedBy, Reasons, Words, JudgedOn, now);
        return found.Or(new PalliativePhaseMarked(by, reasons, words), JudgedOn);
    }

    public bool IsAbout(Fact fact) => fact is PalliativePhaseMarked or MarkingRevised;
}
