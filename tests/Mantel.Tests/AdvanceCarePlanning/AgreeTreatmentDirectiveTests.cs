using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning;

public sealed class AgreeTreatmentDirectiveTests
{
    private static readonly AgreeTreatmentDirective NotToHospital = new(
        TreatmentKind.HospitalAdmission,
        null,
        false,
        Decision.Withhold,
        null,
        "Ze wil thuis blijven.",
        On("2026-05-03"),
        [Leida, Fatima]
    );

    [Fact]
    public void It_is_a_fact_of_the_day_of_the_talk()
    {
        var yielded = new Tell().Do(NotToHospital).ShouldYieldOnly();
        yielded.Effective.ShouldBe(On("2026-05-03"));
        var fact = yielded.Fact.ShouldBeOfType<TreatmentDirectiveAgreed>();
        fact.Treatment.ShouldBe(new Treatment(TreatmentKind.HospitalAdmission));
        (fact.Decision, fact.Otherwise, fact.Explanation).ShouldBe((Decision.Withhold, null, "Ze wil thuis blijven."));
        fact.Parties.ShouldBe([Leida, Fatima]);
    }

    [Fact]
    public void Nothing_is_chosen_for_who_does_not_choose()
    {
        var outcome = new Tell().Do(new AgreeTreatmentDirective(null, null, false, null, null, null, null, []));
        outcome.ShouldRefuse("treatment", "rule.plan-choose");
        outcome.ShouldRefuse("decision", "rule.plan-choose");
        outcome.ShouldRefuse("discussedOn", "rule.missing");
        outcome.ShouldRefuse("parties", "rule.plan-two-parties");
    }

    [Fact]
    public void Otherwise_needs_its_words_and_only_otherwise_has_them()
    {
        var anders = NotToHospital with { Decision = Decision.Otherwise };
        new Tell().Do(anders).ShouldRefuse("otherwise", "rule.plan-say-otherwise");
        new Tell().Do(anders with { Otherwise = "  " }).ShouldRefuse("otherwise", "rule.plan-say-otherwise");
        new Tell().Do(anders with { Otherwise = "Alleen bij een botbreuk" }).ShouldYield<TreatmentDirectiveAgreed>();
        new Tell()
            .Do(NotToHospital with { Otherwise = "Alleen bij een botbreuk" })
            .ShouldRefuse("otherwise", "rule.plan-otherwise-without-anders");
    }

    [Theory]
    [InlineData("Onbekend")]
    [InlineData("niet besproken.")]
    [InlineData("Nee, nog geen besluit genomen")]
    [InlineData("NEE")]
    public void Another_of_the_six_words_is_no_condition(string word) =>
        new Tell()
            .Do(NotToHospital with { Decision = Decision.Otherwise, Otherwise = word })
            .ShouldRefuse("otherwise", "rule.plan-otherwise-is-a-word");

    [Fact]
    public void Another_treatment_has_a_name_or_is_said_to_have_none()
    {
        var other = NotToHospital with { Treatment = TreatmentKind.Other };
        new Tell().Do(other).ShouldRefuse("name", "rule.plan-name-treatment");
        new Tell()
            .Do(other with { Name = "Dialyse" })
            .ShouldYield<TreatmentDirectiveAgreed>()
            .Treatment.Name.ShouldBe("Dialyse");
        new Tell()
            .Do(other with { NotNamed = true })
            .ShouldYield<TreatmentDirectiveAgreed>()
            .Treatment.Name.ShouldBeNull();
        new Tell().Do(other with { Name = "Dialyse", NotNamed = true }).ShouldRefuse("name", "rule.plan-named-or-not");
        new Tell().Do(NotToHospital with { Name = "Dialyse" }).ShouldRefuse("name", "rule.plan-name-only-with-other");
    }

