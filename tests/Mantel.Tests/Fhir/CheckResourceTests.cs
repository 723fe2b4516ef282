using System.Text.Json;
using Mantel.Fhir.R4;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

public class CheckResourceTests
{
    [Theory]
    [InlineData("""{"resourceType":"Patient","shoeSize":42}""", "fhir.unknown-element", "Patient")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1950-02-30"}""", "fhir.impossible-date", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1950-2-3"}""", "fhir.bad-value", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","birthDate":19500203}""", "fhir.wrong-type", "Patient.birthDate")]
    [InlineData("""{"resourceType":"Patient","gender":"f"}""", "fhir.unknown-code", "Patient.gender")]
    [InlineData("""{"resourceType":"Patient","gender":["female"]}""", "fhir.is-a-list", "Patient.gender")]
    [InlineData("""{"resourceType":"Patient","name":{"family":"X"}}""", "fhir.not-a-list", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","name":[]}""", "fhir.empty", "Patient.name")]
    [InlineData("""{"resourceType":"Patient","name":[{}]}""", "fhir.empty", "Patient.name[0]")]
    [InlineData("""{"resourceType":"Patient","name":["X"]}""", "fhir.wrong-type", "Patient.name[0]")]
    [InlineData(
        """{"resourceType":"Patient","name":[{"given":[null]}]}""",
        "fhir.wrong-type",
        "Patient.name[0].given[0]"
    )]
    [InlineData("""{"resourceType":"Patient","active":"yes"}""", "fhir.wrong-type", "Patient.active")]
    [InlineData("""{"resourceType":"Patient","id":"a b"}""", "fhir.bad-value", "Patient.id")]
    [InlineData("""{"resourceType":"Patient","id":"x","id":"y"}""", "fhir.duplicate-property", "Patient")]
    [InlineData(
        """{"resourceType":"Patient","multipleBirthInteger":1e999999}""",
        "fhir.bad-value",
        "Patient.multipleBirthInteger"
    )]
    [InlineData(
        """{"resourceType":"Patient","deceasedBoolean":false,"deceasedDateTime":"2020"}""",
        "fhir.two-of-a-choice",
        "Patient"
    )]
    [InlineData(
        """{"resourceType":"Patient","name":[{"text":"a\u0000b"}]}""",
        "fhir.control-character",
        "Patient.name[0].text"
    )]
    [InlineData(
        """{"resourceType":"Patient","name":[{"text":"\ud83d"}]}""",
        "fhir.control-character",
        "Patient.name[0].text"
    )]
    [InlineData(
        """{"resourceType":"Goal","subject":{"reference":"Patient/1"},"lifecycleStatus":"active"}""",
        "fhir.missing-element",
        "Goal"
    )]
    [InlineData("""{"resourceType":"CarePlan"}""", "fhir.unknown-resource", "")]
    [InlineData("""{"resourceType":5}""", "fhir.not-a-resource", "")]
    [InlineData("""[]""", "fhir.not-a-resource", "")]
    [InlineData(
        """{"resourceType":"Patient","text":{"status":"generated","div":"<div><script>x()</script></div>"}}""",
        "fhir.bad-value",
        "Patient.text.div"
    )]
    [InlineData(
        """{"resourceType":"Patient","text":{"status":"generated","div":"<!DOCTYPE a [<!ENTITY b 'c'>]><div>&b;</div>"}}""",
        "fhir.bad-value",
        "Patient.text.div"
    )]
    public void WhatIsWrongIsNamedAtItsPlace(string json, string rule, string place)
    {
        var issues = Messages.Check(json);
        issues.Select(issue => (issue.Rule, issue.Location)).ShouldContain((rule, place));
        issues.ShouldAllBe(issue => !issue.Say("nl").StartsWith("fhir."));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","birthDate":"1950"}""")]
    [InlineData("""{"resourceType":"Patient","birthDate":"1952-02-29","_birthDate":{"id":"x"}}""")]
    [InlineData("""{"resourceType":"Patient","_birthDate":{"extension":[{"url":"http://x","valueCode":"unknown"}]}}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,{"id":"x"}]}]}""")]
    [InlineData("""{"resourceType":"Patient","deceasedDateTime":"2020-01-01T10:00:00+01:00"}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"text":"Ålesund 👩‍⚕️ ‏שלום"}]}""")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"X"}]}""")]
    [InlineData("""{"resourceType":"Patient","photo":[{"contentType":"image/png","data":"aGVsbG8="}]}""")]
    public void WhatIsRightPasses(string json) => Messages.Check(json).ShouldBeEmpty();

    [Fact]
    public void AReportStaysShortAndSaysSo()
    {
        var json =
            $$"""{"resourceType":"Patient",{{string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"x{i}\":1"))}}}""";
        var issues = Messages.Check(json);
        issues.Count.ShouldBeLessThan(60);
        issues[^1].Rule.ShouldBe("fhir.too-much-wrong");
    }

    [Fact]
    public void EveryRuleHasTwoSentences() =>
        IssueSentences.Rules.ShouldAllBe(rule =>
            new Issue(IssueCode.Value, "", rule, new[] { "a", "b" }).Say("nl")
            != new Issue(IssueCode.Value, "", rule, new[] { "a", "b" }).Say("en")
        );

    [Fact]
    public void TheTableHoldsTheModifiersOfTheStandard() =>
        R4Elements
            .Find("Consent")!
            .Elements.Where(element => element.IsModifier)
            .Select(element => element.Name)
            .ShouldBe(["implicitRules", "modifierExtension", "status", "scope"]);

    [Fact]
    public void EveryTypeOfTheTableIsInTheTable() =>
        R4Elements
            .All.SelectMany(type => type.Elements)
            .SelectMany(element => element.Types)
            .Where(type => !R4Elements.IsPrimitive(type) && type != "Resource" && R4Elements.Find(type) is null)
            .ShouldBeEmpty();

    [Fact]
    public void ElementsAreWrittenInCanonicalOrder()
    {
        var written = WriteResource.Write(
            JsonElement.Parse(
                """{"birthDate":"1950","id":"1","resourceType":"Patient","name":[{"given":["A"],"family":"B"}]}"""
            )
        );
        JsonElement
            .Parse(written)
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["resourceType", "id", "name", "birthDate"]);
    }

    [Fact]
    public void TheHashKnowsWhatIsSaidAndNotHowItIsWritten()
    {
        var one = """{"resourceType":"Patient","id":"1","meta":{"versionId":"1"},"birthDate":"1950","active":true}""";
        var same =
            """{ "active":true, "resourceType":"Patient","meta":{"versionId":"7"},"birthDate":"19\u00350","id":"1" }""";
        var other = """{"resourceType":"Patient","id":"1","birthDate":"1951","active":true}""";
        WriteResource.Hash(JsonElement.Parse(one)).ShouldBe(WriteResource.Hash(JsonElement.Parse(same)));
        WriteResource.Hash(JsonElement.Parse(one)).ShouldNotBe(WriteResource.Hash(JsonElement.Parse(other)));
    }
}
