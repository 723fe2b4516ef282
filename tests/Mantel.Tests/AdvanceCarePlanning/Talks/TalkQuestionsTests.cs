using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Talks.Talking;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>Which questions are asked, in which order, and which follow from what was said.</summary>
public sealed class TalkQuestionsTests
{
    [Fact]
    public void In_the_Netherlands_they_follow_the_standard()
    {
        new Talking().Asked.ShouldBe([
            "what-matters",
            "goal",
            "resuscitation",
            "ventilation",
            "intensive-care",
            "hospital-admission",
            "antibiotics",
            "blood-products",
            "other-limit",
            "icd",
            "wishes",
            "place-of-death",
            "euthanasia",
            "donation",
            "what-else",
            "declarations",
            "earlier",
            "relatives",
            "sharing",
        ]);
    }

    [Fact]
    public void In_Flanders_who_speaks_for_the_person_is_always_asked_and_a_code_never()
    {
        var asked = new Talking(variant: TalkVariant.Flemish).Asked.ToList();
        asked[..3].ShouldBe(["what-matters", "wishes", "representative"]);
        asked.ShouldNotContain("earlier");
        asked.IndexOf("hospital-admission").ShouldBeLessThan(asked.IndexOf("resuscitation"));
    }

    [Theory]
    [InlineData(Capacity.Capable, false)]
    [InlineData(Capacity.InDoubt, true)]
    [InlineData(Capacity.NotCapable, true)]
    public void A_representative_is_asked_for_when_capacity_is_in_doubt(Capacity capacity, bool asked) =>
        new Talking(capacity: capacity).Asked.Contains("representative").ShouldBe(asked);

    [Theory]
    [InlineData(null, TalkPartner.Person, false)]
    [InlineData(true, TalkPartner.Person, false)]
    [InlineData(false, TalkPartner.Person, true)]
    [InlineData(null, TalkPartner.Representative, true)]
    public void Who_speaks_for_the_person_is_asked_by_what_was_judged_before_and_by_who_answers(
        bool? capable,
        TalkPartner with,
        bool asked
    )
    {
        var tell = new Tell();
        if (capable is not null)
            tell.Fact(new LegalCapacityJudged(capable, "Soms in de war."), "2025-01-01");
        new Talking(tell, with: with).Asked.Contains("representative").ShouldBe(asked);
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(null, true, false)]
    public void Switching_off_an_ICD_is_asked_only_where_there_is_one(bool? present, bool asksWhether, bool asksOff)
    {
        var tell = new Tell();
        tell.Fact(new ImplantedDeviceRecorded(DeviceKind.Icd, present, null, null, null, null), "2025-01-01");
        var asked = new Talking(tell).Asked.ToList();
        asked.Contains("icd").ShouldBe(asksWhether);
        asked.Contains("icd-off").ShouldBe(asksOff);
    }

    [Fact]
    public void An_ICD_that_comes_up_in_the_conversation_is_asked_on_about()
    {
        var talking = new Talking().Say("icd", Answer(YesNoUnknown.Yes));
        talking.Asked.ShouldContain("icd-off");
        talking.Say("icd", Answer(YesNoUnknown.No)).Asked.ShouldNotContain("icd-off");
    }

    [Fact]
    public void Capacity_is_judged_at_the_start_and_not_of_a_young_child()
    {
        new Talking(capacity: Capacity.Capable).Asked.ShouldContain("capacity");
        new Talking(capacity: Capacity.Capable).SoFar.Question("capacity")!.IsAskedBefore.ShouldBeTrue();
        var tell = new Tell();
        tell.Fact(new BirthDateRecorded(Outcomes.On("2023-01-01")));
        tell.Person.IsOldEnoughFor("capacity", Tell.Today).ShouldBeFalse();
        new Talking(tell, capacity: Capacity.NotCapable).Asked.ShouldNotContain("capacity");
    }

