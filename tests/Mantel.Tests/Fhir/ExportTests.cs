using System.Text.Json;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Export;
using Mantel.Fhir.Import;
using Mantel.Fhir.R4;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

public class ExportTests
{
    [Fact]
    public void WhatStandsUnchangedGoesOutAsItCame()
    {
        var keeping = Kept(Imports.Mien);
        var written = Resources(Exported(keeping));
        foreach (var file in Imports.Mien)
        {
            foreach (var (name, resource) in Resources(file))
                WriteResource.Hash(written[name]).ShouldBe(WriteResource.Hash(resource), name);
        }
        written.Count.ShouldBe(Imports.Mien.Sum(file => Resources(file).Count));
    }

    [Fact]
    public void WhatWentOutComesBackAndChangesNothing()
    {
        var keeping = Kept(Imports.Tariq);
        keeping.Import(Imports.One(Exported(keeping))).ChangesNothing.ShouldBeTrue();
    }

    [Fact]
    public void WhatWasStruckOutDoesNotGoOut()
    {
        var keeping = Kept(Imports.Mien);
        var struck = keeping
            .Person.All<TreatmentDirectiveAgreed>()
            .Single(one =>
                one.Fact.Treatment.Kind is TreatmentKind.IntensiveCare && one.Fact.Decision is Decision.Withhold
            );
        keeping.Append(new NewFact(new EntryStruckOut([struck.Entry.Id], "Misverstand.")));
        var result = Exported(keeping);
        Resources(result).Keys.ShouldNotContain("QuestionnaireResponse/mien-form-2024");
        var again = new Keeping();
        again.Import(Imports.One(result));
        again.Person.Words().ShouldContain("IntensiveCare: Perform 2024-09-03");
        again.Person.Words().ShouldContain("Ventilation: Withhold 2024-09-03");
    }

