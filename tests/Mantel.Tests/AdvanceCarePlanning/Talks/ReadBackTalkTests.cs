using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;
using static Mantel.Tests.AdvanceCarePlanning.Talks.Talking;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>Read back and confirmed together, all of it holds at once, or nothing does.</summary>
public sealed class ReadBackTalkTests
{
    [Fact]
    public void Everything_that_was_answered_becomes_what_it_is_in_one_act()
    {
        var talking = new Talking(capacity: Capacity.Capable)
            .Say("what-matters", Words("De tuin."))
            .Say("goal", Answer(TreatmentGoal.LifeProlonging))
            .Say("resuscitation", Answer(Decision.Withhold, "Laat mij gaan."))
            .Say("hospital-admission", Answer(Decision.Otherwise, null, "Alleen bij een breuk."))
            .Say("other-limit", Answer(Decision.Withhold) with { About = "Dialyse" })
            .Say("icd", Answer(YesNoUnknown.Yes))
            .Say("icd-off", Answer(Decision.Unknown))
            .Say("wishes", Words("Rust."))
            .Say("place-of-death", Answer(PlaceOfDeath.Home))
            .Say("euthanasia", Answer(EuthanasiaPosition.WantsNone))
            .Say("donation", Answer(YesNoUnknown.No))
            .Say("what-else", Words("De bruiloft."))
            .Say("earlier", Answer(YesNoUnknown.Yes, "In het ziekenhuis."))
            .Say("earlier-otherwise", Answer(YesNoUnknown.No))
            .Say("declarations", Answer(AdvanceDirectiveKind.Proxy))
            .Say("declarations.Proxy", Words("In de la.") with { On = Outcomes.On("2020-05") })
            .Say("relatives", Answer(YesNoUnknown.Yes));
        talking.Tell.Do(talking.ReadBack()).ShouldYieldAll();
        var person = talking.Person;
        person.DecisionOn(Resuscitation, Tell.Today).InForce[0].Explanations.ShouldBe(["Laat mij gaan."]);
        person.DecisionOn(HospitalAdmission, Tell.Today).InForce[0].Otherwise.ShouldBe("Alleen bij een breuk.");
        person
            .DecisionsOn(Tell.Today)
            .ShouldContain(one => one.Treatment.Name == "Dialyse" && one.Word == Word.Withhold);
        person.DecisionOn(IcdDeactivation, Tell.Today).Word.ShouldBe(Word.Unknown);
        person.Devices().ShouldHaveSingleItem().Fact.Present.ShouldBe(true);
        person.WhatMatters()!.Value.Fact.Words.ShouldBe("De tuin.");
        person.Goal().Only!.Value.Fact.Goal.ShouldBe(TreatmentGoal.LifeProlonging);
        person.CareWishes().Only!.Value.Fact.Words.ShouldBe("Rust.");
        person.PreferredPlaceOfDeath().Only!.Value.Fact.Place.ShouldBe(PlaceOfDeath.Home);
        person.EuthanasiaPosition().Only!.Value.Fact.Position.ShouldBe(EuthanasiaPosition.WantsNone);
        person.DonorRegistration().Only!.Value.Fact.Registered.ShouldBe(YesNoUnknown.No);
        person.WhatElseMatters().Only!.Value.Fact.Words.ShouldBe("De bruiloft.");
        person.EarlierAgreements().Only!.Value.Fact.SayOtherwise.ShouldBe(YesNoUnknown.No);
        person.Declarations(Tell.Today).ShouldHaveSingleItem().Recorded.Effective.ShouldBe(Outcomes.On("2020-05"));
        person.InformingRelatives().Only!.Value.Fact.Advised.ShouldBeTrue();
        person.LegalCapacity().Only!.Value.Fact.Capable.ShouldBe(true);
    }

    [Fact]
    public void The_plan_is_established_with_who_was_there_and_everything_rests_on_the_conversation()
    {
        var talking = new Talking().Say("resuscitation", Answer(Decision.Withhold));
        var facts = talking.Tell.Do(talking.ReadBack()).ShouldYieldAll();
        facts[0].Fact.ShouldBeOfType<ConversationHeld>().LedBy.ShouldBe(Outcomes.Fatima);
        facts[0].Id.ShouldBe(Conversation);
        facts.Skip(1).ShouldAllBe(fact => fact.RestsOn!.Contains(Conversation));
        var established = facts.Select(fact => fact.Fact).OfType<PlanEstablished>().ShouldHaveSingleItem();
        established
            .ConfirmedBy.Select(party => party.Kind)
            .ShouldBe([PartyKind.Person, PartyKind.Professional, PartyKind.RelatedPerson]);
        talking.Talk.IsUnfinished.ShouldBeFalse();
        talking.Person.UnconfirmedDirectives(Tell.Today).ShouldHaveSingleItem().Treatment.Kind.ShouldBe(Resuscitation);
        talking.Tell.Do(talking.ReadBack()).ShouldRefuse("", "rule.talk-already-read-back", broken: true);
    }

