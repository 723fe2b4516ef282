using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// What stands on the sheet of A4 that hangs in the kitchen (het blad voor thuis), whole: nothing is cut and nothing is
/// left out. Every part of it belongs to a kind, and by these is told whether a printed sheet still holds, and what
/// became different.
/// </summary>
/// <param name="Contradicts">The contradictions in the plan that no physician settled, by their id.</param>
public sealed record PlanSheet(
    [property: PartOfSheet(SheetPart.Person)] string Name,
    [property: PartOfSheet(SheetPart.Person)] string OfficialName,
    [property: PartOfSheet(SheetPart.Person)] PartialDate? BirthDate,
    [property: PartOfSheet(SheetPart.Person)] string? Address,
    [property: PartOfSheet(SheetPart.Person)] bool IsDeceased,
    [property: PartOfSheet(SheetPart.Wishes)] SheetWords? WhatMatters,
    [property: PartOfSheet(SheetPart.Decisions)] IReadOnlyList<SheetWords> SaysDifferently,
    [property: PartOfSheet(SheetPart.Goal)] IReadOnlyList<SheetGoal> Goals,
    [property: PartOfSheet(SheetPart.Decisions)] IReadOnlyList<SheetDecision> Decisions,
    [property: PartOfSheet(SheetPart.Decisions)] IReadOnlyList<string> Contradicts,
    [property: PartOfSheet(SheetPart.Decisions)] IReadOnlyList<SheetDnrCode> DnrCodes,
    [property: PartOfSheet(SheetPart.Place)] IReadOnlyList<SheetPlace> PlaceOfDeath,
    [property: PartOfSheet(SheetPart.WhomToCall)] IReadOnlyList<SheetCall> Calls,
    [property: PartOfSheet(SheetPart.Medication)] IReadOnlyList<SheetMedication> AtHome
)
{
    /// <summary>Contradictions of which a physician said which holds.</summary>
    [PartOfSheet(SheetPart.Decisions)]
    public IReadOnlyList<SheetSettled> Settled { get; init; } = [];

    /// <summary>Who decides and with what right, who only speaks, and the phase (safety rule 17).</summary>
    [PartOfSheet(SheetPart.WhoDecides)]
    public SheetWho? Who { get; init; }

    /// <summary>What the person does not want to talk about.</summary>
    [PartOfSheet(SheetPart.Wishes)]
    public IReadOnlyList<SheetDeclined> Declined { get; init; } = [];

    /// <summary>The person's wishes about care (wensen voor de zorg), and what else matters.</summary>
    [PartOfSheet(SheetPart.Wishes)]
    public IReadOnlyList<SheetWords> CareWishes { get; init; } = [];

    /// <summary>Declarations in the person's own words that no row shows; refusals first.</summary>
    [PartOfSheet(SheetPart.Decisions)]
    public IReadOnlyList<SheetOwnWords> OwnWords { get; init; } = [];

    /// <summary>What came from elsewhere and is to be asked about (na te vragen): it fills no row.</summary>
    [PartOfSheet(SheetPart.Decisions)]
    public IReadOnlyList<SheetToAsk> ToAsk { get; init; } = [];

    /// <summary>Since when the ICD is off, as recorded; null: it is not recorded to be off.</summary>
    [PartOfSheet(SheetPart.Decisions)]
    public SheetIcdOff? IcdOff { get; init; }

    /// <summary>
    /// The consent to share that holds; not printed, but who scans the code should hear that it became another.
    /// </summary>
    [PartOfSheet(SheetPart.Consent)]
    public SharingConsent? Consent { get; init; }

    /// <summary>True when two sheets say the same, word for word.</summary>
    public bool ReadsAs(PlanSheet other) => SheetParts.Differing(this, other).Count == 0;
}

/// <summary>Somebody's words on the sheet, with their day.</summary>
public sealed record SheetWords(string Words, PartialDate? On);

/// <summary>A contradiction of which a physician said which holds, on the sheet.</summary>
/// <param name="Contradiction">The id of the pair.</param>
public sealed record SheetSettled(string Contradiction, string Physician, string WhichHolds);

/// <summary>
/// Who decides, on the sheet: as long as the person can, nobody else does. Whoever only speaks is never told as
/// deciding.
/// </summary>
/// <param name="Since">Since when another decides, or when it was last judged that the person can.</param>
/// <param name="About">The matters for which that was judged; null: all of treatment.</param>
/// <param name="Article">The article of the law that says who decides; null: none to name.</param>
/// <param name="ByLaw">Who decides in the person's place, now or when they cannot any more.</param>
/// <param name="Named">Who speaks, and decides nothing.</param>
/// <param name="WasJudged">Somebody judged whether the person can decide; if not, it is what the law takes.</param>
public sealed record SheetWho(
    Decider Decider,
    PartialDate? Since,
    string? About,
    string? Article,
    IReadOnlyList<SheetRepresentative> ByLaw,
    IReadOnlyList<SheetRepresentative> Named,
    Phase Phase,
    PartialDate? PhaseSince,
    bool WasJudged
);

/// <summary>Somebody who decides or speaks, on the sheet, with what right and which number.</summary>
public sealed record SheetRepresentative(
    string Name,
    Relationship? Relationship,
    ContactRole? Role,
    bool IsNamedOnPaper,
    string? Number
);

