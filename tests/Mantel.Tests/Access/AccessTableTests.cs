using Mantel.Core.Access;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;
using static Mantel.Core.Access.AccessAction;
using PersonRecord = Mantel.Core.People.PersonRecord;
using SharingConsent = Mantel.Core.AdvanceCarePlanning.SharingConsent;

namespace Mantel.Tests.Access;

/// <summary>The access table against what was written down by hand: who sees and does what, cell by cell.</summary>
public sealed class AccessTableTests
{
    private static readonly AccessAction[] AboutAPerson =
    [
        .. Enum.GetValues<AccessAction>().Where(AccessTable.IsAboutPerson),
    ];
    private static readonly SharingConsent?[] Consents =
    [
        null,
        SharingConsent.Given,
        SharingConsent.Unknown,
        SharingConsent.Refused,
    ];

    private static readonly AccessAction[] CareOfTheTeam =
    [
        ReadPerson,
        ReadNight,
        ReadPlan,
        ReadTimeline,
        ReadAttachment,
        CorrectPerson,
        CorrectOwn,
        RecordWhatMatters,
        RecordHealth,
        RecordCourse,
        AccessAction.RecordDeath,
        AccessAction.MakeNote,
        RecordCircle,
        RecordCareTeam,
        NameCentral,
        AccessAction.ReceivePerson,
        AccessAction.GiveAccess,
        AgreePlan,
        RecordAdvanceDirective,
        RecordDnrCode,
        DeclineTalk,
        SayDifferently,
        TalkThrough,
        RecordConsent,
        AccessAction.PrintPlanSheet,
        AccessAction.SharePlan,
        AccessAction.ReadSharedPlan,
        AccessAction.GiveSignal,
        AccessAction.AnswerSignal,
        AccessAction.AnswerSurpriseQuestion,
        MarkPhase,
        AccessAction.RecordForfait,
        AccessAction.PutAwayProposal,
        AccessAction.PutOffAttention,
        AccessAction.TellKeepingUp,
        AccessAction.StrikeOut,
        AccessAction.WithdrawWrongPerson,
        Export,
    ];

    private static readonly AccessAction[] Consulted =
    [
        ReadPerson,
        ReadNight,
        ReadPlan,
        ReadTimeline,
        ReadAttachment,
        RecordWhatMatters,
        RecordHealth,
        RecordCourse,
        AccessAction.RecordDeath,
        AccessAction.MakeNote,
        AgreePlan,
        RecordAdvanceDirective,
        RecordDnrCode,
        DeclineTalk,
        SayDifferently,
        TalkThrough,
        AccessAction.ReadSharedPlan,
        AccessAction.GiveSignal,
        AccessAction.AnswerSignal,
        AccessAction.AnswerSurpriseQuestion,
        MarkPhase,
        AccessAction.RecordForfait,
        AccessAction.PutAwayProposal,
        AccessAction.TellKeepingUp,
    ];

