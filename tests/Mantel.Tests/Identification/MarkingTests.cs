using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Identification;

/// <summary>The palliative and the dying phase, marked by somebody, with why, and revised.</summary>
public sealed class MarkingTests
{
    private static readonly Party Gp = new(PartyKind.Professional, "Sjoerd Hoekstra", "huisarts");

    private readonly Tell _tell = new();

    private Phase Now => _tell.Person.Phase(Tell.Today).Phase;

    [Fact]
    public void Nobody_marked_anything_says_no_more_than_that() =>
        _tell.Person.Phase(Tell.Today).ShouldBe(new PhaseNow(Phase.NotMarked, null, null));

    [Fact]
    public void It_holds_since_the_day_of_the_judgement_with_who_judged_and_why()
    {
        _tell.Do(new MarkPalliativePhase(Gp, [MarkingReason.Deterioration], "Ligt veel op bed", Day("2026-05-10")));

        var phase = _tell.Person.Phase(Tell.Today);
        (phase.Phase, phase.Since).ShouldBe((Phase.Palliative, Day("2026-05-10")));
        (phase.Newest!.JudgedBy, phase.Newest.Reasons.ShouldHaveSingleItem()).ShouldBe(
            (Gp, MarkingReason.Deterioration)
        );
        _tell.Person.Phase(new DateOnly(2026, 5, 9)).Phase.ShouldBe(Phase.NotMarked);
    }

    [Fact]
    public void Judged_again_it_is_confirmed_and_holds_since_the_first_day()
    {
        Mark("2026-03");
        Mark("2026-05-10");

        var phase = _tell.Person.Phase(Tell.Today);
        (phase.Since, phase.Newest!.Day, phase.Newest.Confirms).ShouldBe((Day("2026-03"), Day("2026-05-10"), true));
        _tell.Person.Turns().Select(turn => turn.On).ShouldBe([Day("2026-03")]);
    }

    [Fact]
    public void A_late_entry_about_an_earlier_judgement_takes_its_place_in_history()
    {
        Mark("2026-05-10");
        Mark("2026-02-01");

        _tell.Person.Phase(Tell.Today).Since.ShouldBe(Day("2026-02-01"));
        _tell.Person.Markings().Select(marking => marking.Confirms).ShouldBe([true, false]);
    }

    [Fact]
    public void Revised_it_holds_no_more_and_marked_again_it_begins_anew()
    {
        var first = Mark("2026-02-01");
        Mark("2026-02-20");
        _tell.Do(new ReviseMarking(first, Gp, "Knapte op na de kuur.", Day("2026-04-01")));
        Now.ShouldBe(Phase.NotMarked);
        _tell.Person.Phase(new DateOnly(2026, 3, 1)).Phase.ShouldBe(Phase.Palliative);

        Mark("2026-05-01");
        _tell.Person.Phase(Tell.Today).Since.ShouldBe(Day("2026-05-01"));
        Mark("2026-03-10");
        _tell.Person.Phase(Tell.Today).Since.ShouldBe(Day("2026-05-01"), "what came before the revision ended with it");
    }

    [Fact]
    public void On_the_day_of_a_revision_the_order_of_recording_decides()
    {
        var first = Mark("2026-05-01");
        _tell.Do(new ReviseMarking(first, Gp, "Te vroeg geoordeeld.", Day("2026-05-20")));
        Mark("2026-05-20");
        Now.ShouldBe(Phase.Palliative);
    }

    [Fact]
    public void The_dying_phase_goes_first_and_when_it_is_revised_the_palliative_phase_holds_again()
    {
        Mark("2026-03-01");
        _tell.Do(new MarkDyingPhase(Gp, [MarkingReason.SignsOfDying], JudgedOn: Day("2026-05-28")));
        Now.ShouldBe(Phase.Dying);

        var dying = _tell.Person.Phase(Tell.Today).Newest!.Entry.Id;
        _tell.Do(new ReviseMarking(dying, Gp, "Drinkt weer en is wakker.", Day("2026-05-30")));
        _tell
            .Person.Phase(Tell.Today)
            .ShouldSatisfyAllConditions(
                phase => phase.Phase.ShouldBe(Phase.Palliative),
                phase => phase.Since.ShouldBe(Day("2026-03-01"))
            );
    }

    [Fact]
    public void What_was_struck_out_was_never_judged()
    {
        _tell.StrikeOut(Mark("2026-03-01"));
        Now.ShouldBe(Phase.NotMarked);
        _tell.Person.Turns().ShouldBeEmpty();
    }

    [Fact]
    public void Never_on_a_day_that_has_yet_to_come()
    {
        var on = Day("2026-06-02");
        new MarkPalliativePhase(Gp, [MarkingReason.Diagnosis], JudgedOn: on).IsRefused(
            "judgedOn",
            "rule.date-in-future",
            _tell
        );
        new MarkDyingPhase(Gp, [MarkingReason.SignsOfDying], JudgedOn: on).IsRefused(
            "judgedOn",
            "rule.date-in-future",
            _tell
        );
    }

