using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification;

/// <summary>
/// Somebody noticed something and told it (signaal), in three sentences; effective on the day it was noticed. It stays
/// open until it is answered.
/// </summary>
/// <param name="Signal">Stays the same while it is passed on and answered.</param>
/// <param name="Noticed">What was seen or heard.</param>
/// <param name="Since">Since when, or what changed; null when not told.</param>
/// <param name="WouldHelp">What would help, as the sender sees it; null when not told.</param>
/// <param name="Sender">
/// Who gave it, when it reached an organisation first and somebody there placed it here; null: who recorded it.
/// </param>
[FactKind("identification.signal-given")]
public sealed record SignalGiven(
    Guid Signal,
    string Noticed,
    string? Since,
    string? WouldHelp,
    SignalSender? Sender = null
) : Fact;

/// <summary>Somebody in the team takes a signal up (oppakken): the others know, and the sender hears it.</summary>
[FactKind("identification.signal-taken-up")]
public sealed record SignalTakenUp(Guid Signal) : Fact;

/// <summary>A signal was answered: something was done about it.</summary>
/// <param name="WhatWasDone">For who cares for the person.</param>
/// <param name="WordsToSender">What the sender may hear; null: only that something was done.</param>
/// <param name="HiddenFromPerson">
/// Why the person does not see the signal, as the professional says; null when the person may see it from now.
/// </param>
[FactKind("identification.signal-answered")]
public sealed record SignalAnswered(
    Guid Signal,
    string WhatWasDone,
    string? WordsToSender,
    string? HiddenFromPerson = null
) : Fact;

/// <summary>A signal was passed on to another member of the team, who answers it from now on.</summary>
[FactKind("identification.signal-passed-on")]
public sealed record SignalPassedOn(Guid Signal, Guid Member, string? Words) : Fact;

/// <summary>A signal was called urgent and put before the physicians of the team (opgeschaald).</summary>
[FactKind("identification.signal-escalated")]
public sealed record SignalEscalated(Guid Signal, string Why) : Fact;

/// <summary>
/// Somebody judged that what the review list proposed is not for now, or not for this person (niet nu, niet voor deze
/// persoon), and when to look again. What is recorded later may propose it sooner.
/// </summary>
/// <param name="LookAgainOn">The day, month or year from which it is proposed again.</param>
[FactKind("identification.proposal-put-away")]
public sealed record ProposalPutAway(PutAwayKind Kind, string Why, PartialDate LookAgainOn) : Fact;

/// <summary>Who gave a signal, as they were called then, and how they named the person it is about.</summary>
/// <param name="NamedAs">The name as the sender gave it, so that they recognise their own signal.</param>
public sealed record SignalSender(Author Author, DateTimeOffset GivenAt, string NamedAs);

/// <summary>
/// A surprise question was answered by a professional (surprise question, verrassingsvraag): an aid to begin to talk,
/// never a prognosis and never a gate.
/// </summary>
[FactKind("identification.surprise-question-answered")]
public sealed record SurpriseQuestionAnswered(SurpriseQuestion Question, SurpriseAnswer Answer, string? Words) : Fact;

/// <summary>
/// Somebody judged that the palliative phase has begun (markering van de palliatieve fase); effective on the day of the
/// judgement.
/// </summary>
[FactKind("identification.palliative-phase-marked")]
public sealed record PalliativePhaseMarked(Party JudgedBy, IReadOnlyList<MarkingReason> Reasons, string? Words) : Fact;

/// <summary>
/// Somebody judged that the dying phase has begun (stervensfase); effective on the day of the judgement.
/// </summary>
[FactKind("identification.dying-phase-marked")]
public sealed record DyingPhaseMarked(Party JudgedBy, IReadOnlyList<MarkingReason> Reasons, string? Words) : Fact;

/// <summary>A marking was revised: it no longer holds from this day.</summary>
[FactKind("identification.marking-revised")]
public sealed record MarkingRevised(Guid Marking, Party JudgedBy, string Why) : Fact;

/// <summary>
/// Belgium: the general practitioner asked the health insurance fund for the palliatief forfait, the lump sum for
/// palliative care at home; effective on the day on which the form went to the fund's advising physician.
/// </summary>
/// <param name="RequestedBy">The general practitioner, by name.</param>
[FactKind("identification.palliative-forfait-requested")]
public sealed record PalliativeForfaitRequested(ForfaitTurn Turn, string RequestedBy) : Fact;

/// <summary>The health insurance fund granted or refused the palliatief forfait; effective on that day.</summary>
/// <param name="Request">The entry of the request.</param>
/// <param name="Words">What the fund said with it; null: nothing recorded.</param>
[FactKind("identification.palliative-forfait-answered")]
public sealed record PalliativeForfaitAnswered(Guid Request, ForfaitAnswer Answer, string? Words) : Fact;

/// <summary>Which palliatief forfait: it can be granted twice.</summary>
public enum ForfaitTurn
{
    First,
    Second,
}

/// <summary>What the health insurance fund answered.</summary>
public enum ForfaitAnswer
{
    Granted,
    Refused,
}

/// <summary>How what was proposed is put away.</summary>
public enum PutAwayKind
{
    NotNow,
    NotForThisPerson,
}

/// <summary>Which surprise question.</summary>
public enum SurpriseQuestion
{
    /// <summary>Would it surprise me if this person died within twelve months?</summary>
    DiedWithinYear,

    /// <summary>Would it surprise me if this person were still alive after twelve months?</summary>
    AliveAfterYear,

    /// <summary>Belgium (PICT): would it surprise me if this person died within six to twelve months?</summary>
    DiedWithinSixToTwelveMonths,
}

/// <summary>The professional's answer.</summary>
public enum SurpriseAnswer
{
    Yes,
    No,
    Unsure,
}

/// <summary>What a marking rests on.</summary>
public enum MarkingReason
{
    SurpriseQuestion,
    Deterioration,
    RepeatedAdmissions,
    TreatmentStopped,
    PersonAsks,
    CloseOnesAsk,
    Diagnosis,
    SignsOfDying,
    Other,
}
