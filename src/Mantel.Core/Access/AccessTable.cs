using System.Collections.Frozen;
using Mantel.Core.Journal;
using static Mantel.Core.Access.Relation;
using static Mantel.Core.Journal.Role;

namespace Mantel.Core.Access;

/// <summary>One row of the access table: what, by whom, and because of which relation to the person.</summary>
/// <param name="Relations">Any one of these is enough; empty: it is about nobody and nothing of one's own.</param>
public sealed record AccessRow(AccessAction What, IReadOnlyList<Role> Roles, IReadOnlyList<Relation> Relations);

/// <summary>
/// Who may see and do what. What is not here is not allowed. Rendered to docs/access.md, where a clinician can read it.
/// </summary>
public static class AccessTable
{
    /// <summary>How long the broken glass stays open.</summary>
    public static readonly TimeSpan GlassOpenFor = TimeSpan.FromHours(4);

    /// <summary>How long somebody on duty who found a person stays their physician on duty.</summary>
    public static readonly TimeSpan DutyFor = TimeSpan.FromHours(12);

    /// <summary>Roles that are on duty for people they have never met.</summary>
    public static readonly FrozenSet<Role> Duty = FrozenSet.Create(
        PhysicianOnDuty,
        GeneralPractitioner,
        Physician,
        PalliativeTeam,
        Ambulance
    );

    private static readonly Role[] Doctors = [GeneralPractitioner, Physician, PhysicianOnDuty];

    /// <summary>Who gives care and reads all that was said to it.</summary>
    internal static readonly Role[] Carers = [.. Doctors, PalliativeTeam, Nurse];

    private static readonly Role[] Everyone = [.. Enum.GetValues<Role>().Where(role => role is not Role.System)];

    /// <summary>Who answers questions that reach an organisation by telephone or mail.</summary>
    private static readonly Role[] Answering =
    [
        GeneralPractitioner,
        Physician,
        PalliativeTeam,
        Nurse,
        Chaplain,
        SocialWorker,
        Coordinator,
    ];

