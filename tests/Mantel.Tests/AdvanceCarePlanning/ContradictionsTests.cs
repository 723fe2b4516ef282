using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning;

[Trait("Safety", "14")]
public sealed class Rule14NothingContradictoryIsSigned
{
    private static readonly TreatmentKind[] Kinds =
    [
        Resuscitation,
        Ventilation,
        IntensiveCare,
        HospitalAdmission,
        Antibiotics,
        BloodProducts,
        IcdDeactivation,
    ];
    private static readonly Word[] Words = Enum.GetValues<Word>();
    private static readonly TreatmentGoal?[] Goals = [null, .. Enum.GetValues<TreatmentGoal>().Cast<TreatmentGoal?>()];

    /// <summary>Over every combination of seven treatments, six words and five goals: 1,399,680 plans.</summary>
    [Fact]
    public void The_table_says_what_an_independent_reading_says_over_the_whole_space()
    {
        var words = new Word[Kinds.Length];
        Word On(TreatmentKind kind) => words[(int)kind];
        foreach (var goal in Goals)
        {
            TreatmentGoal[] goals = goal is { } one ? [one] : [];
            for (var plan = 0; plan < 279_936; plan++)
            {
                for (var (i, rest) = (0, plan); i < words.Length; i++, rest /= Words.Length)
                    words[i] = Words[rest % Words.Length];
                var found = Contradictions.Between(goals, kind => [On(kind)]).Count;
                if (found != CountIndependently(goal, On))
                    found.ShouldBe(CountIndependently(goal, On), $"{goal}: {string.Join(' ', words)}");
            }
        }
    }

    /// <summary>The same rules a second time, written as a physician would say them.</summary>
    private static int CountIndependently(TreatmentGoal? goal, Func<TreatmentKind, Word> on)
    {
        bool Wel(TreatmentKind kind) => on(kind) == Word.Perform;
        bool Niet(TreatmentKind kind) => on(kind) == Word.Withhold;
        var count = 0;
        if (Wel(Resuscitation))
            count += new[] { IntensiveCare, Ventilation, HospitalAdmission }.Count(Niet);
        if (Wel(IntensiveCare))
            count += new[] { HospitalAdmission, Antibiotics }.Count(Niet);
        if (Wel(Ventilation))
            count += new[] { IntensiveCare, HospitalAdmission }.Count(Niet);
        if (Wel(IcdDeactivation) && Wel(Resuscitation))
            count++;
        if (goal is TreatmentGoal.SymptomRelief)
            count += new[] { Resuscitation, IntensiveCare, Ventilation }.Count(Wel);
        return count;
    }

    [Fact]
    public void A_condition_and_what_is_not_decided_contradict_nothing()
    {
        Word[] open = [Word.Otherwise, Word.Unknown, Word.NotDiscussed, Word.NotRecorded];
        foreach (var word in open)
            Contradictions.Between([TreatmentGoal.SymptomRelief], _ => [word]).ShouldBeEmpty();
    }

    [Fact]
    public void What_contradicts_is_confirmed_by_nobody_until_it_is_said_which_holds_also_when_a_physician_recorded_it()
    {
        var person = new Tell();
        var wel = person.Directive(Resuscitation, Decision.Perform, "2026-01-01", by: Tell.Gp);
        person.On(Resuscitation).InForce[0].ConfirmedBy.ShouldBe(Tell.Gp.Name);
        person.Directive(HospitalAdmission, Decision.Withhold, "2026-02-01", by: Tell.Gp);
        foreach (var kind in new[] { Resuscitation, HospitalAdmission })
        {
            person.On(kind).InForce[0].ConfirmedBy.ShouldBeNull();
            person.On(kind).NeedsConfirmation.ShouldBeTrue();
        }
        person.Fact(new TreatmentDirectiveConfirmed(wel, "Sjoerd Hoekstra", "Alleen thuis."), "2026-02-02", Tell.Gp);
        person.On(HospitalAdmission).InForce[0].ConfirmedBy.ShouldBe(Tell.Gp.Name);
        person.On(Resuscitation).Contradicts.ShouldHaveSingleItem().IsSettled.ShouldBeTrue();
        person
            .Person.PlanSheetOn(Tell.Today)
            .Settled.ShouldBe([new("resuscitation-without-hospital", "Sjoerd Hoekstra", "Alleen thuis.")]);
    }

