using Mantel.Core.Journal;

namespace Mantel.Core.Questions;

/// <summary>
/// Somebody asked an organisation something (vraag) by telephone, mail or at the door, about nobody who has a record
/// here; effective on the day it was asked. Whose question it was is not kept.
/// </summary>
/// <param name="Municipality">The code of the municipality it is about; null when it was not said.</param>
[FactKind("questions.asked")]
public sealed record QuestionAsked(
    Guid Question,
    QuestionFrom From,
    QuestionWay Way,
    QuestionSubject Subject,
    string? Municipality,
    string Words
) : Fact;

/// <summary>
/// How whoever asked can be called back (terugbellen): the one thing about them that is kept, and destroyed as soon as
/// the question is answered.
/// </summary>
[FactKind("questions.call-back-left")]
public sealed record CallBackLeft(Guid Question, string Whom) : Fact;

/// <summary>A question was answered; with it the way to call back was destroyed.</summary>
/// <param name="Entries">Those that held how to call back.</param>
[FactKind("questions.answered")]
public sealed record QuestionAnswered(
    Guid Question,
    QuestionOutcome Outcome,
    string? Words,
    IReadOnlyList<Guid> Entries
) : Fact, IDestroysPayloads;

/// <summary>Everything about a question was destroyed, because it should not have been written down here.</summary>
[FactKind("questions.removed")]
public sealed record QuestionRemoved(Guid Question, string Reason, IReadOnlyList<Guid> Entries)
    : Fact,
        IDestroysPayloads;

/// <summary>Who asked, never by name.</summary>
public enum QuestionFrom
{
    Person,
    CloseOne,
    GeneralPractitioner,
    Nurse,
    Physician,
    OtherProfessional,
    Volunteer,
    Citizen,
}

/// <summary>How it was asked.</summary>
public enum QuestionWay
{
    Telephone,
    Mail,
    AtTheDoor,
    Meeting,
}

/// <summary>
/// What it was about. Our own list: no source names one, so what does not fit is <see cref="Other"/>, and its words say
/// more.
/// </summary>
public enum QuestionSubject
{
    /// <summary>Which help there is, and where (wat is er in de buurt).</summary>
    WhatThereIs,

    /// <summary>Symptoms and treatment.</summary>
    Symptoms,

    /// <summary>Talking about what is coming, and the plan.</summary>
    PlanningAhead,

    /// <summary>Room in a hospice or elsewhere.</summary>
    Room,

    /// <summary>Volunteers at home.</summary>
    Volunteers,

    /// <summary>How close ones keep it up.</summary>
    CloseOnes,

    /// <summary>Mourning, and those who stay behind.</summary>
    Mourning,

    /// <summary>Rules, payment and forms.</summary>
    RulesAndPayment,

    /// <summary>Courses and teaching.</summary>
    Learning,
    Other,
}

/// <summary>What came of a question.</summary>
public enum QuestionOutcome
{
    Answered,

    /// <summary>Sent on to who knows (doorverwezen).</summary>
    SentOn,

    /// <summary>Nobody knew, or there is nothing (geen antwoord): what the network can learn most from.</summary>
    NoAnswer,
}
