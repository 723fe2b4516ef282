using System.Text.Json;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo;
using Mantel.Web.Identification.Inbox;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;

namespace Mantel.Tests.Demo;

/// <summary>What screenshots, guides and other tests rely on: who shows what.</summary>
public sealed class CastTests(ToldDemo told) : IClassFixture<ToldDemo>
{
    [Fact]
    public void Leida_has_an_ICD_nobody_spoke_of_and_grew_worse_after_the_talk()
    {
        var leida = told.Of("leida-vos");
        leida.Devices().ShouldContain(device => device.Fact.Kind == DeviceKind.Icd && device.Fact.Present == true);
        WordOf("leida-vos", IcdDeactivation).ShouldBe(Word.NotDiscussed);
        var hospital = leida.DecisionOn(HospitalAdmission, ToldDemo.Today);
        hospital.Word.ShouldBe(Word.Otherwise);
        hospital.Predates!.Kind.ShouldBe(CourseTurnKind.Deteriorated);
        hospital.Earlier.ShouldContain(earlier => earlier.Decision == Decision.Perform);
        leida.SharingConsent().ShouldBe(SharingConsent.Given);
        leida.MedicationAtHome().Count.ShouldBe(2);
        leida.CentralCareProfessional(ToldDemo.Today)!.Fact.Name.ShouldBe("dr. S. Hoekstra");
    }

    [Fact]
    public async Task Leida_can_read_who_looked_at_her_record()
    {
        var looks = await told.LooksAtAsync(DemoPeople.Leida);
        looks.ShouldContain(look => look.Role == Role.PhysicianOnDuty && look.Page == "ReadNight");
        looks.ShouldContain(look => look.Role == Role.CloseOne);
    }

    [Fact]
    public async Task Piet_told_of_two_people_without_a_page_the_one_was_found_and_the_other_waits()
    {
        var piet = new Actor(
            new Author(
                Mantel.Demo.Telling.FixedIdentifiers.Id("account/sinke"),
                "Piet Sinke",
                Role.Volunteer,
                null,
                null
            )
        );
        var terms = AttentionTerms.Usual.Signals;
        var inbox = new InboxDesk(told.Desk, terms);
        var heard = await inbox.HeardAsync(piet, default);
        heard
            .Select(one => (one.Told!.About, one.Progress))
            .ShouldBe([
                ("Mevrouw Sijbrandij", SignalProgress.Sent),
                ("Jan Bakker, de oude postbode van de Stormhoek", SignalProgress.SomethingWasDone),
            ]);
        heard[1].WordsToSender!.ShouldStartWith("Dank je wel, Piet.");
        var nurse = told.Accounts.Single(account => account.Key == "nurse");
        var azouzi = new Actor(
            new Author(nurse.Id, nurse.Name, nurse.Role, nurse.Organisation, nurse.OrganisationName)
        );
        var waits = (await inbox.WaitingAsync(azouzi, ToldDemo.Now, default)).ShouldHaveSingleItem();
        (waits.Received.Fact.About.Name, waits.WaitAt(ToldDemo.Now, terms)).ShouldBe(
            ("Mevrouw Sijbrandij", SignalWait.Late)
        );
        told.Of("jan-bakker-vlissingen").Signals().ShouldHaveSingleItem().Sender.Name.ShouldBe("Piet Sinke");
        told.Of("jan-bakker-vlissingen").OpenSignals().ShouldBeEmpty();
    }

    [Fact]
    public void Gerrit_cannot_decide_and_what_the_nurse_agreed_waits_for_a_physician()
    {
        var gerrit = told.Of("gerrit-postma");
        gerrit.LegalCapacity().Only!.Value.Fact.Capable.ShouldBe(false);
        gerrit.DecisionOn(HospitalAdmission, ToldDemo.Today).NeedsConfirmation.ShouldBeTrue();
        WordOf("gerrit-postma", Antibiotics).ShouldBe(Word.Unknown);
        gerrit.Circle()[0].Fact.Roles.ShouldContain(ContactRole.LegalRepresentative);
    }