    [Fact]
    public void Another_limit_that_was_agreed_is_asked_again_by_its_name()
    {
        var tell = new Tell();
        var first = tell.Directive(TreatmentKind.Other, Decision.Withhold, "2025-01-01", name: "Dialyse");
        var talking = new Talking(tell);
        talking.Asked.ShouldContain("other-limit");
        talking.Asked.ShouldNotContain("other-limit-more");
        var dialysis = talking.SoFar.Question($"other-limit.{first}").ShouldNotBeNull();
        dialysis.Ask(talking.SoFar).AsksAbout.ShouldBeFalse();
        dialysis.LastTime(talking.SoFar).ShouldHaveSingleItem();
    }

    [Fact]
    public void One_more_limit_is_asked_after_the_first()
    {
        var dialysis = Answer(Decision.Withhold) with { About = "Dialyse" };
        new Talking().Say("other-limit", dialysis).Asked.ShouldContain("other-limit-more");
    }

    [Fact]
    public void Each_paper_has_its_own_question_and_known_papers_are_not_asked_after()
    {
        var tell = new Tell();
        tell.Declaration(AdvanceDirectiveKind.Proxy, "2020-01-01");
        var talking = new Talking(tell);
        var ask = talking.SoFar.Question("declarations")!.Ask(talking.SoFar);
        ask.Choices.ShouldNotContain("AdvanceDirectiveKind.Proxy");
        talking.Say("declarations", Answer(AdvanceDirectiveKind.DoNotResuscitate));
        talking.Asked.ShouldContain("declarations.DoNotResuscitate");
    }

    [Theory]
    [InlineData("2020-01-01", false)]
    [InlineData("2012-01-01", true)]
    public void Young_children_are_not_asked_about_euthanasia_or_donation(string born, bool asked)
    {
        var tell = new Tell();
        tell.Fact(new BirthDateRecorded(Outcomes.On(born)));
        var keys = new Talking(tell, with: TalkPartner.Parents).Asked.ToList();
        keys.Contains("euthanasia").ShouldBe(asked);
        keys.Contains("donation").ShouldBe(asked);
        keys.ShouldContain("resuscitation");
    }

    [Fact]
    public void Last_time_is_the_decision_in_force_with_its_day_and_words()
    {
        var tell = new Tell();
        tell.Directive(TreatmentKind.HospitalAdmission, Decision.Perform, "2025-02-12", explanation: "Als het helpt.");
        var talking = new Talking(tell);
        var last = talking.SoFar.Question("hospital-admission")!.LastTime(talking.SoFar).ShouldHaveSingleItem();
        (last.On, last.Answer.Words).ShouldBe((Outcomes.On("2025-02-12"), "Als het helpt."));
        last.Answer.Choice<Decision>().ShouldBe(Decision.Perform);
    }

    [Fact]
    public void A_decision_that_was_ended_is_no_last_time()
    {
        var tell = new Tell();
        var directive = tell.Directive(TreatmentKind.HospitalAdmission, Decision.Perform, "2025-02-12");
        tell.Fact(new TreatmentDirectiveEnded(directive, null), "2025-03-01");
        var talking = new Talking(tell);
        talking.SoFar.Question("hospital-admission")!.LastTime(talking.SoFar).ShouldBeEmpty();
    }

    [Fact]
    public void Every_question_says_where_it_comes_from_and_that_nobody_reviewed_it() =>
        QuestionRow.Table.ShouldAllBe(row => row.Source.Length > 0 && row.Edition.Length > 0 && row.Status == "draft");

    [Fact]
    public void Every_close_one_can_be_named_to_speak_for_the_person()
    {
        var tell = new Tell();
        var marijke = Guid.NewGuid();
        var name = new PersonName("Marijke", null, null, null, "Vos", null, null, NameUse.Own);
        tell.Do(new RecordRelatedPerson(marijke, name, Relationship.Daughter));
        var talking = new Talking(tell, TalkVariant.Flemish);
        talking.SoFar.Question("representative")!.Ask(talking.SoFar).Choices.ShouldBe([marijke.ToString()]);
    }
}
