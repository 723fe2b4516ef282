using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>When a plan is to be looked at again: by the day that was agreed, by what changed, by its age.</summary>
public sealed class ReviewDueTests
{
    private static readonly Party Gp = new(PartyKind.Professional, "Sjoerd Hoekstra");

    [Theory]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-06-02", false)]
    [InlineData("2026-06", true)]
    [InlineData("2026-07", false)]
    [InlineData("2026", true)]
    [InlineData("2027", false)]
    public void The_agreed_day_is_due_once_it_has_come(string on, bool due)
    {
        var tell = new Tell();
        tell.Fact(new PlanReviewAgreed(PartialDate.Parse(on), null), "2025-05-03");

        Reasons(tell).ShouldBe(due ? [ReviewReason.AgreedDay] : []);
        tell.Person.AgreedReview()!.Value.Fact.On.ShouldBe(PartialDate.Parse(on));
    }

    [Fact]
    public void A_talk_on_the_agreed_day_answers_it_and_one_before_does_not()
    {
        var tell = new Tell();
        tell.Fact(new PlanReviewAgreed(PartialDate.Parse("2026-05-20"), null), "2026-05-03");
        Talk(tell, "2026-05-19");
        Reasons(tell).ShouldBe([ReviewReason.AgreedDay]);

        Talk(tell, "2026-05-20");
        Reasons(tell).ShouldBeEmpty();
        tell.Person.AgreedReview().ShouldBeNull();
    }

    [Fact]
    public void The_talk_in_which_a_month_was_agreed_is_not_the_review_although_it_lies_in_that_month()
    {
        var tell = new Tell();
        Talk(tell, "2026-05-03");
        tell.Fact(new PlanReviewAgreed(PartialDate.Parse("2026-05"), null), "2026-05-03");
        tell.Person.AgreedReview().ShouldNotBeNull();
        Reasons(tell).ShouldBe([ReviewReason.AgreedDay]);

        Talk(tell, "2026-05-20");
        tell.Person.AgreedReview().ShouldBeNull();
    }

    [Fact]
    public void The_day_that_was_agreed_last_counts_also_when_it_is_recorded_first()
    {
        var tell = new Tell();
        tell.Fact(new PlanReviewAgreed(PartialDate.Parse("2026-09"), null), "2026-05-10");
        tell.Fact(new PlanReviewAgreed(PartialDate.Parse("2026-05-20"), null), "2026-05-03");

        Reasons(tell).ShouldBeEmpty();
    }

    [Fact]
    public void What_changed_after_the_last_talk_asks_for_a_new_one()
    {
        var tell = new Tell();
        Talk(tell, "2026-03-01");
        var change = tell.Fact(new CourseChanged(CourseChange.AdmittedToHospital, null, null), "2026-04-10");

        tell.Person.ReviewDue(Tell.Today)
            .ShouldBe([
                new ReviewDue(
                    ReviewReason.CourseChanged,
                    PartialDate.Parse("2026-04-10"),
                    change,
                    CourseChange.AdmittedToHospital
                ),
            ]);
        Talk(tell, "2026-04-10");
        Reasons(tell).ShouldBeEmpty();
    }

    [Fact]
    public void A_judgement_that_only_confirms_the_phase_changes_nothing()
    {
        var tell = new Tell();
        tell.Fact(new PalliativePhaseMarked(Gp, [MarkingReason.Diagnosis], null), "2026-02-01");
        Talk(tell, "2026-03-01");
        tell.Fact(new PalliativePhaseMarked(Gp, [MarkingReason.Deterioration], null), "2026-04-10");

        Reasons(tell).ShouldBeEmpty();
    }

    [Fact]
    public void A_change_that_becomes_known_late_takes_its_place_in_time()
    {
        var tell = new Tell();
        Talk(tell, "2026-04-20");
        tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2026-04-10");

        Reasons(tell).ShouldBeEmpty();
    }

    [Fact]
    public void A_change_without_a_plan_is_no_reason_to_look_at_the_plan_again()
    {
        var tell = new Tell();
        tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2026-04-10");

        Reasons(tell).ShouldBeEmpty();
    }

