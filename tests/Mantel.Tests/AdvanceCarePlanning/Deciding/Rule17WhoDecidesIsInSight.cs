using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning.Deciding;

/// <summary>Safety rule 17: who decides is in sight, by the law of the country.</summary>
[Trait("Safety", "17")]
public sealed class Rule17WhoDecidesIsInSight
{
    private static WhoDecides Who(Tell person) => person.Person.WhoDecides(Tell.Today);

    private static IEnumerable<string> Names(Tell person) => Who(person).ByLaw.Select(one => one.Name);

    [Fact]
    public void As_long_as_the_person_can_decide_nobody_else_does()
    {
        var person = Around.In("NL");
        person.Close("Marijke", Relationship.Daughter, ContactRole.LegalRepresentative);
        person.Close("Riet", Relationship.Friend, ContactRole.NamedToSpeak);
        var who = Who(person);
        (who.Decider, who.OthersDecide).ShouldBe((Decider.Person, false));
        who.ByLaw.ShouldHaveSingleItem().Name.ShouldBe("Marijke Vos");
        who.Named.ShouldHaveSingleItem().Name.ShouldBe("Riet Vos");
    }

    /// <summary>A judgement of fifteen months ago once stood where a later one said the same.</summary>
    [Fact]
    public void The_day_is_that_of_the_newest_judgement_and_of_who_cannot_decide_the_first()
    {
        var person = Around.In("NL");
        person.Fact(new LegalCapacityJudged(true, null), "2025-02-14");
        person.Fact(new LegalCapacityJudged(true, null), "2026-04-10");
        Who(person).Day.ToString().ShouldBe("2026-04-10");
        person.CannotDecide("2026-05-10");
        person.CannotDecide("2026-05-20");
        person.Close("Marijke", Relationship.Daughter, ContactRole.LegalRepresentative);
        Who(person).Day.ToString().ShouldBe("2026-05-10");
    }

    [Theory]
    [InlineData("NL")]
    [InlineData("BE")]
    [InlineData(null)]
    public void Naming_somebody_to_speak_is_never_deciding(string? country)
    {
        var person = Around.In(country);
        person.CannotDecide();
        person.Close("Riet", Relationship.Friend, ContactRole.NamedToSpeak);
        person.Close("Jo", Relationship.Neighbour, ContactRole.TrustedPerson);
        person.Close("Ans", Relationship.Niece, ContactRole.AdministratorOfGoods, ContactRole.Administrator);
        var who = Who(person);
        (who.Decider, who.ByLaw.Count).ShouldBe((Decider.NobodyKnown, 0));
        who.Named.Select(one => one.Name).ShouldBe(["Riet Vos", "Jo Vos"]);
    }

    /// <summary>The sheet of somebody without an address once named the Belgian law, to a Dutch daughter.</summary>
    [Fact]
    public void Without_a_country_no_law_is_named()
    {
        var person = Around.In(null);
        person.CannotDecide();
        person.Close("Annet", Relationship.Daughter, ContactRole.LegalRepresentative);
        var who = Who(person);
        (who.Decider, who.Article).ShouldBe((Decider.Representative, null));
    }

    [Fact]
    public void The_Dutch_order_is_the_court_then_the_proxy_then_the_partner_then_the_family()
    {
        var person = Around.In("NL");
        person.CannotDecide();
        person.Close("Broer", Relationship.Brother);
        person.Close("Kleinkind", Relationship.Grandchild);
        person.Close("Dochter", Relationship.Daughter);
        Names(person).ShouldBe(["Broer Vos", "Kleinkind Vos", "Dochter Vos"]);
        person.Close("Man", Relationship.Husband);
        Names(person).ShouldBe(["Man Vos"]);
        person.Close("Vriendin", Relationship.Friend, ContactRole.WrittenProxy);
        Names(person).ShouldBe(["Vriendin Vos"]);
        person.Close("Mentor", Relationship.Other, ContactRole.Mentor);
        Names(person).ShouldBe(["Mentor Vos"]);
        var who = Who(person);
        (who.Decider, who.Article).ShouldBe((Decider.Representative, "art. 7:465 lid 3 BW"));
        who.ByLaw[0].Number.ShouldBe("0118 55 01 00");
        who.Capacity.Since.ShouldBe(On("2026-05-10"));
    }

    [Fact]
    public void The_Belgian_order_is_the_named_one_then_the_court_then_partner_child_parent_sibling()
    {
        var person = Around.In("BE");
        person.CannotDecide();
        person.Close("Mentor", Relationship.Other, ContactRole.Mentor);
        Who(person).Decider.ShouldBe(Decider.NobodyKnown);
        person.Close("Zus", Relationship.Sister);
        Names(person).ShouldBe(["Zus Vos"]);
        person.Close("Moeder", Relationship.Mother);
        Names(person).ShouldBe(["Moeder Vos"]);
        person.Close("Zoon", Relationship.Son);
        Names(person).ShouldBe(["Zoon Vos"]);
        person.Close("Vrouw", Relationship.Wife);
        Names(person).ShouldBe(["Vrouw Vos"]);
        person.Close("Bewindvoerder", Relationship.Other, ContactRole.AdministratorOfPerson);
        Names(person).ShouldBe(["Bewindvoerder Vos"]);
        person.Fact(
            new AdvanceDirectiveRecorded(
                AdvanceDirectiveKind.BelgianRepresentative,
                null,
                null,
                new Party(PartyKind.RelatedPerson, "Zus Vos"),
                [],
                null,
                null
            ),
            "2025-02-01"
        );
        var named = Who(person).ByLaw.ShouldHaveSingleItem();
        (named.Name, named.IsNamedOnPaper, named.NamedOn).ShouldBe(("Zus Vos", true, On("2025-02-01")));
        named.Number.ShouldBe("0118 55 01 00");
    }

