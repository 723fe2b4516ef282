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

[Trait("Safety", "5")]
public sealed class Rule5NotConfirmedSaysSo
{
    [Fact]
    public void What_a_nurse_recorded_without_a_physician_is_marked_until_one_confirms()
    {
        var person = new Tell();
        var agreed = person.Directive(HospitalAdmission, Decision.Withhold, "2026-05-01");
        person.On(HospitalAdmission).NeedsConfirmation.ShouldBeTrue();
        person.Person.PlanTasksOn(Tell.Today).ShouldContain(new PlanTask(PlanTaskKind.Confirm, new(HospitalAdmission)));
        person.Fact(new TreatmentDirectiveConfirmed(agreed, "S. Hoekstra"), "2026-05-02");
        person.Person.PlanTasksOn(Tell.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_decided_needs_no_physician()
    {
        var person = new Tell();
        person.Directive(HospitalAdmission, Decision.Unknown, "2026-05-01");
        person.On(HospitalAdmission).NeedsConfirmation.ShouldBeFalse();
    }
}

[Trait("Safety", "5")]
public sealed class Rule5NotFinishedIsNotSaid
{
    [Fact]
    public void What_was_answered_but_not_read_back_changes_nothing_that_holds()
    {
        var person = new Tell();
        person.Directive(HospitalAdmission, Decision.Perform, "2025-05-01");
        var talk = Guid.NewGuid();
        person.Fact(new TalkOpened(talk, TalkVariant.Dutch, TalkPartner.Person, null, true, []), "2026-05-01");
        var answer = new TalkAnswer(TalkAnswerKind.Said, ["Decision.Withhold"], "Niet meer.", null, null, null);
        person.Fact(new TalkAnswerNoted(talk, "hospital-admission", answer), "2026-05-01");
        person.On(HospitalAdmission).Word.ShouldBe(Word.Perform);
        person.On(HospitalAdmission).Earlier.ShouldBeEmpty();
        person.Person.Conversations().ShouldBeEmpty();
        person.Person.UnfinishedTalks().ShouldHaveSingleItem().Id.ShouldBe(talk);
    }
}

[Trait("Safety", "6")]
public sealed class Rule6ThePersonCanChangeTheirMindNow
{
    [Fact]
    public void It_stands_until_a_professional_has_talked_it_through_and_changes_no_decision_by_itself()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Withhold, "2026-01-01");
        var said = person.Fact(new SaysDifferentlyNow("Ik wil toch nog naar het ziekenhuis", null), "2026-05-31");
        person.Person.SaysDifferently().ShouldHaveSingleItem().Entry.Id.ShouldBe(said);
        person.Person.PlanTasksOn(Tell.Today)[0].Kind.ShouldBe(PlanTaskKind.TalkThrough);
        person.On(Resuscitation).Word.ShouldBe(Word.Withhold);
        person.Fact(new TalkedThrough(said, "Plan aangepast"), "2026-06-01");
        person.Person.SaysDifferently().ShouldBeEmpty();
    }
}

[Trait("Safety", "9")]
public sealed class Rule9NoNewsIsNotBalance
{
    [Fact]
    public void An_empty_record_says_that_nothing_is_recorded_and_nothing_else()
    {
        var person = new Tell().Person;
        person.Goal().IsRecorded.ShouldBeFalse();
        person.PreferredPlaceOfDeath().IsRecorded.ShouldBeFalse();
        person.SharingConsent().ShouldBeNull();
        person.LegalCapacity().IsRecorded.ShouldBeFalse();
        person.DecisionsOn(Tell.Today).ShouldAllBe(decision => decision.Word == Word.NotRecorded);
    }

    [Fact]
    public void Not_known_and_not_recorded_are_two_things()
    {
        var person = new Tell();
        person.Fact(new SharingConsentRecorded(SharingConsent.Unknown, null), "2026-01-01");
        person.Fact(new TreatmentGoalAgreed(TreatmentGoal.Unknown, null), "2026-01-01");
        person.Person.SharingConsent().ShouldBe(Core.AdvanceCarePlanning.SharingConsent.Unknown);
        person.Person.Goal().Only!.Value.Fact.Goal.ShouldBe(TreatmentGoal.Unknown);
    }
}

[Trait("Safety", "10")]
public sealed class Rule10ThePhaseIsNotAGate
{
    [Fact]
    public void Whoever_does_not_want_to_talk_has_a_status_of_their_own_and_no_task_follows()
    {
        var person = new Tell();
        person.Fact(new TalkDeclined(TalkTopic.Everything, OnlyNow: true, "Eerst de bruiloft"), "2026-05-01");
        person.Person.DeclinedTalks().ShouldHaveSingleItem().Fact.OnlyNow.ShouldBeTrue();
        person.Person.PlanTasksOn(Tell.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Signals_and_support_work_for_who_was_never_marked_and_a_surprise_question_marks_nobody()
    {
        var person = new Tell();
        person.Do(new GiveSignal(Guid.NewGuid(), "Ze eet niet."));
        person.Do(new AnswerSurpriseQuestion(SurpriseQuestion.DiedWithinYear, SurpriseAnswer.No));
        person.Person.OpenSignals().ShouldHaveSingleItem();
        person.Person.Phase(Tell.Today).Phase.ShouldBe(Phase.NotMarked);
    }

    [Fact]
    public void A_plan_works_for_who_was_never_marked()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Perform, "2026-05-01", by: Tell.Gp);
        person.On(Resuscitation).Word.ShouldBe(Word.Perform);
    }
}
