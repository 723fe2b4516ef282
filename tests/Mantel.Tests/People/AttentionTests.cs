using System.Globalization;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

/// <summary>
/// Each reason to ask for attention, with a history in which it holds and one in which it nearly does.
/// </summary>
public sealed class AttentionTests
{
    private static readonly Guid Signal = Guid.NewGuid();
    private static readonly Guid Annie = Guid.NewGuid();
    private static readonly Guid Fatima = Guid.NewGuid();
    private static readonly Guid Talk = Guid.NewGuid();
    private static readonly Guid Account = Guid.NewGuid();
    private static readonly Party Nurse = new(PartyKind.Professional, "Fatima Azouzi");

    public static TheoryData<AttentionReason> EveryReason => [.. Enum.GetValues<AttentionReason>()];

    [Theory]
    [MemberData(nameof(EveryReason))]
    public void A_reason_holds_when_it_should(AttentionReason reason) =>
        Asks(reason, Holding(reason)).ShouldBeTrue(reason.ToString());

    [Theory]
    [MemberData(nameof(EveryReason))]
    public void A_reason_does_not_hold_when_it_nearly_does(AttentionReason reason)
    {
        var tell = Holding(reason);
        Answered(reason, tell);
        Asks(reason, tell).ShouldBeFalse(reason.ToString());
    }

    [Fact]
    public void The_term_of_the_region_makes_a_review_due_and_no_term_does_not()
    {
        var tell = new Tell();
        tell.Fact(new ConversationHeld(null, true, [], null), "2025-06-01");

        tell.Person.Attention(Tell.Today).ShouldBeEmpty();
        tell.Person.Attention(Tell.Today, termMonths: 6)
            .ShouldHaveSingleItem()
            .Review!.Reason.ShouldBe(ReviewReason.TermPassed);
    }

    [Fact]
    public void What_is_to_be_confirmed_is_said_once()
    {
        var tell = new Tell();
        tell.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-05-01");
        tell.Directive(TreatmentKind.BloodProducts, Decision.Perform, "2026-05-01");

        tell.Person.Attention(Tell.Today)
            .ShouldBe([new Attention(AttentionReason.ToConfirm, On: PartialDate.Parse("2026-05-01"))]);
    }

    [Theory]
    [InlineData(KeepingUp.AsLongAsNeeded, 90)]
    [InlineData(KeepingUp.Months, 42)]
    [InlineData(KeepingUp.Weeks, 7)]
    [InlineData(KeepingUp.Unknown, 14)]
    public void A_close_one_is_asked_again_on_the_day_that_belongs_to_what_they_said(KeepingUp said, int days)
    {
        Asked(said, days - 1).ShouldBeEmpty();
        Asked(said, days).ShouldHaveSingleItem().Reason.ShouldBe(AttentionReason.AskKeepingUpAgain);
    }

    [Fact]
    public void Who_said_days_stays_on_the_list_and_is_not_asked_twice()
    {
        foreach (var days in new[] { 0, 400 })
            Asked(KeepingUp.Days, days).ShouldHaveSingleItem().Reason.ShouldBe(AttentionReason.CloseOneAtLimit);
    }

    [Fact]
    public void A_close_one_who_left_the_circle_is_not_asked_again()
    {
        var tell = new Tell();
        AddAnnie(tell);
        tell.Fact(new KeepingUpTold(Annie, KeepingUp.Weeks, null, null), DaysAgo(50));
        tell.Fact(new RelatedPersonLeft(Annie, null));
        tell.Person.Attention(Tell.Today).ShouldBeEmpty();
    }

    [Fact]
    public void An_operator_changes_a_term_and_what_they_cannot_have_meant_is_refused()
    {
        var terms = AttentionTerms.Usual.With("keeping-up-weeks=5, shared-plan-unread = 3")!;
        terms.AskAgainAfter(KeepingUp.Weeks).ShouldBe(5);
        terms.SharedPlanUnread.ShouldBe(3);
        terms
            .All.Where(term => term.IsOperators)
            .Select(term => term.Id)
            .ShouldBe(["keeping-up-weeks", "shared-plan-unread"]);
        foreach (var wrong in new[] { "keeping-up-weeks", "keeping-up-weeks=0", "keeping-up-weeks=x", "other=3", "" })
            AttentionTerms.Usual.With(wrong).ShouldBeNull(wrong);
    }

