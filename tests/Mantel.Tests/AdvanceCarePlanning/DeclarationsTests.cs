using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning;

public sealed class DeclarationsTests
{
    private static RecordAdvanceDirective Declares(AdvanceDirectiveKind kind, string? on = "2026-01-05") =>
        new(kind, null, null, null, [], on is null ? null : On(on), false, null, null);

    public static TheoryData<AdvanceDirectiveKind> ListedKinds =>
        [.. Enum.GetValues<AdvanceDirectiveKind>().Where(kind => kind is not AdvanceDirectiveKind.Other)];

    [Theory]
    [MemberData(nameof(ListedKinds))]
    public void Every_kind_of_both_countries_is_recorded_on_its_own_date(AdvanceDirectiveKind kind)
    {
        var yielded = new Tell().Do(Declares(kind)).ShouldYieldOnly();
        yielded.Effective.ShouldBe(On("2026-01-05"));
        yielded.Fact.ShouldBeOfType<AdvanceDirectiveRecorded>().Kind.ShouldBe(kind);
    }

    [Fact]
    public void Another_kind_is_named_in_words()
    {
        var other = Declares(AdvanceDirectiveKind.Other);
        new Tell().Do(other).ShouldRefuse("kindInWords", "rule.plan-name-kind");
        new Tell().Do(other with { KindInWords = "Brief aan de huisarts" }).ShouldYield<AdvanceDirectiveRecorded>();
        new Tell()
            .Do(Declares(AdvanceDirectiveKind.Proxy) with { KindInWords = "x" })
            .ShouldRefuse("kindInWords", "rule.plan-kind-only-with-other");
    }

    [Fact]
    public void It_has_a_date_or_is_said_to_have_none()
    {
        new Tell().Do(Declares(AdvanceDirectiveKind.Proxy, null)).ShouldRefuse("datedOn", "rule.missing");
        new Tell()
            .Do(Declares(AdvanceDirectiveKind.Proxy, null) with { Undated = true })
            .ShouldYieldOnly()
            .Effective.ShouldBeNull();
        new Tell()
            .Do(Declares(AdvanceDirectiveKind.Proxy) with { Undated = true })
            .ShouldRefuse("datedOn", "rule.plan-dated-or-not");
    }

    [Fact]
    public void Not_to_be_resuscitated_fills_the_row_by_its_kind_and_cannot_say_otherwise()
    {
        var person = new Tell();
        person.Do(Declares(AdvanceDirectiveKind.DoNotResuscitate)).ShouldYieldOnly();
        person.On(TreatmentKind.Resuscitation).Word.ShouldBe(Word.Withhold);
        DirectiveClause[] yes = [new(new Treatment(TreatmentKind.Resuscitation), Decision.Perform, null)];
        new Tell()
            .Do(Declares(AdvanceDirectiveKind.DoNotResuscitate) with { Decides = yes })
            .ShouldRefuse("decides", "rule.plan-declaration-contradicts-kind");
    }

    [Fact]
    public void What_its_text_names_fills_the_rows_and_nothing_else_does()
    {
        var person = new Tell();
        DirectiveClause[] named =
        [
            new(new Treatment(TreatmentKind.IntensiveCare), Decision.Withhold, null),
            new(new Treatment(TreatmentKind.Other, "Sondevoeding"), Decision.Withhold, null),
        ];
        person.Do(Declares(AdvanceDirectiveKind.BelgianNegativeDeclaration) with { Decides = named }).ShouldYieldOnly();
        person.On(TreatmentKind.IntensiveCare).Word.ShouldBe(Word.Withhold);
        person.On(TreatmentKind.Ventilation).Word.ShouldBe(Word.NotRecorded);
        person.Person.DecisionsOn(Tell.Today)[^1].Treatment.Name.ShouldBe("Sondevoeding");
    }

    [Fact]
    public void A_clause_with_a_condition_says_it_and_no_treatment_is_named_twice()
    {
        var negative = Declares(AdvanceDirectiveKind.BelgianNegativeDeclaration);
        DirectiveClause[] bare = [new(new Treatment(TreatmentKind.Antibiotics), Decision.Otherwise, null)];
        new Tell()
            .Do(negative with { Decides = bare })
            .ShouldRefuse("decides.Antibiotics.otherwise", "rule.plan-say-otherwise");
        var clause = new DirectiveClause(new Treatment(TreatmentKind.Antibiotics), Decision.Withhold, null);
        new Tell()
            .Do(negative with { Decides = [clause, clause] })
            .ShouldRefuse("decides", "rule.plan-treatment-twice");
    }

