using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>
/// One class per rule of the safety page that the plan alone decides; the names are those of the rules.
/// </summary>
[Trait("Safety", "1")]
public sealed class Rule1CurrentMeansLatestDiscussed
{
    [Fact]
    public void The_latest_talk_counts_and_not_the_order_of_recording()
    {
        var person = new Tell();
        person.Directive(HospitalAdmission, Decision.Withhold, "2026-03-01");
        person.Directive(HospitalAdmission, Decision.Perform, "2024-01-01");
        person.On(HospitalAdmission).Word.ShouldBe(Word.Withhold);
    }

    [Fact]
    public void Every_form_counts_so_a_newer_declaration_precedes_an_older_directive()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Otherwise, "2022-11-08", "Alleen op de operatiekamer");
        person.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2025-04-28");
        var decision = person.On(Resuscitation);
        decision.Word.ShouldBe(Word.Withhold);
        decision.InForce.ShouldHaveSingleItem().IsOwnDeclaration.ShouldBeTrue();
        decision.Beside!.Otherwise.ShouldBe("Alleen op de operatiekamer");
        decision.NeedsAgreement.ShouldBeTrue();
    }

    [Fact]
    public void Not_discussed_displaces_nothing()
    {
        var person = new Tell();
        person.Directive(Ventilation, Decision.Withhold, "2024-01-01");
        person.Directive(Ventilation, Decision.NotDiscussed, "2025-01-01");
        person.On(Ventilation).Word.ShouldBe(Word.Withhold);
    }

    [Fact]
    public void A_newer_unknown_displaces_the_word_and_shows_it_beside_itself()
    {
        var person = new Tell();
        person.Directive(Antibiotics, Decision.Perform, "2024-01-01");
        person.Directive(Antibiotics, Decision.Unknown, "2025-01-01");
        var decision = person.On(Antibiotics);
        decision.Word.ShouldBe(Word.Unknown);
        decision.Beside!.Decision.ShouldBe(Decision.Perform);
    }

    [Fact]
    public void What_was_ended_without_a_successor_revives_nothing()
    {
        var person = new Tell();
        person.Directive(IntensiveCare, Decision.Perform, "2020-01-01");
        var last = person.Directive(IntensiveCare, Decision.Withhold, "2024-01-01");
        person.Fact(new TreatmentDirectiveEnded(last, "Op verzoek"), "2025-02-03");
        var decision = person.On(IntensiveCare);
        decision.HasEnded.ShouldBeTrue();
        decision.EndedOn.ShouldBe(PartialDate.Parse("2025-02-03"));
        decision.Word.ShouldBe(Word.NotRecorded);
        decision.IsRevived.ShouldBeFalse();
    }

    [Fact]
    public void An_end_in_the_future_has_not_come_yet()
    {
        var person = new Tell();
        var directive = person.Directive(IntensiveCare, Decision.Withhold, "2024-01-01");
        person.Fact(new TreatmentDirectiveEnded(directive, null), "2026-07-01");
        person.On(IntensiveCare).Word.ShouldBe(Word.Withhold);
    }

    [Fact]
    public void A_late_fact_about_an_earlier_talk_displaces_nothing_newer_and_stands_in_history()
    {
        var person = new Tell();
        person.Directive(BloodProducts, Decision.Perform, "2026-01-10");
        person.Directive(BloodProducts, Decision.Withhold, "2025-12");
        var decision = person.On(BloodProducts);
        decision.Word.ShouldBe(Word.Perform);
        decision.Earlier.ShouldHaveSingleItem().Decision.ShouldBe(Decision.Withhold);
    }
}

[Trait("Safety", "2")]
public sealed class Rule2DisagreementIsShown
{
    [Theory]
    [InlineData("2022-11-08", "2022-11-08")]
    [InlineData("2022-11", "2022-11-08")]
    [InlineData("2022", "2022-11")]
    [InlineData(null, "2022-11-08")]
    [InlineData(null, null)]
    public void Statements_that_differ_and_cannot_be_ordered_are_both_shown(string? one, string? other)
    {
        var person = new Tell();
        person.Directive(IntensiveCare, Decision.Perform, one);
        person.Directive(IntensiveCare, Decision.Withhold, other);
        var decision = person.On(IntensiveCare);
        decision.IsContradictory.ShouldBeTrue();
        decision
            .InForce.Select(statement => statement.Decision)
            .ShouldBe([Decision.Perform, Decision.Withhold], ignoreOrder: true);
    }

    [Fact]
    public void The_same_word_with_another_condition_differs()
    {
        var person = new Tell();
        person.Directive(HospitalAdmission, Decision.Otherwise, "2026-01-01", "Alleen bij een botbreuk");
        person.Directive(HospitalAdmission, Decision.Otherwise, "2026-01-01", "Alleen als het thuis niet gaat");
        person.On(HospitalAdmission).IsContradictory.ShouldBeTrue();
    }

