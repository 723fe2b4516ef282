using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;

namespace Mantel.Tests.AdvanceCarePlanning.AtNight;

[Trait("Safety", "16")]
public sealed class Rule16ARefusalOutlivesCapacity
{
    private static readonly Party Leida = new(PartyKind.Person, "Leida Vos");
    private static readonly Party Marijke = new(PartyKind.RelatedPerson, "Marijke Vos");
    private static readonly Party Hoekstra = new(PartyKind.Professional, "Sjoerd Hoekstra");

    private readonly Tell _leida = new();

    [Fact]
    public void What_the_GP_and_the_daughter_agree_later_stands_beside_the_refusal_and_not_over_it()
    {
        _leida.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        Unable("2025-09-01");
        Agreed(Decision.Perform, "2026-04-01", Marijke, Hoekstra);

        var decision = _leida.On(Resuscitation);
        decision.InForce.Select(one => one.Decision).ShouldBe([Decision.Withhold, Decision.Perform]);
        decision.InForce[0].IsOwnDeclaration.ShouldBeTrue();
        decision.RefusedInWriting.ShouldBe(decision.InForce[0]);
        decision.IsContradictory.ShouldBeTrue();
        Tasks().ShouldContain(new PlanTask(PlanTaskKind.ResolveContradiction, new(Resuscitation)));
        Reasons().ShouldContain(AttentionReason.Contradiction);
    }

    [Fact]
    public void An_agreement_with_the_person_who_was_judged_unable_displaces_it_no_more_than_one_without()
    {
        _leida.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        Unable("2025-09-01");
        Agreed(Decision.Perform, "2026-04-01", Leida, Hoekstra);
        _leida.On(Resuscitation).RefusedInWriting.ShouldNotBeNull();
    }

    [Fact]
    public void Nor_does_a_talk_without_the_person_when_nobody_ever_judged_capacity()
    {
        _leida.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        Agreed(Decision.Perform, "2026-04-01", Marijke, Hoekstra);
        _leida.On(Resuscitation).RefusedInWriting.ShouldNotBeNull();
    }

    [Fact]
    public void The_person_who_can_decide_is_free_to_change_their_mind()
    {
        _leida.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        Unable("2024-06-01");
        _leida.Fact(new LegalCapacityJudged(true, null), "2025-01-01");
        Agreed(Decision.Perform, "2025-02-01", Leida, Hoekstra);
        Unable("2025-09-01");
        var decision = _leida.On(Resuscitation);
        (decision.Word, decision.IsContradictory).ShouldBe((Word.Perform, false));
        decision.Beside!.IsOwnDeclaration.ShouldBeTrue();
    }

    [Fact]
    public void What_others_agree_and_end_again_leaves_the_refusal_where_it_was()
    {
        _leida.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        Unable("2025-09-01");
        var agreed = Agreed(Decision.Perform, "2026-04-01", Marijke, Hoekstra);
        _leida.Fact(new TreatmentDirectiveEnded(agreed, "Toch niet."), "2026-05-01");
        var decision = _leida.On(Resuscitation);
        (decision.Word, decision.HasEnded, decision.IsContradictory).ShouldBe((Word.Withhold, false, false));
    }

    [Fact]
    public void What_others_do_not_know_displaces_no_refusal()
    {
        _leida.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        Agreed(Decision.Unknown, "2026-04-01", Marijke, Hoekstra);
        _leida.On(Resuscitation).Word.ShouldBe(Word.Withhold);
    }

    [Fact]
    public void The_same_word_from_others_confirms_it()
    {
        _leida.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        Agreed(Decision.Withhold, "2026-04-01", Marijke, Hoekstra);
        var decision = _leida.On(Resuscitation);
        (decision.Word, decision.IsContradictory).ShouldBe((Word.Withhold, false));
        decision.Beside!.IsOwnDeclaration.ShouldBeTrue();
    }