    [Fact]
    public void A_representative_has_a_name()
    {
        var proxy = Declares(AdvanceDirectiveKind.Proxy);
        new Tell()
            .Do(proxy with { Representative = Marijke })
            .ShouldYield<AdvanceDirectiveRecorded>()
            .Representative.ShouldBe(Marijke);
        new Tell()
            .Do(proxy with { Representative = Marijke with { Name = "" } })
            .ShouldRefuse("representative", "rule.missing");
    }

    [Fact]
    public void Taken_back_it_no_longer_decides_and_stays_in_the_history()
    {
        var person = new Tell();
        var declaration = person.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2025-04-28");
        person.Do(new EndAdvanceDirective(declaration, On("2026-02-01"), "Van gedachten veranderd")).ShouldYieldOnly();
        person.On(TreatmentKind.Resuscitation).HasEnded.ShouldBeTrue();
        var known = person.Person.Declarations(Tell.Today).ShouldHaveSingleItem();
        known.Ended!.Value.Fact.Reason.ShouldBe("Van gedachten veranderd");
        person
            .Do(new EndAdvanceDirective(declaration, On("2026-02-02"), null))
            .ShouldRefuse("", "rule.plan-already-ended", broken: true);
        person
            .Do(new EndAdvanceDirective(Guid.NewGuid(), On("2026-02-02"), null))
            .ShouldRefuse("", "rule.plan-no-longer-there", broken: true);
    }

    [Fact]
    public void It_is_not_taken_back_before_it_was_written()
    {
        var person = new Tell();
        var declaration = person.Declaration(AdvanceDirectiveKind.Proxy, "2025-04-28");
        person
            .Do(new EndAdvanceDirective(declaration, On("2025-04-27"), null))
            .ShouldRefuse("endedOn", "rule.plan-end-before-beginning");
    }
}

public sealed class BelgianDnrCodesTests
{
    private static readonly GiveDnrCode Code = new(
        DnrCode.Dnr2,
        "AZ Verzonnen, geriatrie",
        On("2026-05-20"),
        On("2026-05-18"),
        null,
        "Niet reanimeren. Geen intensieve zorgen.",
        [new(new Treatment(TreatmentKind.Resuscitation), Decision.Withhold, null)]
    )
    {
        Basis = DnrBasis.Discussed,
    };

    [Fact]
    public void Every_code_has_its_meaning_in_three_languages_with_a_source()
    {
        foreach (var code in Enum.GetValues<DnrCode>())
        {
            DnrMeaning.Table.Count(one => one.Code == code).ShouldBe(3);
            DnrMeaning.Of(code, "fr").Source.ShouldNotBeEmpty();
            DnrMeaning.Of(code, "tr").Language.ShouldBe("nl");
        }
        DnrMeaning.Of(DnrCode.Dnr0, "nl").Words.ShouldStartWith("Geen beperking");
    }

    [Fact]
    public void It_fills_only_what_its_owners_text_names_and_ends_with_the_stay()
    {
        var person = new Tell();
        person.Do(Code).ShouldYieldOnly().Effective.ShouldBe(On("2026-05-20"));
        person.On(TreatmentKind.Resuscitation).Word.ShouldBe(Word.Withhold);
        person.On(TreatmentKind.IntensiveCare).Word.ShouldBe(Word.NotRecorded);
        var code = person.Person.DnrCodes(Tell.Today).ShouldHaveSingleItem();
        code.HasEnded.ShouldBeFalse();
        person.Do(new EndDnrStay(code.Recorded.Entry.Id, On("2026-05-30"))).ShouldYieldOnly();
        person.On(TreatmentKind.Resuscitation).Word.ShouldBe(Word.NotRecorded);
        person.Person.DnrCodes(Tell.Today).ShouldHaveSingleItem().StayEnded.ShouldBe(On("2026-05-30"));
    }

    [Fact]
    public void It_says_who_gave_it_and_where_and_what_its_clauses_rest_on()
    {
        new Tell().Do(Code with { Setting = " " }).ShouldRefuse("setting", "rule.missing");
        new Tell().Do(Code with { Code = null }).ShouldRefuse("code", "rule.plan-choose");
        new Tell().Do(Code with { OwnerText = null }).ShouldRefuse("ownerText", "rule.plan-owner-text-needed");
        new Tell().Do(Code with { OwnerText = null, OwnerTextDecides = [] }).ShouldYield<DnrCodeGiven>();
    }

    [Fact]
    public void The_days_of_the_stay_are_in_order()
    {
        new Tell()
            .Do(Code with { StayEnded = On("2026-05-17") })
            .ShouldRefuse("stayEnded", "rule.plan-end-before-beginning");
        new Tell()
            .Do(Code with { GivenOn = On("2026-05-17") })
            .ShouldRefuse("givenOn", "rule.plan-end-before-beginning");
        new Tell().Do(Code with { StayEnded = On("2026-06-02") }).ShouldRefuse("stayEnded", "rule.date-in-future");
    }
}
