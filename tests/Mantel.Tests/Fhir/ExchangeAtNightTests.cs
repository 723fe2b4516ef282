using System.Net;
using AngleSharp.Dom;
using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Mantel.Fhir.R4;
using Mantel.Storage;
using Mantel.Tests.Access;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>What comes in, as the night page and the person's page say it.</summary>
public sealed class ExchangeAtNightTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private static readonly Author Importer = new(Guid.NewGuid(), "Import", Role.System, null, null);

    [Theory]
    [InlineData("code-and-text-differ", "Na te vragen", "De code zegt iets anders dan de woorden.", "intensive care")]
    [InlineData("form-anders-without-words", "zonder toelichting", "Hierover is iets na te vragen.")]
    [InlineData("form-two-answers", "Tegenstrijdig")]
    [InlineData("consent-proposed", "De afzender heeft dit nog niet af.")]
    [InlineData("entered-in-error-later", "De afzender heeft een besluit doorgehaald dat gold.")]
    [InlineData("goal-cancelled", "beëindigd op 1 maart 2026", "Ingetrokken door de persoon")]
    [InlineData("confirmed-by-importer", "nog niet door arts bevestigd")]
    [InlineData("icd-form-says-no", "De ene bron zegt dat er een ICD is, de andere dat er geen is.")]
    public async Task TheNightPageSaysIt(string set, params string[] words)
    {
        var person = await TakeInAsync(ExchangeSets.Read(set));
        var page = await OpenAsync(person, "/night");
        foreach (var said in words)
            page.ShouldContain(said, Case.Insensitive);
    }

    [Fact]
    public async Task WhatCameAlongIsNamedOnThePersonsPageAndItsTextCanBeOpened()
    {
        const string along =
            """{"resourceType":"CarePlan","id":"x","status":"active","subject":{"reference":"Patient/pat-43"}}""";
        var person = await TakeInAsync([
            ExchangeSets.Read([.. ExchangeSets.Files("treatment-loinc-first"), Messages.Bundle(along)]),
        ]);
        var page = await OpenAsync(person, "");
        page.ShouldContain("Meegekomen, niet gelezen");
        page.ShouldContain("CarePlan");
        var entry = (await house.ReadAsync(person)).CameAlong().Single().Entry.Id;
        var doctor = await house.SomebodyAsync(Role.GeneralPractitioner);
        (await doctor.GetAsync($"/people/{person}/came-along/{entry}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await house.JoinAsync(person, doctor);
        (await doctor.GetAsync($"/people/{person}/came-along/{entry}")).Body.ShouldBe(along);
    }

    private async Task<string> OpenAsync(Guid person, string page)
    {
        var doctor = await house.SomebodyAsync(Role.GeneralPractitioner);
        await house.JoinAsync(person, doctor);
        doctor.Visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nl-NL");
        return (await doctor.Visitor.OpenAsync($"/people/{person}{page}")).QuerySelector("main")!.TextContent;
    }

    private async Task<Guid> TakeInAsync(IReadOnlyList<ImportResult> sets)
    {
        var person = Guid.NewGuid();
        foreach (var set in sets)
        {
            var record = await house.ReadAsync(person);
            var plan = PlanImport.Plan(record, set.People.Single(), Guid.NewGuid);
            var attachments = plan.Attachments.Select(one => new NewAttachment(
                one.Key,
                one.ContentType,
                one.FileName,
                one.Content
            ));
            var sending = new Submission(Guid.NewGuid(), Attachments: [.. attachments]);
            var deed = await house.Desk.Own.DoAsync(
                person,
                new Takes(plan.Facts),
                Importer,
                sending,
                AccessHouse.Now,
                default
            );
            deed.ShouldBeOfType<ActOutcome.Done>();
        }
        return person;
    }

    private sealed record Takes(IReadOnlyList<NewFact> Facts) : IAct<PersonRecord>
    {
        public Outcome Decide(PersonRecord record, Moment now) => Outcome.Yield(Facts);
    }
}