    /// <summary>Written by hand from the architecture and the issue, not from the table.</summary>
    public static TheoryData<Role, Relation, SharingConsent?, AccessAction[]> Expected()
    {
        var cells = new TheoryData<Role, Relation, SharingConsent?, AccessAction[]>();
        foreach (var consent in Consents)
        {
            cells.Add(Role.Nurse, Relation.CareTeam, consent, CareOfTheTeam);
            cells.Add(
                Role.Nurse,
                Relation.Central,
                consent,
                [.. CareOfTheTeam, ReadLog, AccessAction.ReadBrokenGlass, AccessAction.JoinRecords]
            );
            cells.Add(
                Role.GeneralPractitioner,
                Relation.CareTeam,
                consent,
                [.. CareOfTheTeam, ConfirmDirective, ReadLog, AccessAction.JoinRecords]
            );
            cells.Add(Role.Physician, Relation.CareTeam, consent, [.. CareOfTheTeam, ConfirmDirective]);
            cells.Add(Role.PalliativeTeam, Relation.CareTeam, consent, [.. CareOfTheTeam, AccessAction.JoinRecords]);
            cells.Add(Role.Nurse, Relation.ReceivingOrganisation, consent, [ReadReceived, RecordCareTeam, NameCentral]);
            cells.Add(Role.Volunteer, Relation.CareTeam, consent, SharedWithThem);
            cells.Add(Role.Person, Relation.Self, consent, OfTheirOwn);
            cells.Add(Role.CloseOne, Relation.Representative, consent, OfARepresentative);
            cells.Add(Role.CloseOne, Relation.CloseOne, consent, [.. SharedWithThem, AccessAction.TellOwnKeepingUp]);
            cells.Add(Role.PhysicianOnDuty, Relation.Found, consent, [AccessAction.BreakGlass]);
            cells.Add(Role.Ambulance, Relation.Found, consent, [AccessAction.BreakGlass]);
            cells.Add(Role.PhysicianOnDuty, Relation.VitalEmergency, consent, [ReadNight, SayDifferently]);
            cells.Add(Role.Ambulance, Relation.VitalEmergency, consent, [ReadNight, SayDifferently]);
            cells.Add(Role.Nurse, Relation.Found, consent, []);
            cells.Add(Role.Person, Relation.Invited, consent, [AccessAction.PrepareTalk]);
            cells.Add(Role.CloseOne, Relation.Invited, consent, [AccessAction.PrepareTalk]);
            cells.Add(Role.Nurse, Relation.Invited, consent, []);
            cells.Add(Role.Volunteer, Relation.SharedWith, consent, IfNotRefused(SharedWithThem));
            cells.Add(Role.SocialWorker, Relation.SharedWith, consent, IfNotRefused(SharedWithThem));
            cells.Add(Role.PalliativeTeam, Relation.Consultation, consent, IfNotRefused(Consulted));
            cells.Add(Role.PhysicianOnDuty, Relation.BrokenGlass, consent, IfNotRefused(ThroughBrokenGlass));
            cells.Add(Role.Ambulance, Relation.BrokenGlass, consent, IfNotRefused(AmbulanceThroughGlass));
            cells.Add(Role.PhysicianOnDuty, Relation.OnDuty, consent, IfGiven(OnDutyWithConsent));
            cells.Add(Role.Ambulance, Relation.OnDuty, consent, IfGiven(AmbulanceThroughGlass));

            AccessAction[] IfNotRefused(AccessAction[] whats) => consent is SharingConsent.Refused ? [] : whats;
            AccessAction[] IfGiven(AccessAction[] whats) => consent is SharingConsent.Given ? whats : [];
        }
        return cells;
    }

    private static AccessAction[] SharedWithThem =>
        [ReadShared, SayDifferently, AccessAction.ReadSharedPlan, AccessAction.GiveSignal];

    private static AccessAction[] OfTheirOwn =>
        [
            ReadPerson,
            ReadNight,
            ReadPlan,
            ReadTimeline,
            ReadAttachment,
            ReadLog,
            CorrectOwn,
            RecordWhatMatters,
            RecordCircle,
            RecordAdvanceDirective,
            DeclineTalk,
            AccessAction.PrepareOwnTalk,
            SayDifferently,
            RecordConsent,
            AccessAction.PrintPlanSheet,
            AccessAction.SharePlan,
            AccessAction.GiveSignal,
            AccessAction.ReadBrokenGlass,
            AccessAction.StrikeOut,
            Export,
        ];

    private static AccessAction[] OfARepresentative =>
        [
            .. OfTheirOwn.Except([RecordAdvanceDirective, DeclineTalk, AccessAction.PrepareOwnTalk, Export]),
            AccessAction.ReadSharedPlan,
            AccessAction.TellOwnKeepingUp,
        ];

    private static AccessAction[] AmbulanceThroughGlass =>
        [ReadPerson, ReadNight, ReadPlan, ReadAttachment, SayDifferently, AccessAction.GiveSignal];

