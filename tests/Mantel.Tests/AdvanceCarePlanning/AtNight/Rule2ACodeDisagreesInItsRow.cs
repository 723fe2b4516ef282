using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;

namespace Mantel.Tests.AdvanceCarePlanning.AtNight;

/// <summary>A code in force fills no row, and a row that says otherwise does not stand there alone.</summary>
[Trait("Safety", "2")]
public sealed class Rule2ACodeDisagreesInItsRow
{
    private readonly Tell _jef = new();

    [Fact]
    public void Resuscitation_wel_and_a_running_DNR_3_without_rows_are_in_disagreement_with_a_task_and_fill_nothing()
    {
        _jef.Directive(Resuscitation, Decision.Perform, "2025-04-27", by: Tell.Gp);
        Given(DnrCode.Dnr3, "2026-05-20", "comfortzorg, afbouw");
        var decision = _jef.On(Resuscitation);
        decision.IsContradictory.ShouldBeTrue();
        decision.InForce.ShouldHaveSingleItem().Decision.ShouldBe(Decision.Perform);
        decision.CodesAgainst.ShouldHaveSingleItem().Means.Decision.ShouldBe(Decision.Withhold);
        _jef.Person.PlanTasksOn(Tell.Today)
            .ShouldContain(new PlanTask(PlanTaskKind.ResolveContradiction, new(Resuscitation)));
        _jef.Person.Attention(Tell.Today).ShouldContain(one => one.Reason == AttentionReason.Contradiction);
        _jef.On(IntensiveCare).Word.ShouldBe(Word.NotRecorded);
        OnPaper().CodesAgainst.ShouldHaveSingleItem().Code.ShouldBe(DnrCode.Dnr3);
        OnPaper().IsContradictory.ShouldBeTrue();
    }

    [Fact]
    public void A_newer_talk_does_not_silence_a_code_that_still_runs()
    {
        Given(DnrCode.Dnr1, "2026-05-01", null);
        _jef.Directive(Resuscitation, Decision.Perform, "2026-05-20", by: Tell.Gp);
        _jef.On(Resuscitation).IsContradictory.ShouldBeTrue();
    }

    [Fact]
    public void The_text_of_the_owner_goes_before_the_general_meaning()
    {
        _jef.Directive(Resuscitation, Decision.Perform, "2025-04-27", by: Tell.Gp);
        DirectiveClause yes = new(new(Resuscitation), Decision.Perform, null);
        Given(DnrCode.Dnr1, "2026-05-20", "Eén poging.", yes);
        _jef.On(Resuscitation).IsContradictory.ShouldBeFalse();
    }

    [Fact]
    public void DNR_0_disagrees_with_a_limit_and_agrees_with_what_has_none()
    {
        _jef.Directive(Ventilation, Decision.Withhold, "2025-04-27", by: Tell.Gp);
        _jef.Directive(Resuscitation, Decision.Perform, "2025-04-27", by: Tell.Gp);
        Given(DnrCode.Dnr0, "2026-05-20", null);
        _jef.On(Ventilation).CodesAgainst.ShouldHaveSingleItem();
        _jef.On(Resuscitation).CodesAgainst.ShouldBeEmpty();
        _jef.On(Antibiotics).Word.ShouldBe(Word.NotRecorded);
    }

    [Fact]
    public void The_same_word_and_a_word_that_decides_nothing_are_no_disagreement()
    {
        Given(DnrCode.Dnr1, "2026-05-20", null);
        _jef.On(Resuscitation).Word.ShouldBe(Word.NotRecorded);
        _jef.Directive(Resuscitation, Decision.Unknown, "2025-04-27");
        _jef.On(Resuscitation).IsContradictory.ShouldBeFalse();
        _jef.Directive(Resuscitation, Decision.Withhold, "2026-04-27");
        _jef.On(Resuscitation).IsContradictory.ShouldBeFalse();
    }

    [Fact]
    public void A_code_that_was_decided_and_told_is_no_talk_so_it_displaces_none()
    {
        _jef.Directive(Resuscitation, Decision.Perform, "2025-04-27", by: Tell.Gp);
        DirectiveClause no = new(new(Resuscitation), Decision.Withhold, null);
        _jef.Do(Told(DnrBasis.Communicated, "de dochter") with { OwnerTextDecides = [no] });
        var decision = _jef.On(Resuscitation);
        decision.InForce.Select(one => one.Decision).ShouldBe([Decision.Perform, Decision.Withhold], ignoreOrder: true);
        var decided = decision.InForce.Single(one => one.Decision is Decision.Withhold);
        (decided.DiscussedOn, decided.DecidedOn).ShouldBe((null, PartialDate.Parse("2026-05-20")));
    }

    [Fact]
    public void How_a_code_came_about_is_chosen_and_whom_it_was_told_is_said()
    {
        Told(null, null).IsRefused("basis", "rule.plan-choose");
        Told(DnrBasis.Communicated, " ").IsRefused("toldTo", "rule.missing");
        Told(DnrBasis.Discussed, "de dochter").IsRefused("toldTo", "rule.plan-told-or-discussed");
        Told(DnrBasis.Communicated, "de dochter").Yields<DnrCodeGiven>().ToldTo.ShouldBe("de dochter");
    }

    private static GiveDnrCode Told(DnrBasis? basis, string? to) =>
        new(DnrCode.Dnr1, "AZ Verzonnen", PartialDate.Parse("2026-05-20"), null, null, "Niet reanimeren.", [])
        {
            Basis = basis,
            ToldTo = to,
        };

    private void Given(DnrCode code, string on, string? text, params IReadOnlyList<DirectiveClause> decides) =>
        _jef.Fact(new DnrCodeGiven(code, "AZ Verzonnen", null, null, text, decides), on);

    private SheetDecision OnPaper() =>
        _jef.Person.PlanSheetOn(Tell.Today).Decisions.First(one => one.Treatment.Kind is Resuscitation);
}
