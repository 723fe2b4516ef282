using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>A guided conversation as the record tells it: begun, taken up again, read back or closed.</summary>
public sealed class GuidedTalkTests
{
    private static readonly Guid Id = new("10000000-0000-4000-8000-0000000000a1");

    [Fact]
    public void The_last_answer_to_a_question_counts()
    {
        var person = Begun();
        person.Fact(new TalkAnswerNoted(Id, "hospital", Answer("Decision.Perform")), "2026-05-01");
        person.Fact(new TalkAnswerNoted(Id, "hospital", Answer("Decision.Withhold")), "2026-05-01");
        var talk = person.Person.UnfinishedTalks().ShouldHaveSingleItem();
        talk.AnswerTo("hospital")!.Chosen.ShouldBe(["Decision.Withhold"]);
        talk.AnswerTo("resuscitation").ShouldBeNull();
    }

    [Fact]
    public void Who_was_there_last_is_who_was_there_when_it_was_taken_up_again()
    {
        var person = Begun();
        person.Fact(new TalkResumed(Id, Outcomes.Fatima, true, [Outcomes.Marijke]), "2026-05-03");
        var talk = person.Person.Talk(Id)!;
        (talk.Company.LedBy, talk.Company.On).ShouldBe((Outcomes.Fatima, Outcomes.On("2026-05-03")));
        talk.Company.Present.ShouldBe([Outcomes.Marijke]);
    }

    [Fact]
    public void Read_back_or_closed_it_is_no_longer_unfinished()
    {
        var person = Begun();
        person.Fact(new TalkAbandoned(Id, null), "2026-05-02");
        person.Person.UnfinishedTalks().ShouldBeEmpty();
        person.Person.Talks().ShouldHaveSingleItem();
        var another = Begun();
        another.Fact(new TalkReadBack(Id, Guid.NewGuid()), "2026-05-02");
        another.Person.UnfinishedTalks().ShouldBeEmpty();
    }

    [Fact]
    public void A_talk_that_was_struck_out_was_never_begun()
    {
        var person = new Tell();
        person.StrikeOut(person.Fact(Opened(), "2026-05-01"));
        person.Person.Talks().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_taken_away_at_home_is_no_longer_told()
    {
        var person = new Tell();
        var preparation = Guid.NewGuid();
        person.Fact(new PreparationInvited(preparation, "abc", Tell.Now.Instant, "Leida", null), "2026-05-01");
        person.Fact(new PreparationTold(preparation, "matters", "Rust.", "Leida"), "2026-05-02");
        person.Fact(new PreparationTold(preparation, "wishes", "Geen drukte.", "Leida"), "2026-05-02");
        person.Fact(new PreparationTold(preparation, "matters", null, "Leida"), "2026-05-02");
        person.Person.Preparation(preparation)!.Told.Keys.ShouldBe(["wishes"]);
        person.Person.WrittenAtHome("wishes").ShouldHaveSingleItem().Fact.Words.ShouldBe("Geen drukte.");
        person.Person.WrittenAtHome("matters").ShouldBeEmpty();
    }

    [Fact]
    public void What_no_physician_confirmed_is_listed()
    {
        var person = new Tell();
        person.Directive(TreatmentKind.HospitalAdmission, Decision.Withhold, "2026-05-01");
        person.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-05-01", by: Tell.Gp);
        person
            .Person.UnconfirmedDirectives(Tell.Today)
            .ShouldHaveSingleItem()
            .Treatment.Kind.ShouldBe(TreatmentKind.HospitalAdmission);
    }

    [Fact]
    public void Answers_of_a_conversation_do_not_crowd_the_history()
    {
        var person = Begun();
        person.Fact(new TalkAnswerNoted(Id, "hospital", Answer("Decision.Perform")), "2026-05-01");
        person.Person.Timeline().ShouldHaveSingleItem().Kind.ShouldBe("acp.talk-opened");
    }

    private static Tell Begun()
    {
        var person = new Tell();
        person.Fact(Opened(), "2026-05-01");
        return person;
    }

    private static TalkOpened Opened() =>
        new(Id, TalkVariant.Dutch, TalkPartner.Person, Outcomes.Fatima, true, [Outcomes.Leida]);

    private static TalkAnswer Answer(string chosen) => new(TalkAnswerKind.Said, [chosen], null, null, null, null);
}