    [Fact]
    public void A_physician_whom_a_nurse_names_as_present_still_has_to_confirm_it()
    {
        var talking = new Talking().Say("resuscitation", Answer(Decision.Withhold));
        var sjoerd = new Party(PartyKind.Professional, "Sjoerd", Discipline: Discipline.GeneralPractitioner);
        talking.Tell.Do(talking.ReadBack() with { Present = [sjoerd] }).ShouldYieldAll();
        talking.Person.UnconfirmedDirectives(Tell.Today).ShouldHaveSingleItem();
    }

    [Fact]
    public void Still_so_is_a_reconfirmation_kept_apart_from_the_day_of_change()
    {
        var tell = new Tell();
        tell.Directive(HospitalAdmission, Decision.Withhold, "2025-02-12", explanation: "Niet meer die zaal.");
        var talking = new Talking(tell).Say("hospital-admission", StillSo());
        talking.Reading.Said.ShouldHaveSingleItem().IsReconfirmed.ShouldBeTrue();
        tell.Do(talking.ReadBack()).ShouldYieldAll();
        var decision = tell.On(HospitalAdmission);
        (decision.DiscussedOn, decision.Since).ShouldBe((PartialDate.Of(Tell.Today), Outcomes.On("2025-02-12")));
        decision.InForce[0].Explanations.ShouldBe(["Niet meer die zaal."]);
    }

    [Fact]
    public void Not_now_and_not_at_all_are_answers_and_no_plan_comes_of_them()
    {
        var talking = new Talking()
            .Say("euthanasia", Not(TalkAnswerKind.NotAtAll, "Daar praat ik niet over."))
            .Say("resuscitation", Not(TalkAnswerKind.NotNow));
        var facts = talking.Tell.Do(talking.ReadBack()).ShouldYieldAll().Select(fact => fact.Fact).ToList();
        facts
            .OfType<TalkDeclined>()
            .Select(declined => (declined.Topic, declined.OnlyNow))
            .ShouldBe([(TalkTopic.Resuscitation, true), (TalkTopic.Euthanasia, false)]);
        facts.OfType<PlanEstablished>().ShouldBeEmpty();
        facts.OfType<TalkReadBack>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("what-matters", TalkTopic.WhatMatters)]
    [InlineData("other-limit", TalkTopic.OtherTreatments)]
    [InlineData("declarations", TalkTopic.Papers)]
    [InlineData("earlier", TalkTopic.EarlierAgreements)]
    public void What_somebody_does_not_want_to_talk_about_is_remembered(string question, TalkTopic topic)
    {
        var talking = new Talking().Say(question, Not(TalkAnswerKind.NotAtAll));
        talking.Tell.Do(talking.ReadBack()).ShouldYieldAll();
        var declined = talking.Person.DeclinedTalks().ShouldHaveSingleItem().Fact;
        (declined.Topic, declined.OnlyNow).ShouldBe((topic, false));
    }

    [Fact]
    public void Every_question_the_person_may_decline_has_a_topic()
    {
        var asked = new Talking(variant: TalkVariant.Flemish).SoFar.Asked().Concat(new Talking().SoFar.Asked());
        asked.Where(question => !question.IsForLeader).ShouldAllBe(question => question.Topic != null);
    }

    [Fact]
    public void Two_questions_about_one_topic_keep_both_reasons()
    {
        var talking = new Talking()
            .Say("wishes", Not(TalkAnswerKind.NotNow, "Ik ben moe."))
            .Say("what-else", Not(TalkAnswerKind.NotAtAll, "Genoeg."));
        talking.Tell.Do(talking.ReadBack()).ShouldYieldAll();
        var declined = talking.Person.DeclinedTalks().ShouldHaveSingleItem().Fact;
        (declined.OnlyNow, declined.Words).ShouldBe((false, "Ik ben moe.\nGenoeg."));
    }

