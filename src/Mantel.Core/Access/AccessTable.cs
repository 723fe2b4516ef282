using System.Collections.Frozen;
using Mantel.Core.Journal;
using static Mantel.Core.Access.Relation;
using static Mantel.Core.Journal.Role;

namespace Mantel.Core.Access;

/// <summary>One row of the access table: what, by whom, and because of which relation to the person.</summary>
/// <param name="Relations">Any one of these is enough; empty: it is about nobody and nothing of one's own.</param>
public sealed record AccessRow(What What, IReadOnlyList<Role> Roles, IReadOnlyList<Relation> Relations);

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
        new(What.Home, Everyone, []),
        new(What.OwnAccount, Everyone, []),
        new(What.Search, [.. Carers, Ambulance, Chaplain, SocialWorker, Volunteer], []),
        new(What.Identify, [.. Duty.Order()], []),
        new(What.Register, [GeneralPractitioner, Physician, PalliativeTeam, Nurse], []),
        new(What.ReadOrganisations, [.. Carers, Administrator], []),
        new(What.ManageOrganisations, [Administrator], []),
        new(What.ManageAccounts, [Administrator], []),
        new(What.ReadOwnNetwork, [Coordinator], []),
        new(What.ReadNetworks, [Analyst], []),
        new(What.ReadNation, [Coordinator, Analyst], []),
        new(What.ReadPerson, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(What.ReadPerson, [Ambulance], [OnDuty, BrokenGlass]),
        new(What.ReadPerson, [Chaplain], Treating),
        new(What.ReadPerson, [Person, Role.CloseOne], [Self, Representative]),
        new(What.ReadNight, Carers, [.. Treating, OnDuty, BrokenGlass, VitalEmergency]),
        new(What.ReadNight, [Ambulance], [OnDuty, BrokenGlass, VitalEmergency]),
        new(What.ReadNight, [Person, Role.CloseOne], [Self, Representative]),
        new(What.ReadPlan, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(What.ReadPlan, [Ambulance], [OnDuty, BrokenGlass]),
        new(What.ReadPlan, [Chaplain], Treating),
        new(What.ReadPlan, [Person, Role.CloseOne], [Self, Representative]),
        new(What.ReadTimeline, Carers, [.. Treating, OnDuty]),
        new(What.ReadTimeline, [Person, Role.CloseOne], [Self, Representative]),
        new(What.ReadAttachment, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(What.ReadAttachment, [Ambulance], [OnDuty, BrokenGlass]),
        new(What.ReadAttachment, [Person, Role.CloseOne], [Self, Representative]),
        new(What.ReadLog, Carers, [Central]),
        new(What.ReadLog, [GeneralPractitioner], [Relation.CareTeam]),
        new(What.ReadLog, [Person, Role.CloseOne], [Self, Representative]),
        new(What.ReadShared, [Chaplain, SocialWorker, Volunteer], [SharedWith, Relation.CareTeam]),
        new(What.ReadShared, [Role.CloseOne], [Relation.CloseOne]),
        new(What.ReadReceived, Carers, [ReceivingOrganisation]),
        new(What.CorrectPerson, Carers, Team),
        new(What.CorrectOwn, Carers, Team),
        new(What.CorrectOwn, [Person, Role.CloseOne], [Self, Representative]),
        new(What.RecordWhatMatters, [.. Carers, Chaplain], Treating),
        new(What.RecordWhatMatters, [Person, Role.CloseOne], [Self, Representative]),
        new(What.RecordHealth, Carers, Treating),
        new(What.RecordCourse, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(What.MakeNote, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(What.MakeNote, [Chaplain], Treating),
        new(What.RecordDeath, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(What.RecordCircle, Carers, Team),
        new(What.RecordCircle, [Person, Role.CloseOne], [Self, Representative]),
        new(What.RecordCareTeam, Carers, [.. Team, ReceivingOrganisation]),
        new(What.NameCentral, Carers, [.. Team, ReceivingOrganisation]),
        new(What.ReceivePerson, Carers, Team),
        new(What.GiveAccess, Carers, Team),
        new(What.AgreePlan, Carers, Treating),
        new(What.AgreePlan, Doctors, [OnDuty, BrokenGlass]),
        new(What.ConfirmDirective, [GeneralPractitioner, Physician], Team),
        new(What.ConfirmDirective, [PhysicianOnDuty], [.. Team, OnDuty]),
        new(What.RecordAdvanceDirective, Carers, Treating),
        new(What.RecordAdvanceDirective, [Person], [Self]),
        new(What.RecordDnrCode, Carers, Treating),
        new(What.DeclineTalk, [.. Carers, Chaplain], Treating),
        new(What.DeclineTalk, [Person], [Self]),
        new(What.PrepareTalk, [Person, Role.CloseOne], [Invited]),
        new(What.PrepareOwnTalk, [Person], [Self]),
        new(What.SayDifferently, Carers, [.. Treating, OnDuty, BrokenGlass, VitalEmergency]),
        new(What.SayDifferently, [Ambulance], [OnDuty, BrokenGlass, VitalEmergency]),
        new(What.SayDifferently, [Chaplain, SocialWorker, Volunteer], [.. Treating, SharedWith]),
        new(What.SayDifferently, [Person, Role.CloseOne], [Self, Representative, Relation.CloseOne]),
        new(What.TalkThrough, Carers, Treating),
        new(What.TalkThrough, Doctors, [OnDuty]),
        new(What.RecordConsent, Carers, Team),
        new(What.RecordConsent, [Person, Role.CloseOne], [Self, Representative]),
        new(What.PrintPlanSheet, Carers, Team),
        new(What.PrintPlanSheet, [Person, Role.CloseOne], [Self, Representative]),
        new(What.SharePlan, Carers, Team),
        new(What.SharePlan, [Person, Role.CloseOne], [Self, Representative]),
        new(What.ReadSharedPlan, [.. Carers, Chaplain], Treating),
        new(What.ReadSharedPlan, [Chaplain], [SharedWith]),
        new(What.ReadSharedPlan, [SocialWorker, Volunteer], [SharedWith, Relation.CareTeam]),
        new(What.ReadSharedPlan, [Role.CloseOne], [Representative, Relation.CloseOne]),
        new(What.GiveSignal, Carers, [.. Treating, OnDuty, BrokenGlass]),
        new(What.GiveSignal, [Ambulance], [OnDuty, BrokenGlass]),
        new(What.GiveSignal, [Chaplain, SocialWorker, Volunteer], [.. Treating, SharedWith]),
        new(What.GiveSignal, [Person, Role.CloseOne], [Self, Representative, Relation.CloseOne]),
        new(What.AnswerSignal, [.. Carers, Chaplain], Treating),
        new(What.SendSignal, Everyone, []),
        new(What.ReadInbox, [GeneralPractitioner, Physician, PalliativeTeam, Nurse], [OfOrganisation]),
        new(What.ReadInbox, [PalliativeTeam], [PalliativeTeamAround]),
        new(What.AnswerInbox, [GeneralPractitioner, Physician, PalliativeTeam, Nurse], [OfOrganisation]),
        new(What.AnswerInbox, [PalliativeTeam], [PalliativeTeamAround]),
        new(What.KeepQuestions, Answering, [OfOrganisation]),
        new(What.ReadQuestionFigures, [Coordinator], [InNetwork]),
        new(What.AnswerSurpriseQuestion, Carers, Treating),
        new(What.MarkPhase, Carers, Treating),
        new(What.MarkPhase, Doctors, [OnDuty, BrokenGlass]),
        new(What.RecordForfait, Carers, Treating),
        new(What.ReadReviewList, Carers, []),
        new(What.PutAwayProposal, Carers, Treating),
        new(What.PutOffAttention, [.. Carers, Chaplain], Team),
        new(What.TellKeepingUp, [.. Carers, Chaplain], Treating),
        new(What.TellOwnKeepingUp, [Role.CloseOne], [Representative, Relation.CloseOne]),
        new(What.BreakGlass, [.. Duty.Order()], [Found]),
        new(What.ReadBrokenGlass, Carers, [Central]),
        new(What.ReadBrokenGlass, [Person, Role.CloseOne], [Self, Representative]),
        new(What.ReviewBrokenGlass, [.. Carers, Chaplain, SocialWorker, Coordinator, Administrator], []),
        new(What.StrikeOut, Carers, Team),
        new(What.StrikeOut, [Person, Role.CloseOne], [Self, Representative]),
        new(What.WithdrawWrongPerson, Carers, Team),
        new(What.JoinRecords, Carers, [Central]),
        new(What.JoinRecords, [GeneralPractitioner, PalliativeTeam], [Relation.CareTeam]),
        new(What.Export, Carers, Team),
        new(What.Export, [Person], [Self]),
    ];

    private static readonly FrozenSet<(What, Role, Relation?)> Cells = Rows.SelectMany(row =>
            row.Roles.SelectMany(role => Across(row, role))
        )
        .ToFrozenSet();

    private static readonly FrozenSet<(What, Role)> ForRoles = Rows.SelectMany(row =>
            row.Roles.Select(role => (row.What, role))
        )
        .ToFrozenSet();

    private static readonly FrozenSet<What> AboutRecord = Rows.Where(row => row.Relations.Any(IsToRecord))
        .Select(row => row.What)
        .ToFrozenSet();

    private static readonly FrozenSet<What> WithoutRelation = Rows.Where(row => row.Relations.Count == 0)
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
    public static bool IsAboutPerson(What what) => !WithoutRelation.Contains(what) && !AboutRecord.Contains(what);

    /// <summary>True when this is about a record of an organisation, so that a relation to that is needed.</summary>
    public static bool IsAboutRecord(What what) => AboutRecord.Contains(what);

    /// <summary>True for a relation to a record that is not a person's.</summary>
    public static bool IsToRecord(Relation relation) => relation >= OfOrganisation;

    /// <summary>Whether there is anything that somebody in this role may do this to.</summary>
    public static bool IsForRole(What what, Role role) => ForRoles.Contains((what, role));

    public static bool Holds(What what, Role role, Relation? relation) => Cells.Contains((what, role, relation));

    private static IEnumerable<(What, Role, Relation?)> Across(AccessRow row, Role role) =>
        row.Relations.Count == 0
            ? [(row.What, role, null)]
            : row.Relations.Select(relation => (row.What, role, (Relation?)relation));
}
