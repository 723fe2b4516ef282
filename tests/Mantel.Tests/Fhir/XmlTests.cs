using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Fhir.Export;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>FHIR XML is read and written as JSON is.</summary>
[Trait("Safety", "1")]
public class XmlTests
{
    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    public static IEnumerable<IncomingFile> Samples =>
        [
            .. Imports.Samples("shared", "mien-oosterhof", "mien-form-2024", "tariq-el-amrani", "belgian-will"),
            .. ExchangeSets.Names.SelectMany(ExchangeSets.Files),
        ];

    [Fact]
    public void WhatGoesToXmlAndBackSaysTheSame()
    {
        foreach (var file in Samples)
            ShouldComeBack(file);
    }

    [OfficialFact]
    public void TheOfficialExamplesGoToXmlAndBack()
    {
        foreach (var file in OfficialExamples.Bundles().Concat(OfficialExamples.Beta3Forms()))
            ShouldComeBack(file);
    }

    [OfficialFact]
    public void TheOfficialSetInXmlIsTakenInKeptAndWrittenAgain()
    {
        var along = Messages.Bundle(
            """{"resourceType":"Practitioner","id":"nobody-refers-to","name":[{"family":"Vreemd"}]}""",
            """{"resourceType":"Condition","id":"along","code":{"text":"hartfalen"},"subject":{"reference":"Patient/ACP-Patient-HendrikHartman-Pat1"}}"""
        );
        IncomingFile[] json = [.. OfficialExamples.Bundles(), along with { Name = "along" }];
        foreach (var files in new[] { json, [.. json.Select(AsXml)] })
        {
            var result = Imports.Read(files);
            result.Refused.ShouldBeEmpty();
            var sent = PzpSet
                .Read(json)
                .Resources.ToDictionary(one => one.Name, one => one.Hash, StringComparer.Ordinal);
            HashSet<string> written = new(StringComparer.Ordinal);
            foreach (var person in result.People)
            {
                var keeping = new Keeping();
                keeping.Import(person);
                var out1 = ExportTests.Exported(keeping);
                foreach (var resource in PzpSet.Read(AsXml(out1)).Resources)
                {
                    written.Add(resource.Name);
                    resource.Hash.ShouldBe(sent[resource.Name], resource.Name);
                }
            }
            written.ShouldBe(sent.Keys, ignoreOrder: true);
        }
    }

    [Fact]
    public void ElementsStandInTheOrderOfTheStandard()
    {
        foreach (var file in Samples)
        {
            var root = XDocument.Parse(Encoding.UTF8.GetString(AsXml(file).Bytes.Span)).Root!;
            root.Name.Namespace.ShouldBe(Fhir);
            foreach (var resource in root.Descendants(Fhir + "resource").Elements())
                InOrder(resource, R4Elements.Find(resource.Name.LocalName)!);
        }
    }

    [Fact]
    public void AnXmlSetReadsAsItsJson()
    {
        foreach (var set in ExchangeSets.Names.Where(name => name != "encounter-without-subject-two-people"))
        {
            var keeping = new Keeping();
            foreach (var file in ExchangeSets.Files(set))
                keeping.Import(ExchangeSets.Read([AsXml(file)]).People.Single());
            ExchangeSets.Describe(keeping.Person).ShouldBe(ExchangeSets.Describe(ExchangeSets.Kept(set).Person), set);
        }
    }

    [Fact]
    public void TheNarrativeAndEveryExtensionStayWordForWord()
    {
        const string json = """
            {"resourceType":"Patient","id":"p","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class='a'>Één<br/>&amp; twee &gt; drie</p><div>\n  vier</div></div>"},
            "name":[{"given":["A",null,"B"],"_given":[null,{"id":"g","extension":[{"url":"urn:x","valueDecimal":1.50}]},null],"_family":{"extension":[{"url":"urn:y","valueBoolean":true}]}}],
            "birthDate":"1950","_birthDate":{"extension":[{"url":"urn:z","valueString":"tab\tregel\nnog een"}]}}
            """;
        ShouldComeBack(Messages.File(json));
    }

