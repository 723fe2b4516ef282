using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.PlanFormsTests;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>What is done to what is already in the plan: confirm, reconfirm, end, take back, documents.</summary>
public sealed class PlanActsOverHttpTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task A_physician_confirms_with_one_button_and_a_nurse_has_none()
    {
        var person = await house.RegisterLeidaAsync();
        var directive = await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Withhold, "2025-05-03");
        var action = $"/people/{person}/plan/directives/{directive}/confirm";
        var (gp, nurse) = (await house.VisitAsync("gp"), await house.VisitAsync("nurse"));
        var unconfirmed = await nurse.OpenAsync($"/people/{person}/plan");
        unconfirmed.Body!.TextContent.ShouldContain("nog niet door arts bevestigd");
        unconfirmed.Forms.ShouldNotContain(form => form.GetAttribute("action") == action);
        (await nurse.Client.GetAsync(action)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await ShouldBeDone(await gp.SendAsync($"/people/{person}/plan", action), $"/people/{person}/plan");
        (await nurse.OpenAsync($"/people/{person}/plan")).Body!.TextContent.ShouldContain(
            $"bevestigd door {house.Of("gp").Name}"
        );
    }

    [Fact]
    public async Task What_contradicts_is_not_confirmed_without_words()
    {
        var person = await house.RegisterLeidaAsync();
        var directive = await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Perform, "2025-05-03");
        await house.AgreeAsync(person, TreatmentKind.IntensiveCare, Decision.Withhold, "2025-05-03");
        var action = $"directives/{directive}/confirm";
        var gp = await house.VisitAsync("gp");
        var refused = await SendAsync(gp, person, action, "");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Visitor.ReadAsync(refused)).QuerySelector("#whichHolds").ShouldNotBeNull();
        var done = await SendAsync(gp, person, action, "whichHolds=Ter plaatse wel, daarna niet naar de IC");
        await ShouldBeDone(done, $"/people/{person}/plan");
        (await gp.OpenAsync($"/people/{person}/plan")).Body!.TextContent.ShouldContain("Ter plaatse wel");
    }

    [Fact]
    public async Task The_same_word_at_a_later_talk_is_reconfirmed()
    {
        var person = await house.RegisterLeidaAsync();
        var directive = await house.AgreeAsync(person, TreatmentKind.Antibiotics, Decision.Perform, "2025-05-03");
        var nurse = await house.VisitAsync("nurse");
        var action = $"directives/{directive}/reconfirm";
        var early = await SendAsync(
            nurse,
            person,
            action,
            "discussedOn=3-5-2025;parties=person;parties.other0=Kees Vos"
        );
        early.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var done = await SendAsync(
            nurse,
            person,
            action,
            "discussedOn=4-6-2025;parties=person;parties.other0=Kees Vos"
        );
        await ShouldBeDone(done, $"/people/{person}/plan");
        var text = (await nurse.OpenAsync($"/people/{person}/plan")).Body!.TextContent;
        text.ShouldContain("4 juni 2025");
        text.ShouldContain("zo sinds 3 mei 2025");
    }

    [Fact]
    public async Task An_agreement_is_ended_and_what_was_ended_cannot_be_ended_again()
    {
        var person = await house.RegisterLeidaAsync();
        var directive = await house.AgreeAsync(person, TreatmentKind.Antibiotics, Decision.Perform, "2025-05-03");
        var nurse = await house.VisitAsync("nurse");
        var end = $"directives/{directive}/end";
        (await SendAsync(nurse, person, end, "endedOn=2-5-2025")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await ShouldBeDone(await SendAsync(nurse, person, end, "endedOn=4-6-2025"), $"/people/{person}/plan");
        (await nurse.OpenAsync($"/people/{person}/plan")).Body!.TextContent.ShouldContain("Beëindigd op 4 juni 2025");
        (await SendAsync(nurse, person, end, "endedOn=5-6-2025")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_the_person_says_now_stands_on_top_until_it_was_talked_through()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var said = await SendAsync(nurse, person, "says-differently", "words=Toch naar het ziekenhuis;saidOn=3-5-2025");
        await ShouldBeDone(said, $"/people/{person}");
        var page = await nurse.OpenAsync($"/people/{person}/plan/wishes");
        page.QuerySelector(".notice--alarm")!.TextContent.ShouldContain("Toch naar het ziekenhuis");
        var link = page.QuerySelectorAll("a")
            .OfType<IHtmlAnchorElement>()
            .First(a => a.PathName.EndsWith("/talk-through", StringComparison.Ordinal));
        var path = link.PathName.Split("/plan/")[1];
        var done = await SendAsync(nurse, person, path, "outcome=Ze was bang. Thuis blijft.;talkedOn=4-5-2025");
        await ShouldBeDone(done, $"/people/{person}/plan");
        var after = await nurse.OpenAsync($"/people/{person}/plan");
        after.QuerySelectorAll(".notice--alarm").ShouldBeEmpty();
        after.Body!.TextContent.ShouldContain("Ze was bang. Thuis blijft.");
    }

    [Fact]
    public async Task A_declaration_comes_with_its_document_which_goes_out_as_a_file()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        byte[] content = [.. "%PDF-1.7\n"u8, .. new byte[1000]];
        var sent = await SendFileAsync(nurse, person, content, "verklaring é.pdf", "application/pdf");
        await ShouldBeDone(sent, $"/people/{person}/plan");
        var page = await nurse.OpenAsync($"/people/{person}/plan");
        var link = page.QuerySelectorAll("a[download]").OfType<IHtmlAnchorElement>().Single();
        var document = await nurse.Client.GetAsync(link.PathName);
        document.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await document.Content.ReadAsByteArrayAsync()).ShouldBe(content);
        document.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        document.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("verklaring é.pdf");
        document.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        document.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        document.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        (await (await house.VisitAsync("volunteer")).Client.GetAsync(link.PathName)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        var other = await house.RegisterLeidaAsync();
        var elsewhere = link.PathName.Replace(person.ToString(), other.ToString(), StringComparison.Ordinal);
        (await nurse.Client.GetAsync(elsewhere)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("verklaring.pdf", "application/pdf", "<html><script>alert(1)</script></html>")]
    [InlineData("plaatje.png", "image/png", "GIF89a")]
    public async Task What_is_no_document_by_its_content_is_refused_at_its_field(
        string name,
        string type,
        string content
    )
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var answer = await SendFileAsync(nurse, person, System.Text.Encoding.UTF8.GetBytes(content), name, type);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("#document-wrong").ShouldNotBeNull();
        page.Body!.TextContent.ShouldContain("Kies het bestand opnieuw");
        ((IHtmlSelectElement)page.QuerySelector("#kind")!).Value.ShouldBe("DoNotResuscitate");
        (await house.RecordAsync(person)).All<AdvanceDirectiveRecorded>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_refused_at_its_field()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var content = new byte[(20 << 20) + 1];
        "%PDF-"u8.CopyTo(content);
        var answer = await SendFileAsync(nurse, person, content, "groot.pdf", "application/pdf");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visitor.ReadAsync(answer)).QuerySelector("#document-wrong").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_declaration_is_taken_back_and_a_stay_ends()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        await SendAsync(nurse, person, "declarations", "kind=DoNotResuscitate;datedOn=28-4-2025");
        await SendAsync(nurse, person, "dnr-codes", "code=Dnr0;basis=Discussed;setting=AZ Verzonnen;givenOn=3-5-2025");
        var record = await house.RecordAsync(person);
        var declaration = record.All<AdvanceDirectiveRecorded>().Single().Entry.Id;
        var code = record.All<DnrCodeGiven>().Single().Entry.Id;
        await ShouldBeDone(
            await SendAsync(
                nurse,
                person,
                $"declarations/{declaration}/end",
                "endedOn=1-6-2025;reason=Wil het niet meer"
            ),
            $"/people/{person}/plan"
        );
        await ShouldBeDone(
            await SendAsync(nurse, person, $"dnr-codes/{code}/end", "endedOn=2-6-2025"),
            $"/people/{person}/plan"
        );
        var text = (await nurse.OpenAsync($"/people/{person}/plan")).Body!.TextContent;
        text.ShouldContain("Wil het niet meer");
        text.ShouldContain("verblijf voorbij op 2 juni 2025");
        text.ShouldContain("Geen beperking");
    }

    [Fact]
    public async Task In_Flanders_its_own_declarations_come_first()
    {
        var nurse = await house.VisitAsync("nurse");
        var flemish = await nurse.OpenAsync($"/people/{await house.RegisterLeidaAsync("BE")}/plan/declarations");
        Kinds(flemish)[1].ShouldBe(nameof(AdvanceDirectiveKind.BelgianNegativeDeclaration));
        var dutch = await nurse.OpenAsync($"/people/{await house.RegisterLeidaAsync()}/plan/declarations");
        Kinds(dutch)[1].ShouldBe(nameof(AdvanceDirectiveKind.DoNotResuscitate));
        Kinds(dutch)[^1].ShouldBe(nameof(AdvanceDirectiveKind.Other));
    }

    [Fact]
    public async Task The_plan_of_who_died_is_read_and_not_changed()
    {
        var person = await house.RegisterLeidaAsync();
        await house.AgreeAsync(person, TreatmentKind.Antibiotics, Decision.Perform, "2025-05-03");
        await house.DoAsync(person, new RecordDeath(Outcomes.On("2025-06-01")));
        var nurse = await house.VisitAsync("nurse");
        var page = await nurse.OpenAsync($"/people/{person}/plan");
        page.QuerySelector(".deceased").ShouldNotBeNull();
        page.QuerySelectorAll("a")
            .OfType<IHtmlAnchorElement>()
            .ShouldNotContain(a => a.PathName.Contains("/plan/treatments/"));
        var late = await SendAsync(nurse, person, "wishes", "words=Rust;toldOn=3-5-2025");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task In_every_language_the_whole_plan_can_be_read()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.Mantel.SignInAsync("nurse");
        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Withhold, "2025-05-03");
        foreach (var language in new[] { "nl-BE", "en", "nl-NL" })
        {
            await nurse.SendAsync("/account", "/language", ("language", language));
            foreach (
                var page in new[]
                {
                    "plan",
                    "plan/conversation",
                    "plan/declarations",
                    "plan/treatments/icd-deactivation",
                }
            )
            {
                var opened = await nurse.OpenAsync($"/people/{person}/{page}");
                opened.DocumentElement.GetAttribute("lang").ShouldBe(language);
                opened.Body!.TextContent.ShouldNotContain("[plan");
            }
        }
    }

    private static List<string> Kinds(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#kind option").Select(option => option.GetAttribute("value")!)];

    private static async Task<HttpResponseMessage> SendFileAsync(
        Visitor visitor,
        Guid person,
        byte[] content,
        string name,
        string type
    )
    {
        var address = $"/people/{person}/plan/declarations";
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in Hidden(await visitor.OpenAsync(address), address))
            form.Add(new StringContent(value), field);
        foreach (var (field, value) in Fields("kind=DoNotResuscitate;datedOn=28-4-2025"))
            form.Add(new StringContent(value), field);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, "document", name);
        return await visitor.Client.PostAsync(address, form);
    }
}