    [Fact]
    public void The_standard_asks_for_two_parties_and_nobody_counts_twice()
    {
        new Tell().Do(NotToHospital with { Parties = [Leida] }).ShouldRefuse("parties", "rule.plan-two-parties");
        new Tell()
            .Do(NotToHospital with { Parties = [Leida, Leida with { Name = "LEIDA vos " }] })
            .ShouldRefuse("parties", "rule.plan-party-twice");
        new Tell()
            .Do(NotToHospital with { Parties = [Leida, Fatima with { Name = " " }] })
            .ShouldRefuse("parties.1.name", "rule.missing");
    }

    [Fact]
    public void What_was_not_discussed_had_no_parties()
    {
        var notDiscussed = NotToHospital with { Decision = Decision.NotDiscussed, Parties = [] };
        new Tell().Do(notDiscussed).ShouldYield<TreatmentDirectiveAgreed>();
        new Tell()
            .Do(notDiscussed with { Decision = Decision.Unknown })
            .ShouldRefuse("parties", "rule.plan-two-parties");
    }

    [Theory]
    [InlineData("2026-06-02")]
    [InlineData("2026-07")]
    [InlineData("2027")]
    public void A_talk_was_not_held_in_the_future(string date) =>
        new Tell().Do(NotToHospital with { DiscussedOn = On(date) }).ShouldRefuse("discussedOn", "rule.date-in-future");

    [Theory]
    [InlineData("2026-06-01")]
    [InlineData("2026-06")]
    [InlineData("2026")]
    public void A_partial_date_passes_when_part_of_it_has_come(string date) =>
        new Tell().Do(NotToHospital with { DiscussedOn = On(date) }).ShouldYieldOnly().Effective.ShouldBe(On(date));

    [Fact]
    public void A_talk_dated_before_the_person_was_born_is_asked_about()
    {
        var person = new Tell();
        person.Fact(new BirthDateRecorded(On("1944-03")));
        (NotToHospital with { DiscussedOn = On("1944-02-28") }).Asks(person).ShouldBe("rule.ask-dated-before-birth");
        (NotToHospital with { DiscussedOn = On("1944-03-01") }).Asks(person).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_agreed_with_who_died()
    {
        var person = new Tell();
        person.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-30");
        person.Do(NotToHospital).ShouldRefuse("", "rule.person-deceased", broken: true);
    }

    [Fact]
    public void Said_again_word_for_word_it_is_already_so()
    {
        var person = new Tell();
        person.Do(NotToHospital).ShouldYield<TreatmentDirectiveAgreed>();
        person.Do(NotToHospital).ShouldYieldAll().ShouldBeEmpty();
        person.Do(NotToHospital with { Explanation = "Ook haar dochter weet het." }).ShouldYieldOnly();
    }

    [Fact]
    public void Strange_text_is_refused_at_its_place_and_the_worlds_scripts_are_not()
    {
        new Tell()
            .Do(NotToHospital with { Explanation = "a\0b" })
            .ShouldRefuse("explanation", "rule.control-characters");
        new Tell()
            .Do(NotToHospital with { Explanation = "\ud83d" })
            .ShouldRefuse("explanation", "rule.control-characters");
        new Tell()
            .Do(NotToHospital with { Explanation = new string('a', 4001) })
            .ShouldRefuse("explanation", "rule.too-long");
        new Tell()
            .Do(NotToHospital with { Explanation = "لا أريد المستشفى 🌿\r\nنعم" })
            .ShouldYield<TreatmentDirectiveAgreed>()
            .Explanation.ShouldBe("لا أريد المستشفى 🌿\nنعم");
    }

    [Fact]
    public void A_change_of_the_same_treatment_is_about_the_same_thing()
    {
        var cpr = NotToHospital with { Treatment = TreatmentKind.Resuscitation };
        cpr.IsAbout(new TreatmentDirectiveAgreed(new(TreatmentKind.Resuscitation), Decision.Perform, null, null, []))
            .ShouldBeTrue();
        cpr.IsAbout(new TreatmentDirectiveAgreed(new(TreatmentKind.Ventilation), Decision.Perform, null, null, []))
            .ShouldBeFalse();
        cpr.IsAbout(
                new AdvanceDirectiveRecorded(AdvanceDirectiveKind.DoNotResuscitate, null, null, null, [], null, null)
            )
            .ShouldBeTrue();
    }
}

public sealed class ReconfirmDirectiveTests
{
    [Fact]
    public void The_same_word_at_a_later_talk_is_agreed_anew()
    {
        var person = new Tell();
        var old = person.Directive(TreatmentKind.Ventilation, Decision.Otherwise, "2025-01-01", "Alleen een nacht");
        person.Do(new ReconfirmDirective(old, null, On("2026-05-01"), [Leida, Fatima])).ShouldYieldOnly();
        var decision = person.On(TreatmentKind.Ventilation);
        decision.DiscussedOn.ShouldBe(On("2026-05-01"));
        decision.Since.ShouldBe(On("2025-01-01"));
        decision.InForce.ShouldHaveSingleItem().Otherwise.ShouldBe("Alleen een nacht");
    }