    [Fact]
    public void Yusuf_is_in_hospital_needs_an_interpreter_and_does_not_want_to_talk_now()
    {
        var yusuf = told.Of("yusuf-demir");
        yusuf.Language()!.InterpreterNeeded.ShouldBe(true);
        yusuf.Language()!.KeyPerson.ShouldNotBeNull();
        yusuf.BirthDate()!.Value.IsWhole.ShouldBeFalse();
        yusuf.Address()!.Kind.ShouldBe(AddressKind.Stay);
        yusuf.CourseChanges()[0].Fact.Change.ShouldBe(CourseChange.AdmittedToHospital);
        yusuf.All<TalkDeclined>().ShouldContain(declined => declined.Fact.OnlyNow);
    }

    [Fact]
    public void Huib_wrote_a_declaration_newer_than_what_was_agreed()
    {
        var resuscitation = told.Of("huib-dingemanse").DecisionOn(Resuscitation, ToldDemo.Today);
        resuscitation.Word.ShouldBe(Word.Withhold);
        resuscitation.NeedsAgreement.ShouldBeTrue();
        resuscitation.Beside!.Decision.ShouldBe(Decision.Perform);
        told.Of("huib-dingemanse").All<AdvanceDirectiveRecorded>().ShouldContain(one => one.Fact.Document != null);
    }

    [Fact]
    public void Jaantje_refuses_to_share_and_the_glass_was_broken_for_a_vital_emergency()
    {
        var jaantje = told.Of("jaantje-minderhoud");
        jaantje.SharingConsent().ShouldBe(SharingConsent.Refused);
        jaantje.GlassesBroken().ShouldHaveSingleItem().Fact.VitalEmergency.ShouldBeTrue();
    }

    [Fact]
    public void Ria_says_something_else_now()
    {
        var said = told.Of("ria-francke").SaysDifferently().ShouldHaveSingleItem();
        said.Entry.Author.Role.ShouldBe(Role.Volunteer);
        WordOf("ria-francke", HospitalAdmission).ShouldBe(Word.Withhold);
    }

    [Fact]
    public void Godelieve_has_a_DNR_code_whose_stay_ended_and_a_Belgian_declaration()
    {
        var godelieve = told.Of("godelieve-van-hecke");
        godelieve.All<DnrCodeGiven>().ShouldNotBeEmpty();
        godelieve.DnrCodesInForce(ToldDemo.Today).ShouldBeEmpty();
        godelieve
            .StandingDeclarations(ToldDemo.Today)
            .ShouldContain(one => one.Fact.Kind == AdvanceDirectiveKind.BelgianNegativeDeclaration);
        var resuscitation = godelieve.DecisionOn(Resuscitation, ToldDemo.Today);
        resuscitation.Word.ShouldBe(Word.Withhold);
        resuscitation.Beside!.IsOwnDeclaration.ShouldBeTrue();
    }

    [Fact]
    public void Achiel_has_a_DNR_code_in_force_that_fills_only_the_rows_its_text_names()
    {
        told.Of("achiel-baeten").DnrCodesInForce(ToldDemo.Today).ShouldHaveSingleItem();
        WordOf("achiel-baeten", IntensiveCare).ShouldBe(Word.Withhold);
        WordOf("achiel-baeten", Ventilation).ShouldBe(Word.NotRecorded);
    }

    [Fact]
    public void Ahmed_has_two_words_of_one_day_and_a_birth_year_only()
    {
        var ahmed = told.Of("ahmed-el-idrissi");
        ahmed.DecisionOn(IntensiveCare, ToldDemo.Today).IsContradictory.ShouldBeTrue();
        ahmed.BirthDate().ShouldBe(new PartialDate(1951));
        ahmed.Entries.ShouldContain(entry => entry.Source.System != Source.Here);
    }

    [Fact]
    public void Betsy_has_a_decision_that_a_strike_out_revived() =>
        told.Of("betsy-wondergem").DecisionOn(HospitalAdmission, ToldDemo.Today).IsRevived.ShouldBeTrue();