    [Fact]
    public void Days_that_cannot_be_ordered_follow_the_order_of_recording()
    {
        var before = new Tell();
        Talk(before, "2026");
        before.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2026-04-10");
        Reasons(before).ShouldBe([ReviewReason.CourseChanged]);

        var after = new Tell();
        Talk(after, "2026-01-01");
        after.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2026-04");
        Talk(after, "2026-04");
        Reasons(after).ShouldBeEmpty();
    }

    [Fact]
    public void A_marked_phase_asks_for_a_talk_and_the_dying_phase_goes_first()
    {
        var tell = new Tell();
        Talk(tell, "2026-03-01");
        tell.Fact(new PalliativePhaseMarked(Gp, [MarkingReason.Diagnosis], null), "2026-04-01");
        tell.Fact(new DyingPhaseMarked(Gp, [MarkingReason.SignsOfDying], null), "2026-05-30");

        Reasons(tell).ShouldBe([ReviewReason.DyingPhaseMarked, ReviewReason.PalliativePhaseMarked]);
    }

    [Fact]
    public void A_revised_marking_is_itself_the_change()
    {
        var tell = new Tell();
        Talk(tell, "2026-03-01");
        var dying = tell.Fact(new DyingPhaseMarked(Gp, [MarkingReason.SignsOfDying], null), "2026-05-20");
        tell.Fact(new MarkingRevised(dying, Gp, "Knapte op."), "2026-05-25");

        Reasons(tell).ShouldBe([ReviewReason.MarkingRevised]);
    }

    [Fact]
    public void The_term_counts_from_the_last_talk_and_only_where_one_was_set()
    {
        var tell = new Tell();
        Talk(tell, "2025-11-30");

        Reasons(tell).ShouldBeEmpty();
        Reasons(tell, termMonths: 6).ShouldBe([ReviewReason.TermPassed]);
        Reasons(tell, termMonths: 7).ShouldBeEmpty();
    }

    [Fact]
    public void Not_wanting_to_talk_at_all_is_an_answer_and_not_now_is_a_later()
    {
        var tell = new Tell();
        Talk(tell, "2025-01-01");
        tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2026-04-10");
        tell.Fact(new TalkDeclined(TalkTopic.Everything, OnlyNow: true, null), "2026-04-20");
        Reasons(tell, termMonths: 6).ShouldBe([ReviewReason.CourseChanged, ReviewReason.TermPassed]);

        tell.Fact(new TalkDeclined(TalkTopic.Everything, OnlyNow: false, null), "2026-04-21");
        Reasons(tell, termMonths: 6).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_due_for_who_died()
    {
        var tell = new Tell();
        tell.Fact(new PlanReviewAgreed(PartialDate.Parse("2026-05-20"), null), "2026-05-03");
        tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-25");

        Reasons(tell).ShouldBeEmpty();
    }

    [Fact]
    public void A_struck_out_talk_answers_nothing()
    {
        var tell = new Tell();
        Talk(tell, "2026-03-01");
        tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2026-04-10");
        var talk = Talk(tell, "2026-04-12");
        tell.StrikeOut(talk);

        Reasons(tell).ShouldBe([ReviewReason.CourseChanged]);
    }

    [Fact]
    public void A_review_is_agreed_for_a_later_day()
    {
        AgreePlanReview On(string on) => new(PartialDate.Parse(on), " na de uitslag ", PartialDate.Parse("2026-05-03"));

        On("2026-06")
            .Yields<PlanReviewAgreed>()
            .ShouldBe(new PlanReviewAgreed(new PartialDate(2026, 6), "na de uitslag"));
        On("2026-05-03").IsRefused("on", "rule.plan-review-before-agreed");
        On("2026-04").IsRefused("on", "rule.plan-review-before-agreed");
        (On("2026-06") with { On = null }).IsRefused("on", "rule.missing");
        (On("2026-07") with { AgreedOn = PartialDate.Parse("2026-06-02") }).IsRefused(
            "agreedOn",
            "rule.date-in-future"
        );
    }

    private static List<ReviewReason> Reasons(Tell tell, int? termMonths = null) =>
        [.. tell.Person.ReviewDue(Tell.Today, termMonths).Select(due => due.Reason)];

    private static Guid Talk(Tell tell, string on) => tell.Fact(new ConversationHeld(null, true, [], null), on);
}