    [Fact]
    public void Who_has_to_read_the_plan_is_told_so_and_the_others_that_it_was_not_read()
    {
        var attention = Holding(AttentionReason.SharedPlanUnread).Person.Attention(Tell.Today);
        Reasons(Account).ShouldContain(AttentionReason.PlanToRead);
        Reasons(Account).ShouldNotContain(AttentionReason.SharedPlanUnread);
        Reasons(Guid.NewGuid()).ShouldContain(AttentionReason.SharedPlanUnread);
        Reasons(Guid.NewGuid()).ShouldNotContain(AttentionReason.PlanToRead);

        List<AttentionReason> Reasons(Guid account) =>
            [.. attention.Where(one => one.IsFor(account)).Select(one => one.Reason)];
    }

    private static IReadOnlyList<Attention> Asked(KeepingUp said, int daysAgo)
    {
        var tell = new Tell();
        AddAnnie(tell);
        tell.Fact(new KeepingUpTold(Annie, said, null, null), DaysAgo(daysAgo));
        return tell.Person.Attention(Tell.Today);
    }

    private static bool Asks(AttentionReason reason, Tell tell) =>
        tell.Person.Attention(Tell.Today).Any(one => one.Reason == reason);

    private static Tell Holding(AttentionReason reason)
    {
        var tell = new Tell();
        switch (reason)
        {
            case AttentionReason.SaysDifferentlyNow:
                tell.Fact(new SaysDifferentlyNow("Toch naar het ziekenhuis.", null), "2026-05-30");
                break;
            case AttentionReason.UrgentSignal:
                tell.Do(new GiveSignal(Signal, "Ze eet bijna niet."));
                tell.Do(new EscalateSignal(Signal, "Ze is verward."));
                break;
            case AttentionReason.OpenSignal:
                tell.Do(new GiveSignal(Signal, "Ze eet bijna niet."));
                break;
            case AttentionReason.Contradiction:
                tell.Directive(TreatmentKind.IntensiveCare, Decision.Perform, "2026-05-01");
                tell.Directive(TreatmentKind.IntensiveCare, Decision.Withhold, "2026-05-01");
                break;
            case AttentionReason.ToAskAbout:
                tell.Fact(new ToAskAboutReceived(AskReason.WordUnclear, "Consent/1", [], null, ["?"]));
                break;
            case AttentionReason.CloseOneAtLimit:
                AddAnnie(tell);
                tell.Do(new TellKeepingUp(Annie, KeepingUp.NoLonger));
                break;
            case AttentionReason.Revived:
                tell.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-04-01");
                tell.StrikeOut(tell.Directive(TreatmentKind.Antibiotics, Decision.Withhold, "2026-05-01"));
                break;
            case AttentionReason.RefusalToWorkOut:
                tell.Declaration(AdvanceDirectiveKind.TreatmentRefusal, "2026-04-01");
                break;
            case AttentionReason.StayToEnd:
                tell.Fact(new DnrCodeGiven(DnrCode.Dnr1, "AZ Verzonnen", null, null, null, []), "2026-04-01");
                tell.Fact(new CourseChanged(CourseChange.AdmittedToHospital, null, null), "2026-05-01");
                break;
            case AttentionReason.ReviewDue:
                tell.Fact(new ConversationHeld(null, true, [], null), "2026-05-01");
                tell.Do(new MarkPalliativePhase(Nurse, [MarkingReason.Diagnosis], null, PartialDate.Of(Tell.Today)));
                break;
            case AttentionReason.WorseNeverTalked:
                tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, "Eet niet meer."), DaysAgo(3));
                break;
            case AttentionReason.UnfinishedTalk:
                tell.Do(new OpenTalk(Talk, TalkVariant.Dutch, TalkPartner.Person, Nurse, true, [], null, null));
                break;
            case AttentionReason.DeclarationToAgree:
                tell.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2026-05-01");
                break;
            case AttentionReason.AskWhoAgreed:
                tell.Fact(new LegalCapacityJudged(false, "Dementie."), "2026-04-01");
                tell.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-05-01");
                break;
            case AttentionReason.ToConfirm:
                tell.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-05-01");
                break;
            case AttentionReason.AskKeepingUpAgain:
                AddAnnie(tell);
                tell.Fact(new KeepingUpTold(Annie, KeepingUp.Weeks, null, null), DaysAgo(7));
                break;
            case AttentionReason.PreparationCameIn:
                tell.Fact(new PreparationInvited(Talk, "", Tell.Now.Instant, "Leida", null), DaysAgo(3));
                tell.Fact(new PreparationTold(Talk, "worries", "Of het thuis kan.", "Leida"), DaysAgo(2));
                tell.Fact(new PreparationClosed(Talk), DaysAgo(2));
                break;
            case AttentionReason.PlanToRead:
                AddFatima(tell, account: Account);
                tell.Fact(new PlanShared(Fatima, "Fatima Azouzi", null), DaysAgo(1));
                break;
            case AttentionReason.SharedPlanUnread:
                AddFatima(tell, account: Account);
                tell.Fact(new PlanShared(Fatima, "Fatima Azouzi", null), DaysAgo(7));
                break;
            case AttentionReason.GlassBroken:
                tell.Fact(new GlassBroken(Guid.NewGuid(), "Benauwd.", false, Tell.Now.Instant));
                break;
            case AttentionReason.NobodyCentral:
                AddFatima(tell);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(reason), reason, "No history for this reason.");
        }
        return tell;
    }

    private static void Answered(AttentionReason reason, Tell tell)
    {
        var last = tell.Person.Entries.Count > 0 ? tell.Person.Entries[^1].Id : Guid.Empty;
        switch (reason)
        {
            case AttentionReason.SaysDifferentlyNow:
                tell.Fact(new TalkedThrough(last, "Besproken; het plan blijft."), "2026-05-31");
                break;
            case AttentionReason.UrgentSignal:
            case AttentionReason.OpenSignal:
                tell.Do(new AnswerSignal(Signal, "Geweest."));
                break;
            case AttentionReason.Contradiction:
                tell.Directive(TreatmentKind.IntensiveCare, Decision.Withhold, "2026-05-02");
                break;
            case AttentionReason.ToAskAbout:
                tell.Do(new EndItem(last, PartialDate.Of(Tell.Today), "Nagevraagd."));
                break;
            case AttentionReason.CloseOneAtLimit:
                tell.Do(new TellKeepingUp(Annie, KeepingUp.Weeks));
                break;
            case AttentionReason.Revived:
                tell.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-05-20");
                break;
            case AttentionReason.RefusalToWorkOut:
                tell.Fact(new DeclarationWorkedOut(last, "S. Hoekstra", [], "Alles thuis."), "2026-05-02");
                break;
            case AttentionReason.StayToEnd:
                tell.Fact(new DnrStayEnded(tell.Person.All<DnrCodeGiven>().Single().Entry.Id), "2026-05-01");
                break;
            case AttentionReason.ReviewDue:
                tell.Fact(new ConversationHeld(null, true, [], null), "2026-06-01");
                tell.Do(
                    new MarkPalliativePhase(Nurse, [MarkingReason.Deterioration], null, PartialDate.Of(Tell.Today))
                );
                break;
            case AttentionReason.WorseNeverTalked:
                tell.Fact(new ConversationHeld(null, true, [], null), DaysAgo(40));
                break;
            case AttentionReason.UnfinishedTalk:
                tell.Do(new AbandonTalk(Talk, "Een andere keer."));
                break;
            case AttentionReason.DeclarationToAgree:
                tell.Directive(TreatmentKind.Resuscitation, Decision.Withhold, "2026-05-02");
                break;
            case AttentionReason.AskWhoAgreed:
                tell.Fact(new LegalCapacityJudged(true, "Weer helder."), "2026-05-10");
                tell.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-05-11");
                break;
            case AttentionReason.ToConfirm:
                tell.Fact(new TreatmentDirectiveConfirmed(last, "S. Hoekstra"), "2026-05-02");
                break;
            case AttentionReason.AskKeepingUpAgain:
                tell.Do(new TellKeepingUp(Annie, KeepingUp.Weeks, null, null, PartialDate.Parse(DaysAgo(6))));
                break;
            case AttentionReason.PreparationCameIn:
                tell.Fact(new ConversationHeld(null, true, [], null), DaysAgo(1));
                break;
            case AttentionReason.PlanToRead:
            case AttentionReason.SharedPlanUnread:
                tell.Do(new ReadSharedPlan(Account, last));
                break;
            case AttentionReason.GlassBroken:
                tell.Fact(new BrokenGlassRead(last));
                break;
            case AttentionReason.NobodyCentral:
                tell.Fact(new CentralCareProfessionalNamed(Fatima), "2026-05-02");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(reason), reason, "No answer for this reason.");
        }
    }

    private static void AddAnnie(Tell tell) =>
        tell.Fact(
            new RelatedPersonRecorded(
                Annie,
                new PersonName(null, null, "Annie", null, "Postma", null, null, NameUse.Own),
                Relationship.Wife,
                null,
                [],
                [],
                null,
                null,
                null,
                null
            )
        );

    private static string DaysAgo(int days) => Tell.Today.AddDays(-days).ToString("O", CultureInfo.InvariantCulture);

    private static void AddFatima(Tell tell, Guid? account = null) =>
        tell.Fact(
            new CareTeamMemberJoined(
                Fatima,
                "Fatima Azouzi",
                Discipline.Nurse,
                null,
                null,
                null,
                new Reachability(null, null, null),
                account,
                CareRelation.CareTeam
            ),
            "2026-04-01"
        );
}