    [Fact]
    public void What_was_signed_while_unable_or_taken_back_is_no_refusal_that_outlives_it()
    {
        Unable("2023-01-01");
        _leida.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        Agreed(Decision.Perform, "2026-04-01", Marijke, Hoekstra);
        _leida.On(Resuscitation).RefusedInWriting.ShouldBeNull();

        var taken = new Tell();
        var declared = taken.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        taken.Fact(new AdvanceDirectiveEnded(declared, null), "2025-01-01");
        taken.Fact(Directive(Decision.Perform, Marijke, Hoekstra), "2026-04-01");
        taken.On(Resuscitation).RefusedInWriting.ShouldBeNull();
    }

    [Fact]
    public void Having_an_ICD_switched_off_is_a_refusal_too()
    {
        DirectiveClause off = new(new(IcdDeactivation), Decision.Perform, null);
        _leida.Declaration(AdvanceDirectiveKind.TreatmentRefusal, "2024-03-01", off);
        Unable("2025-09-01");
        _leida.Fact(
            Directive(Decision.Withhold, Marijke, Hoekstra) with
            {
                Treatment = new(IcdDeactivation),
            },
            "2026-04-01"
        );
        _leida.On(IcdDeactivation).RefusedInWriting!.Decision.ShouldBe(Decision.Perform);
    }

    [Fact]
    public void What_was_agreed_with_the_person_stays_beside_what_others_agreed_after_it()
    {
        _leida.Directive(Resuscitation, Decision.Withhold, "2024-03-01", by: Tell.Gp);
        Unable("2025-09-01");
        Agreed(Decision.Perform, "2026-04-01", Marijke, Hoekstra);
        var decision = _leida.On(Resuscitation);
        decision.Word.ShouldBe(Word.Perform);
        decision.Alongside.ShouldHaveSingleItem().Decision.ShouldBe(Decision.Withhold);
        decision.WithPerson.ShouldNotBeNull();
    }

    [Fact]
    public void Over_many_histories_a_written_refusal_never_ends_up_below_a_plain_wel_of_others()
    {
        for (var seed = 0; seed < 4_000; seed++)
        {
            var (person, story) = HistoryWithoutOwnWordAfterRefusal(seed);
            var decision = person.On(Resuscitation);
            var isPlain = decision is { IsContradictory: false, HasEnded: false, Word: not Word.Withhold };
            isPlain.ShouldBeFalse($"seed {seed}: {story} → {decision.Word}");
            decision.InForce[0].Decision.ShouldBe(Decision.Withhold, $"seed {seed}: {story}");
        }
    }

    private static (Tell Person, string Story) HistoryWithoutOwnWordAfterRefusal(int seed)
    {
        var chance = new Random(seed);
        var person = new Tell();
        List<string> story = [];
        var day = new DateOnly(2024, 3, 1);
        string Next() => (day = day.AddDays(1 + chance.Next(60))).ToString("O");
        if (chance.Next(2) == 0)
            person.Fact(Directive(Decision.Perform, Leida, Hoekstra), "2023-01-01");
        person.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        var unable = false;
        for (var step = chance.Next(1, 7); step > 0; step--)
        {
            var decision = (Decision)chance.Next(5);
            var otherwise = decision is Decision.Otherwise ? "Alleen overdag" : null;
            var kind = chance.Next(4);
            story.Add($"{kind}{(kind is 0 ? "" : decision)}");
            if (kind == 0)
            {
                person.Fact(new LegalCapacityJudged(false, "Dementie."), Next());
                unable = true;
                continue;
            }
            Party[] parties = unable && kind == 1 ? [Leida, Hoekstra] : [Marijke, Hoekstra];
            var agreed = person.Fact(Directive(decision, parties) with { Otherwise = otherwise }, Next(), Tell.Gp);
            if (kind == 3)
                person.Fact(new TreatmentDirectiveEnded(agreed, null), Next());
        }
        return (person, string.Join(' ', story));
    }

    private static TreatmentDirectiveAgreed Directive(Decision decision, params IReadOnlyList<Party> parties) =>
        new(new Treatment(Resuscitation), decision, null, null, parties);

    private Guid Agreed(Decision decision, string on, params IReadOnlyList<Party> parties) =>
        _leida.Fact(Directive(decision, parties), on, Tell.Gp);

