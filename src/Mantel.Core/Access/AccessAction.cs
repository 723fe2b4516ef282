namespace Mantel.Core.Access;

/// <summary>Everything that can be looked at or done here; each page and each act names one.</summary>
public enum AccessAction
{
    Home,
    OwnAccount,
    Search,

    /// <summary>Finding anybody by two identifiers, as on duty; the answer is only that the person is here.</summary>
    Identify,
    Register,
    ReadOrganisations,
    ManageOrganisations,
    ManageAccounts,

    ReadPerson,
    ReadNight,
    ReadPlan,
    ReadTimeline,
    ReadAttachment,

    /// <summary>Who looked at this record.</summary>
    ReadLog,

    /// <summary>What the plan shares with volunteers, social workers and close ones.</summary>
    ReadShared,

    /// <summary>Enough of a person whom the organisation received to name who cares.</summary>
    ReadReceived,

    /// <summary>The published figures of the network in which one's own organisation lies.</summary>
    ReadOwnNetwork,

    /// <summary>The published figures of every network, by name.</summary>
    ReadNetworks,

    /// <summary>The published figures of everybody together, and what is counted.</summary>
    ReadNation,

    CorrectPerson,

    /// <summary>What is theirs to put right: how somebody is called and reached, and where they live.</summary>
    CorrectOwn,
    RecordWhatMatters,

    /// <summary>Diagnoses, allergies, devices, medication at home.</summary>
    RecordHealth,

    /// <summary>Admission, deterioration, coming home.</summary>
    RecordCourse,
    RecordDeath,

    /// <summary>Writing down something worth knowing that asks nobody to do anything.</summary>
    MakeNote,
    RecordCircle,
    RecordCareTeam,
    NameCentral,
    ReceivePerson,

    /// <summary>Making the code with which an account is made for the person or a close one.</summary>
    GiveAccess,

    /// <summary>Goal, treatment directives, wishes and all that a conversation about the plan yields.</summary>
    AgreePlan,
    ConfirmDirective,
    RecordAdvanceDirective,
    RecordDnrCode,
    DeclineTalk,

    /// <summary>Writing down at home, through a link that works once, what one would like to say.</summary>
    PrepareTalk,

    /// <summary>Beginning to write down what one would like to say without having been invited.</summary>
    PrepareOwnTalk,
    SayDifferently,
    TalkThrough,
    RecordConsent,

    /// <summary>Printing the plan to hang at home.</summary>
    PrintPlanSheet,
    SharePlan,

    /// <summary>Saying that one has read the plan that was shared with one.</summary>
    ReadSharedPlan,

    /// <summary>Telling in three sentences what one noticed about this person.</summary>
    GiveSignal,

    /// <summary>Taking up, answering, passing on and calling urgent what was signalled.</summary>
    AnswerSignal,
    AnswerSurpriseQuestion,

    /// <summary>Telling an organisation in three sentences of somebody whose page one cannot open, hearing what
    /// became of it, and taking it back.</summary>
    SendSignal,

    /// <summary>Reading the signals that reached one's own organisation about people it has yet to find.</summary>
    ReadInbox,

    /// <summary>Answering, passing on, placing and closing those.</summary>
    AnswerInbox,

    /// <summary>Writing down, reading and answering the questions that reached one's own organisation.</summary>
    KeepQuestions,

    /// <summary>The questions of one's own network, as numbers.</summary>
    ReadQuestionFigures,

    /// <summary>Marking the palliative or the dying phase, and revising it.</summary>
    MarkPhase,

    /// <summary>Belgium: when the palliatief forfait was asked for, and what the fund answered.</summary>
    RecordForfait,

    /// <summary>The list of one's own people with whom a conversation or a marking may be due.</summary>
    ReadReviewList,

    /// <summary>
    /// Saying of somebody on that list that it is not for now, or not for them, and when to look again.
    /// </summary>
    PutAwayProposal,

    /// <summary>Putting off, on one's own start list, what waits of this person, until a day.</summary>
    PutOffAttention,

    /// <summary>What a close one answered when they were asked how long they can keep it up.</summary>
    TellKeepingUp,

    /// <summary>A close one telling it of themselves.</summary>
    TellOwnKeepingUp,

    BreakGlass,

    /// <summary>Saying that one has read that the glass was broken.</summary>
    ReadBrokenGlass,

    /// <summary>Reviewing the broken glasses of one's own organisation, without a name of whom it was about.</summary>
    ReviewBrokenGlass,
    StrikeOut,
    WithdrawWrongPerson,

    /// <summary>
    /// Joining two records of one person, and parting them; one must be allowed this in both.
    /// </summary>
    JoinRecords,
    Export,
}

/// <summary>What an act needs: the row of the access table that decides on it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NeedsAttribute(AccessAction what) : Attribute
{
    public AccessAction What { get; } = what;
}

/// <summary>An act that needs something of the other records that it reaches too, which is a look at them.</summary>
public interface INeedsOfOtherRecords
{
    AccessAction NeededThere { get; }
}

/// <summary>An act about one thing in a record that holds many, such as one signal of an inbox.</summary>
public interface IAboutItem
{
    Guid Item { get; }
}

/// <summary>An act that names who does it, which must be the actor; null only where the program itself does.</summary>
public interface IByAuthor
{
    Journal.Author? By { get; }
}

/// <summary>An act that names the account it is done by, which must be the actor's own.</summary>
public interface IByAccount
{
    Guid Account { get; }
}