    private static readonly Relation[] Team = [Central, Relation.CareTeam];
    private static readonly Relation[] Treating = [.. Team, Consultation, Referral];

    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        new(AccessAction.Home, Everyone, []),
        new(AccessAction.OwnAccount, Everyone, []),
        new(AccessAction.Search, [.. Carers, Ambulance, Chaplain, SocialWorker, Volunteer], []),
        new(AccessAction.Identify, [.. Duty.Order()], []),
        new(AccessAction.Register, [GeneralPractitioner, Physician, PalliativeTeam, Nurse], []),
        new(AccessAction.ReadOrganisations, [.. Carers, Administrator], []),
        new(AccessAction.ManageOrganisations, [Administrator], []),
        new(AccessAction.ManageAccounts, [Administrator], []),
        new(AccessAction.ReadOwnNetwork, [Coordinator], []),
        new(AccessAction.ReadNetworks, [Analyst], []),
        new(AccessAction.ReadNation, [Coordinator, Analyst], []),
        new(AccessAction.ReadPerson, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(AccessAction.ReadPerson, [Ambulance], [OnDuty, BrokenGlass]),
        new(AccessAction.ReadPerson, [Chaplain], Treating),
        new(AccessAction.ReadPerson, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.ReadNight, Carers, [.. Treating, OnDuty, BrokenGlass, VitalEmergency]),
        new(AccessAction.ReadNight, [Ambulance], [OnDuty, BrokenGlass, VitalEmergency]),
        new(AccessAction.ReadNight, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.ReadPlan, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(AccessAction.ReadPlan, [Ambulance], [OnDuty, BrokenGlass]),
        new(AccessAction.ReadPlan, [Chaplain], Treating),
        new(AccessAction.ReadPlan, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.ReadTimeline, Carers, [.. Treating, OnDuty]),
        new(AccessAction.ReadTimeline, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.ReadAttachment, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(AccessAction.ReadAttachment, [Ambulance], [OnDuty, BrokenGlass]),
        new(AccessAction.ReadAttachment, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.ReadLog, Carers, [Central]),
        new(AccessAction.ReadLog, [GeneralPractitioner], [Relation.CareTeam]),
        new(AccessAction.ReadLog, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.ReadShared, [Chaplain, SocialWorker, Volunteer], [SharedWith, Relation.CareTeam]),
        new(AccessAction.ReadShared, [Role.CloseOne], [Relation.CloseOne]),
        new(AccessAction.ReadReceived, Carers, [ReceivingOrganisation]),
        new(AccessAction.CorrectPerson, Carers, Team),
        new(AccessAction.CorrectOwn, Carers, Team),
        new(AccessAction.CorrectOwn, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.RecordWhatMatters, [.. Carers, Chaplain], Treating),
        new(AccessAction.RecordWhatMatters, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.RecordHealth, Carers, Treating),
        new(AccessAction.RecordCourse, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(AccessAction.MakeNote, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(AccessAction.MakeNote, [Chaplain], Treating),
        new(AccessAction.RecordDeath, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(AccessAction.RecordCircle, Carers, Team),
        new(AccessAction.RecordCircle, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.RecordCareTeam, Carers, [.. Team, ReceivingOrganisation]),
        new(AccessAction.NameCentral, Carers, [.. Team, ReceivingOrganisation]),
        new(AccessAction.ReceivePerson, Carers, Team),
        new(AccessAction.GiveAccess, Carers, Team),
        new(AccessAction.AgreePlan, Carers, Treating),
        new(AccessAction.AgreePlan, Doctors, [OnDuty, BrokenGlass]),
        new(AccessAction.ConfirmDirective, [GeneralPractitioner, Physician], Team),
        new(AccessAction.ConfirmDirective, [PhysicianOnDuty], [.. Team, OnDuty]),
        new(AccessAction.RecordAdvanceDirective, Carers, Treating),
        new(AccessAction.RecordAdvanceDirective, [Person], [Self]),
        new(AccessAction.RecordDnrCode, Carers, Treating),
        new(AccessAction.DeclineTalk, [.. Carers, Chaplain], Treating),
        new(AccessAction.DeclineTalk, [Person], [Self]),
        new(AccessAction.PrepareTalk, [Person, Role.CloseOne], [Invited]),
        new(AccessAction.PrepareOwnTalk, [Person], [Self]),
        new(AccessAction.SayDifferently, Carers, [.. Treating, OnDuty, BrokenGlass, VitalEmergency]),
        new(AccessAction.SayDifferently, [Ambulance], [OnDuty, BrokenGlass, VitalEmergency]),
        new(AccessAction.SayDifferently, [Chaplain, SocialWorker, Volunteer], [.. Treating, SharedWith]),
        new(AccessAction.SayDifferently, [Person, Role.CloseOne], [Self, Representative, Relation.CloseOne]),
        new(AccessAction.TalkThrough, Carers, Treating),
        new(AccessAction.TalkThrough, Doctors, [OnDuty]),
        new(AccessAction.RecordConsent, Carers, Team),
        new(AccessAction.RecordConsent, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.PrintPlanSheet, Carers, Team),
        new(AccessAction.PrintPlanSheet, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.SharePlan, Carers, Team),
        new(AccessAction.SharePlan, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.ReadSharedPlan, [.. Carers, Chaplain], Treating),
        new(AccessAction.ReadSharedPlan, [Chaplain], [SharedWith]),
        new(AccessAction.ReadSharedPlan, [SocialWorker, Volunteer], [SharedWith, Relation.CareTeam]),
        new(AccessAction.ReadSharedPlan, [Role.CloseOne], [Representative, Relation.CloseOne]),
        new(AccessAction.GiveSignal, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(AccessAction.GiveSignal, [Ambulance], [OnDuty, BrokenGlass]),
        new(AccessAction.GiveSignal, [Chaplain, SocialWorker, Volunteer], [.. Treating, SharedWith]),
        new(AccessAction.GiveSignal, [Person, Role.CloseOne], [Self, Representative, Relation.CloseOne]),
        new(AccessAction.AnswerSignal, [.. Carers, Chaplain], Treating),
        new(AccessAction.SendSignal, Everyone, []),
        new(AccessAction.ReadInbox, [GeneralPractitioner, Physician, PalliativeTeam, Nurse], [OfOrganisation]),
        new(AccessAction.ReadInbox, [PalliativeTeam], [PalliativeTeamAround]),
        new(AccessAction.AnswerInbox, [GeneralPractitioner, Physician, PalliativeTeam, Nurse], [OfOrganisation]),
        new(AccessAction.AnswerInbox, [PalliativeTeam], [PalliativeTeamAround]),
        new(AccessAction.KeepQuestions, Answering, [OfOrganisation]),
        new(AccessAction.ReadQuestionFigures, [Coordinator], [InNetwork]),
        new(AccessAction.AnswerSurpriseQuestion, Carers, Treating),
        new(AccessAction.MarkPhase, Carers, Treating),
        new(AccessAction.MarkPhase, Doctors, [OnDuty, BrokenGlass]),
        new(AccessAction.RecordForfait, Carers, Treating),
        new(AccessAction.ReadReviewList, Carers, []),
        new(AccessAction.PutAwayProposal, Carers, Treating),
        new(AccessAction.PutOffAttention, [.. Carers, Chaplain], Team),
        new(AccessAction.TellKeepingUp, [.. Carers, Chaplain], Treating),
        new(AccessAction.TellOwnKeepingUp, [Role.CloseOne], [Representative, Relation.CloseOne]),
        new(AccessAction.BreakGlass, [.. Duty.Order()], [Found]),
        new(AccessAction.ReadBrokenGlass, Carers, [Central]),
        new(AccessAction.ReadBrokenGlass, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.ReviewBrokenGlass, [.. Carers, Chaplain, SocialWorker, Coordinator, Administrator], []),
        new(AccessAction.StrikeOut, Carers, Team),
        new(AccessAction.StrikeOut, [Person, Role.CloseOne], [Self, Representative]),
        new(AccessAction.WithdrawWrongPerson, Carers, Team),
        new(AccessAction.JoinRecords, Carers, [Central]),
        new(AccessAction.JoinRecords, [GeneralPractitioner, PalliativeTeam], [Relation.CareTeam]),
        new(AccessAction.Export, Carers, Team),
        new(AccessAction.Export, [Person], [Self]),
    ];

    private static readonly FrozenSet<(AccessAction, Role, Relation?)> Cells = Rows.SelectMany(row =>
            row.Roles.SelectMany(role => Across(row, role))
        )
        .ToFrozenSet();

    private static readonly FrozenSet<(AccessAction, Role)> ForRoles = Rows.SelectMany(row =>
            row.Roles.Select(role => (row.What, role))
        )
        .ToFrozenSet();

    private static readonly FrozenSet<AccessAction> AboutRecord = Rows.Where(row => row.Relations.Any(IsToRecord))
        .Select(row => row.What)
        .ToFrozenSet();

    private static readonly FrozenSet<AccessAction> WithoutRelation = Rows.Where(row => row.Relations.Count == 0)
        .Select(row => row.What)
        .ToFrozenSet();

    /// <summary>What the person's consent must be for a relation to hold.</summary>
    public static ConsentNeeded ConsentFor(Relation relation) =>
        relation switch
        {
            Self or Central or Relation.CareTeam or Representative or Relation.CloseOne => ConsentNeeded.None,
            VitalEmergency or ReceivingOrganisation or Found or Invited => ConsentNeeded.None,
            OfOrganisation or PalliativeTeamAround or InNetwork => ConsentNeeded.None,
            Consultation or Referral or SharedWith or BrokenGlass => ConsentNeeded.NotRefused,
            OnDuty => ConsentNeeded.Given,
        };

    /// <summary>True when this is about one person's record, so that a relation to that person is needed.</summary>
    public static bool IsAboutPerson(AccessAction what) =>
        !WithoutRelation.Contains(what) && !AboutRecord.Contains(what);

    /// <summary>True when this is about a record of an organisation, so that a relation to that is needed.</summary>
    public static bool IsAboutRecord(AccessAction what) => AboutRecord.Contains(what);

    /// <summary>True for a relation to a record that is not a person's.</summary>
    public static bool IsToRecord(Relation relation) => relation >= OfOrganisation;

    /// <summary>Whether there is anything that somebody in this role may do this to.</summary>
    public static bool IsForRole(AccessAction what, Role role) => ForRoles.Contains((what, role));

    public static bool Holds(AccessAction what, Role role, Relation? relation) =>
        Cells.Contains((what, role, relation));

    private static IEnumerable<(AccessAction, Role, Relation?)> Across(AccessRow row, Role role) =>
        row.Relations.Count == 0
            ? [(row.What, role, null)]
            : row.Relations.Select(relation => (row.What, role, (Relation?)relation));
}
