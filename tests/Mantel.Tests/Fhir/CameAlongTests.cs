using System.Text;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>
/// What comes along with a plan never stops it: it is read where it can be, and kept and named otherwise.
/// </summary>
[Trait("Safety", "8")]
public class CameAlongTests
{
    private const string Plan = "treatment-loinc-first";
    private const string Row = "Resuscitation: Withhold 2026-03-01";
    private const string Subject = """
        "subject":{"reference":"Patient/pat-43"}
        """;

    [Theory]
    [InlineData("""{"resourceType":"CarePlan","id":"x","status":"active","subject":{"reference":"Patient/pat-43"}}""")]
    [InlineData("""{"resourceType":"Practitioner","id":"x","name":[{"family":"Vreemd"}]}""")]
    [InlineData("""{"resourceType":"PractitionerRole","id":"x","practitioner":{"reference":"Practitioner/nobody"}}""")]
    [InlineData("""{"resourceType":"Organization","id":"x","name":"Ergens"}""")]
    [InlineData("""{"resourceType":"Organization","id":"x","shoeSize":42}""")]
    [InlineData("""{"resourceType":"Location","id":"x"}""")]
    [InlineData("""{"resourceType":"Condition","id":"x","shoeSize":42}""")]
    public void ItIsKeptWordForWordAndNamed(string resource)
    {
        var keeping = Kept(resource);
        ExchangeSets.Describe(keeping.Person).ShouldBe(Row);
        var along = keeping.Person.CameAlong().Single();
        along.Message.Reference.ShouldEndWith("/x");
        Encoding.UTF8.GetString(keeping.Attachments[along.Message.Attachment].Content).ShouldBe(resource);
        var written = Encoding.UTF8.GetString(ExportTests.Exported(keeping).Bytes.Span);
        written.ShouldContain($"\"{along.Type}\"");
    }

    [Fact]
    public void WhatMayBeAboutSomebodyElseIsLeftOutAndStopsNothing()
    {
        var result = Result("""{"resourceType":"CarePlan","id":"x","subject":{"reference":"Patient/somebody"}}""");
        result.Refused.ShouldBeEmpty();
        result.LeftOut.Single().Name.ShouldBe("CarePlan/x");
        Taken(result).Person.CameAlong().ShouldBeEmpty();
    }

    [Fact]
    public void DiagnosesAllergiesAndMedicationAreTaken()
    {
        var person = Kept(
            $$"""{"resourceType":"Condition","id":"c","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"84114007","display":"hartfalen"}]},{{Subject}},"onsetDateTime":"2019"}""",
            $$"""{"resourceType":"Condition","id":"d","clinicalStatus":{"coding":[{"code":"resolved"}]},"code":{"text":"longontsteking"},{{Subject}}}""",
            $$"""{"resourceType":"Condition","id":"e","verificationStatus":{"coding":[{"code":"refuted"}]},"code":{"text":"kanker"},{{Subject}}}""",
            """{"resourceType":"AllergyIntolerance","id":"a","code":{"text":"penicilline"},"patient":{"reference":"Patient/pat-43"},"reaction":[{"manifestation":[{"text":"huiduitslag"}]}]}""",
            """{"resourceType":"Medication","id":"m","code":{"text":"morfine 10 mg/ml"}}""",
            $$"""{"resourceType":"MedicationStatement","id":"s","status":"active","medicationReference":{"reference":"Medication/m"},{{Subject}},"dosage":[{"text":"zo nodig 5 mg"}]}"""
        ).Person;
        person.Diagnoses().Select(one => one.Fact.Name).ShouldBe(["hartfalen"]);
        person.Diagnoses()[0].Fact.SnomedCode.ShouldBe("84114007");
        person.Allergies().Single().Fact.ShouldBe(new AllergyRecorded("penicilline", "huiduitslag"));
        person.MedicationAtHome().Single().Fact.Medication.ShouldBe("morfine 10 mg/ml: zo nodig 5 mg");
        person.CameAlong().Select(one => one.Message.Why).ShouldContain("fhir.not-final");
    }

