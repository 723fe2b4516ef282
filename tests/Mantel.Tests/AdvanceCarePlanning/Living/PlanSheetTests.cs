using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;

namespace Mantel.Tests.AdvanceCarePlanning.Living;

/// <summary>What stands on the sheet for the kitchen.</summary>
public sealed class PlanSheetTests
{
    [Fact]
    public void Every_fixed_decision_has_its_word_also_when_nothing_was_recorded()
    {
        var sheet = new Tell().Person.PlanSheetOn(Tell.Today);

        sheet
            .Decisions.Select(decision => decision.Treatment.Kind)
            .ShouldBe([Resuscitation, Ventilation, IntensiveCare, HospitalAdmission, Antibiotics, BloodProducts]);
        sheet.Decisions.ShouldAllBe(decision => decision.InForce.Count == 0);
    }

    [Fact]
    public void A_decision_shows_its_day_and_who_confirmed_it_or_that_nobody_did()
    {
        var tell = new Tell();
        tell.Directive(Resuscitation, Decision.Withhold, "2026-05-03", by: Tell.Gp);
        tell.Directive(HospitalAdmission, Decision.Perform, "2026-05-03");

        var (resuscitation, hospital) = (Of(tell, Resuscitation), Of(tell, HospitalAdmission));

        resuscitation.InForce[0].ConfirmedBy.ShouldBe("Sjoerd Hoekstra");
        resuscitation.InForce[0].On.ShouldBe(PartialDate.Parse("2026-05-03"));
        hospital.InForce[0].NeedsConfirmation.ShouldBeTrue();
    }

    [Fact]
    public void What_contradicts_is_on_it_side_by_side()
    {
        var tell = new Tell();
        tell.Directive(Ventilation, Decision.Perform, "2026-05-03");
        tell.Directive(Ventilation, Decision.Withhold, "2026-05-03");
        tell.Directive(Resuscitation, Decision.Perform, "2026-05-03");
        tell.Directive(IntensiveCare, Decision.Withhold, "2026-05-03");

        Of(tell, Ventilation).IsContradictory.ShouldBeTrue();
        tell.Person.PlanSheetOn(Tell.Today).Contradicts.ShouldContain("resuscitation-without-intensive-care");
    }

