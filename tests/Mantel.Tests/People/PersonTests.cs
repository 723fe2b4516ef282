using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

public class PersonTests
{
    private static readonly PersonName Leida = new("Leida", null, null, "de", "Ruyter", null, null, NameUse.Own);

    private static Tell Registered(string? born = "1944-03-14") =>
        new Tell().Then(new RegisterPerson(Leida, born is null ? null : PartialDate.Parse(born)));

    [Fact]
    public void A_corrected_name_leaves_the_old_one_to_be_found_by()
    {
        var tell = Registered().Then(new CorrectName(Leida with { Family = "Ruijter" }));
        tell.Person.Name().Family.ShouldBe("Ruijter");
        tell.Person.OtherNames().ShouldBe([Leida]);
        new CorrectName(Leida with { Family = "Ruijter" }).Yields(tell).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1944-03-14", "2026-03-13", 81, 81)]
    [InlineData("1944-03-14", "2026-03-14", 82, 82)]
    [InlineData("1944-03", "2026-03-14", 81, 82)]
    [InlineData("1944", "2026-06-01", 81, 82)]
    [InlineData("1944", "2026-12-31", 82, 82)]
    [InlineData("2026-06-01", "2026-06-01", 0, 0)]
    public void An_age_is_as_certain_as_the_birth_date(string born, string today, int atLeast, int atMost) =>
        Registered(born).Person.Age(DateOnly.Parse(today, null)).ShouldBe(new Age(atLeast, atMost));

    [Fact]
    public void Without_a_birth_date_there_is_no_age() => Registered(null).Person.Age(Tell.Today).ShouldBeNull();

    [Fact]
    public void Age_stands_still_at_death() =>
        Registered()
            .Then(new RecordDeath(PartialDate.Parse("2025-03-13")))
            .Person.Age(Tell.Today)
            .ShouldBe(new Age(80, 80));

    [Theory]
    [InlineData("1944-03-13", "rule.death-before-birth")]
    [InlineData("1943", "rule.death-before-birth")]
    [InlineData("2026-06-02", "rule.date-in-future")]
    public void A_death_lies_between_birth_and_today(string on, string rule) =>
        new RecordDeath(PartialDate.Parse(on)).IsRefused("on", rule, Registered());

    [Fact]
    public void A_death_needs_a_day_as_far_as_known() =>
        new RecordDeath(null).IsRefused("on", "rule.missing", Registered());

    [Theory]
    [InlineData("24:00")]
    [InlineData("half vier")]
    [InlineData("3")]
    public void A_time_of_death_must_exist(string time) =>
        new RecordDeath(PartialDate.Parse("2026-05-03"), time).IsRefused("time", "rule.time-impossible", Registered());

    [Fact]
    public void A_time_needs_a_whole_day() =>
        new RecordDeath(PartialDate.Parse("2026-05"), "03:15").IsRefused("time", "rule.time-without-day", Registered());

    [Fact]
    public void A_death_can_be_put_right_and_struck_out()
    {
        var tell = Registered().Then(new RecordDeath(PartialDate.Parse("2026-05-03"), "3:15", PlaceOfDeath.Home));
        tell.Person.Death()!.Fact.Time.ShouldBe("03:15");
        tell.Then(new RecordDeath(PartialDate.Parse("2026-05-02")));
        tell.Person.Death()!.On.ShouldBe(PartialDate.Parse("2026-05-02"));
        foreach (var death in tell.Person.All<DeathRecorded>().ToList())
            tell.StrikeOut(death.Entry.Id);
        tell.Person.Death().ShouldBeNull();
    }

    [Fact]
    public void After_death_only_what_was_so_before_it_is_recorded()
    {
        var tell = Registered().Then(new RecordDeath(PartialDate.Parse("2026-05-03")));
        new TellWhatMatters("De radio aan.").IsRefused("toldOn", "rule.deceased", tell);
        new TellWhatMatters("De radio aan.", PartialDate.Parse("2026-05-04"))
            .Asks(tell)
            .ShouldBe("rule.ask-dated-after-death");
        new TellWhatMatters("De radio aan.", PartialDate.Parse("2026-05-02")).Yields<WhatMattersTold>(tell);
        new RecordMedicationAtHome("Morfine").IsRefused("", "rule.deceased", tell);
        new RecordCourseChange(CourseChange.Deteriorated, PartialDate.Parse("2026-05-02")).Yields(tell);
        new CorrectName(Leida with { Given = "Leida Maria" }).Yields<NameRecorded>(tell);
    }

    [Fact]
    public void A_birth_date_after_the_death_contradicts_it() =>
        new CorrectBirthDate(PartialDate.Parse("2026-05-04")).IsRefused(
            "birthDate",
            "rule.death-before-birth",
            Registered().Then(new RecordDeath(PartialDate.Parse("2026-05-03")))
        );

    [Fact]
    public void A_late_word_about_an_earlier_day_displaces_nothing_newer()
    {
        var tell = Registered()
            .Then(new TellWhatMatters("Thuis zijn.", PartialDate.Parse("2026-05-20")))
            .Then(new TellWhatMatters("De meidoorn zien.", PartialDate.Parse("2025-04-01")));
        tell.Person.WhatMatters()!.Value.Fact.Words.ShouldBe("Thuis zijn.");
    }

    [Fact]
    public void None_known_is_not_the_same_as_not_recorded()
    {
        var tell = Registered();
        tell.Person.Allergies().ShouldBeEmpty();
        tell.Then(new RecordAllergy(null, NoneKnown: true));
        tell.Person.Allergies().ShouldHaveSingleItem().Fact.Substance.ShouldBeNull();
        tell.Then(new RecordAllergy("Penicilline", "uitslag"));
        tell.Person.Allergies().ShouldHaveSingleItem().Fact.Substance.ShouldBe("Penicilline");
        new RecordAllergy(null, NoneKnown: true)
            .IsRefused("noneKnown", "rule.allergies-known", tell)
            .IsBrokenRule.ShouldBeTrue();
    }

    [Fact]
    public void What_ended_no_longer_holds_and_stays_in_the_history()
    {
        var tell = Registered().Then(new RecordDiagnosis("Hartfalen", true, Since: PartialDate.Parse("2024-02")));
        var entry = tell.Person.Diagnoses()[0].Entry.Id;
        new EndItem(entry, PartialDate.Parse("2023")).IsRefused("on", "rule.ends-before-it-began", tell);
        tell.Then(new EndItem(entry, PartialDate.Parse("2026-05-01")));
        tell.Person.Diagnoses().ShouldBeEmpty();
        tell.Person.Entries.Count(recorded => recorded.Fact is DiagnosisRecorded).ShouldBe(1);
        new EndItem(entry).Yields(tell).ShouldBeEmpty();
        new EndItem(Guid.NewGuid()).IsRefused("entry", "rule.nothing-to-end", tell);
    }

    [Theory]
    [InlineData("84114007", true)]
    [InlineData("72506001", true)]
    [InlineData("84114008", false)]
    [InlineData("12", false)]
    [InlineData("hartfalen", false)]
    public void A_snomed_code_has_a_right_check_digit(string code, bool right) =>
        SnomedConcept.IsWellFormed(code).ShouldBe(right);

    [Fact]
    public void The_newest_word_on_a_device_holds()
    {
        var tell = Registered()
            .Then(new RecordImplantedDevice(DeviceKind.Icd, true, "Medtronic", PartialDate.Parse("2019")))
            .Then(new RecordImplantedDevice(DeviceKind.Icd, false, KnownOn: PartialDate.Parse("2026-05-31")));
        tell.Person.Devices().ShouldHaveSingleItem().Fact.Present.ShouldBe(false);
        new RecordImplantedDevice(DeviceKind.Pump, null, ImplantedOn: PartialDate.Parse("2020")).IsRefused(
            "implantedOn",
            "rule.device-not-there"
        );
    }

    [Fact]
    public void An_address_of_no_fixed_abode_needs_no_street()
    {
        var address = new Address(AddressKind.NoFixedAddress, null, null, null, null, "Gent", null, "BE", null);
        new RecordAddress(address).Yields<AddressRecorded>(Registered()).Address.Municipality.ShouldBe("Gent");
        new RecordAddress(address with { Kind = AddressKind.Home, Municipality = null }).IsRefused(
            "place",
            "rule.address-empty"
        );
    }

    [Fact]
    public void Several_things_are_told_of_a_person_and_the_last_of_each_holds()
    {
        var tell = Registered()
            .Then(new RecordBackground(BackgroundAspect.Faith, "Hervormd."))
            .Then(new RecordBackground(BackgroundAspect.LivingSituation, "Woont alleen."))
            .Then(new RecordBackground(BackgroundAspect.Faith, "Hervormd, gaat niet meer naar de kerk."));
        tell.Person.Background()
            .Select(told => told.Fact.Words)
            .ShouldBe(["Hervormd, gaat niet meer naar de kerk.", "Woont alleen."]);
    }
}