    [Theory]
    [InlineData("1943-12-31", "rule.ask-dated-before-birth")]
    [InlineData("2026-05-21", "rule.ask-dated-after-death")]
    public void Before_birth_or_after_death_it_is_asked(string on, string rule)
    {
        _tell.Fact(new BirthDateRecorded(Day("1944-03-14")));
        _tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-20");

        new MarkPalliativePhase(Gp, [MarkingReason.Diagnosis], JudgedOn: Day(on)).Asks(_tell).ShouldBe(rule);
        new MarkDyingPhase(Gp, [MarkingReason.SignsOfDying], JudgedOn: Day(on)).Asks(_tell).ShouldBe(rule);
    }

    [Fact]
    public void After_a_death_it_can_still_be_told_that_it_was_marked_before()
    {
        _tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-20");
        Mark("2026-05-19");
        _tell.Person.Markings().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_judgement_has_a_day_a_professional_and_a_reason()
    {
        new MarkPalliativePhase(Gp, [MarkingReason.Diagnosis]).IsRefused("judgedOn", "rule.missing");
        new MarkPalliativePhase(Gp, [], JudgedOn: Day("2026-05")).IsRefused("reasons", "rule.marking-say-why");
        new MarkPalliativePhase(Gp, [MarkingReason.Other], JudgedOn: Day("2026-05")).IsRefused(
            "words",
            "rule.marking-say-what-else"
        );
        new MarkDyingPhase(Gp with { Name = " " }, [MarkingReason.SignsOfDying], JudgedOn: Day("2026-05")).IsRefused(
            "judgedBy",
            "rule.missing"
        );
        new MarkDyingPhase(
            new Party(PartyKind.RelatedPerson, "Marijke Vos"),
            [MarkingReason.SignsOfDying],
            JudgedOn: Day("2026-05")
        ).IsRefused("judgedBy", "rule.marking-judged-by-professional");
    }

    [Fact]
    public void A_revision_names_a_marking_that_holds_and_comes_after_it()
    {
        var marking = Mark("2026-03-10");
        new ReviseMarking(marking, Gp, "Knapte op.", Day("2026-03-09")).IsRefused(
            "judgedOn",
            "rule.plan-end-before-beginning",
            _tell
        );
        new ReviseMarking(marking, Gp, null, Day("2026-04")).IsRefused("why", "rule.missing", _tell);
        new ReviseMarking(Guid.NewGuid(), Gp, "Knapte op.", Day("2026-04")).IsRefused(
            "",
            "rule.marking-not-there",
            _tell
        );
        _tell.Do(new ReviseMarking(marking, Gp, "Knapte op.", Day("2026-04-01")));
        new ReviseMarking(marking, Gp, "Knapte op.", Day("2026-04-02")).IsRefused("", "rule.marking-revised", _tell);
    }

    [Fact]
    public void The_second_surprise_question_goes_with_a_no_to_the_first()
    {
        new AnswerSurpriseQuestion(SurpriseQuestion.AliveAfterYear, SurpriseAnswer.Yes).IsRefused(
            "question",
            "rule.surprise-second-after-no"
        );
        _tell.Do(Ask(SurpriseQuestion.DiedWithinYear, SurpriseAnswer.No, "2026-05-01"));
        _tell.Do(Ask(SurpriseQuestion.AliveAfterYear, SurpriseAnswer.Yes, "2026-05-01"));
        var answers = _tell.Person.SurpriseAnswers(Tell.Today);
        (answers.First!.Value.Fact.Answer, answers.Second!.Value.Fact.Answer).ShouldBe(
            (SurpriseAnswer.No, SurpriseAnswer.Yes)
        );

        _tell.Do(Ask(SurpriseQuestion.DiedWithinYear, SurpriseAnswer.No, "2026-05-20"));
        _tell.Person.SurpriseAnswers(Tell.Today).Second.ShouldBeNull("asked anew, it was not answered since");
        _tell.Do(Ask(SurpriseQuestion.DiedWithinYear, SurpriseAnswer.Yes, "2026-05-25"));
        _tell.Person.SurpriseAnswers(Tell.Today).First!.Value.Fact.Answer.ShouldBe(SurpriseAnswer.Yes);
        Now.ShouldBe(Phase.NotMarked, "an answer marks nobody");
    }

    private static AnswerSurpriseQuestion Ask(SurpriseQuestion question, SurpriseAnswer answer, string on) =>
        new(question, answer, AnsweredOn: Day(on));

    private Guid Mark(string on)
    {
        _tell.Do(new MarkPalliativePhase(Gp, [MarkingReason.Deterioration], JudgedOn: Day(on)));
        return _tell.Person.Entries[^1].Id;
    }

    private static PartialDate Day(string date) => PartialDate.Parse(date);
}
