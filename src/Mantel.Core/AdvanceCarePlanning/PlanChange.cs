using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>How something in the plan differs between two days.</summary>
public enum ChangeKind
{
    /// <summary>Nothing was said before.</summary>
    First,
    Changed,

    /// <summary>It was otherwise in between, and reads as it did before.</summary>
    ChangedBack,

    /// <summary>What was said can no longer be put in order: it contradicts.</summary>
    Contradictory,

    /// <summary>It was ended without a successor, or taken back, or its stay is over.</summary>
    Ended,

    /// <summary>The same word, and a physician now stands behind it.</summary>
    Confirmed,

    /// <summary>Talked about again, and unchanged.</summary>
    Reconfirmed,
}

/// <summary>The topics of a plan beside the treatments.</summary>
public enum PlanTopic
{
    WhatMatters,
    Goal,
    CareWishes,
    WhatElseMatters,
    PreferredPlaceOfDeath,
    EuthanasiaPosition,
    DonorRegistration,
    LegalCapacity,
    EarlierAgreements,
    InformingRelatives,
    SharingConsent,
}

/// <summary>One thing that differs between two days of a plan, or that was talked about again.</summary>
public abstract record PlanChange(ChangeKind Kind)
{
    /// <summary>What was said about a treatment.</summary>
    /// <param name="Between">What held in between, newest first, where it came back to what it was.</param>
    public sealed record OfDecision(
        ChangeKind Kind,
        DecisionInForce Was,
        DecisionInForce Is,
        IReadOnlyList<Statement> Between
    ) : PlanChange(Kind);

    /// <summary>What was said about a topic; the entries that hold, none when nothing was said.</summary>
    public sealed record OfTopic(ChangeKind Kind, PlanTopic Topic, IReadOnlyList<Entry> Was, IReadOnlyList<Entry> Is)
        : PlanChange(Kind);

    /// <summary>
    /// Something that happened: a declaration, a code, words at the bedside, a talk that was declined.
    /// </summary>
    /// <param name="By">What ended it; null when it began.</param>
    public sealed record OfEvent(ChangeKind Kind, Entry Entry, Entry? By) : PlanChange(Kind);
}

/// <summary>What differs between two days of a plan.</summary>
/// <param name="From">Null: from before the first word of it.</param>
/// <param name="Talks">The conversations after the first day, up to the second, oldest first.</param>
/// <param name="Established">Plans that were read back and confirmed in that time.</param>
/// <param name="Reconfirmed">Talked about again and unchanged: kept apart from what changed.</param>
/// <param name="NotTalkedAbout">Decisions that are recorded and were not talked about in that time, those that say so
/// themselves (*niet besproken*) included.</param>
/// <param name="StruckOut">What was struck out in that time: who saw the plan before may have read it.</param>
public sealed record PlanDifference(
    DateOnly? From,
    DateOnly To,
    IReadOnlyList<Recorded<ConversationHeld>> Talks,
    IReadOnlyList<Recorded<PlanEstablished>> Established,
    IReadOnlyList<PlanChange> Changed,
    IReadOnlyList<PlanChange> Reconfirmed,
    IReadOnlyList<DecisionInForce> NotTalkedAbout,
    IReadOnlyList<StruckOutOfPlan> StruckOut
);

/// <summary>Something of the plan that was struck out, and by which entry.</summary>
public sealed record StruckOutOfPlan(Entry Entry, Entry By);

/// <summary>A day on which the plan was talked about or changed.</summary>
/// <param name="Label">The day as it was recorded: a month or year when no more is known; null: undated, and this is
/// the day on which it was written down.</param>
/// <param name="Talks">The conversations of that day.</param>
/// <param name="IsEstablished">A plan was read back and confirmed that day.</param>
/// <param name="HasChanged">Something reads otherwise from that day.</param>
public sealed record PlanVersion(
    DateOnly Day,
    PartialDate? Label,
    IReadOnlyList<Recorded<ConversationHeld>> Talks,
    bool IsEstablished,
    bool HasChanged
);
