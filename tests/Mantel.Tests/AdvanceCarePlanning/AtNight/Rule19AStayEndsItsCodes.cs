using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;
using static Mantel.Core.People.CourseChange;

namespace Mantel.Tests.AdvanceCarePlanning.AtNight;

[Trait("Safety", "19")]
public sealed class Rule19AStayEndsItsCodes
{
    private static readonly DirectiveClause No = new(new(Resuscitation), Decision.Withhold, null);
    private readonly Tell _leida = new();

    [Fact]
    public void Coming_home_ends_the_code_and_what_its_text_decided_and_the_older_word_does_not_come_back_in_silence()
    {
        _leida.Directive(Resuscitation, Decision.Perform, "2025-05-01", by: Tell.Gp);
        Turn(AdmittedToHospital, "2026-05-01");
        Given(DnrCode.Dnr1, "2026-05-02", No);
        _leida.On(Resuscitation).Word.ShouldBe(Word.Withhold);

        Turn(CameHome, "2026-05-20");
        _leida.Person.DnrCodesInForce(Tell.Today).ShouldBeEmpty();
        var code = _leida.Person.DnrCodes(Tell.Today).ShouldHaveSingleItem();
        (code.HasEnded, code.StayEnded, code.EndedBy?.Change).ShouldBe(
            (true, PartialDate.Parse("2026-05-20"), (CourseChange?)CameHome)
        );
        var decision = _leida.On(Resuscitation);
        (decision.Word, decision.IsRevived).ShouldBe((Word.Perform, true));
        decision.EndedCode!.Code.Fact.Code.ShouldBe(DnrCode.Dnr1);
        var reason = _leida.Person.Attention(Tell.Today).Single(one => one.Reason is AttentionReason.Revived);
        reason.Who.ShouldBe("AZ Verzonnen");

        _leida.Directive(Resuscitation, Decision.Perform, "2026-05-25", by: Tell.Gp);
        _leida.On(Resuscitation).IsRevived.ShouldBeFalse();
        _leida.On(Resuscitation).EndedCode.ShouldBeNull();
    }

    [Fact]
    public void With_nothing_else_said_the_row_is_empty_and_somebody_is_asked_to_talk()
    {
        Given(DnrCode.Dnr1, "2026-05-02", No);
        Turn(CameHome, "2026-05-20");
        _leida.On(Resuscitation).Word.ShouldBe(Word.NotRecorded);
        _leida.On(Resuscitation).IsRevived.ShouldBeFalse();
        Tasks().ShouldContain(new PlanTask(PlanTaskKind.DiscussRevived, new(Resuscitation)));
    }

    [Fact]
    public void Ending_the_stay_by_hand_or_by_the_day_that_was_given_says_the_same()
    {
        _leida.Directive(Resuscitation, Decision.Perform, "2025-05-01", by: Tell.Gp);
        var code = Given(DnrCode.Dnr1, "2026-05-02", No);
        _leida.Fact(new DnrStayEnded(code), "2026-05-10");
        _leida.On(Resuscitation).IsRevived.ShouldBeTrue();

        var dated = new Tell();
        dated.Directive(Resuscitation, Decision.Perform, "2025-05-01", by: Tell.Gp);
        var until = PartialDate.Parse("2026-05-10");
        dated.Fact(new DnrCodeGiven(DnrCode.Dnr1, "AZ Verzonnen", null, until, "Niet reanimeren", [No]), "2026-05-02");
        dated.On(Resuscitation).IsRevived.ShouldBeTrue();
    }

    [Fact]
    public void A_code_that_only_contradicted_leaves_a_trace_as_well()
    {
        _leida.Directive(Resuscitation, Decision.Perform, "2025-05-01", by: Tell.Gp);
        Given(DnrCode.Dnr3, "2026-05-02");
        Turn(CameHome, "2026-05-20");
        var decision = _leida.On(Resuscitation);
        (decision.IsContradictory, decision.IsRevived).ShouldBe((false, true));
    }

    [Theory]
    [InlineData(AdmittedToNursingHome)]
    [InlineData(AdmittedToHospice)]
    public void Moving_on_from_a_hospital_ends_it_like_coming_home(CourseChange to)
    {
        Turn(AdmittedToHospital, "2026-05-01");
        Given(DnrCode.Dnr1, "2026-05-02", No);
        Turn(to, "2026-05-20");
        _leida.Person.DnrCodesInForce(Tell.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Who_comes_back_from_a_hospital_to_the_home_that_gave_the_code_came_back_to_that_stay()
    {
        Turn(AdmittedToNursingHome, "2025-01-01");
        Given(DnrCode.Dnr2, "2025-02-01", No);
        Turn(AdmittedToHospital, "2026-03-01");
        Turn(CameHome, "2026-03-10");
        _leida.Person.DnrCodesInForce(Tell.Today).ShouldHaveSingleItem();
        Turn(CameHome, "2026-05-10");
        _leida.Person.DnrCodesInForce(Tell.Today).ShouldBeEmpty();
    }

    [Fact]
    public void What_may_have_ended_it_is_asked_and_the_code_stays_in_sight_until_somebody_says()
    {
        Turn(AdmittedToHospital, "2026-05-01");
        var code = Given(DnrCode.Dnr1, "2026-05-02", No);
        Turn(AdmittedToHospital, "2026-05-20");
        _leida.Person.DnrCodesInForce(Tell.Today).ShouldHaveSingleItem();
        Tasks().ShouldContain(new PlanTask(PlanTaskKind.SayWhetherStayLasts, null));
        var asked = _leida.Person.Attention(Tell.Today).Single(one => one.Reason is AttentionReason.StayToEnd);
        asked.About.ShouldBe(code);
        _leida.Fact(new DnrStayEnded(code), "2026-05-21");
        Tasks().ShouldNotContain(new PlanTask(PlanTaskKind.SayWhetherStayLasts, null));
    }

    [Fact]
    public void Coming_home_before_the_code_was_given_ends_nothing_and_what_was_talked_about_since_is_no_revival()
    {
        Turn(CameHome, "2026-04-01");
        Given(DnrCode.Dnr1, "2026-05-02", No);
        _leida.Person.DnrCodesInForce(Tell.Today).ShouldHaveSingleItem();
        _leida.Directive(Resuscitation, Decision.Perform, "2026-05-10", by: Tell.Gp);
        Turn(CameHome, "2026-05-20");
        _leida.On(Resuscitation).IsRevived.ShouldBeFalse();
    }

    [Fact]
    public void Whoever_comes_home_on_the_day_the_code_was_given_and_has_it_written_down_after_it_has_left()
    {
        Given(DnrCode.Dnr1, "2026-05-02", No);
        Turn(CameHome, "2026-05-02");
        _leida.Person.DnrCodesInForce(Tell.Today).ShouldBeEmpty();
    }

    private Guid Given(DnrCode code, string on, params IReadOnlyList<DirectiveClause> decides) =>
        _leida.Fact(new DnrCodeGiven(code, "AZ Verzonnen", null, null, "Voor deze opname.", decides), on);

    private void Turn(CourseChange change, string on) => _leida.Fact(new CourseChanged(change, null, null), on);

    private IReadOnlyList<PlanTask> Tasks() => _leida.Person.PlanTasksOn(Tell.Today);
}
