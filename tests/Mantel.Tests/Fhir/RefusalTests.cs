using Mantel.Fhir.Import;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>Broken, hostile and foreign messages: a clear report, nothing taken in.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData(
        "\"status\": \"active\",\n        \"scope\"",
        "\"status\": \"active\",\"implicitRules\":\"urn:x\",\n        \"scope\"",
        "fhir.must-understand"
    )]
    [InlineData("ext-TreatmentDirective2.SpecificationOther", "ext-Somebody.Elses", "fhir.must-understand")]
    [InlineData(
        "\"status\": \"active\",\n        \"scope\"",
        "\"status\": \"active\",\"modifierExtension\":[{\"url\":\"urn:not-if-raining\",\"valueBoolean\":true}],\n        \"scope\"",
        "fhir.must-understand"
    )]
    [InlineData(
        "\"type\": \"deny\"",
        "\"type\": \"deny\",\"provision\":[{\"type\":\"permit\"}]",
        "fhir.not-understood"
    )]
    [InlineData("2025-06-12", "2999-06-12", "fhir.future-date")]
    [InlineData("2025-06-12", "2025-06-31", "fhir.impossible-date")]
    [InlineData("PractitionerRole/gp-1-role", "Patient/mien", "fhir.about-someone-else")]
    public void AResourceThatCannotBeTrustedIsRefusedByName(string what, string into, string rule)
    {
        var files = Imports.Samples("shared", "mien-oosterhof").Append(Messages.Changed("tariq-el-amrani", what, into));
        var refused = Imports.Read([.. files]).Refused.Where(one => one.File == "tariq-el-amrani").ToList();
        refused.SelectMany(one => one.Issues).ShouldContain(issue => issue.Rule == rule);
        refused.ShouldAllBe(one => one.Name.Contains('/'));
    }

    [Fact]
    public void AFormAboutSomebodyElseIsRefused()
    {
        var files = Imports
            .Samples("shared", "mien-oosterhof")
            .Append(Messages.Changed("mien-form-2024", "1944-03-17", "1946-03-17"));
        var refused = Imports.Read([.. files]).Refused.Single();
        refused.Name.ShouldBe("QuestionnaireResponse/mien-form-2024");
        refused.Issues.Single().Rule.ShouldBe("fhir.about-someone-else");
    }

    [Fact]
    public void WithoutItsPatientNothingIsTakenIn()
    {
        var result = Imports.Read(
            Messages.Changed("tariq-el-amrani", "\"resourceType\": \"Patient\"", "\"resourceType\": \"Group\"")
        );
        result.People.ShouldBeEmpty();
        result.Refused.ShouldAllBe(one => one.Issues.All(issue => issue.Rule.StartsWith("fhir.")));
        result.Refused.Count.ShouldBe(14);
        result.LeftOut.Select(one => one.Name).ShouldBe(["Group/tariq"]);
    }

    [Fact]
    public void TwoPatientsInOneSetAreTwoPeople()
    {
        var people = Imports.Read([.. Imports.Mien, .. Imports.Tariq.Take(2)]).People;
        people.Select(person => person.Identity.Name!.Family).ShouldBe(["Oosterhof", "Amrani"]);
        people.ShouldAllBe(person => person.Messages.Any(message => message.Resource.Name == "Practitioner/gp-1"));
    }

    [Fact]
    public void APatientWithoutANumberIsKnownByNameAndBirthDate()
    {
        var files = Imports.Samples("shared").Append(Messages.Changed("tariq-el-amrani", "999991504", "999991505"));
        var person = Imports.One([.. files]);
        person.Identity.Number.ShouldBeNull();
        person.Messages.Single(message => message.Resource.Type == "Patient").Unmapped.ShouldBe(["identifier"]);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"p"}""", "fhir.nobody-recognisable")]
    [InlineData(
        """{"resourceType":"Patient","id":"p","meta":{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"]},"name":[{"family":"Doe"}],"birthDate":"1950-01-01"}""",
        "fhir.no-plan"
    )]
    public void AForeignPatientIsRefused(string patient, string rule)
    {
        var result = Imports.Read(
            Messages.Bundle(
                patient,
                """{"resourceType":"Observation","id":"o","status":"final","code":{"text":"weight"},"subject":{"reference":"Patient/p"}}""",
                """{"resourceType":"Condition","id":"c"}"""
            )
        );
        result.People.ShouldBeEmpty();
        result
            .Refused.Select(one => one.Name)
            .ShouldBe(["Condition/c", "Observation/o", "Patient/p"], ignoreOrder: true);
        result.Refused.SelectMany(one => one.Issues).ShouldContain(issue => issue.Rule == rule);
    }

    [Fact]
    public void NoSentenceRepeatsWhatTheMessageSaysAboutThePerson()
    {
        var result = Imports.Read(
            Messages.Changed("tariq-el-amrani", "2025-06-12", "2025-06-31"),
            Imports.Samples("shared")[0]
        );
        var said = string.Join(
            ' ',
            result.Refused.SelectMany(one => one.Issues).Select(issue => issue.ToString() + issue.Say("nl"))
        );
        said.ShouldNotContain("Amrani");
        said.ShouldNotContain("2025-06-31");
    }
}
