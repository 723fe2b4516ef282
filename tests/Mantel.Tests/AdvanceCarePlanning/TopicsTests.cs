using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning;

public sealed class TopicsTests
{
    private static readonly PartialDate Day = On("2026-05-03");

    public static TheoryData<string, IAct<PersonRecord>, Type> OneOfEach =>
        new()
        {
            {
                "goal",
                new AgreeTreatmentGoal(TreatmentGoal.SymptomRelief, "Niet meer rekken.", Day),
                typeof(TreatmentGoalAgreed)
            },
            { "capacity", new JudgeLegalCapacity(Capacity.NotCapable, "Dementie.", Day), typeof(LegalCapacityJudged) },
            { "wishes", new TellCareWishes("De radio aan.", Day), typeof(CareWishesTold) },
            { "else", new TellWhatElseMatters("De meidoorn zien bloeien.", Day), typeof(WhatElseMattersTold) },
            {
                "place",
                new TellPreferredPlaceOfDeath(Answer.Given, PlaceOfDeath.Home, null, Day),
                typeof(PreferredPlaceOfDeathTold)
            },
            {
                "euthanasia",
                new TellEuthanasiaPosition(EuthanasiaPosition.WantsNone, null, Day),
                typeof(EuthanasiaPositionTold)
            },
            { "donor", new TellDonorRegistration(YesNoUnknown.Yes, null, Day), typeof(DonorRegistrationTold) },
            {
                "earlier",
                new TellEarlierAgreements(YesNoUnknown.Yes, null, YesNoUnknown.No, Day),
                typeof(EarlierAgreementsTold)
            },
            { "relatives", new AdviseInformingRelatives(true, [Marijke], Day), typeof(InformingRelativesAdvised) },
            { "declined", new DeclineTalk(TalkTopic.Euthanasia, true, null, Day), typeof(TalkDeclined) },
            {
                "differently",
                new SayDifferently("Ik wil toch naar het ziekenhuis.", null, Day),
                typeof(SaysDifferentlyNow)
            },
        };

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public void Each_is_a_fact_of_its_day(string topic, IAct<PersonRecord> act, Type fact)
    {
        topic.ShouldNotBeEmpty();
        var yielded = new Tell().Do(act).ShouldYieldOnly();
        yielded.Fact.GetType().ShouldBe(fact);
        yielded.Effective.ShouldBe(Day);
        (act is IEditsWhatWasSeen edits && edits.IsAbout(yielded.Fact)).ShouldBe(act is not SayDifferently);
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public void None_is_done_for_who_died(string topic, IAct<PersonRecord> act, Type fact)
    {
        (topic, fact).ShouldNotBe(("", typeof(object)));
        var person = new Tell();
        person.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-30");
        person.Do(act).ShouldRefuse("", "rule.person-deceased", broken: true);
    }

    [Fact]
    public void None_has_a_day_that_nobody_gave()
    {
        var person = new Tell();
        person.Do(new AgreeTreatmentGoal(TreatmentGoal.Curative, null, null)).ShouldRefuse("agreedOn", "rule.missing");
        person.Do(new TellCareWishes("Rust", null)).ShouldRefuse("toldOn", "rule.missing");
        person.Do(new DeclineTalk(TalkTopic.Goal, true, null, null)).ShouldRefuse("declinedOn", "rule.missing");
        person.Do(new SayDifferently("Nee", null, null)).ShouldRefuse("saidOn", "rule.missing");
    }

    [Fact]
    public void None_has_an_answer_that_nobody_gave()
    {
        var person = new Tell();
        person.Do(new AgreeTreatmentGoal(null, null, Day)).ShouldRefuse("goal", "rule.plan-choose");
        person.Do(new JudgeLegalCapacity(null, null, Day)).ShouldRefuse("capacity", "rule.plan-choose");
        person.Do(new TellCareWishes("  ", Day)).ShouldRefuse("words", "rule.missing");
        person.Do(new TellWhatElseMatters(null, Day)).ShouldRefuse("words", "rule.missing");
        person.Do(new TellPreferredPlaceOfDeath(null, null, null, Day)).ShouldRefuse("answer", "rule.plan-choose");
        person.Do(new TellEuthanasiaPosition(null, null, Day)).ShouldRefuse("position", "rule.plan-choose");
        person.Do(new TellDonorRegistration(null, null, Day)).ShouldRefuse("registered", "rule.plan-choose");
        person.Do(new TellEarlierAgreements(null, null, null, Day)).ShouldRefuse("exist", "rule.plan-choose");
        person.Do(new AdviseInformingRelatives(null, [], Day)).ShouldRefuse("advised", "rule.plan-choose");
        person.Do(new DeclineTalk(null, null, null, Day)).ShouldRefuse("topic", "rule.plan-choose");
        person.Do(new DeclineTalk(TalkTopic.Goal, null, null, Day)).ShouldRefuse("onlyNow", "rule.plan-choose");
        person.Do(new SayDifferently(null, null, Day)).ShouldRefuse("words", "rule.missing");
    }

    [Fact]
    public void Doubt_about_capacity_says_why()
    {
        new Tell()
            .Do(new JudgeLegalCapacity(Capacity.InDoubt, null, Day))
            .ShouldRefuse("explanation", "rule.plan-capacity-why");
        new Tell()
            .Do(new JudgeLegalCapacity(Capacity.InDoubt, "Wisselt per dag.", Day))
            .ShouldYield<LegalCapacityJudged>()
            .Capable.ShouldBeNull();
        new Tell()
            .Do(new JudgeLegalCapacity(Capacity.Capable, null, Day))
            .ShouldYield<LegalCapacityJudged>()
            .Capable.ShouldBe(true);
    }

    [Fact]
    public void A_place_belongs_to_a_given_answer_and_elsewhere_says_where()
    {
        new Tell()
            .Do(new TellPreferredPlaceOfDeath(Answer.Given, null, null, Day))
            .ShouldRefuse("place", "rule.plan-choose");
        new Tell()
            .Do(new TellPreferredPlaceOfDeath(Answer.Unknown, PlaceOfDeath.Home, null, Day))
            .ShouldRefuse("place", "rule.plan-place-without-answer");
        new Tell()
            .Do(new TellPreferredPlaceOfDeath(Answer.Given, PlaceOfDeath.Elsewhere, null, Day))
            .ShouldRefuse("explanation", "rule.plan-say-where");
    }

    [Fact]
    public void Whether_earlier_agreements_differ_is_asked_only_when_there_are_any() =>
        new Tell()
            .Do(new TellEarlierAgreements(YesNoUnknown.No, null, YesNoUnknown.Yes, Day))
            .ShouldRefuse("sayOtherwise", "rule.plan-only-when-earlier-agreements");

    [Fact]
    public void Every_answer_keeps_its_history()
    {
        var person = new Tell();
        person.Do(new TellCareWishes("Rust", On("2026-01-01")));
        person.Do(new TellCareWishes("De radio aan", On("2026-05-01")));
        person.Do(new TellCareWishes("Later opgeschreven", On("2025-12-01")));
        var wishes = person.Person.CareWishes();
        wishes.Only!.Value.Fact.Words.ShouldBe("De radio aan");
        wishes.Earlier.Select(one => one.Fact.Words).ShouldBe(["Rust", "Later opgeschreven"]);
    }

    [Fact]
    public void What_was_said_differently_stands_until_it_was_talked_through()
    {
        var person = new Tell();
        person.Do(new SayDifferently("Toch naar het ziekenhuis", "Marijke", Day));
        var said = person.Person.SaysDifferently().ShouldHaveSingleItem();
        person
            .Do(new TalkThrough(said.Entry.Id, "Besproken.", On("2026-05-02")))
            .ShouldRefuse("talkedOn", "rule.plan-end-before-beginning");
        person.Do(new TalkThrough(said.Entry.Id, " ", Day)).ShouldRefuse("outcome", "rule.missing");
        person.Do(new TalkThrough(said.Entry.Id, "Ze was bang. Thuis blijft.", Day)).ShouldYieldOnly();
        person.Person.SaysDifferently().ShouldBeEmpty();
        person
            .Person.EverSaidDifferently()
            .ShouldHaveSingleItem()
            .TalkedThrough!.Value.Fact.Outcome.ShouldStartWith("Ze was");
        person
            .Do(new TalkThrough(said.Entry.Id, "Nog eens.", Day))
            .ShouldRefuse("", "rule.plan-already-talked-through", broken: true);
    }
}

public sealed class TalksDeclinedTests
{
    [Fact]
    public void Not_wanting_to_talk_stands_until_they_did_after_all()
    {
        var person = new Tell();
        person.Do(new DeclineTalk(TalkTopic.Euthanasia, false, "Daar praat ik niet over.", On("2026-03-01")));
        person.Do(new TellEuthanasiaPosition(EuthanasiaPosition.NotDiscussed, null, On("2026-04-01")));
        person.Do(new TellCareWishes("Rust", On("2026-04-01")));
        person.Person.DeclinedTalks().ShouldHaveSingleItem().Fact.OnlyNow.ShouldBeFalse();
        person.Do(new TellEuthanasiaPosition(EuthanasiaPosition.WantsNone, null, On("2026-05-01")));
        person.Person.DeclinedTalks().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_told_earlier_does_not_open_the_topic_again()
    {
        var person = new Tell();
        person.Do(new DeclineTalk(TalkTopic.Everything, true, null, On("2026-03-01")));
        person.Do(new TellCareWishes("Rust", On("2026-02-01")));
        person.Person.DeclinedTalks().ShouldHaveSingleItem();
        person.Directive(TreatmentKind.Other, Decision.Withhold, "2026-04-01", name: "Dialyse");
        person.Person.DeclinedTalks().ShouldBeEmpty();
    }

    [Fact]
    public void The_last_word_per_topic_counts()
    {
        var person = new Tell();
        person.Do(new DeclineTalk(TalkTopic.Goal, false, null, On("2026-03-01")));
        person.Do(new DeclineTalk(TalkTopic.Goal, true, null, On("2026-04-01")));
        person.Do(new DeclineTalk(TalkTopic.Icd, true, null, On("2026-04-01")));
        person.Person.DeclinedTalks().Count.ShouldBe(2);
        person.Person.DeclinedTalks()[0].Fact.OnlyNow.ShouldBeTrue();
    }

    [Fact]
    public void Elsewhere_is_another_place_when_the_words_are_others()
    {
        var person = new Tell();
        person.Fact(new PreferredPlaceOfDeathTold(Answer.Given, PlaceOfDeath.Elsewhere, "Bij mijn zus."), "2026-05-01");
        person.Fact(
            new PreferredPlaceOfDeathTold(Answer.Given, PlaceOfDeath.Elsewhere, "In het klooster."),
            "2026-05-01"
        );
        person.Person.PreferredPlaceOfDeath().Holding.Count.ShouldBe(2);
    }
}