    [Theory]
    [InlineData("NL", "2018-01-01", null, Decider.Parents)]
    [InlineData("NL", "2013-01-01", null, Decider.PersonAndParents)]
    [InlineData("NL", "2013-01-01", false, Decider.Parents)]
    [InlineData("NL", "2009-01-01", null, Decider.Person)]
    [InlineData("NL", "2009-01-01", false, Decider.Parents)]
    [InlineData("BE", "2018-01-01", null, Decider.ParentsUnlessDiscerning)]
    [InlineData("BE", "2012-01-01", true, Decider.Person)]
    [InlineData("BE", "2012-01-01", false, Decider.Parents)]
    [InlineData("BE", "2008-05-01", null, Decider.Person)]
    [InlineData(null, "2013-01-01", null, Decider.ParentsUnlessDiscerning)]
    public void Of_a_minor_the_age_says_who_decides(string? country, string born, bool? capable, Decider decider)
    {
        var person = Around.In(country, born);
        person.Close("Moeder", Relationship.Mother);
        person.Close("Zus", Relationship.Sister);
        if (capable is not null)
            person.Fact(new LegalCapacityJudged(capable, "Zo gezien."), "2026-05-10");
        var who = Who(person);
        who.Decider.ShouldBe(decider);
        if (who.AtAge is not null || country is null)
            who.ByLaw.ShouldHaveSingleItem().Name.ShouldBe("Moeder Vos");
    }

    [Fact]
    public void Where_the_country_is_not_known_no_family_is_ranked()
    {
        var person = Around.In(null);
        person.CannotDecide();
        person.Close("Dochter", Relationship.Daughter);
        Who(person).Decider.ShouldBe(Decider.NobodyKnown);
        person.Close("Zoon", Relationship.Son, ContactRole.WrittenProxy);
        Names(person).ShouldBe(["Zoon Vos"]);
        Who(person).Country.ShouldBeNull();
    }

    [Fact]
    public void Doubt_is_told_as_doubt()
    {
        var person = Around.In("NL");
        person.Fact(new LegalCapacityJudged(null, "Wisselt per dag.", "opname"), "2026-05-10");
        var who = Who(person);
        (who.Decider, who.Capacity.About, who.Capacity.Why).ShouldBe((Decider.InDoubt, "opname", "Wisselt per dag."));
    }

    [Fact]
    public void Every_role_that_decides_has_a_place_in_the_order_of_its_country_and_no_other_has()
    {
        foreach (var row in RoleRule.Table)
        {
            var ranked = RepresentationRule
                .Table.Where(rule => rule.Law.Country == row.Country)
                .Any(rule => rule.Roles.Contains(row.Role));
            ranked.ShouldBe(row.Decides, $"{row.Role} in {row.Country}");
            if (row.Decides)
                CircleViews.Represents(row.Role).ShouldBeTrue($"{row.Role}");
        }
        foreach (var role in Enum.GetValues<ContactRole>())
            RoleRule.Table.Count(row => row.Role == role).ShouldBe(2, $"{role} in both countries");
    }

    [Fact]
    public void A_form_offers_the_roles_of_the_country_and_those_that_were_recorded()
    {
        var belgian = RoleRule.Offered(CareCountry.Belgium, []);
        belgian.ShouldContain(ContactRole.TrustedPerson);
        belgian.ShouldNotContain(ContactRole.Mentor);
        belgian.ShouldNotContain(ContactRole.Administrator);
        RoleRule.Offered(CareCountry.Belgium, [ContactRole.Mentor]).ShouldContain(ContactRole.Mentor);
        RoleRule.Offered(CareCountry.Netherlands, []).ShouldNotContain(ContactRole.AdministratorOfGoods);
    }

    [Theory]
    [InlineData("capacity")]
    [InlineData("right")]
    [InlineData("who speaks")]
    [InlineData("phase")]
    [InlineData("what is not talked about")]
    public void A_sheet_reads_otherwise_when_any_of_it_changes(string what)
    {
        var person = Around.In("NL");
        person.Close("Dochter", Relationship.Daughter);
        var before = person.Person.PlanSheetOn(Tell.Today);
        Change(person, what);
        person.Person.PlanSheetOn(Tell.Today).ReadsAs(before).ShouldBeFalse(what);
    }

    private static void Change(Tell person, string what)
    {
        if (what == "capacity")
            person.CannotDecide();
        else if (what == "right")
            person.Close("Zoon", Relationship.Son, ContactRole.WrittenProxy);
        else if (what == "who speaks")
            person.Close("Riet", Relationship.Friend, ContactRole.NamedToSpeak);
        else if (what == "phase")
            person.Fact(new Core.Identification.DyingPhaseMarked(Fatima, [], null), "2026-05-26");
        else
            person.Fact(new TalkDeclined(TalkTopic.Euthanasia, true, null), "2026-05-26");
    }

    [Fact]
    public void A_sheet_reads_otherwise_when_the_number_of_who_decides_changes()
    {
        var person = Around.In("NL");
        var id = person.Close("Dochter", Relationship.Daughter);
        var before = person.Person.PlanSheetOn(Tell.Today);
        var name = new PersonName("Dochter", null, null, null, "Vos", null, null, NameUse.Own);
        var phone = new ContactPoint(ContactPointKind.Phone, "0118 55 09 99", null, null);
        person.Fact(
            new RelatedPersonRecorded(id, name, Relationship.Daughter, null, [], [phone], null, null, null, null)
        );
        var after = person.Person.PlanSheetOn(Tell.Today);
        after.ReadsAs(before).ShouldBeFalse();
        after.Who!.ByLaw[0].Number.ShouldBe("0118 55 09 99");
    }
}
