using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Talks.Talking;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>Begin, note, take up again and close: saved as it goes, nothing lost.</summary>
public sealed class NoteAnswerTests
{
    [Fact]
    public void A_conversation_is_begun_with_who_is_there_and_one_at_a_time()
    {
        var talking = new Talking(capacity: Capacity.InDoubt);
        talking.Talk.Company.LedBy.ShouldBe(Outcomes.Fatima);
        talking.Talk.AnswerTo("capacity")!.Words.ShouldBe("Soms in de war.");
        var second = new OpenTalk(Guid.NewGuid(), TalkVariant.Dutch, TalkPartner.Person, null, true, [], null, null);
        talking.Tell.Do(second).ShouldRefuse("", "rule.talk-already-open", broken: true);
    }

    [Fact]
    public void It_cannot_be_begun_with_somebody_who_died_nor_go_on()
    {
        var talking = new Talking();
        talking.Tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-30");
        talking.Note("wishes", Words("Rust.")).ShouldRefuse("", "rule.person-deceased", broken: true);
        talking.Tell.Do(talking.ReadBack()).ShouldRefuse("", "rule.person-deceased", broken: true);
        talking.Tell.Do(new AbandonTalk(Id, "Overleden.")).ShouldYield<TalkAbandoned>();
        var open = new OpenTalk(Guid.NewGuid(), TalkVariant.Dutch, TalkPartner.Person, null, true, [], null, null);
        talking.Tell.Do(open).ShouldRefuse("", "rule.person-deceased", broken: true);
    }

    [Fact]
    public void What_was_noted_on_another_device_is_shown_before_it_is_written_over()
    {
        var talking = new Talking().Say("wishes", Words("Rust."));
        talking
            .NoteOver("wishes", Words("Muziek."), over: null)
            .ShouldRefuse("", "rule.talk-answered-elsewhere", broken: true);
        talking.NoteOver("wishes", Words("Rust."), over: null).ShouldYieldAll().ShouldBeEmpty();
        talking.Say("wishes", Words("Muziek."));
        talking.Talk.AnswerTo("wishes")!.Words.ShouldBe("Muziek.");
        talking.Person.All<TalkAnswerNoted>().Count().ShouldBe(2);
    }

    [Fact]
    public void The_same_again_and_nothing_at_all_are_not_noted()
    {
        var talking = new Talking();
        talking.Note("wishes", new(TalkAnswerKind.Said, [], " ", null, null, null)).ShouldYieldAll().ShouldBeEmpty();
        talking.Say("wishes", Words("Rust."));
        talking.Note("wishes", Words(" Rust. ")).ShouldYieldAll().ShouldBeEmpty();
        talking.Say("wishes", new(TalkAnswerKind.Said, [], null, null, null, null));
        talking.SoFar.AnswerTo("wishes").ShouldBeNull();
    }

    [Fact]
    public void A_half_answer_is_kept_and_says_what_it_lacks()
    {
        var talking = new Talking().Say("hospital-admission", Answer(Decision.Otherwise));
        var item = talking.Reading.Items.Single(one => one.Question.Key == "hospital-admission");
        item.Lacks.ShouldHaveSingleItem().Rule.ShouldBe("rule.talk-say-condition");
        talking.Say("goal", Words("Ik wil de zomer halen."));
        talking
            .Reading.Items.Single(one => one.Question.Key == "goal")
            .Lacks.ShouldHaveSingleItem()
            .Field.ShouldBe("chosen");
    }

    [Fact]
    public void Over_long_words_are_refused_at_their_field()
    {
        var talking = new Talking();
        talking.Note("wishes", Words(new string('a', 4001))).ShouldRefuse("words", "rule.too-long");
        talking
            .Note("other-limit", Answer(Decision.Withhold) with { About = new string('a', 201) })
            .ShouldRefuse("about", "rule.too-long");
    }