    [Fact]
    public void What_was_said_to_hold_of_one_treatment_is_found_until_something_is_said_since()
    {
        var tell = new Tell();
        tell.Directive(HospitalAdmission, Decision.Perform, "2026-06-01");
        var talking = new Talking(tell).Say("hospital-admission", Answer(Decision.Withhold));
        var said = new SaidToHold("HospitalAdmission", "Alleen overdag.");
        tell.Do(talking.ReadBack() with { SaidToHold = [said] }).ShouldYieldAll();
        tell.Person.SaidToHold(tell.On(HospitalAdmission))!.Value.Words.ShouldBe("Alleen overdag.");
        tell.Directive(HospitalAdmission, Decision.Perform, "2026-06-01");
        tell.Person.SaidToHold(tell.On(HospitalAdmission)).ShouldBeNull();
    }

    [Fact]
    public void A_treatment_that_was_passed_over_reads_not_discussed_and_displaces_nothing()
    {
        var tell = new Tell();
        tell.Directive(Antibiotics, Decision.Perform, "2025-01-01");
        var talking = new Talking(tell)
            .Say("antibiotics", Not(TalkAnswerKind.NotDiscussed))
            .Say("blood-products", Not(TalkAnswerKind.NotDiscussed));
        tell.Do(talking.ReadBack()).ShouldYieldAll();
        tell.On(Antibiotics).Word.ShouldBe(Word.Perform);
        tell.On(BloodProducts).Word.ShouldBe(Word.NotDiscussed);
        tell.On(Ventilation).Word.ShouldBe(Word.NotRecorded);
    }

