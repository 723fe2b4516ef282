using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// Marks that the dying phase has begun (stervensfase). Signs are hints; who cares judges it together, and says why.
/// While it holds already, judging it again confirms it.
/// </summary>
[Needs(AccessAction.MarkPhase)]
public sealed record MarkDyingPhase(
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
        return found.Or(new DyingPhaseMarked(by, reasons, words), JudgedOn);
    }

    public bool IsAbout(Fact fact) => fact is DyingPhaseMarked or MarkingRevised;
}