    [Fact]
    public void WhatWasEndedHereGoesOutEnded()
    {
        var keeping = Kept(Imports.Tariq);
        foreach (var entry in keeping.Person.All<TreatmentDirectiveAgreed>().Where(IsChemotherapy).ToList())
            keeping.Append(
                new NewFact(new TreatmentDirectiveEnded(entry.Entry.Id, "Nieuwe kans"), PartialDate.Parse("2026-02-01"))
            );
        var again = new Keeping();
        again.Import(Imports.One(Exported(keeping)));
        again.Person.All<TreatmentDirectiveEnded>().Count(one => one.Fact.Reason == "Nieuwe kans").ShouldBe(2);
        again
            .Person.DecisionsOn(Imports.Today)
            .Single(one => one.Treatment.Name == "Chemotherapie")
            .HasEnded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, "2026-02", "Links onder het sleutelbeen.")]
    [InlineData(true, null, null)]
    [InlineData(false, null, "Nooit afgegaan.")]
    [InlineData(null, null, "De ICD is van 2014.")]
    public void ThatAnIcdIsOffOrOnComesBackAsTheSameFact(bool? off, string? since, string? why)
    {
        var keeping = Kept(Imports.Tariq);
        var device = new ImplantedDeviceRecorded(DeviceKind.Icd, true, null, null, null, why)
        {
            IsOff = off,
            OffSince = since is null ? null : PartialDate.Parse(since),
        };
        keeping.Append(new NewFact(device));
        var again = new Keeping();
        again.Import(Imports.One(Exported(keeping)));
        var icd = again.Person.Icd()!;
        (icd.IsOff, icd.OffSince, icd.Explanation).ShouldBe((off, device.OffSince, why));
    }

    [Theory]
    [InlineData(true, "Bij haar kamerplanten.")]
    [InlineData(true, null)]
    [InlineData(null, "Thuis.")]
    public void ThatHomeIsWhereTheyLiveNowComesBackAsTheSameFact(bool? here, string? why)
    {
        var keeping = Kept(Imports.Tariq);
        var told = new PreferredPlaceOfDeathTold(Answer.Given, PlaceOfDeath.Home, why, here);
        keeping.Append(new NewFact(told, PartialDate.Of(Imports.Today)));
        var again = new Keeping();
        again.Import(Imports.One(Exported(keeping)));
        again.Person.PreferredPlaceOfDeath().Holding.Select(one => one.Fact).ShouldContain(told);
    }

    /// <summary>Safety rule 20: never as it came, nor as plainly agreed; said once, also of what came back.</summary>
    [Fact]
    public void WhatSomebodyAgreedWhoCouldNotGoesOutWithASentenceThatSaysSo()
    {
        var keeping = Kept(Imports.Tariq);
        CommentOf(keeping).ShouldNotContain(ExportContext.WhoAgreedDoesNotFit);
        keeping.Append(new NewFact(new LegalCapacityJudged(false, "Verward."), PartialDate.Parse("2000-01-01")));
        var comment = CommentOf(keeping);
        comment.ShouldContain(ExportContext.WhoAgreedDoesNotFit);
        var again = new Keeping();
        again.Import(Imports.One(Exported(keeping)));
        again.Append(new NewFact(new LegalCapacityJudged(false, "Verward."), PartialDate.Parse("2000-01-01")));
        CommentOf(again)
            .Split(ExportContext.WhoAgreedDoesNotFit)
            .Length.ShouldBe(comment.Split(ExportContext.WhoAgreedDoesNotFit).Length);

        static string CommentOf(Keeping keeping) =>
            string.Join('|', Resources(Exported(keeping)).Values.Select(one => one.GetRawText()));
    }

    [Fact]
    public void WhatTheStandardHasNoPlaceForIsNamed()
    {
        var keeping = Kept(Imports.Tariq);
        keeping.Append(new NewFact(new SaysDifferentlyNow("Toch naar het ziekenhuis", "Saida")));
        var result = ExportPerson.Export(keeping.Person, Imports.Today, Documents(keeping));
        result.LeftOut.Select(one => one.Kind).ShouldBe(["acp.says-differently-now"]);
    }

    [Fact]
    public void MappedFromTheFactsThePlanInForceComesBackTheSame()
    {
        foreach (var set in new[] { Imports.Mien, Imports.Tariq })
        {
            var keeping = Kept(set);
            var again = new Keeping();
            var mapped = ExportPerson.ExportMapped(keeping.Person, Imports.Today, Documents(keeping));
            again.Import(Imports.One(AsFile(mapped)));
            InForce(again.Person).ShouldBe(InForce(keeping.Person));
        }
    }

    [Fact]
    public void GeneratedRecordsComeBackTheSame()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var keeping = GenerateRecord.Of(seed);
            var again = new Keeping();
            var mapped = AsFile(ExportPerson.ExportMapped(keeping.Person, Imports.Today, Documents(keeping)));
            var result = Imports.Read(mapped);
            result.Refused.ShouldBeEmpty($"seed {seed}");
            again.Import(result.People.Single());
            InForce(again.Person).ShouldBe(InForce(keeping.Person), $"seed {seed}");
        }
    }

    [Fact]
    public void EveryExportHoldsAgainstTheTable()
    {
        var keeping = Kept(Imports.Mien);
        CheckResource.Check(JsonElement.Parse(Exported(keeping).Bytes.Span)).ShouldBeEmpty();
        var mapped = ExportPerson.ExportMapped(keeping.Person, Imports.Today, Documents(keeping));
        CheckResource.Check(JsonElement.Parse(mapped.Bundle)).ShouldBeEmpty();
        mapped.Resources.ShouldContain("Encounter/mien-talk-1");
        mapped.Resources.ShouldContain("Device/icd-1");
    }

    [Fact]
    public void EveryReferenceHasADisplayAndPointsInside()
    {
        var keeping = Kept(Imports.Tariq);
        var mapped = ExportPerson.ExportMapped(keeping.Person, Imports.Today, Documents(keeping));
        foreach (var reference in References(JsonElement.Parse(mapped.Bundle)))
        {
            reference.TryGetProperty("display", out _).ShouldBeTrue();
            mapped.Resources.ShouldContain(reference.GetProperty("reference").GetString()!);
        }
    }

    [OfficialFact]
    public void TheOfficialPatientsGoOutWithoutLoss()
    {
        var resources = OfficialExamples.Bundles().SelectMany(Resources).ToDictionary(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in Imports.Read(OfficialExamples.Bundles()).People)
        {
            var keeping = new Keeping();
            keeping.Import(person);
            foreach (var (name, resource) in Resources(Exported(keeping)))
            {
                written.Add(name);
                WriteResource.Hash(resource).ShouldBe(WriteResource.Hash(resources[name]), name);
            }
        }
        written.Count.ShouldBe(56);
    }

    internal static IncomingFile Exported(Keeping keeping) =>
        AsFile(ExportPerson.Export(keeping.Person, Imports.Today, Documents(keeping)));

    internal static Keeping Kept(IReadOnlyList<IncomingFile> files)
    {
        var keeping = new Keeping();
        keeping.Import(Imports.One(files));
        return keeping;
    }

    internal static IncomingFile AsFile(ExportResult result) => new("export.json", result.Bundle);

    internal static Func<Guid, (string ContentType, byte[] Content)?> Documents(Keeping keeping) =>
        id => keeping.Attachments.TryGetValue(id, out var found) ? (found.ContentType, found.Content) : null;

    /// <summary>The plan as it holds, without what the standard cannot carry.</summary>
    private static string InForce(PersonRecord person) =>
        string.Join('\n', person.Words())
        + "\n"
        + string.Join(
            '\n',
            person
                .DecisionsOn(Imports.Today)
                .SelectMany(one =>
                    one.InForce.Select(it =>
                        $"{it.Otherwise} {string.Join('/', it.Explanations)} {it.HasEnded} {it.EndedOn} {it.IsOwnDeclaration}"
                    )
                )
        )
        + $"\n{Holding(person.Goal())} {Holding(person.CareWishes())} {Holding(person.WhatElseMatters())}"
        + $"\n{Holding(person.PreferredPlaceOfDeath())} {Holding(person.EuthanasiaPosition())}"
        + $"\n{Holding(person.DonorRegistration())} {Holding(person.EarlierAgreements())} {person.All<SharingConsentRecorded>().OrderBy(one => $"{one.Effective}", StringComparer.Ordinal).LastOrDefault().Fact?.Consent}"
        + $"\n{person.Latest<NameRecorded>()?.Fact.Name.Official()} {person.Latest<BirthDateRecorded>()?.Fact}"
        + $"\n{string.Join(' ', person.All<RelatedPersonRecorded>().Select(one => one.Fact.Name.Full() + string.Join(',', one.Fact.Roles)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}"
        + $"\n{string.Join(' ', person.Conversations().Select(one => $"{one.Effective} {one.Fact.LedBy?.Name}").Order(StringComparer.Ordinal))}";

    private static string Holding<T>(TopicInForce<T> topic)
        where T : Fact =>
        string.Join('|', topic.Holding.Select(one => $"{one.Effective} {one.Fact}").Order(StringComparer.Ordinal));

    private static bool IsChemotherapy(Recorded<TreatmentDirectiveAgreed> one) =>
        one.Fact.Treatment.Name == "Chemotherapie";

    private static Dictionary<string, JsonElement> Resources(IncomingFile file)
    {
        var json = JsonElement.Parse(file.Bytes.Span);
        var all = json.TryGetProperty("entry", out var entries)
            ? entries.EnumerateArray().Select(entry => entry.GetProperty("resource"))
            : [json];
        return all.ToDictionary(
            resource => $"{resource.GetProperty("resourceType")}/{resource.GetProperty("id")}",
            StringComparer.Ordinal
        );
    }

    private static IEnumerable<JsonElement> References(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(property => References(property.Value))
                .Concat(
                    value.TryGetProperty("reference", out var reference) && reference.ValueKind is JsonValueKind.String
                        ? [value]
                        : []
                ),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
            _ => [],
        };
}
