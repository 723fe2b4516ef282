using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// A plan was read back and confirmed together (plan vastgesteld); effective on the day of the conversation that it
/// rests on.
/// </summary>
/// <param name="Conversation">The entry of the conversation that led to it.</param>
/// <param name="SaidToHold">
/// What was said to hold where decisions contradict each other (safety rule 14); a physician has yet to confirm it.
/// </param>
[FactKind("acp.plan-established")]
public sealed record PlanEstablished(
    Guid Conversation,
    IReadOnlyList<Party> ConfirmedBy,
    IReadOnlyList<SaidToHold> SaidToHold
) : Fact;

/// <summary>Two decisions contradict each other, and people said together which holds.</summary>
/// <param name="Contradiction">Its id in <c>data/plan/contradictions.tsv</c>.</param>
public sealed record SaidToHold(string Contradiction, string Words);

/// <summary>When the plan is to be looked at again (evaluatiemoment).</summary>
/// <param name="On">The day, month or year on which it is due.</param>
[FactKind("acp.plan-review-agreed")]
public sealed record PlanReviewAgreed(PartialDate On, string? Words) : Fact;

/// <summary>
/// The plan was printed to hang in the kitchen. Its code tells whoever scans it whether the sheet is still current, and
/// nothing else.
/// </summary>
/// <param name="Sheet">A random code of 128 bits; storage keeps a keyed hash of it to find the person.</param>
[FactKind("acp.plan-sheet-printed")]
public sealed record PlanSheetPrinted(string Sheet) : Fact;

/// <summary>The plan was shared with somebody who cares, who has yet to read it.</summary>
/// <param name="With">The member of the care team or the close one.</param>
[FactKind("acp.plan-shared")]
public sealed record PlanShared(Guid With, string WithName, string? Words) : Fact;

/// <summary>Who the plan was shared with has read it.</summary>
[FactKind("acp.shared-plan-read")]
public sealed record SharedPlanRead(Guid Shared) : Fact;