    [Fact]
    public void What_changed_after_it_was_read_out_is_not_confirmed()
    {
        var talking = new Talking().Say("resuscitation", Answer(Decision.Withhold));
        var read = talking.ReadBack();
        talking.Say("resuscitation", Answer(Decision.Perform));
        talking.Tell.Do(read).ShouldRefuse("", "rule.talk-changed-since-read", broken: true);
        talking.Person.Conversations().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_whole_is_not_confirmed_and_says_where()
    {
        var talking = new Talking().Say("hospital-admission", Answer(Decision.Otherwise));
        talking.Tell.Do(talking.ReadBack()).ShouldRefuse("hospital-admission", "rule.talk-incomplete", broken: true);
    }

    [Fact]
    public void It_is_confirmed_together_on_a_day_between_two()
    {
        var talking = new Talking().Say("resuscitation", Answer(Decision.Withhold));
        var read = talking.ReadBack();
        var tell = talking.Tell;
        tell.Do(read with { Confirmed = false }).ShouldRefuse("confirmed", "rule.talk-confirm-together");
        tell.Do(read with { HeldOn = null }).ShouldRefuse("heldOn", "rule.missing");
        tell.Do(read with { HeldOn = Outcomes.On("2026-06") }).ShouldRefuse("heldOn", "rule.missing");
        tell.Do(read with { HeldOn = Outcomes.On("2026-05-31") })
            .ShouldRefuse("heldOn", "rule.plan-end-before-beginning");
        tell.Do(read with { HeldOn = Outcomes.On("2026-06-02") }).ShouldRefuse("heldOn", "rule.date-in-future");
        tell.Do(read with { LedBy = null, Present = [] }).ShouldRefuse("present", "rule.plan-two-parties");
        talking.Person.Conversations().ShouldBeEmpty();
    }

    [Fact]
    public void A_paper_of_which_nothing_more_was_said_is_recorded_without_a_date()
    {
        var talking = new Talking()
            .Say("declarations", Answer(AdvanceDirectiveKind.DoNotResuscitate))
            .Say("declarations.DoNotResuscitate", Not(TalkAnswerKind.NotDiscussed));
        talking.Tell.Do(talking.ReadBack()).ShouldYieldAll();
        var paper = talking.Person.Declarations(Tell.Today).ShouldHaveSingleItem().Recorded;
        (paper.Fact.Kind, paper.Effective).ShouldBe((AdvanceDirectiveKind.DoNotResuscitate, null));
    }

    [Fact]
    public void Nothing_on_paper_does_not_go_with_a_paper()
    {
        var both = Answer(YesNoUnknown.No) with
        {
            Chosen = [Choices.Of(AdvanceDirectiveKind.Proxy), Choices.Of(YesNoUnknown.No)],
        };
        var talking = new Talking().Say("declarations", both);
        talking.Reading.Said.Single().Lacks.Single().Rule.ShouldBe("rule.talk-nothing-or-some");
        talking.Tell.Do(talking.ReadBack()).ShouldRefuse("declarations", "rule.talk-incomplete", broken: true);
    }

    [Fact]
    public void What_was_said_about_agreements_that_say_otherwise_is_kept_with_them()
    {
        var talking = new Talking()
            .Say("earlier", Answer(YesNoUnknown.Yes, "In het ziekenhuis."))
            .Say("earlier-otherwise", Answer(YesNoUnknown.Yes, "Toen nog wel reanimeren."));
        talking.Tell.Do(talking.ReadBack()).ShouldYieldAll();
        talking
            .Person.EarlierAgreements()
            .Only!.Value.Fact.Explanation.ShouldBe("In het ziekenhuis.\nToen nog wel reanimeren.");
    }

    [Theory]
    [InlineData("representative")]
    [InlineData("declarations")]
    [InlineData("relatives")]
    public void Where_nothing_would_come_of_words_none_are_asked_for(string question)
    {
        var talking = new Talking(variant: TalkVariant.Flemish);
        talking.SoFar.Question(question)!.Ask(talking.SoFar).TakesWords.ShouldBeFalse();
    }

    [Fact]
    public void Who_answered_has_to_be_there()
    {
        var talking = new Talking().Say("resuscitation", Answer(Decision.Withhold));
        var nurse = new Party(PartyKind.Professional, "Noor", Discipline: Discipline.Nurse);
        var read = talking.ReadBack() with { PersonPresent = false };
        talking.Tell.Do(read).ShouldRefuse("personPresent", "rule.talk-who-answered");
        talking.Tell.Do(read with { PersonPresent = null }).ShouldRefuse("personPresent", "rule.talk-who-answered");
        foreach (var partner in new[] { TalkPartner.Parents, TalkPartner.Representative })
        {
            var about = new Talking(with: partner).Say("resuscitation", Answer(Decision.Withhold));
            var theirs = about.ReadBack() with { PersonPresent = false };
            about.Tell.Do(theirs with { Present = [nurse] }).ShouldRefuse("present", "rule.talk-who-answered");
            about.Tell.Do(theirs with { EvenSo = true }).ShouldYieldAll();
        }
    }

    [Fact]
    public void What_is_no_plan_establishes_none()
    {
        var talking = new Talking()
            .Say("icd", Answer(YesNoUnknown.No))
            .Say("relatives", Answer(YesNoUnknown.Yes))
            .Say("donation", Answer(YesNoUnknown.Yes))
            .Say("goal", Answer(TreatmentGoal.Unknown))
            .Say("resuscitation", Answer(Decision.Unknown));
        talking.Tell.Do(talking.ReadBack()).ShouldYieldAll().ShouldNotContain(fact => fact.Fact is PlanEstablished);
    }

    [Fact]
    public void Who_speaks_for_the_person_keeps_everything_else_they_are_and_gets_no_access_by_it()
    {
        var (marijke, jan) = (Guid.NewGuid(), Guid.NewGuid());
        var tell = new Tell();
        var account = Guid.NewGuid();
        tell.Do(CloseOne(marijke, "Marijke", account, ContactRole.FirstContact) with { CallOrder = 1 });
        tell.Do(CloseOne(jan, "Jan", null, ContactRole.NamedToSpeak));
        var talking = new Talking(tell, TalkVariant.Flemish);
        talking
            .SoFar.Question("representative")!
            .LastTime(talking.SoFar)
            .ShouldHaveSingleItem()
            .Answer.Chosen.ShouldBe([jan.ToString()]);
        var answer = new TalkAnswer(TalkAnswerKind.Said, [marijke.ToString()], null, null, null, null);
        tell.Do(new NoteRepresentativeAnswer(new NoteAnswer(Id, "representative", answer, null))).ShouldYieldAll();
        tell.Do(talking.ReadBack()).ShouldYieldAll();
        var close = tell.Person.CloseOne(marijke)!.Fact;
        close.Roles.ShouldBe([ContactRole.FirstContact, ContactRole.NamedToSpeak]);
        close.CallOrder.ShouldBe(1);
        tell.Person.CloseOne(jan)!.Fact.Roles.ShouldBeEmpty();
        var reader = new Actor(new Author(account, "Marijke", Role.CloseOne, null, null), null);
        var now = new Moment(new DateTimeOffset(Tell.Today, TimeOnly.MaxValue, TimeSpan.Zero), Tell.Today);
        Relations.Of(tell.Person, reader, now, found: false).ShouldBe([Relation.CloseOne]);
    }

    [Fact]
    public void Two_who_speak_for_the_person_are_one_answer_that_can_still_be_so()
    {
        var tell = new Tell();
        tell.Do(CloseOne(Guid.NewGuid(), "Marijke", null, ContactRole.LegalRepresentative));
        tell.Do(CloseOne(Guid.NewGuid(), "Jan", null, ContactRole.LegalRepresentative));
        var talking = new Talking(tell, TalkVariant.Flemish);
        var question = talking.SoFar.Question("representative")!;
        var last = question.LastTime(talking.SoFar).ShouldHaveSingleItem();
        last.Answer.Chosen.Count.ShouldBe(2);
        tell.Do(new NoteRepresentativeAnswer(new NoteAnswer(Id, "representative", StillSo(), null))).ShouldYieldAll();
        tell.Do(talking.ReadBack()).ShouldYieldAll();
        tell.Person.Circle()
            .ShouldAllBe(one => one.Fact.Roles.SequenceEqual(new[] { ContactRole.LegalRepresentative }));
    }

    private static RecordRelatedPerson CloseOne(Guid id, string name, Guid? account, ContactRole role) =>
        new(
            id,
            new PersonName(name, null, null, null, "Vos", null, null, NameUse.Own),
            Relationship.Daughter,
            Roles: [role],
            Account: account
        );
}

[Trait("Safety", "14")]
public sealed class Rule14NothingContradictoryIsReadBackAsAgreed
{
    [Fact]
    public void Two_answers_that_contradict_are_named_and_somebody_says_which_holds()
    {
        var talking = new Talking()
            .Say("resuscitation", Answer(Decision.Perform))
            .Say("intensive-care", Answer(Decision.Withhold));
        var contradiction = talking.Reading.Contradictions.ShouldHaveSingleItem();
        contradiction.Id.ShouldBe("resuscitation-without-intensive-care");
        contradiction.Questions.Order().ShouldBe(["intensive-care", "resuscitation"]);
        var read = talking.ReadBack();
        talking.Tell.Do(read).ShouldRefuse($"holds.{contradiction.Id}", "rule.talk-say-which-holds", broken: true);
        talking.Person.Conversations().ShouldBeEmpty();

        var said = new SaidToHold(contradiction.Id, "Alleen thuis proberen.");
        var facts = talking.Tell.Do(read with { SaidToHold = [said] }).ShouldYieldAll();
        facts.Select(fact => fact.Fact).OfType<PlanEstablished>().Single().SaidToHold.ShouldBe([said]);
        talking.Person.UnconfirmedDirectives(Tell.Today).Count.ShouldBe(2);
    }

