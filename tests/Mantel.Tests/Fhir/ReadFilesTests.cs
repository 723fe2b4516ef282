using System.Text;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

public class ReadFilesTests
{
    [Theory]
    [InlineData("", "fhir.empty-file")]
    [InlineData("  \n ", "fhir.empty-file")]
    [InlineData("dear doctor", "fhir.not-json")]
    [InlineData("""{"resourceType":"Patient" """, "fhir.not-json")]
    [InlineData("""{"resourceType":"Patient"} {"resourceType":"Patient"}""", "fhir.not-json")]
    [InlineData("""{"resourceType":"Patient",}""", "fhir.not-json")]
    [InlineData("""{"resourceType":"Patient"/* hello */}""", "fhir.not-json")]
    [InlineData("""<Bundle xmlns="http://hl7.org/fhir"/>""", "fhir.missing-element")]
    [InlineData("""<Bundle xmlns="http://hl7.org/fhir"><type value="batch"></Bundle>""", "fhir.not-xml")]
    [InlineData("""<Bundle><type value="batch"/></Bundle>""", "fhir.unknown-resource")]
    [InlineData(
        """<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY c "&a;&a;&a;">]><Bundle xmlns="http://hl7.org/fhir"><id value="&c;"/></Bundle>""",
        "fhir.xml-dtd"
    )]
    [InlineData("""{"resourceType":"Bundle","type":"history"}""", "fhir.bundle-type")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":{}}""", "fhir.not-a-list")]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{}]}""", "fhir.empty")]
    [InlineData(
        """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:x"}]}""",
        "fhir.entry-without-resource"
    )]
    [InlineData("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{}}]}""", "fhir.not-a-resource")]
    [InlineData(
        """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Bundle","type":"batch"}}]}""",
        "fhir.bundle-in-bundle"
    )]
    [InlineData(
        """{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"Patient/1"}}]}""",
        "fhir.not-a-delivery"
    )]
    [InlineData("""{"hello":"world"}""", "fhir.not-a-resource")]
    [InlineData("null", "fhir.not-a-resource")]
    public void ABrokenOrForeignFileIsRefusedByName(string content, string rule)
    {
        var set = PzpSet.Read(Messages.File(content));
        set.Resources.ShouldBeEmpty();
        Messages.Rules(set.Refused.SelectMany(refused => refused.Issues)).ShouldContain(rule);
        set.Refused.ShouldAllBe(refused => refused.File == "file.json");
    }

    [Fact]
    public void BytesThatAreNotUtf8AreRefused()
    {
        var set = PzpSet.Read(
            new IncomingFile(
                "latin1.json",
                "{\"resourceType\":\"Pati\u00ebnt\"}"u8.ToArray()[..^3].Append((byte)0xEB).ToArray()
            )
        );
        set.Refused.Single().Issues.Single().Rule.ShouldBe("fhir.not-utf8");
    }

    [Fact]
    public void AMarkAtTheStartIsNoFault()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. """{"resourceType":"Patient","id":"1"}"""u8];
        PzpSet.Read(new IncomingFile("marked.json", bytes)).Resources.Single().Name.ShouldBe("Patient/1");
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void DeepNestingIsRefused(char open, char close)
    {
        var opening = open == '{' ? "{\"a\":" : "[";
        var json = string.Concat(Enumerable.Repeat(opening, 100_000)) + "1" + new string(close, 100_000);
        PzpSet
            .Read(Messages.File(json))
            .Refused.Single()
            .Issues.Single()
            .Rule.ShouldBeOneOf("fhir.too-deep", "fhir.not-json");
    }

    [Fact]
    public void AnEndlessListIsRefusedBeforeItIsHeldInMemory()
    {
        var json = "[" + string.Concat(Enumerable.Repeat("1,", ReadFile.MostValues + 10)) + "1]";
        PzpSet.Read(Messages.File(json)).Refused.Single().Issues.Single().Rule.ShouldBe("fhir.too-many-values");
    }

    [Fact]
    public void AFileBeyondTheLimitIsRefused()
    {
        var file = new IncomingFile("big.json", new byte[ReadFile.MostBytes + 1]);
        PzpSet.Read(file).Refused.Single().Issues.Single().Rule.ShouldBe("fhir.file-too-large");
    }

    [Fact]
    public void AMillionLinesAreRead()
    {
        var entry = """
            {
            "resource":
            {
            "resourceType":
            "Patient",
            "id":
            "p-#",
            "birthDate":
            "1950"
            }
            },
            """;
        var text = new StringBuilder("""{"resourceType":"Bundle","type":"collection","entry":[""");
        for (var i = 0; i < 100_000; i++)
            text.Append(entry.Replace("#", $"{i}", StringComparison.Ordinal));
        text.Length -= 1;
        var set = PzpSet.Read(Messages.File(text.Append("]}").ToString()));
        text.ToString().Count(character => character == '\n').ShouldBeGreaterThan(900_000);
        set.Resources.Count.ShouldBe(100_000);
        var result = Mantel.Fhir.Import.ImportPeople.Import(set, Imports.Options);
        result.People.ShouldBeEmpty();
        result.Refused.Count.ShouldBe(100_000);
    }

    [Fact]
    public void TensOfThousandsOfMessagesAboutOnePersonAreTakenIn()
    {
        var observations = Enumerable
            .Range(0, 30_000)
            .Select(i =>
                """{"resourceType":"Observation","id":"o-#","status":"final","code":{"coding":[{"system":"http://snomed.info/sct","code":"247751003"}]},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2020","valueString":"Word #"}""".Replace(
                    "#",
                    $"{i}",
                    StringComparison.Ordinal
                )
            );
        var patient = """{"resourceType":"Patient","id":"p","name":[{"family":"Vos"}],"birthDate":"1950"}""";
        var plan = new Keeping().Import(Imports.One(Messages.Bundle([patient, .. observations])));
        plan.Report.Count.ShouldBe(30_001);
    }

    [Fact]
    public void TheSameResourceTwiceCountsOnceAndADifferentOneIsRefused()
    {
        var one = Messages.File("""{"resourceType":"Patient","id":"1","birthDate":"1950"}""", "a");
        var same = Messages.File("""{"id":"1","birthDate":"1950","resourceType":"Patient"}""", "b");
        var other = Messages.File("""{"resourceType":"Patient","id":"1","birthDate":"1951"}""", "c");
        var twice = PzpSet.Read(one, same);
        twice.Resources.Count.ShouldBe(1);
        twice.Repeated.Count.ShouldBe(1);
        var conflicting = PzpSet.Read(one, other);
        conflicting.Resources.ShouldBeEmpty();
        conflicting.Refused.Select(refused => refused.Name).ShouldBe(["Patient/1", "Patient/1"]);
    }

    [Theory]
    [InlineData("urn:uuid:0b0cd6ee-3d9f-4d3f-8d49-2c38c3f7a5a1", "Patient/1")]
    [InlineData("urn:uuid:0b0cd6ee-3d9f-4d3f-8d49-2c38c3f7a5a1", "urn:uuid:0b0cd6ee-3d9f-4d3f-8d49-2c38c3f7a5a1")]
    [InlineData("https://example.org/fhir/Patient/1", "Patient/1")]
    [InlineData("https://example.org/fhir/Patient/1", "https://example.org/fhir/Patient/1")]
    [InlineData("https://example.org/fhir/Patient/1", "Patient/1/_history/3")]
    public void ReferencesAreFoundInsideTheSet(string fullUrl, string reference)
    {
        var json = $$$$"""
            {"resourceType":"Bundle","type":"collection","entry":[
              {"fullUrl":"{{{{fullUrl}}}}","resource":{"resourceType":"Patient","id":"1"}},
              {"fullUrl":"https://example.org/fhir/Goal/2","resource":{"resourceType":"Goal","id":"2","lifecycleStatus":"active",
               "description":{"text":"x"},"subject":{"reference":"{{{{reference}}}}"}}}]}
            """;
        var set = PzpSet.Read(Messages.File(json));
        set.Refused.ShouldBeEmpty();
        set.Find(set.Resources.Single(r => r.Type == "Goal"), reference)!.Name.ShouldBe("Patient/1");
    }

    [OfficialFact]
    public void TheOfficialSetIsReadWhole()
    {
        var set = PzpSet.Read(OfficialExamples.Bundles());
        set.Refused.ShouldBeEmpty();
        set.Resources.Count.ShouldBe(56);
        PzpSet
            .Read([.. OfficialExamples.Bundles().Reverse()])
            .Resources.Select(r => r.Name)
            .ShouldBe(set.Resources.Select(r => r.Name));
    }
}
