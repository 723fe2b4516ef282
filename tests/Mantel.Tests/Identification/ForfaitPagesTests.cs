using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Core.Identification;
using Mantel.Core.People;
using Mantel.Tests.AdvanceCarePlanning;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.Identification;

/// <summary>Clinical case D: beside the palliative status, the date of the forfait; in Belgium only.</summary>
public sealed class ForfaitPagesTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task In_Belgium_both_forfaits_and_their_answers_are_recorded_and_shown_beside_the_status()
    {
        var gp = await house.VisitAsync("gp");
        var person = $"/people/{await house.RegisterLeidaAsync("BE")}";
        TextOf(await gp.OpenAsync($"{person}/phase")).ShouldContain("Palliatief forfait niet vastgelegd");

        var form = await gp.OpenAsync($"{person}/phase/forfait");
        form.QuerySelector("input[name=requestedBy]")!.GetAttribute("value").ShouldBe(house.Of("gp").Name);
        await RequestAsync(gp, person, "First", 2026, 3, 2);
        TextOf(await gp.OpenAsync(person)).ShouldContain("Eerste palliatief forfait aangevraagd op 2 mrt 2026");

        var phase = await gp.OpenAsync($"{person}/phase");
        TextOf(phase).ShouldContain("Geen antwoord van het ziekenfonds genoteerd.");
        TextOf(phase).ShouldContain("De tekst van het RIZIV is niet gelezen");
        var answer = phase.QuerySelector("a[href$='/answer']")!.GetAttribute("href")!;
        await DoAsync(gp, answer, [("answer", "Granted"), .. Date("answeredOn", 2026, 3, 4)]);
        TextOf(await gp.OpenAsync($"{person}/phase")).ShouldContain("toegekend 4 mrt 2026");

        (await gp.OpenAsync($"{person}/phase/forfait"))
            .QuerySelector("input[value=Second]")!
            .HasAttribute("checked")
            .ShouldBeTrue();
        await RequestAsync(gp, person, "Second", 2026, 4, 10);
        TextOf(await gp.OpenAsync(person)).ShouldContain("Tweede palliatief forfait aangevraagd op 10 apr 2026");
        var timeline = TextOf(await gp.OpenAsync($"{person}/timeline"));
        timeline.ShouldContain("Palliatief forfait aangevraagd");
        timeline.ShouldContain("Antwoord op het palliatief forfait");
    }

    [Fact]
    public async Task What_cannot_be_is_said_at_its_place_or_asked_about_and_nothing_typed_is_lost()
    {
        var gp = await house.VisitAsync("gp");
        var person = $"/people/{await house.RegisterLeidaAsync("BE")}";
        var form = $"{person}/phase/forfait";
        (string, string)[] typed = [("turn", "First"), ("requestedBy", "An De Wilde")];
        await RefusedAsync(
            gp,
            form,
            HttpStatusCode.BadRequest,
            "requestedOn",
            "Deze datum ligt in de toekomst. Klopt het jaar?",
            [.. typed, .. Date("requestedOn", 2999, 1, 1)]
        );
        await RefusedAsync(
            gp,
            form,
            HttpStatusCode.Conflict,
            "",
            "Deze dag ligt vóór de geboorte: Palliatief forfait aangevraagd, 1938."
                + " Is dit de juiste persoon en de juiste dag?",
            [.. typed, .. Date("requestedOn", 1938)]
        );
        await RequestAsync(gp, person, "First", 2026, 3, 2);
        await RefusedAsync(
            gp,
            form,
            HttpStatusCode.Conflict,
            "turn",
            "Dit forfait is al aangevraagd op 2 maart 2026. Klopt dat niet, haal het dan door op de tijdlijn.",
            [.. typed, .. Date("requestedOn", 2026, 3, 5)]
        );
        (string, string)[] soon =
        [
            ("turn", "Second"),
            ("requestedBy", "An De Wilde"),
            .. Date("requestedOn", 2026, 3, 20),
        ];
        await RefusedAsync(
            gp,
            form,
            HttpStatusCode.Conflict,
            "",
            "Tussen het eerste palliatief forfait (2 maart 2026) en het tweede liggen geen 30 dagen."
                + " Kloppen de dagen?",
            soon
        );
        await DoAsync(gp, form, [.. soon, ("knowingly", "rule.ask-forfait-soon|2026-03-02|30")]);
    }

    [Fact]
    public async Task In_the_Netherlands_there_is_none_of_it()
    {
        var gp = await house.VisitAsync("gp");
        var id = await house.RegisterLeidaAsync();
        var person = $"/people/{id}";
        TextOf(await gp.OpenAsync($"{person}/phase")).ShouldNotContain("forfait");
        TextOf(await gp.OpenAsync(person)).ShouldNotContain("forfait");
        string[] absent = [$"{person}/phase/forfait", $"{person}/phase/forfait/{Guid.NewGuid()}/answer"];
        var form = (await gp.OpenAsync($"{person}/phase/surprise")).Forms.Single(one =>
            one.GetAttribute("action") == $"{person}/phase/surprise"
        );
        var hidden = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>();
        foreach (var address in absent)
        {
            (await gp.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (string, string)[] fields =
            [
                .. hidden.Select(input => (input.Name!, input.Value)),
                ("turn", "First"),
                ("requestedBy", "An"),
                .. Date("requestedOn", 2026, 3, 2),
            ];
            var sent = await gp.Client.PostAsync(address, Visitor.Fields(fields));
            sent.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        (await house.RecordAsync(id)).All<PalliativeForfaitRequested>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gp-ghent", "Verhulst", true)]
    [InlineData("gp", "Bakx", false)]
    public async Task Where_nothing_says_the_country_the_organisation_does(string role, string family, bool there)
    {
        var visitor = await house.VisitAsync(role);
        var person = await RegisterAsync(visitor, family);
        (await visitor.Client.GetAsync($"{person}/phase/forfait")).StatusCode.ShouldBe(
            there ? HttpStatusCode.OK : HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task After_a_death_nothing_is_asked_for_and_the_answer_is_still_noted()
    {
        var gp = await house.VisitAsync("gp");
        var id = await house.RegisterLeidaAsync("BE");
        var person = $"/people/{id}";
        await RequestAsync(gp, person, "First", 2026, 3, 2);
        await house.DoAsync(id, new RecordDeath(On("2026-03-05")), "gp");
        var phase = await gp.OpenAsync($"{person}/phase");
        phase.QuerySelector("a[href$='/phase/forfait']").ShouldBeNull();
        var answer = phase.QuerySelector("a[href$='/answer']")!.GetAttribute("href")!;
        await DoAsync(gp, answer, [("answer", "Granted"), .. Date("answeredOn", 2026, 3, 9)]);
        await RefusedAsync(
            gp,
            $"{person}/phase/forfait",
            HttpStatusCode.Conflict,
            "",
            "Deze dag ligt na het overlijden: Palliatief forfait aangevraagd, 10 april 2026."
                + " Is dit de juiste persoon en de juiste dag?",
            [("turn", "Second"), ("requestedBy", "An De Wilde"), .. Date("requestedOn", 2026, 4, 10)]
        );
    }

    [Fact]
    public async Task Struck_out_it_is_recorded_anew()
    {
        var gp = await house.VisitAsync("gp");
        var id = await house.RegisterLeidaAsync("BE");
        var person = $"/people/{id}";
        await RequestAsync(gp, person, "First", 2026, 3, 2);
        var entry = (await house.RecordAsync(id)).Forfaits()[0].Id;
        await DoAsync(gp, $"{person}/entries/{entry}/strike-out", ("reason", "Verkeerde dag."));
        TextOf(await gp.OpenAsync(person)).ShouldNotContain("forfait aangevraagd");
        await RequestAsync(gp, person, "First", 2026, 3, 3);
        TextOf(await gp.OpenAsync(person)).ShouldContain("Eerste palliatief forfait aangevraagd op 3 mrt 2026");
    }

    private static Task RequestAsync(Visitor gp, string person, string turn, int year, int month, int day) =>
        DoAsync(
            gp,
            $"{person}/phase/forfait",
            [("turn", turn), ("requestedBy", "An De Wilde"), .. Date("requestedOn", year, month, day)]
        );
}