    [Fact]
    public void An_answer_that_contradicts_what_held_already_is_named_too()
    {
        var tell = new Tell();
        tell.Directive(IntensiveCare, Decision.Withhold, "2025-01-01", by: Tell.Gp);
        var talking = new Talking(tell).Say("resuscitation", Answer(Decision.Perform));
        talking.Reading.Contradictions.ShouldHaveSingleItem();
        tell.Do(talking.ReadBack())
            .ShouldRefuse("holds.resuscitation-without-intensive-care", "rule.talk-say-which-holds", broken: true);
    }

    [Fact]
    public void What_was_agreed_earlier_on_the_same_day_holds_no_longer_when_somebody_says_so()
    {
        var tell = new Tell();
        var morning = tell.Directive(HospitalAdmission, Decision.Perform, "2026-06-01");
        var talking = new Talking(tell).Say("hospital-admission", Answer(Decision.Withhold));
        talking.Reading.Contradictions.ShouldHaveSingleItem().Id.ShouldBe("HospitalAdmission");
        var read = talking.ReadBack();
        tell.Do(read).ShouldRefuse("holds.HospitalAdmission", "rule.talk-say-which-holds", broken: true);
        tell.Do(read with { Replaces = [morning] }).ShouldYieldAll();
        var decision = tell.On(HospitalAdmission);
        (decision.Word, decision.IsContradictory).ShouldBe((Word.Withhold, false));
    }

    [Fact]
    public void A_physician_confirms_all_at_once_and_says_which_holds()
    {
        var tell = new Tell();
        var hospital = tell.Directive(HospitalAdmission, Decision.Withhold, "2026-05-01");
        var resuscitation = tell.Directive(Resuscitation, Decision.Perform, "2026-05-01");
        var both = new ConfirmDirectives([new(hospital, null), new(resuscitation, null)], "S. Hoekstra");
        tell.Do(both).ShouldRefuse("holds.resuscitation-without-hospital", "rule.plan-say-which-holds", broken: true);
        tell.Person.UnconfirmedDirectives(Tell.Today).Count.ShouldBe(2);
        tell.Do(new ConfirmDirectives([new(hospital, "Thuis."), new(resuscitation, "Thuis.")], "S. Hoekstra"), Tell.Gp)
            .ShouldYieldAll();
        tell.Person.UnconfirmedDirectives(Tell.Today).ShouldBeEmpty();
        new Tell()
            .Do(new ConfirmDirectives([], "S. Hoekstra"))
            .ShouldRefuse("directive", "rule.talk-choose-to-confirm");
    }
}