    private void Unable(string on) => _leida.Fact(new LegalCapacityJudged(false, "Dementie."), on);

    private IReadOnlyList<PlanTask> Tasks() => _leida.Person.PlanTasksOn(Tell.Today);

    private IEnumerable<AttentionReason> Reasons() => _leida.Person.Attention(Tell.Today).Select(one => one.Reason);
}

[Trait("Safety", "16")]
public sealed class Rule16ARefusalInWordsStandsAboveTheRows
{
    private const string Words = "Ik weiger elke levensverlengende behandeling.";
    private readonly Tell _leida = new();

    [Theory]
    [InlineData(AdvanceDirectiveKind.TreatmentRefusal)]
    [InlineData(AdvanceDirectiveKind.TreatmentRefusalCompletedLife)]
    [InlineData(AdvanceDirectiveKind.BelgianNegativeDeclaration)]
    public void A_refusal_that_names_no_treatment_asks_to_be_worked_out_with_a_physician(AdvanceDirectiveKind kind)
    {
        var declared = Declares(kind);
        var words = _leida.Person.WordsWithoutRow(Tell.Today).ShouldHaveSingleItem();
        (words.AsksToBeWorkedOut, words.Declaration.Fact.Explanation).ShouldBe((true, Words));
        _leida.Person.PlanTasksOn(Tell.Today).ShouldContain(new PlanTask(PlanTaskKind.WorkOutRefusal, null));
        var reason = _leida.Person.Attention(Tell.Today).ShouldHaveSingleItem();
        (reason.Reason, reason.About).ShouldBe((AttentionReason.RefusalToWorkOut, declared));
    }

    [Fact]
    public void Worked_out_it_fills_rows_as_the_persons_own_word_of_its_own_day_and_stays_in_sight()
    {
        var declared = Declares(AdvanceDirectiveKind.TreatmentRefusal);
        DirectiveClause no = new(new(Ventilation), Decision.Withhold, null);
        _leida.Do(
            new WorkOutDeclaration(declared, "Sjoerd Hoekstra", [no], null, PartialDate.Parse("2026-05-20")),
            Tell.Gp
        );
        var decision = _leida.On(Ventilation);
        (decision.Word, decision.DiscussedOn).ShouldBe((Word.Withhold, PartialDate.Parse("2024-03-01")));
        decision.InForce[0].IsOwnDeclaration.ShouldBeTrue();
        _leida.Person.WordsWithoutRow(Tell.Today).ShouldHaveSingleItem().AsksToBeWorkedOut.ShouldBeFalse();
        _leida.Person.Attention(Tell.Today).ShouldNotContain(one => one.Reason == AttentionReason.RefusalToWorkOut);
    }

    [Fact]
    public void A_wish_to_live_in_words_is_in_sight_too_and_asks_nothing()
    {
        Declares(AdvanceDirectiveKind.LifeWish);
        _leida.Person.WordsWithoutRow(Tell.Today).ShouldHaveSingleItem().AsksToBeWorkedOut.ShouldBeFalse();
    }

    [Fact]
    public void What_was_taken_back_or_names_a_treatment_does_not_stand_there()
    {
        var declared = Declares(AdvanceDirectiveKind.TreatmentRefusal);
        _leida.Fact(new AdvanceDirectiveEnded(declared, null), "2026-05-01");
        _leida.Declaration(
            AdvanceDirectiveKind.TreatmentRefusal,
            "2025-01-01",
            new DirectiveClause(new(Antibiotics), Decision.Withhold, null)
        );
        _leida.Person.WordsWithoutRow(Tell.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Working_it_out_into_nothing_is_refused() =>
        new WorkOutDeclaration(
            Declares(AdvanceDirectiveKind.TreatmentRefusal),
            "S. Hoekstra",
            [],
            " ",
            PartialDate.Parse("2026-05-20")
        ).IsRefused("decides", "rule.plan-worked-out-into-nothing", _leida);

    private Guid Declares(AdvanceDirectiveKind kind) =>
        _leida.Fact(new AdvanceDirectiveRecorded(kind, null, Words, null, [], null, null), "2024-03-01");
}