    [Theory]
    [InlineData("hospital-admission", "Decision.NotDiscussed")]
    [InlineData("hospital-admission", "TreatmentGoal.Curative")]
    [InlineData("wishes", "Decision.Perform")]
    public void What_cannot_be_chosen_is_refused(string question, string chosen)
    {
        var answer = new TalkAnswer(TalkAnswerKind.Said, [chosen], null, null, null, null);
        new Talking().Note(question, answer).ShouldRefuse("chosen", "rule.not-a-choice");
    }

    [Fact]
    public void What_is_not_asked_is_not_noted()
    {
        new Talking().Note("icd-off", Answer(Decision.Perform)).ShouldRefuse("", "rule.talk-not-asked", broken: true);
        new Talking().Note("nothing", Words("Iets.")).ShouldRefuse("", "rule.talk-not-asked", broken: true);
    }

    [Fact]
    public void What_gives_others_access_is_noted_only_by_who_may_give_it()
    {
        var talking = new Talking(variant: TalkVariant.Flemish);
        var consent = new NoteAnswer(Id, "sharing", Answer(SharingConsent.Given), null);
        talking.Tell.Do(consent).ShouldRefuse("", "rule.talk-not-asked", broken: true);
        talking.Tell.Do(new NoteRepresentativeAnswer(consent)).ShouldRefuse("", "rule.talk-not-asked", broken: true);
        talking.Tell.Do(new NoteSharingAnswer(consent)).ShouldYield<TalkAnswerNoted>();
    }

    [Fact]
    public void Still_so_takes_along_what_was_said_last_time()
    {
        var tell = new Tell();
        tell.Directive(TreatmentKind.HospitalAdmission, Decision.Otherwise, "2025-02-12", "Alleen bij een breuk.");
        var talking = new Talking(tell).Say("hospital-admission", StillSo("Nog steeds."));
        tell.Directive(TreatmentKind.HospitalAdmission, Decision.Withhold, "2026-05-20");
        var answer = talking.Talk.AnswerTo("hospital-admission")!;
        (answer.Kind, answer.Condition, answer.Words).ShouldBe(
            (TalkAnswerKind.Unchanged, "Alleen bij een breuk.", "Nog steeds.")
        );
    }

    [Fact]
    public void Still_so_needs_one_earlier_answer()
    {
        new Talking()
            .Note("hospital-admission", StillSo())
            .ShouldRefuse("", "rule.talk-nothing-unchanged", broken: true);
        var tell = new Tell();
        tell.Directive(TreatmentKind.HospitalAdmission, Decision.Withhold, "2025-02-12");
        tell.Directive(TreatmentKind.HospitalAdmission, Decision.Perform, "2025-02-12");
        new Talking(tell)
            .Note("hospital-admission", StillSo())
            .ShouldRefuse("", "rule.talk-nothing-unchanged", broken: true);
    }

    [Fact]
    public void Another_member_takes_it_up_again_with_others_and_closes_it()
    {
        var talking = new Talking().Say("wishes", Words("Rust."));
        talking.Tell.Do(new ResumeTalk(Id, Outcomes.Fatima, true, []), Tell.Gp).ShouldYield<TalkResumed>();
        talking.Talk.Company.Present.ShouldBeEmpty();
        talking.Tell.Do(new ResumeTalk(Id, Outcomes.Fatima, true, []), Tell.Gp).ShouldYieldAll().ShouldBeEmpty();
        talking.Tell.Do(new AbandonTalk(Id, null), Tell.Gp).ShouldYield<TalkAbandoned>();
        talking.Note("wishes", Words("Toch.")).ShouldRefuse("", "rule.talk-closed", broken: true);
        talking.Tell.Do(new ResumeTalk(Id, null, true, [])).ShouldRefuse("", "rule.talk-closed", broken: true);
    }

    [Fact]
    public void Striking_out_a_conversation_asks_about_every_answer_in_it()
    {
        var talking = new Talking().Say("wishes", Words("Rust."));
        var opened = talking.Talk.Opened.Entry.Id;
        Core.Access.Mistakes.AllRestingOn(talking.Person, [opened]).ShouldHaveSingleItem();
    }
}
