using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

public class TimelineTests
{
    [Fact]
    public void The_history_goes_by_the_day_it_is_about_newest_first()
    {
        var tell = new Tell();
        tell.Fact(new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, "Rust."), "2026-04-02");
        tell.Fact(new WhatMattersTold("Thuis zijn."), "2025-01-01");
        tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), "2026-05-30");
        tell.Person.Timeline()
            .Select(row => row.Kind)
            .ShouldBe(["people.course-changed", "acp.treatment-goal-agreed", "people.what-matters-told"]);
        tell.Person.Timeline("acp").ShouldHaveSingleItem().Kind.ShouldBe("acp.treatment-goal-agreed");
        tell.Person.TimelineParts().ShouldBe(["acp", "people"]);
    }

    [Fact]
    public void A_struck_out_entry_stays_in_sight_with_who_and_why()
    {
        var tell = new Tell();
        var entry = tell.Fact(new WhatMattersTold("Verkeerd."), "2026-01-01");
        tell.StrikeOut(entry);
        var row = tell.Person.Timeline("people").ShouldHaveSingleItem();
        row.StruckOut!.Reason.ShouldBe("Vergissing.");
        row.StruckOut.By.Name.ShouldBe(Tell.Nurse.Name);
    }

    [Fact]
    public void A_row_says_all_that_its_fact_says_and_nothing_that_was_not_recorded()
    {
        var tell = new Tell();
        tell.Directive(TreatmentKind.Resuscitation, Decision.Withhold, "2026-05-01", explanation: "Te zwak.");
        var details = tell.Person.Timeline().ShouldHaveSingleItem().Details;
        details.ShouldContain(new Detail("treatment", "TreatmentKind.Resuscitation", DetailForm.Word));
        details.ShouldContain(new Detail("decision", "Decision.Withhold", DetailForm.Word));
        details.ShouldContain(new Detail("explanation", "Te zwak.", DetailForm.Words));
        details.ShouldNotContain(detail => detail.Label == "otherwise");
        details.Count(detail => detail.Label == "parties").ShouldBe(2);
    }

    [Fact]
    public void A_number_is_masked_in_the_history_too()
    {
        var tell = new Tell();
        tell.Fact(new NumberRecorded(new PersonNumber(NumberKind.Bsn, "999911120")));
        tell.Person.Timeline().ShouldHaveSingleItem().Details.ShouldHaveSingleItem().Value.ShouldBe("BSN ••••••120");
    }

    [Fact]
    public void Who_is_meant_is_said_by_name()
    {
        var tell = new Tell();
        var member = Guid.NewGuid();
        tell.Then(new JoinCareTeam(member, new TeamMember("Sjoerd Hoekstra", Discipline.GeneralPractitioner)));
        tell.Then(new NameCentralCareProfessional(member));
        tell.Person.Timeline().First().Details.ShouldContain(detail => detail.Value == "Sjoerd Hoekstra");
    }
}
