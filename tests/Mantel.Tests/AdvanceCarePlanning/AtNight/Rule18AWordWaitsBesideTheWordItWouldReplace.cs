using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;

namespace Mantel.Tests.AdvanceCarePlanning.AtNight;

[Trait("Safety", "18")]
public sealed class Rule18AWordWaitsBesideTheWordItWouldReplace
{
    private readonly Tell _leida = new();

    [Fact]
    public void Until_a_physician_confirms_the_newer_word_the_confirmed_one_stays_in_sight_on_paper_too()
    {
        _leida.Directive(Resuscitation, Decision.Perform, "2025-01-01", by: Tell.Gp);
        var newer = _leida.Directive(Resuscitation, Decision.Withhold, "2026-04-01");
        var decision = _leida.On(Resuscitation);
        decision.Word.ShouldBe(Word.Withhold);
        decision.Alongside.ShouldHaveSingleItem().ConfirmedBy.ShouldBe(Tell.Gp.Name);
        OnPaper().Alongside.ShouldHaveSingleItem().Statement.Decision.ShouldBe(Decision.Perform);

        _leida.Fact(new TreatmentDirectiveConfirmed(newer, "Sjoerd Hoekstra"), "2026-04-02", Tell.Gp);
        _leida.On(Resuscitation).Alongside.ShouldBeEmpty();
        OnPaper().Alongside.ShouldBeEmpty();
    }

    [Fact]
    public void Two_that_wait_leave_the_confirmed_one_in_sight()
    {
        _leida.Directive(Resuscitation, Decision.Perform, "2024-01-01", by: Tell.Gp);
        _leida.Directive(Resuscitation, Decision.Withhold, "2026-03-01");
        _leida.Directive(Resuscitation, Decision.Otherwise, "2026-04-01", "Alleen in het zwembad");
        _leida.On(Resuscitation).Alongside.ShouldHaveSingleItem().Decision.ShouldBe(Decision.Perform);
    }

    [Fact]
    public void A_code_with_its_row_ticked_waits_for_a_physician_as_well()
    {
        _leida.Directive(Resuscitation, Decision.Perform, "2025-01-01", by: Tell.Gp);
        DirectiveClause no = new(new(Resuscitation), Decision.Withhold, null);
        _leida.Fact(new DnrCodeGiven(DnrCode.Dnr1, "AZ Verzonnen", null, null, "Niet reanimeren", [no]), "2026-05-01");
        _leida.On(Resuscitation).Word.ShouldBe(Word.Withhold);
        _leida.On(Resuscitation).Alongside.ShouldHaveSingleItem().Decision.ShouldBe(Decision.Perform);
    }

    [Fact]
    public void What_was_ended_does_not_come_back_beside_it()
    {
        _leida.Directive(Resuscitation, Decision.Perform, "2023-01-01", by: Tell.Gp);
        var ended = _leida.Directive(Resuscitation, Decision.Otherwise, "2024-01-01", "Overdag", by: Tell.Gp);
        _leida.Fact(new TreatmentDirectiveEnded(ended, null), "2025-01-01");
        _leida.Directive(Resuscitation, Decision.Withhold, "2026-04-01");
        _leida.On(Resuscitation).Alongside.ShouldBeEmpty();
    }

    [Fact]
    public void The_newest_talk_stands_first_of_what_is_beside_it()
    {
        _leida.Directive(Resuscitation, Decision.Perform, "2023-01-01", by: Tell.Gp);
        _leida.Directive(Resuscitation, Decision.Otherwise, "2024-01-01", "Overdag");
        _leida.Directive(Resuscitation, Decision.Unknown, "2026-04-01");
        _leida.On(Resuscitation).Alongside.Select(one => one.Decision).ShouldBe([Decision.Otherwise, Decision.Perform]);
    }

    private SheetDecision OnPaper() =>
        _leida.Person.PlanSheetOn(Tell.Today).Decisions.First(one => one.Treatment.Kind is Resuscitation);
}