    [Fact]
    public void What_says_the_same_on_the_same_day_is_one_with_all_its_texts()
    {
        var person = new Tell();
        person.Directive(Ventilation, Decision.Withhold, "2026-01-01", explanation: "Te zwaar");
        person.Directive(Ventilation, Decision.Withhold, "2026-01-01", explanation: "Geen kans op herstel");
        var statement = person.On(Ventilation).InForce.ShouldHaveSingleItem();
        statement.Entries.Count.ShouldBe(2);
        statement.Explanations.ShouldBe(["Te zwaar", "Geen kans op herstel"]);
    }

    [Fact]
    public void The_same_word_at_a_later_talk_is_a_reconfirmation()
    {
        var person = new Tell();
        person.Directive(Ventilation, Decision.Withhold, "2025-01-01");
        person.Directive(Ventilation, Decision.Withhold, "2026-01-01");
        var decision = person.On(Ventilation);
        decision.DiscussedOn.ShouldBe(PartialDate.Parse("2026-01-01"));
        decision.Since.ShouldBe(PartialDate.Parse("2025-01-01"));
    }

    [Fact]
    public void A_directive_newer_than_a_declaration_names_the_declaration()
    {
        var person = new Tell();
        person.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2025-06-28");
        person.Directive(Resuscitation, Decision.Withhold, "2025-08-07");
        var decision = person.On(Resuscitation);
        decision.InForce.ShouldHaveSingleItem().IsDirective.ShouldBeTrue();
        decision.Beside!.IsOwnDeclaration.ShouldBeTrue();
        decision.NeedsAgreement.ShouldBeFalse();
    }
}

[Trait("Safety", "3")]
public sealed class Rule3SixWords
{
    [Fact]
    public void Every_fixed_treatment_has_a_word_when_nothing_was_ever_said()
    {
        var decisions = new Tell().Person.DecisionsOn(Tell.Today);
        decisions.Select(decision => decision.Treatment.Kind).ShouldBe(DecisionsInForce.Fixed);
        decisions.ShouldAllBe(decision => decision.Word == Word.NotRecorded);
    }

    [Fact]
    public void No_word_is_inferred_from_another_limit()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Withhold, "2026-01-01");
        person.On(IntensiveCare).Word.ShouldBe(Word.NotRecorded);
        person.On(Ventilation).Word.ShouldBe(Word.NotRecorded);
    }

    [Fact]
    public void A_limit_whose_treatment_is_not_named_says_so()
    {
        var person = new Tell();
        person.Directive(Other, Decision.Withhold, "2022-11-08");
        var other = person.Person.DecisionsOn(Tell.Today)[^1];
        other.Treatment.Name.ShouldBeNull();
        other.Word.ShouldBe(Word.Withhold);
    }

    [Fact]
    public void Unnamed_limits_with_different_words_are_not_taken_for_the_same_treatment()
    {
        var person = new Tell();
        person.Directive(Other, Decision.Withhold, "2022-11-08");
        person.Directive(Other, Decision.Perform, "2023-01-01");
        person.Person.DecisionsOn(Tell.Today).Count(one => one.Treatment.Kind is Other).ShouldBe(2);
    }

    [Fact]
    public void A_Belgian_code_fills_no_row_that_its_owners_text_does_not_name_and_ends_with_its_stay()
    {
        var person = new Tell();
        DirectiveClause[] named = [new(new Treatment(Resuscitation), Decision.Withhold, null)];
        person.Fact(
            new DnrCodeGiven(
                DnrCode.Dnr2,
                "AZ Verzonnen",
                PartialDate.Parse("2026-05-20"),
                PartialDate.Parse("2026-06-10"),
                "Niet reanimeren",
                named
            ),
            "2026-05-20"
        );
        person.On(Resuscitation).Word.ShouldBe(Word.Withhold);
        person.On(Ventilation).Word.ShouldBe(Word.NotRecorded);
        person.On(Resuscitation, new DateOnly(2026, 6, 11)).Word.ShouldBe(Word.NotRecorded);
    }
}

[Trait("Safety", "4")]
public sealed class Rule4ADecisionCarriesItsOwnDate
{
    [Fact]
    public void It_says_whether_it_was_discussed_before_the_latest_change()
    {
        var person = new Tell();
        person.Directive(HospitalAdmission, Decision.Perform, "2025-11-03");
        person.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2025-11-19");
        person.On(HospitalAdmission).Predates!.Kind.ShouldBe(CourseTurnKind.Deteriorated);
        person.Directive(HospitalAdmission, Decision.Perform, "2025-11-20");
        person.On(HospitalAdmission).Predates.ShouldBeNull();
    }

    [Fact]
    public void It_says_that_it_was_discussed_before_a_phase_was_marked_and_before_that_was_revised()
    {
        var person = new Tell();
        person.Directive(HospitalAdmission, Decision.Perform, "2026-01-03");
        var marking = person.Fact(Marked(), "2026-02-01");
        person.On(HospitalAdmission).Predates!.Kind.ShouldBe(CourseTurnKind.PalliativePhaseMarked);
        person.Directive(HospitalAdmission, Decision.Perform, "2026-02-10");
        person.On(HospitalAdmission).Predates.ShouldBeNull();
        person.Fact(Marked(), "2026-03-01");
        person.On(HospitalAdmission).Predates.ShouldBeNull("judging it again changes nothing");
        person.Fact(new MarkingRevised(marking, Judge, "Knapte op."), "2026-04-01");
        person.On(HospitalAdmission).Predates!.Kind.ShouldBe(CourseTurnKind.MarkingRevised);
    }