    [Fact]
    public void What_was_said_to_hold_holds_for_what_was_said_then_and_not_for_what_is_agreed_later()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Perform, "2026-01-01");
        person.Directive(HospitalAdmission, Decision.Withhold, "2026-01-01");
        var said = new SaidToHold("resuscitation-without-hospital", "Alleen thuis.");
        person.Fact(new PlanEstablished(Guid.NewGuid(), [], [said]), "2026-01-01");
        var together = person.On(Resuscitation).Contradicts.ShouldHaveSingleItem();
        (together.Said, together.SaidOn).ShouldBe((said, On("2026-01-01")));

        person.Directive(HospitalAdmission, Decision.Withhold, "2026-05-01");
        person.On(Resuscitation).Contradicts.ShouldHaveSingleItem().Said.ShouldBeNull();
    }

    [Fact]
    public void Every_pair_says_why_by_what_source_and_that_no_physician_reviewed_it_yet()
    {
        foreach (var pair in Contradictions.Table)
        {
            pair.Why.ShouldNotBeEmpty();
            pair.Source.ShouldNotBeEmpty();
            (pair.Status == "draft").ShouldBe(pair.Reviewer is null, pair.Id);
        }
        Contradictions.Table.Select(pair => pair.Id).ShouldBeUnique();
    }

    [Fact]
    public void A_directive_that_contradicts_another_is_not_confirmed_without_saying_which_holds()
    {
        var person = new Tell();
        var resuscitate = person.Directive(Resuscitation, Decision.Perform, "2026-05-01");
        person.Directive(IntensiveCare, Decision.Withhold, "2026-05-01");
        person.Person.ContradictionsOn(Tell.Today).ShouldHaveSingleItem().IsSettled.ShouldBeFalse();
        person
            .Do(new ConfirmTreatmentDirective(resuscitate, "Sjoerd Hoekstra", " "))
            .ShouldRefuse("whichHolds", "rule.plan-say-which-holds", broken: true);
        person
            .Do(
                new ConfirmTreatmentDirective(
                    resuscitate,
                    "Sjoerd Hoekstra",
                    "Reanimeren ter plaatse, daarna niet naar de IC."
                )
            )
            .ShouldYield<TreatmentDirectiveConfirmed>()
            .WhichHolds.ShouldStartWith("Reanimeren ter plaatse");
        person.Person.ContradictionsOn(Tell.Today).ShouldHaveSingleItem().IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void What_a_physician_recorded_is_not_signed_either_while_it_contradicts()
    {
        var person = new Tell();
        person.Directive(Resuscitation, Decision.Perform, "2026-05-01", by: Tell.Gp);
        var intensive = person.Directive(IntensiveCare, Decision.Withhold, "2026-05-01", by: Tell.Gp);
        person.On(Resuscitation).NeedsConfirmation.ShouldBeTrue();
        person.On(IntensiveCare).NeedsConfirmation.ShouldBeTrue();
        person.Do(new ConfirmTreatmentDirective(intensive, "Sjoerd Hoekstra", "Geen IC."));
        person.On(Resuscitation).NeedsConfirmation.ShouldBeFalse();
        person.On(IntensiveCare).NeedsConfirmation.ShouldBeFalse();
    }

    [Fact]
    public void A_later_change_of_either_side_unsettles_it_again()
    {
        var person = new Tell();
        var resuscitate = person.Directive(Resuscitation, Decision.Perform, "2026-05-01");
        person.Directive(IntensiveCare, Decision.Withhold, "2026-05-01");
        person.Do(new ConfirmTreatmentDirective(resuscitate, "Sjoerd Hoekstra", "Alleen ter plaatse."));
        person.Directive(IntensiveCare, Decision.Withhold, "2026-05-20");
        person.Person.ContradictionsOn(Tell.Today).ShouldHaveSingleItem().IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void The_goal_takes_part()
    {
        var person = new Tell();
        person.Fact(new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, null), "2026-05-01");
        var resuscitate = person.Directive(Resuscitation, Decision.Perform, "2026-05-01");
        person
            .Do(new ConfirmTreatmentDirective(resuscitate, "Sjoerd Hoekstra", null))
            .ShouldRefuse("whichHolds", "rule.plan-say-which-holds", broken: true);
    }

    [Fact]
    public void Words_that_cannot_be_ordered_are_talked_about_first()
    {
        var person = new Tell();
        var one = person.Directive(IntensiveCare, Decision.Perform, "2026-05-01");
        person.Directive(IntensiveCare, Decision.Withhold, "2026-05-01");
        person
            .Do(new ConfirmTreatmentDirective(one, "Sjoerd Hoekstra", "Wel."))
            .ShouldRefuse("", "rule.plan-contradiction-talk-first", broken: true);
    }
}