/// <summary>What the person does not want to talk about, now or at all, on the sheet.</summary>
public sealed record SheetDeclined(TalkTopic Topic, bool OnlyNow);

/// <summary>A goal of treatment on the sheet; more than one when they cannot be ordered.</summary>
public sealed record SheetGoal(TreatmentGoal Goal, string? Words, PartialDate? On)
{
    /// <summary>What does not fit of who agreed it (safety rule 20).</summary>
    public IReadOnlyList<PartyDoubt> Doubts { get; init; } = [];
}

/// <summary>What came from elsewhere and is to be asked about, on the sheet.</summary>
/// <param name="About">The treatments that it may be about; none: it does not say.</param>
/// <param name="Decision">What it says, where it is clear about that.</param>
/// <param name="Said">The sender's own words.</param>
public sealed record SheetToAsk(
    AskReason Reason,
    IReadOnlyList<Treatment> About,
    Decision? Decision,
    IReadOnlyList<string> Said,
    string From
);

/// <summary>Where the person wishes to die, on the sheet.</summary>
public sealed record SheetPlace(Answer Answer, PlaceOfDeath? Place, string? Words, PartialDate? On);

/// <summary>A Belgian DNR code in force, on the sheet; its meaning stands beside it.</summary>
public sealed record SheetDnrCode(DnrCode Code, string Setting);

/// <summary>Somebody to call, on the sheet.</summary>
/// <param name="ByDay">Null: no number is recorded for the day.</param>
/// <param name="ByNight">For evening, night and weekend; null: none is recorded.</param>
public sealed record SheetCall(
    string Name,
    Discipline? Discipline,
    Relationship? Relationship,
    string? ByDay,
    string? ByNight
);

/// <summary>Medication that lies ready, on the sheet: what for, and where.</summary>
public sealed record SheetMedication(string Medication, string? For, string? Where, string? WhoMayGive);

/// <summary>One decision on the sheet, with everything that must be marked beside it.</summary>
/// <param name="InForce">More than one: they contradict; none: not recorded.</param>
/// <param name="Predates">The change of course that came after it was discussed.</param>
public sealed record SheetDecision(
    Treatment Treatment,
    IReadOnlyList<SheetStatement> InForce,
    bool HasEnded,
    PartialDate? EndedOn,
    bool IsRevived,
    bool NeedsAgreement,
    CourseTurnKind? Predates,
    PartialDate? PredatesOn,
    bool IsPastTerm
)
{
    public bool IsContradictory => InForce.Count > 1 || CodesAgainst.Count > 0;

    /// <summary>The first in force is the person's written refusal; others agreed otherwise after it.</summary>
    public bool IsRefusedInWriting { get; init; }

    /// <summary>What must be shown beside what is in force, the newest talk first.</summary>
    public IReadOnlyList<SheetAlongside> Alongside { get; init; } = [];

    /// <summary>DNR codes in force that say otherwise.</summary>
    public IReadOnlyList<SheetCodeAgainst> CodesAgainst { get; init; } = [];

    /// <summary>Who gave the code that ended with its stay, while nobody talked about it since.</summary>
    public string? EndedCodeOf { get; init; }
}

/// <summary>Why a word is shown beside what is in force.</summary>
public enum BesideReason
{
    /// <summary>It was said before.</summary>
    Before,

    /// <summary>The person's own declaration.</summary>
    Declaration,

    /// <summary>A physician confirmed it, and nobody yet confirmed the newer word.</summary>
    Confirmed,

    /// <summary>It was agreed with the person, and what is in force was not.</summary>
    WithPerson,
}

/// <summary>A word beside what is in force, on the sheet.</summary>
public sealed record SheetAlongside(BesideReason Kind, SheetStatement Statement);

/// <summary>A DNR code in force that says otherwise than its row, on the sheet.</summary>
public sealed record SheetCodeAgainst(DnrCode Code, string Setting, Decision Means);

/// <summary>A declaration in the person's own words that no row shows, on the sheet.</summary>
/// <param name="Words">Null: its text is in the document only.</param>
public sealed record SheetOwnWords(
    AdvanceDirectiveKind Kind,
    string? KindInWords,
    string? Words,
    PartialDate? On,
    bool IsRefusal,
    bool IsWorkedOut
);

/// <summary>The ICD is off, on the sheet.</summary>
/// <param name="Since">Null: the day is not known.</param>
public sealed record SheetIcdOff(PartialDate? Since);

/// <summary>What was said, on the sheet: the word, the condition, the day, and who stands behind it.</summary>
/// <param name="ConfirmedBy">The physician; null: not confirmed.</param>
/// <param name="Explanations">What was said about it, in words.</param>
public sealed record SheetStatement(
    Decision Decision,
    string? Otherwise,
    PartialDate? On,
    string? ConfirmedBy,
    bool NeedsConfirmation,
    bool IsOwnDeclaration,
    IReadOnlyList<string> Explanations
)
{
    /// <summary>The physician who confirmed it while it contradicts the rest of the plan.</summary>
    public string? ConfirmedButContradicts { get; init; }

    /// <summary>The day on which a physician decided and told it, without a talk.</summary>
    public PartialDate? DecidedOn { get; init; }

    /// <summary>What does not fit of who agreed: it reads not as confirmed.</summary>
    public IReadOnlyList<PartyDoubt> Doubts { get; init; } = [];
}