    [Theory]
    [InlineData("Gert-Jan", "HUSB", "+31 6 12345678", "Gert", "HUSB", "06-12345678", 1)]
    [InlineData("Gert-Jan", "HUSB", "0612345678", "Gert", null, "0612345678", 1)]
    [InlineData("Anna", "DAUC", "0118123456", "Piet", "SONC", "0118123456", 2)]
    [InlineData("Anna", null, "0118123456", "Piet", null, "0118123456", 2)]
    [InlineData("Gert-Jan", "HUSB", "0612345678", "Gert", "HUSB", "0687654321", 2)]
    public void OneCloseOneToldTwiceWithTheSameTelephoneIsOne(
        string one,
        string? relation,
        string phone,
        string other,
        string? otherRelation,
        string otherPhone,
        int people
    )
    {
        var keeping = Kept(Close("r1", one, relation, phone), Close("r2", other, otherRelation, otherPhone));
        keeping.Person.Circle().Count.ShouldBe(people);
    }

    [Fact]
    public void WhatNamesNobodyIsTakenForTheOnlyPersonAndSaidToBe()
    {
        var goal =
            """{"resourceType":"QuestionnaireResponse","id":"q","status":"completed","questionnaire":"https://api.iknl.nl/docs/pzp/r4/Questionnaire/ACP-zib2020|1.0.0-rc2","item":[{"linkId":"963","answer":[{"valueDateTime":"2026-03-01"}]},{"linkId":"1387","answer":[{"valueCoding":{"code":"2"}}]}]}""";
        var person = Result(goal).People.Single();
        person.Assumed.ShouldBe(["QuestionnaireResponse/q"]);
        var alone = ImportPeople.Import(PzpSet.Read(Messages.Bundle(goal)), Imports.Options with { AboutOne = true });
        alone.Refused.ShouldBeEmpty();
        alone.People.Single().Assumed.ShouldBe(["QuestionnaireResponse/q"]);
        Imports.Read(Messages.Bundle(goal)).Refused.Single().Issues.Single().Rule.ShouldBe("fhir.no-patient");
    }

    [Fact]
    public void TwoPeopleWhoAreNotInTheSetAreNobody()
    {
        var goal =
            """{"resourceType":"Goal","id":"g1","lifecycleStatus":"active","description":{"text":"x"},"subject":{"reference":"Patient/one"}}""";
        var other = goal.Replace("g1", "g2").Replace("Patient/one", "Patient/two");
        var set = PzpSet.Read(Messages.Bundle(goal, other));
        ImportPeople.Import(set, Imports.Options with { AboutOne = true }).Refused.Count.ShouldBe(2);
    }

    [Fact]
    public void TwoPeopleWithOneNumberAndOtherBirthDatesAreRefused()
    {
        var file = Messages.Text(
            ExchangeSets.Files("two-patients-one-number")[0],
            "\"other-pat-5\",\"meta\"",
            "\"other-pat-5\",\"language\":\"nl\",\"meta\""
        );
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        var at = text.LastIndexOf("1935-06-06", StringComparison.Ordinal);
        var changed = text[..at] + "1961-06-06" + text[(at + 10)..];
        ExchangeSets
            .Read([Messages.File(changed)])
            .Refused.SelectMany(one => one.Issues)
            .ShouldContain(issue => issue.Rule == "fhir.one-number-two-people");
    }

    private static string Close(string id, string given, string? relation, string phone)
    {
        var relationship = relation is null
            ? ""
            : $$""","relationship":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"{{relation}}"}]}]""";
        return $$"""{"resourceType":"RelatedPerson","id":"{{id}}","patient":{"reference":"Patient/pat-43"},"name":[{"family":"Sytsma","given":["{{given}}"]}],"telecom":[{"system":"phone","value":"{{phone}}"}]{{relationship}}}""";
    }

    private static ImportResult Result(params IEnumerable<string> more) =>
        ExchangeSets.Read([.. ExchangeSets.Files(Plan), Messages.Bundle(more)]);

    private static Keeping Taken(ImportResult result)
    {
        var keeping = new Keeping();
        keeping.Import(result.People.Single());
        return keeping;
    }

    private static Keeping Kept(params IEnumerable<string> more)
    {
        var result = Result(more);
        result.Refused.ShouldBeEmpty();
        return Taken(result);
    }
}