public sealed class ConfirmTreatmentDirectiveTests
{
    [Fact]
    public void A_physician_confirms_what_is_in_force()
    {
        var person = new Tell();
        var directive = person.Directive(Resuscitation, Decision.Withhold, "2026-05-01");
        var yielded = person.Do(new ConfirmTreatmentDirective(directive, "Sjoerd Hoekstra", null)).ShouldYieldOnly();
        yielded.RestsOn.ShouldBe([directive]);
        yielded.Effective.ShouldBe(PartialDate.Of(Tell.Today));
        person.On(Resuscitation).NeedsConfirmation.ShouldBeFalse();
        person.Do(new ConfirmTreatmentDirective(directive, "Sjoerd Hoekstra", null)).ShouldYieldAll().ShouldBeEmpty();
    }

    [Fact]
    public void What_no_longer_is_in_force_is_not_confirmed()
    {
        var person = new Tell();
        var old = person.Directive(Resuscitation, Decision.Perform, "2025-05-01");
        var confirm = new ConfirmTreatmentDirective(old, "Sjoerd Hoekstra", null);
        person.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2026-05-01");
        person.Do(confirm).ShouldRefuse("", "rule.plan-not-in-force", broken: true);
        person.StrikeOut(old);
        person.Do(confirm).ShouldRefuse("", "rule.plan-no-longer-there", broken: true);
    }

    [Fact]
    public void What_was_ended_is_not_confirmed()
    {
        var person = new Tell();
        var directive = person.Directive(Resuscitation, Decision.Withhold, "2025-05-01");
        person.Do(new EndTreatmentDirective(directive, On("2026-01-01"), null));
        person
            .Do(new ConfirmTreatmentDirective(directive, "Sjoerd Hoekstra", null))
            .ShouldRefuse("", "rule.plan-not-in-force", broken: true);
    }

    [Fact]
    public void What_was_revived_by_a_strike_out_is_talked_about_first()
    {
        var person = new Tell();
        var old = person.Directive(Resuscitation, Decision.Perform, "2025-05-01");
        person.StrikeOut(person.Directive(Resuscitation, Decision.Withhold, "2026-05-01"));
        person
            .Do(new ConfirmTreatmentDirective(old, "Sjoerd Hoekstra", null))
            .ShouldRefuse("", "rule.plan-revived-talk-first", broken: true);
    }

    [Theory]
    [InlineData(Decision.Unknown)]
    [InlineData(Decision.NotDiscussed)]
    public void There_is_nothing_to_confirm_without_a_decision(Decision decision)
    {
        var person = new Tell();
        var directive = person.Directive(Resuscitation, decision, "2026-05-01");
        person
            .Do(new ConfirmTreatmentDirective(directive, "Sjoerd Hoekstra", null))
            .ShouldRefuse("", "rule.plan-nothing-to-confirm", broken: true);
    }
}