    [Fact]
    public void What_came_from_elsewhere_and_is_to_be_asked_stands_on_it_until_somebody_asked()
    {
        var tell = new Tell();
        var asked = tell.Fact(
            new ToAskAboutReceived(
                AskReason.CodeAndWordsDiffer,
                "Consent/1",
                [new(Resuscitation), new(IntensiveCare)],
                Decision.Withhold,
                ["opname op de intensive care"]
            )
        );

        var one = tell.Person.PlanSheetOn(Tell.Today).ToAsk.ShouldHaveSingleItem();
        one.About.Select(treatment => treatment.Kind).ShouldBe([Resuscitation, IntensiveCare]);
        one.Said.ShouldBe(["opname op de intensive care"]);
        tell.Fact(new ItemEnded(asked, null));
        tell.Person.PlanSheetOn(Tell.Today).ToAsk.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_person_says_differently_stands_on_it_until_it_was_talked_through()
    {
        var tell = new Tell();
        var said = tell.Fact(new SaysDifferentlyNow("Toch naar het ziekenhuis", null), "2026-05-30");
        tell.Person.PlanSheetOn(Tell.Today)
            .SaysDifferently.ShouldHaveSingleItem()
            .Words.ShouldBe("Toch naar het ziekenhuis");

        tell.Fact(new TalkedThrough(said, "Ze was bang."), "2026-05-31");
        tell.Person.PlanSheetOn(Tell.Today).SaysDifferently.ShouldBeEmpty();
    }

    [Fact]
    public void Answers_that_were_not_read_back_are_never_on_it()
    {
        var tell = new Tell();
        var empty = tell.Person.PlanSheetOn(Tell.Today);
        var talk = Guid.NewGuid();
        tell.Fact(new TalkOpened(talk, TalkVariant.Dutch, TalkPartner.Person, null, true, []), "2026-05-30");
        var answer = new TalkAnswer(TalkAnswerKind.Said, ["Withhold"], "Laat me gaan.", null, null, null);
        tell.Fact(new TalkAnswerNoted(talk, "resuscitation", answer), "2026-05-30");

        tell.Person.PlanSheetOn(Tell.Today).ReadsAs(empty).ShouldBeTrue();
    }

    [Fact]
    public void A_decision_from_before_the_latest_change_says_so_and_one_that_was_not_discussed_has_nothing_to_say()
    {
        var tell = new Tell();
        tell.Directive(Resuscitation, Decision.Withhold, "2026-03-03");
        tell.Directive(Ventilation, Decision.NotDiscussed, "2026-03-03");
        tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2026-05-19");

        Of(tell, Resuscitation).Predates.ShouldBe(CourseTurnKind.Deteriorated);
        Of(tell, Ventilation).Predates.ShouldBeNull();
    }

    [Fact]
    public void An_icd_is_on_it_when_there_is_one_or_was_talked_about()
    {
        var tell = new Tell();
        tell.Person.PlanSheetOn(Tell.Today).Decisions.ShouldNotContain(one => one.Treatment.Kind == IcdDeactivation);

        tell.Fact(new ImplantedDeviceRecorded(DeviceKind.Icd, true, null, null, null, null));
        Of(tell, IcdDeactivation).InForce.ShouldBeEmpty();
    }

    [Fact]
    public void First_look_case_5_nothing_is_cut_and_nothing_is_left_out()
    {
        var tell = new Tell();
        var condition =
            string.Join(' ', Enumerable.Repeat("alleen als het thuis echt niet meer gaat,", 9))
            + " Nooit naar de intensive care, en altijd terug naar huis om te sterven.";
        tell.Fact(new WhatMattersTold(string.Join(' ', Enumerable.Repeat("meidoorn", 60))), "2026-05-03");
        tell.Directive(HospitalAdmission, Decision.Otherwise, "2026-05-03", otherwise: condition);
        for (var i = 0; i < 6; i++)
            tell.Directive(Other, Decision.Withhold, "2026-05-03", name: $"Behandeling {i}");
        for (var i = 0; i < 9; i++)
        {
            tell.Fact(new SaysDifferentlyNow($"Toch maar {i}", null), "2026-05-30");
            tell.Fact(new MedicationAtHomeRecorded($"Middel {i}", null, "kast", null, null));
        }

        var sheet = tell.Person.PlanSheetOn(Tell.Today);

        Of(tell, HospitalAdmission).InForce[0].Otherwise.ShouldBe(condition);
        sheet.WhatMatters!.Words.Length.ShouldBe(539);
        sheet.Decisions.Count(one => one.Treatment.Kind is Other).ShouldBe(6);
        sheet.SaysDifferently.Count.ShouldBe(9);
        sheet.AtHome.Count.ShouldBe(9);
    }

    [Fact]
    public void Every_part_of_a_sheet_belongs_to_a_kind_that_can_be_told_to_have_changed() =>
        new Tell().Person.PlanSheetOn(Tell.Today).ReadsAs(new Tell().Person.PlanSheetOn(Tell.Today)).ShouldBeTrue();

    [Fact]
    public void Whom_to_call_has_a_number_for_the_day_and_one_for_the_night()
    {
        var tell = new Tell();
        tell.Fact(
            new CareTeamMemberJoined(
                Guid.NewGuid(),
                "Sjoerd Hoekstra",
                Discipline.GeneralPractitioner,
                null,
                null,
                null,
                new Reachability("0118 05 01 02", "0118 05 01 99", null),
                null,
                CareRelation.CareTeam
            ),
            "2026-01-01"
        );
        tell.Fact(
            new CareTeamMemberJoined(
                Guid.NewGuid(),
                "Zonder nummer",
                Discipline.Nurse,
                null,
                null,
                null,
                new Reachability(null, null, null),
                null,
                CareRelation.CareTeam
            ),
            "2026-01-01"
        );

        tell.Person.PlanSheetOn(Tell.Today)
            .Calls.ShouldBe([
                new SheetCall(
                    "Sjoerd Hoekstra",
                    Discipline.GeneralPractitioner,
                    null,
                    "0118 05 01 02",
                    "0118 05 01 99"
                ),
            ]);
    }

    [Fact]
    public void A_code_is_128_bits_that_can_be_read_aloud()
    {
        SheetCode.Of(new byte[16]).ShouldBe(new string('0', 26));
        SheetCode.Of([.. Enumerable.Repeat((byte)255, 16)]).ShouldBe("7" + new string('z', 25));
        SheetCode.IsOne(SheetCode.Of(Guid.NewGuid().ToByteArray())).ShouldBeTrue();
        SheetCode.IsOne("ILOU" + new string('0', 22)).ShouldBeFalse();
        SheetCode.IsOne(null).ShouldBeFalse();
        new PrintPlanSheet("kitchen").Decide(new Tell().Person, Tell.Now).ShouldBeOfType<Outcome.Refused>();
    }

    private static SheetDecision Of(Tell tell, TreatmentKind kind) =>
        tell.Person.PlanSheetOn(Tell.Today).Decisions.Single(decision => decision.Treatment.Kind == kind);
}