    private static Party Judge => new(PartyKind.Professional, "Sjoerd Hoekstra");

    private static PalliativePhaseMarked Marked() => new(Judge, [MarkingReason.Deterioration], null);

    [Fact]
    public void It_is_confirmed_by_a_physician_who_recorded_or_confirmed_it()
    {
        var person = new Tell();
        var agreed = person.Directive(Resuscitation, Decision.Withhold, "2026-01-01");
        person.On(Resuscitation).NeedsConfirmation.ShouldBeTrue();
        person.Fact(new TreatmentDirectiveConfirmed(agreed, "S. Hoekstra"), "2026-01-02");
        person.On(Resuscitation).NeedsConfirmation.ShouldBeFalse();
        person.On(Resuscitation).InForce[0].ConfirmedBy.ShouldBe("S. Hoekstra");

        person.Directive(Ventilation, Decision.Withhold, "2026-01-01", by: Tell.Gp);
        person.On(Ventilation).NeedsConfirmation.ShouldBeFalse();
    }

    [Fact]
    public void A_physician_whom_a_nurse_names_has_not_confirmed_it_and_one_in_a_message_from_elsewhere_has()
    {
        var person = new Tell();
        var agreed = new TreatmentDirectiveAgreed(
            new Treatment(Ventilation),
            Decision.Withhold,
            null,
            null,
            [new Party(PartyKind.Professional, "S. Hoekstra", Discipline: Discipline.GeneralPractitioner)]
        );
        person.Fact(agreed, "2026-01-01");
        person.On(Ventilation).NeedsConfirmation.ShouldBeTrue();

        var elsewhere = new Tell();
        elsewhere.Fact(agreed, "2026-01-01", source: new Source("urn:huisarts", []));
        elsewhere.On(Ventilation).InForce[0].ConfirmedBy.ShouldBe("S. Hoekstra");
    }

    [Fact]
    public void It_names_the_parties_it_was_agreed_with()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Withhold, "2026-01-01");
        person.On(Resuscitation).InForce[0].Parties.Count.ShouldBe(2);
    }
}

[Trait("Safety", "7")]
public sealed class Rule7ARevivalIsNotADecision
{
    [Fact]
    public void Striking_out_a_newer_decision_marks_the_older_one_as_revived()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Perform, "2024-01-01");
        var wrong = person.Directive(Resuscitation, Decision.Withhold, "2026-01-01");
        person.StrikeOut(wrong);
        var decision = person.On(Resuscitation);
        decision.Word.ShouldBe(Word.Perform);
        decision.IsRevived.ShouldBeTrue();
    }

    [Fact]
    public void Talking_again_ends_the_revival()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Perform, "2024-01-01");
        person.StrikeOut(person.Directive(Resuscitation, Decision.Withhold, "2026-01-01"));
        person.Directive(Resuscitation, Decision.Perform, "2026-05-01");
        person.On(Resuscitation).IsRevived.ShouldBeFalse();
    }

    [Fact]
    public void Striking_out_an_ending_marks_what_comes_back()
    {
        var person = new Tell();
        var directive = person.Directive(Antibiotics, Decision.Withhold, "2024-01-01");
        person.StrikeOut(person.Fact(new TreatmentDirectiveEnded(directive, null), "2025-01-01"));
        person.On(Antibiotics).IsRevived.ShouldBeTrue();
    }

    [Fact]
    public void Striking_out_an_older_decision_revives_nothing()
    {
        var person = new Tell();
        person.StrikeOut(person.Directive(Resuscitation, Decision.Perform, "2024-01-01"));
        person.Directive(Resuscitation, Decision.Withhold, "2026-01-01");
        person.On(Resuscitation).IsRevived.ShouldBeFalse();
    }

    [Fact]
    public void Striking_out_one_side_of_a_contradiction_revives_the_other()
    {
        var person = new Tell();
        person.Directive(IntensiveCare, Decision.Perform, "2026-01-01");
        person.StrikeOut(person.Directive(IntensiveCare, Decision.Withhold, "2026-01-01"));
        person.On(IntensiveCare).IsRevived.ShouldBeTrue();
    }
}

[Trait("Safety", "15")]
public sealed class Rule15AgeIsShown
{
    [Fact]
    public void Past_its_term_a_decision_keeps_its_word_and_asks_to_be_confirmed_again()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Withhold, "2025-05-31");
        DecisionInForce On(int? months) => person.Person.DecisionsOn(Tell.Today, months)[0];
        On(12).IsPastTerm.ShouldBeTrue();
        On(12).Word.ShouldBe(Word.Withhold);
        On(13).IsPastTerm.ShouldBeFalse();
        On(null).IsPastTerm.ShouldBeFalse();
    }
}