    [Theory]
    [InlineData("2025-01-01")]
    [InlineData("2024-12-31")]
    [InlineData("2025")]
    public void It_is_a_later_talk(string date)
    {
        var person = new Tell();
        var old = person.Directive(TreatmentKind.Ventilation, Decision.Withhold, "2025-01-01");
        person
            .Do(new ReconfirmDirective(old, null, On(date), [Leida, Fatima]))
            .ShouldRefuse("discussedOn", "rule.plan-reconfirm-later");
    }

    [Fact]
    public void What_was_ended_or_struck_out_is_agreed_anew_and_not_reconfirmed()
    {
        var person = new Tell();
        var old = person.Directive(TreatmentKind.Ventilation, Decision.Withhold, "2025-01-01");
        person.Do(new EndTreatmentDirective(old, On("2025-06-01"), null));
        var again = new ReconfirmDirective(old, null, On("2026-01-01"), [Leida, Fatima]);
        person.Do(again).ShouldRefuse("", "rule.plan-already-ended", broken: true);
        person.StrikeOut(old);
        person.Do(again).ShouldRefuse("", "rule.plan-no-longer-there", broken: true);
    }
}

public sealed class EndTreatmentDirectiveTests
{
    [Fact]
    public void It_ends_on_its_day_and_revives_nothing()
    {
        var person = new Tell();
        person.Directive(TreatmentKind.Ventilation, Decision.Perform, "2024-01-01");
        var last = person.Directive(TreatmentKind.Ventilation, Decision.Withhold, "2025-01-01");
        var yielded = person.Do(new EndTreatmentDirective(last, On("2026-01-02"), "Op verzoek")).ShouldYieldOnly();
        yielded.RestsOn.ShouldBe([last]);
        person.On(TreatmentKind.Ventilation).EndedOn.ShouldBe(On("2026-01-02"));
        person
            .Do(new EndTreatmentDirective(last, On("2026-01-03"), null))
            .ShouldRefuse("", "rule.plan-already-ended", true);
    }

    [Fact]
    public void Statements_that_say_the_same_end_together()
    {
        var person = new Tell();
        person.Directive(TreatmentKind.Ventilation, Decision.Withhold, "2025-01-01", explanation: "Te zwaar");
        var one = person.Directive(TreatmentKind.Ventilation, Decision.Withhold, "2025-01-01");
        person.Do(new EndTreatmentDirective(one, On("2026-01-02"), null)).ShouldYieldAll().Count.ShouldBe(2);
        person.On(TreatmentKind.Ventilation).HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void It_does_not_end_before_it_began_or_without_a_day()
    {
        var person = new Tell();
        var one = person.Directive(TreatmentKind.Ventilation, Decision.Withhold, "2025-03-01");
        person.Do(new EndTreatmentDirective(one, null, null)).ShouldRefuse("endedOn", "rule.missing");
        person
            .Do(new EndTreatmentDirective(one, On("2025-02"), null))
            .ShouldRefuse("endedOn", "rule.plan-end-before-beginning");
    }
}
