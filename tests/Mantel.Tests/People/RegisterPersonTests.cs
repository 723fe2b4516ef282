using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

public class RegisterPersonTests
{
    private static readonly PersonName Leida = new(
        "Leida Maria",
        "L.M.",
        "Leida",
        "de",
        "Ruyter",
        null,
        "Vos",
        NameUse.PartnerOwn
    );

    [Fact]
    public void A_person_is_registered_with_what_is_known()
    {
        var act = new RegisterPerson(
            Leida,
            PartialDate.Parse("1944-03"),
            new PersonNumber(NumberKind.Bsn, "9999 11 120"),
            Language: "nl"
        );
        var tell = new Tell().Then(act);
        tell.Person.Name().Full().ShouldBe("Leida Vos-de Ruyter");
        tell.Person.Name().Official().ShouldBe("Leida Maria Vos-de Ruyter");
        tell.Person.BirthDate().ShouldBe(PartialDate.Parse("1944-03"));
        tell.Person.Numbers().ShouldBe([new PersonNumber(NumberKind.Bsn, "999911120")]);
        tell.Person.Language()!.InterpreterNeeded.ShouldBeNull();
        tell.Person.IsFictitious().ShouldBeFalse();
    }

    [Fact]
    public void A_name_alone_is_enough() =>
        new Tell().Then(new RegisterPerson(Leida, null)).Person.HasNoNumber().ShouldBeFalse();

    [Theory]
    [InlineData("123")]
    [InlineData("?")]
    [InlineData("-.-")]
    public void A_surname_has_a_letter(string family) =>
        new RegisterPerson(Leida with { Family = family }, null)
            .Decide(new Tell().Person, Tell.Now)
            .ShouldBeOfType<Outcome.Refused>()
            .Problems.ShouldContain(problem => problem.Field == "family" && problem.Rule == "rule.name-without-letter");

    [Theory]
    [InlineData("O")]
    [InlineData("王")]
    [InlineData("'t Hart")]
    public void A_letter_of_any_script_is_enough(string family) =>
        new Tell().Then(new RegisterPerson(Leida with { Family = family }, null)).Person.Name().Family.ShouldBe(family);

    [Fact]
    public void Having_no_number_is_something_known() =>
        new Tell().Then(new RegisterPerson(Leida, null, HasNoNumber: true)).Person.HasNoNumber().ShouldBeTrue();

    [Fact]
    public void The_organisation_that_registers_receives_the_person_and_says_who_cares()
    {
        var (practice, account, member) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var gp = new TeamMember("S. Hoekstra", Discipline.GeneralPractitioner, Account: account);
        var received = new ReceivePerson(practice, "Praktijk Zuid", "registered", new(member, gp), IsCentral: true);
        var person = new Tell().Then(new RegisterPerson(Leida, null, ReceivedBy: received)).Person;
        person.Team(Tell.Today).ShouldHaveSingleItem().Fact.Account.ShouldBe(account);
        person.CentralCareProfessional(Tell.Today)!.Id.ShouldBe(member);
        RegisterRow.Of(person.Stream, person.Entries)!.Organisations.ShouldBe([practice]);
    }

    [Fact]
    public void Nobody_is_registered_twice_under_one_id() =>
        new RegisterPerson(Leida, null)
            .IsRefused("", "rule.already-registered", new Tell().Then(new RegisterPerson(Leida, null)))
            .IsBrokenRule.ShouldBeTrue();

    [Theory]
    [InlineData("", "rule.missing")]
    [InlineData("   ", "rule.missing")]
    [InlineData("Ruy\u0000ter", "rule.control-characters")]
    [InlineData("Ruy\nter", "rule.control-characters")]
    [InlineData("Ruy\ud800ter", "rule.control-characters")]
    public void A_surname_must_be_one_line_of_readable_text(string family, string rule) =>
        new RegisterPerson(Leida with { Family = family }, null).IsRefused("family", rule);

    [Fact]
    public void A_surname_of_201_characters_is_too_long() =>
        new RegisterPerson(Leida with { Family = new string('a', 201) }, null)
            .IsRefused("family", "rule.too-long")
            .Values.ShouldBe(["200"]);

    [Theory]
    [InlineData("👵🏽 Öztürk")]
    [InlineData("عائشة")]
    [InlineData("Nguyễn")]
    public void Names_of_all_scripts_are_kept_as_they_are(string family) =>
        new Tell().Then(new RegisterPerson(Leida with { Family = family }, null)).Person.Name().Family.ShouldBe(family);

    [Fact]
    public void A_partners_name_in_use_must_be_given() =>
        new RegisterPerson(Leida with { PartnerFamily = " " }, null).IsRefused(
            "partnerFamily",
            "rule.partner-name-missing"
        );

    [Theory]
    [InlineData("2026-06-02", "rule.date-in-future")]
    [InlineData("2027", "rule.date-in-future")]
    [InlineData("1889-12-31", "rule.born-too-long-ago")]
    public void A_birth_date_must_be_possible(string born, string rule) =>
        new RegisterPerson(Leida, PartialDate.Parse(born)).IsRefused("birthDate", rule);

    [Theory]
    [InlineData("1890")]
    [InlineData("2026-06-01")]
    [InlineData("2026")]
    public void A_birth_date_at_the_edge_is_possible(string born) =>
        new RegisterPerson(Leida, PartialDate.Parse(born)).Yields().Count.ShouldBe(3);

    [Fact]
    public void Wrong_check_digits_are_refused_at_the_number() =>
        new RegisterPerson(Leida, null, new PersonNumber(NumberKind.Bsn, "999911121")).IsRefused(
            "number",
            "rule.bsn-wrong"
        );

    [Fact]
    public void A_number_and_none_contradict() =>
        new RegisterPerson(Leida, null, new PersonNumber(NumberKind.Bsn, "999911120"), HasNoNumber: true).IsRefused(
            "number",
            "rule.number-and-none"
        );

    [Fact]
    public void An_insz_with_another_birth_date_asks_somebody_to_look()
    {
        var act = new RegisterPerson(
            Leida,
            PartialDate.Parse("1985-07-31"),
            new PersonNumber(NumberKind.Insz, "85073003328")
        );
        var problem = act.IsRefused("number", "rule.insz-other-birth-date");
        problem.IsBrokenRule.ShouldBeTrue();
        problem.Values.ShouldBe(["1985-07-30"]);
        (act with { EvenSo = true }).Yields().Count.ShouldBe(4);
        (act with { BirthDate = PartialDate.Parse("1985-07") }).Yields().Count.ShouldBe(4);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var act = new RegisterPerson(
            Leida with
            {
                Family = "",
            },
            PartialDate.Parse("1800"),
            new PersonNumber(NumberKind.Insz, "1"),
            Language: "klingon!"
        );
        var refused = act.Decide(new Tell().Person, Acts.Now).ShouldBeOfType<Outcome.Refused>();
        refused.Problems.Select(problem => problem.Field).ShouldBe(["family", "birthDate", "number", "language"]);
    }
}