    private static AccessAction[] ThroughBrokenGlass =>
        [.. AmbulanceThroughGlass, RecordCourse, AccessAction.RecordDeath, AccessAction.MakeNote, AgreePlan, MarkPhase];

    private static AccessAction[] OnDutyWithConsent =>
        [
            .. AmbulanceThroughGlass,
            ReadTimeline,
            RecordCourse,
            AccessAction.RecordDeath,
            AccessAction.MakeNote,
            AgreePlan,
            ConfirmDirective,
            TalkThrough,
            MarkPhase,
        ];

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_role_with_a_relation_may_exactly_this(
        Role role,
        Relation relation,
        SharingConsent? consent,
        AccessAction[] expected
    )
    {
        var allowed = AboutAPerson.Where(what => May(what, role, relation, consent));

        allowed.Order().ShouldBe(expected.Order());
    }

    [Fact]
    public void Nobody_without_a_relation_sees_or_does_anything_to_a_person()
    {
        foreach (var (what, role, consent) in Every())
            Permission.Decide(what, role, new HashSet<Relation>(), consent).Allowed.ShouldBeFalse($"{role} {what}");
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.System)]
    public void These_roles_never_open_a_person_whatever_their_relation(Role role)
    {
        var everything = Enum.GetValues<Relation>().ToHashSet();
        foreach (var what in AboutAPerson)
            Permission.Decide(what, role, everything, SharingConsent.Given).Allowed.ShouldBeFalse($"{what}");
    }

    [Fact]
    public void Against_a_refusal_only_a_vital_emergency_opens_and_then_the_night_page_alone()
    {
        Relation[] beyondTreatment = [Relation.OnDuty, Relation.BrokenGlass, Relation.VitalEmergency];
        foreach (var role in Enum.GetValues<Role>())
        {
            var opened = AboutAPerson.Where(what =>
                Permission.Decide(what, role, beyondTreatment.ToHashSet(), SharingConsent.Refused).Allowed
            );
            opened.Except([ReadNight, SayDifferently]).ShouldBeEmpty($"{role}");
        }
    }

    [Fact]
    public void Only_physicians_confirm_a_directive_and_never_through_broken_glass()
    {
        var confirming = Every()
            .SelectMany(_ => Enum.GetValues<Relation>(), (cell, relation) => (cell.Role, relation, cell.Consent))
            .Where(cell => May(ConfirmDirective, cell.Role, cell.relation, cell.Consent))
            .Distinct()
            .ToList();

        confirming
            .Select(cell => cell.Role)
            .Distinct()
            .Order()
            .ShouldBe([Role.GeneralPractitioner, Role.PhysicianOnDuty, Role.Physician]);
        confirming.ShouldNotContain(cell => cell.relation >= Relation.BrokenGlass);
    }

    [Fact]
    public void Volunteers_and_social_workers_never_see_the_whole_record()
    {
        foreach (var role in new[] { Role.Volunteer, Role.SocialWorker })
        foreach (var relation in Enum.GetValues<Relation>())
        foreach (var what in AboutAPerson)
        {
            var verdict = Permission.Decide(what, role, new HashSet<Relation> { relation }, SharingConsent.Given);
            (verdict.Extent is Extent.Whole).ShouldBeFalse($"{role} {relation} {what}");
        }
    }

    [Fact]
    public void The_strongest_ground_is_the_one_that_is_named()
    {
        var relations = new HashSet<Relation> { Relation.BrokenGlass, Relation.CareTeam, Relation.Found };

        Permission.Decide(ReadNight, Role.GeneralPractitioner, relations, null).Ground.ShouldBe(Relation.CareTeam);
    }

    [Fact]
    public void Everything_has_a_row_and_no_cell_is_written_twice()
    {
        AccessTable.Rows.Select(row => row.What).Distinct().Order().ShouldBe(Enum.GetValues<AccessAction>());
        var cells = AccessTable
            .Rows.SelectMany(row => row.Roles, (row, role) => (row, role))
            .SelectMany(
                pair => pair.row.Relations.DefaultIfEmpty((Relation)(-1)),
                (pair, relation) => (pair.row.What, pair.role, relation)
            )
            .ToList();
        cells.Distinct().Count().ShouldBe(cells.Count);
    }

    /// <summary>Only these need no relation; a row about a person without relations would open everyone.</summary>
    [Fact]
    public void Only_what_concerns_no_person_needs_no_relation() =>
        Enum.GetValues<AccessAction>()
            .Except(AboutAPerson)
            .Where(what => !AccessTable.IsAboutRecord(what))
            .Order()
            .ShouldBe([
                Home,
                OwnAccount,
                Search,
                Identify,
                Register,
                ReadOrganisations,
                ManageOrganisations,
                ManageAccounts,
                ReadOwnNetwork,
                ReadNetworks,
                ReadNation,
                AccessAction.SendSignal,
                AccessAction.ReadReviewList,
                AccessAction.ReviewBrokenGlass,
            ]);

    /// <summary>Written by hand: who does what with a record of an organisation, by their relation to it.</summary>
    public static TheoryData<Relation, AccessAction, Role[]> OfOrganisations() =>
        new()
        {
            { Relation.OfOrganisation, ReadInbox, Answering },
            { Relation.OfOrganisation, AnswerInbox, Answering },
            { Relation.PalliativeTeamAround, ReadInbox, [Role.PalliativeTeam] },
            { Relation.PalliativeTeamAround, AnswerInbox, [Role.PalliativeTeam] },
            {
                Relation.OfOrganisation,
                KeepQuestions,
                [.. Answering, Role.Chaplain, Role.SocialWorker, Role.Coordinator]
            },
            { Relation.InNetwork, ReadQuestionFigures, [Role.Coordinator] },
        };

    private static Role[] Answering => [Role.GeneralPractitioner, Role.Physician, Role.PalliativeTeam, Role.Nurse];

    [Theory]
    [MemberData(nameof(OfOrganisations))]
    public void A_record_of_an_organisation_opens_to_exactly_these(
        Relation relation,
        AccessAction what,
        Role[] roles
    ) => Enum.GetValues<Role>().Where(role => May(what, role, relation, null)).ShouldBe(roles, ignoreOrder: true);

    /// <summary>What is about a record has no row about a person, and no row of it is forgotten above.</summary>
    [Fact]
    public void What_is_about_a_record_of_an_organisation_is_about_nothing_else()
    {
        var rows = AccessTable.Rows.Where(row => AccessTable.IsAboutRecord(row.What)).ToList();
        rows.SelectMany(row => row.Relations).ShouldAllBe(relation => AccessTable.IsToRecord(relation));
        rows.SelectMany(row => row.Relations, (row, relation) => (row.What, relation))
            .Distinct()
            .Order()
            .ShouldBe(OfOrganisations().Select(cell => ((AccessAction)cell[1], (Relation)cell[0])).Order());
        foreach (var what in rows.Select(row => row.What))
        foreach (var role in Enum.GetValues<Role>())
            Permission.Decide(what, role, new HashSet<Relation>(), null).Allowed.ShouldBeFalse($"{role} {what}");
    }

    [Fact]
    public void Every_act_says_what_it_needs()
    {
        var acts = typeof(PersonRecord)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetInterfaces().Any(IsAct))
            .ToList();

        acts.ShouldNotBeEmpty();
        acts.Where(act => !act.IsDefined(typeof(NeedsAttribute), inherit: false)).ShouldBeEmpty();
        static bool IsAct(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAct<>);
    }

    private static bool May(AccessAction what, Role role, Relation relation, SharingConsent? consent) =>
        Permission.Decide(what, role, new HashSet<Relation> { relation }, consent).Allowed;

    private static IEnumerable<(AccessAction What, Role Role, SharingConsent? Consent)> Every() =>
        from what in AboutAPerson
        from role in Enum.GetValues<Role>()
        from consent in Consents
        select (what, role, consent);
}