    [Fact]
    public void AnXmlResourceThatIsNotReadIsKeptAsItCame()
    {
        const string plan =
            "<CarePlan xmlns=\"http://hl7.org/fhir\"><id value=\"x\"/><status value=\"active\"/><subject><reference value=\"Patient/pat-43\"/></subject></CarePlan>";
        var file = Messages.File(
            $"<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/><entry><resource>{plan}</resource></entry></Bundle>"
        );
        var result = ExchangeSets.Read([.. ExchangeSets.Files("treatment-loinc-first"), file]);
        result.Refused.ShouldBeEmpty();
        var keeping = new Keeping();
        var planned = keeping.Import(result.People.Single());
        var kept = planned.Attachments.Single(one => one.ContentType == "application/fhir+xml");
        Encoding.UTF8.GetString(kept.Content).ShouldContain("<status value=\"active\" />");
        ExportTests.Exported(keeping).Bytes.Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><shoeSize value=\"42\"/></Patient>", "fhir.unknown-element")]
    [InlineData(
        "<Patient xmlns=\"http://hl7.org/fhir\"><birthDate value=\"1950\"/><birthDate value=\"1951\"/></Patient>",
        "fhir.duplicate-property"
    )]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\">dag<active value=\"true\"/></Patient>", "fhir.unknown-element")]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><active value=\"misschien\"/></Patient>", "fhir.wrong-type")]
    [InlineData(
        "<Patient xmlns=\"http://hl7.org/fhir\" xmlns:o=\"urn:o\"><o:active value=\"true\"/></Patient>",
        "fhir.unknown-element"
    )]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"><gender value=\"\"/></Patient>", "fhir.empty")]
    public void WhatIsWrongInXmlIsRefusedByName(string xml, string rule) =>
        Messages.Rules(PzpSet.Read(Messages.File(xml)).Refused.SelectMany(one => one.Issues)).ShouldContain(rule);

    [Fact]
    public void DeepXmlIsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<extension url=\"u\">", 5000));
        var end = string.Concat(Enumerable.Repeat("</extension>", 5000));
        var set = PzpSet.Read(Messages.File($"<Patient xmlns=\"http://hl7.org/fhir\">{deep}{end}</Patient>"));
        Messages.Rules(set.Refused.SelectMany(one => one.Issues)).ShouldContain("fhir.too-deep");
    }

    [Theory]
    [InlineData("\\uFFFE")]
    [InlineData("\\uD800")]
    [InlineData("\\u0007")]
    public void WhatIsNoCharacterInANameIsRefused(string character)
    {
        var patient = $$"""{"resourceType":"Patient","id":"p","name":[{"family":"Jan{{character}}sen"}]}""";
        var rules = Messages.Rules(PzpSet.Read(Messages.Bundle(patient)).Refused.SelectMany(one => one.Issues));
        rules.ShouldContain("fhir.control-character");
    }

    internal static IncomingFile AsXml(IncomingFile file) =>
        new(file.Name, WriteXml.Write(JsonElement.Parse(file.Bytes.Span)));

    private static void ShouldComeBack(IncomingFile file)
    {
        var json = JsonElement.Parse(file.Bytes.Span);
        var (back, _, fault) = ReadFile.Read(AsXml(file));
        fault.ShouldBeNull(file.Name);
        Encoding
            .UTF8.GetString(WriteResource.Write(back!.Value))
            .ShouldBe(Encoding.UTF8.GetString(WriteResource.Write(json)), file.Name);
    }

    private static void InOrder(XElement element, R4Type type)
    {
        var orders = element.Elements().Select(one => type.Find(one.Name.LocalName)!.Value.Element.Order).ToList();
        orders.ShouldBe(orders.Order());
        foreach (var child in element.Elements())
        {
            if (R4Elements.Find(type.Find(child.Name.LocalName)!.Value.Type) is { } inside)
                InOrder(child, inside);
        }
    }
}