    [Fact]
    public void Jozef_agreed_that_his_ICD_is_switched_off() =>
        WordOf("jozef-de-clercq", IcdDeactivation).ShouldBe(Word.Perform);

    [Fact]
    public void Fernand_does_not_want_to_talk_at_all()
    {
        var fernand = told.Of("fernand-claeys");
        fernand.All<TalkDeclined>().ShouldHaveSingleItem().Fact.OnlyNow.ShouldBeFalse();
        fernand.All<ConversationHeld>().ShouldBeEmpty();
        WordOf("fernand-claeys", Resuscitation).ShouldBe(Word.NotRecorded);
    }

    [Fact]
    public void Trees_died_at_home()
    {
        var death = told.Of("trees-maljaars").Death()!;
        death.Fact.Place.ShouldBe(PlaceOfDeath.Home);
        death.On!.Value.First.ShouldBeLessThan(ToldDemo.Today);
    }

    [Fact]
    public void Nobody_asked_Wil_for_consent_and_the_glass_was_broken_for_her()
    {
        told.Of("wil-boogaard").SharingConsent().ShouldBeNull();
        told.Of("wil-boogaard").GlassesBroken().ShouldHaveSingleItem().Fact.VitalEmergency.ShouldBeFalse();
        told.Of("sjors-vermaas").SharingConsent().ShouldBe(SharingConsent.Unknown);
    }

    [Fact]
    public void Oksana_has_no_number_and_Sjors_no_address()
    {
        told.Of("oksana-melnyk").HasNoNumber().ShouldBeTrue();
        told.Of("sjors-vermaas").Address()!.Kind.ShouldBe(AddressKind.NoFixedAddress);
    }

    [Fact]
    public void Namesakes_resemble_each_other()
    {
        Resemblance("jan-bakker-vlissingen", "jan-bakker-middelburg").ShouldBe(Likeness.NearBirthDateAlikeName);
        Resemblance("maria-de-smet", "maria-de-smedt").ShouldBe(Likeness.NearBirthDateAlikeName);
    }

    [Theory]
    [InlineData("mats-lievens", 7)]
    [InlineData("roos-van-dijk", 17)]
    [InlineData("daan-verhage", 19)]
    [InlineData("leida-vos", 82)]
    [InlineData("nel-koole", 97)]
    public void Ages_are_as_told(string key, int age) => told.Of(key).Age(ToldDemo.Today).ShouldBe(new Age(age, age));

    [Fact]
    public void Many_languages_are_spoken()
    {
        var languages = told.People.Select(person => person.Language()!.Language).ToHashSet();
        languages.IsSupersetOf(["nl", "tr", "ary", "pl", "fr", "uk", "dse"]).ShouldBeTrue();
    }

    [Fact]
    public void Many_faiths_and_none_are_told() =>
        told
            .People.SelectMany(person => person.Background())
            .Count(one => one.Fact.Aspect == BackgroundAspect.Faith)
            .ShouldBeGreaterThanOrEqualTo(9);

    [Fact]
    public void No_register_row_changes_with_a_fact_that_is_said_to_leave_it_as_it_is()
    {
        foreach (var person in told.People)
        {
            for (var count = 1; count < person.Entries.Count; count++)
            {
                if (!RegisterRow.ChangesWith(person.Entries[count].Fact))
                    RowAfter(person, count + 1).ShouldBe(RowAfter(person, count));
            }
        }
    }

    private static string RowAfter(PersonRecord person, int count) =>
        JsonSerializer.Serialize(RegisterRow.Of(person.Stream, [.. person.Entries.Take(count)]), FactCodec.Json);

    private Word WordOf(string key, TreatmentKind kind) => told.Of(key).DecisionOn(kind, ToldDemo.Today).Word;

    private Likeness? Resemblance(string one, string other)
    {
        RegisterRow Row(string key) => RegisterRow.Of(told.Of(key).Stream, told.Of(key).Entries)!;
        return Core.People.Resemblance.Between(Row(one), Row(other));
    }
}
