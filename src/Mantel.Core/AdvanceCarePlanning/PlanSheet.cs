using System.Text.Json;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// What stands on the sheet of A4 that hangs in the kitchen (het blad voor thuis), and nothing more: whatever is here
/// is compared to tell whether a printed sheet still reads the same.
/// </summary>
/// <param name="MoreDecisions">How many decisions there are that this sheet has no room for; it says so.</param>
/// <param name="Contradicts">The contradictions in the plan that no physician settled, by their id.</param>
public sealed record PlanSheet(
    string Name,
    string OfficialName,
    PartialDate? BirthDate,
    string? Address,
    bool IsDeceased,
    SheetWords? WhatMatters,
    IReadOnlyList<SheetWords> SaysDifferently,
    IReadOnlyList<SheetGoal> Goals,
    IReadOnlyList<SheetDecision> Decisions,
    int MoreDecisions,
    IReadOnlyList<string> Contradicts,
    IReadOnlyList<SheetDnrCode> DnrCodes,
    IReadOnlyList<SheetPlace> PlaceOfDeath,
    IReadOnlyList<string> Representatives,
    IReadOnlyList<SheetCall> Calls,
    IReadOnlyList<SheetMedication> AtHome
)
{
    /// <summary>Contradictions of which a physician said which holds.</summary>
    public IReadOnlyList<SheetSettled> Settled { get; init; } = [];

    /// <summary>How much of what the person says differently there is no room for; it says so.</summary>
    public int MoreSaid { get; init; }

    /// <summary>How many there are to call for whom there is no room; it says so.</summary>
    public int MoreCalls { get; init; }

    /// <summary>How much medication at home there is no room for; it says so.</summary>
    public int MoreAtHome { get; init; }

    /// <summary>True when two sheets read the same, word for word.</summary>
    public bool ReadsAs(PlanSheet other) =>
        string.Equals(
            JsonSerializer.Serialize(this, FactCodec.Json),
            JsonSerializer.Serialize(other, FactCodec.Json),
            StringComparison.Ordinal
        );
}

/// <summary>Somebody's words on the sheet, with their day; long ones end in … and go on in the plan.</summary>
public sealed record SheetWords(string Words, PartialDate? On);

/// <summary>A contradiction of which a physician said which holds, on the sheet.</summary>
/// <param name="Contradiction">The id of the pair.</param>
public sealed record SheetSettled(string Contradiction, string Physician, string WhichHolds);

/// <summary>A goal of treatment on the sheet; more than one when they cannot be ordered.</summary>
public sealed record SheetGoal(TreatmentGoal Goal, PartialDate? On);

/// <summary>Where the person wishes to die, on the sheet.</summary>
public sealed record SheetPlace(Answer Answer, PlaceOfDeath? Place, PartialDate? On);

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
/// <param name="Beside">The older word, the directive or the declaration that must be shown beside it.</param>
/// <param name="Predates">The change of course that came after it was discussed.</param>
public sealed record SheetDecision(
    Treatment Treatment,
    IReadOnlyList<SheetStatement> InForce,
    SheetStatement? Beside,
    bool HasEnded,
    PartialDate? EndedOn,
    bool IsRevived,
    bool NeedsAgreement,
    TurnKind? Predates,
    PartialDate? PredatesOn,
    bool IsPastTerm
)
{
    public bool IsContradictory => InForce.Count > 1;
}

/// <summary>What was said, on the sheet: the word, the condition, the day, and who stands behind it.</summary>
/// <param name="ConfirmedBy">The physician; null: not confirmed.</param>
public sealed record SheetStatement(
    Decision Decision,
    string? Otherwise,
    PartialDate? On,
    string? ConfirmedBy,
    bool NeedsConfirmation,
    bool IsOwnDeclaration
);
