using System.Net;
using Mantel.Tests.Web;
using Shouldly;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.People.Pages;

/// <summary>
/// Every act about who a person is, through its form: done, refused at its place, everything typed kept.
/// </summary>
public sealed class PersonFormsTests(PeopleHouse house) : Xunit.IClassFixture<PeopleHouse>
{
    private const string Emoji = "👵🏽 zegt: “عائشة‏ komt” — ok";

    public static Xunit.TheoryData<string, string[], string> Acts { get; } =
        new()
        {
            { "name", ["callName=Lei", "family=de Ruijter"], "Lei" },
            { "name", ["family=Öztürk", "given=عائشة"], "عائشة" },
            { "birth-date", ["birthDate.year=1944"], "1944" },
            { "number", ["numberKind=Bsn", "number=9999 98 298"], "••••••298" },
            { "number", ["numberKind=Insz", "number=85.07.30-033 28", "evenSo=yes"], "••••••••328" },
            { "number", ["numberKind=None"], "Heeft geen nummer" },
            { "address", ["street=Markt", "houseNumber=1", "place=Veere", "country=NL"], "Markt 1, Veere" },
            { "address", ["addressKind=NoFixedAddress"], "Geen vast adres" },
            {
                "address",
                ["place=Gent", "postalCode=9000X", "country=BE", "knowingly=rule.ask-postal-code-be|9000X"],
                "Deze postcode ziet er niet uit"
            },
            { "reach", ["contactPoints[1].kind=Mobile", "contactPoints[1].value=06 5501 0203"], "06 5501 0203" },
            { "gender", ["gender=Other", "inOwnWords=non-binair"], "non-binair" },
            { "language", ["language=tr", "interpreterNeeded=yes", "interpreterHow=TVcN"], "tolk nodig (TVcN)" },
            { "what-matters", [$"words={Emoji}"], Emoji },
            { "background", ["aspect=Faith", "words=Gelooft op haar eigen manier."], "Gelooft op haar eigen manier." },
            { "diagnoses/add", ["name=Hartfalen", "isMain=yes", "snomedCode=84114007"], "hoofddiagnose" },
            { "allergies/add", ["substance=Penicilline", "reaction=uitslag"], "Penicilline" },
            { "devices/add", ["kind=Icd", "present=yes", "implantedOn.year=2019"], "ICD: aanwezig" },
            { "medication/add", ["medication=Morfine", "executionRequestPresent=no"], "uitvoeringsverzoek ontbreekt" },
            { "course", ["change=Deteriorated", "on.year=2026", "on.month=1"], "verslechtering" },
        };

    public static Xunit.TheoryData<string, string[], int, string, string> Refusals { get; } =
        new()
        {
            { "name", ["family="], 400, "family", "Vul dit in." },
            { "name", ["family=Vos", "use=Partner"], 400, "partnerFamily", "Vul de achternaam van de partner in" },
            { "birth-date", ["birthDate.year=2999"], 400, "birthDate", "Deze datum ligt in de toekomst." },
            { "birth-date", ["birthDate.year=1700"], 400, "birthDate", "Deze geboortedatum ligt vóór 1890." },
            {
                "birth-date",
                ["birthDate.year=1944", "birthDate.month=2", "birthDate.day=30"],
                400,
                "birthDate",
                "Deze datum bestaat niet."
            },
            { "birth-date", ["birthDate.year=944"], 400, "birthDate", "Schrijf het jaar met vier cijfers." },
            {
                "birth-date",
                ["birthDate.day=3", "birthDate.year=1944"],
                400,
                "birthDate",
                "Vul bij een dag ook de maand in."
            },
            { "birth-date", [], 400, "birthDate", "Vul dit in." },
            { "number", ["numberKind=Bsn", "number=999911121"], 400, "number", "Dit BSN klopt niet." },
            { "number", ["numberKind=Insz", "number=85073003329"], 400, "number", "Dit INSZ klopt niet." },
            { "number", ["numberKind=None", "number=999911120"], 400, "number", "U koos dat er geen nummer is" },
            { "number", ["number=999911120"], 400, "numberKind", "Kies welk nummer dit is." },
            {
                "number",
                ["numberKind=Insz", "number=85073003328"],
                409,
                "number",
                "Bij dit INSZ hoort geboortedatum 30 juli 1985."
            },
            { "address", ["street="], 400, "place", "Vul een straat of een plaats in" },
            { "address", ["place=Veere", "from.year=2999"], 400, "from", "Deze datum ligt in de toekomst." },
            { "reach", ["contactPoints[0].when=altijd"], 400, "contactPoints[0].value", "Vul dit in." },
            { "gender", ["inOwnWords=man"], 400, "gender", "Vul dit in." },
            { "gender", ["gender=3"], 400, "gender", "Kies een van de mogelijkheden." },
            { "language", ["otherLanguage=klingon!"], 400, "language", "Dit is geen taalcode." },
            { "what-matters", ["words= "], 400, "words", "Vul dit in." },
            { "what-matters", ["words=a\uFFFEb"], 400, "words", "Hier staan onzichtbare tekens in." },
            { "background", ["words=Iets."], 400, "aspect", "Vul dit in." },
            { "diagnoses/add", ["name=Hartfalen", "snomedCode=84114008"], 400, "snomedCode", "Deze code klopt niet." },
            { "allergies/add", ["reaction=uitslag"], 400, "substance", "Vul dit in." },
            { "allergies/add", ["substance=Noten", "noneKnown=yes"], 400, "noneKnown", "U koos \"geen bekend\"" },
            { "devices/add", ["kind=Other", "present=yes"], 400, "name", "Vul dit in." },
            { "devices/add", ["kind=Icd"], 400, "present", "Vul dit in." },
            {
                "devices/add",
                ["kind=Icd", "present=no", "implantedOn.year=2019"],
                400,
                "implantedOn",
                "Dit hoort bij een hulpmiddel dat er is."
            },
            { "medication/add", ["for=pijn"], 400, "medication", "Vul dit in." },
            { "course", ["change=CameHome"], 400, "on", "Vul dit in." },
            { "death", ["on.year=2999"], 400, "on", "Deze datum ligt in de toekomst." },
            { "death", ["on.year=1900"], 409, "on", "Dit spreekt elkaar tegen" },
            { "death", ["on.year=2026", "time=03:15"], 400, "time", "Een tijdstip hoort bij een hele datum." },
        };

    [Xunit.Theory]
    [Xunit.MemberData(nameof(Acts))]
    public async Task WhatIsRecordedIsOnThePage(string form, string[] fields, string shown)
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        await DoAsync(gp, $"{person}/{form}", Parse(fields));
        TextOf(await gp.OpenAsync(person)).ShouldContain(shown);
        (await gp.OpenAsync($"{person}/timeline")).QuerySelectorAll(".timeline > li").Length.ShouldBeGreaterThan(3);
    }

    [Xunit.Theory]
    [Xunit.MemberData(nameof(Refusals))]
    public async Task WhatIsWrongIsSaidAtItsPlaceAndEverythingTypedIsKept(
        string form,
        string[] fields,
        int status,
        string field,
        string sentence
    )
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        var answer = await gp.SendAsync($"{person}/{form}", $"{person}/{form}", Parse(fields));
        ((int)answer.StatusCode).ShouldBe(status);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelectorAll(".errors a")
            .Where(link => link.GetAttribute("href") == $"#{field}")
            .Select(link => link.TextContent)
            .ShouldContain(text => text.Contains(sentence), page.QuerySelector(".errors")?.TextContent);
        page.GetElementById(field).ShouldNotBeNull();
        var typed = Parse(fields).Where(one => one.Value.Trim().Length > 0 && one.Value != "3");
        ShouldKeep(page, [.. typed.Select(one => (one.Item1, one.Item2.Replace("\uFFFE", "")))]);
    }

    [Xunit.Fact]
    public async Task TooLongATextIsKeptWholeAndRefused()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        var words = string.Concat(Enumerable.Repeat("woord ", 700)).Trim();
        await RefusedAsync(
            gp,
            $"{person}/what-matters",
            HttpStatusCode.BadRequest,
            "words",
            "Dit is te lang: er passen 4000 tekens.",
            ("words", words)
        );
    }

    [Xunit.Fact]
    public async Task TheSameFormSentTwiceIsDoneOnce()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        var form = $"{person}/diagnoses/add";
        var hidden = (await gp.OpenAsync(form)).QuerySelectorAll("form[action$='/add'] input[type=hidden]");
        var fields = hidden
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Append(("name", "Hartfalen"))
            .ToArray();
        for (var i = 0; i < 2; i++)
            (await gp.Client.PostAsync(form, Visitor.Fields(fields))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await gp.OpenAsync($"{person}?edit")).QuerySelectorAll("a[href$='/end']").Length.ShouldBe(1);
    }

    [Xunit.Fact]
    public async Task WhoComesSecondSeesWhatTheFirstRecorded()
    {
        var gp = await house.SignInAsync("gp");
        var nurse = await house.SignInAsync("nurse");
        var person = await SomebodyAsync(gp);
        await AddNurseAsync(gp, person);
        var form = $"{person}/what-matters";
        var opened = (await nurse.OpenAsync(form)).QuerySelectorAll("main input[type=hidden]");
        var stale = opened.Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")).ToArray();
        await DoAsync(gp, form, ("words", "De meidoorn zien bloeien."));
        (string, string)[] typed = [.. stale, ("words", "Thuis zijn.")];
        var answer = await nurse.Client.PostAsync(form, Visitor.Fields(typed));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Visitor.ReadAsync(answer);
        TextOf(page).ShouldContain("De meidoorn zien bloeien.");
        ShouldKeep(page, ("words", "Thuis zijn."));
        var seen = page.QuerySelectorAll("main input[type=hidden]")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Append(("words", "Thuis zijn."));
        (await nurse.Client.PostAsync(form, Visitor.Fields([.. seen]))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        TextOf(await gp.OpenAsync(person)).ShouldContain("“Thuis zijn.”");
    }

    [Xunit.Fact]
    public async Task WhatNoLongerHoldsLeavesThePageAndStaysInTheTimeline()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        await DoAsync(gp, $"{person}/allergies/add", ("substance", "Penicilline"));
        var end = (await gp.OpenAsync($"{person}?edit")).QuerySelector("a[href$='/end']")!.GetAttribute("href")!;
        TextOf(await gp.OpenAsync(end)).ShouldContain("Penicilline");
        await DoAsync(gp, end, ("reason", "Getest: niet allergisch."));
        TextOf(await gp.OpenAsync(person)).ShouldNotContain("Penicilline");
        TextOf(await gp.OpenAsync($"{person}/timeline")).ShouldContain("Getest: niet allergisch.");
    }

    [Xunit.Fact]
    public async Task ADeathMakesAPageThatCannotBeMistaken()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        await DoAsync(
            gp,
            $"{person}/death",
            [.. Date("on", 2026, 1, 3), ("time", "3:15"), ("place", "Home"), ("whoWasThere", "Haar dochter")]
        );
        foreach (var part in new[] { "", "/circle", "/timeline" })
        {
            var page = await gp.OpenAsync(person + part);
            page.QuerySelector(".deceased")!.TextContent.ShouldContain("is overleden op 3 januari 2026, 03:15");
        }
        var form = await gp.OpenAsync($"{person}/name");
        TextOf(form).ShouldContain("overleden");
        await RefusedAsync(
            gp,
            $"{person}/medication/add",
            HttpStatusCode.Conflict,
            "",
            "Deze persoon is overleden. Geef de dag vóór het overlijden waarop dit zo was.",
            ("medication", "Morfine")
        );
    }

    [Xunit.Fact]
    public async Task WhoIsNotInTheTeamSeesThatThereIsNothing()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        foreach (
            var role in new[] { "nurse", "chaplain", "volunteer", "social-worker", "administrator", "coordinator" }
        )
        {
            var other = await house.SignInAsync(role);
            (await other.Client.GetAsync(person)).StatusCode.ShouldBe(HttpStatusCode.NotFound, role);
            (await other.Client.GetAsync($"{person}/name")).StatusCode.ShouldBe(HttpStatusCode.NotFound, role);
        }
    }

    internal static Task<string> SomebodyAsync(Visitor gp) =>
        RegisterAsync(
            gp,
            $"Proef {Guid.NewGuid():N}",
            [("callName", "Leida"), ("isAnother", "yes"), .. Date("birthDate", 1944, 3, 14)]
        );

    internal static async Task AddNurseAsync(Visitor gp, string person)
    {
        var accounts = (await gp.OpenAsync($"{person}/team/add")).QuerySelectorAll("#account option");
        var nurse = accounts.Single(option => option.TextContent.Contains("Fatima Azouzi")).GetAttribute("value")!;
        await DoAsync(gp, $"{person}/team/add", ("account", nurse), ("night", "0118 550199"));
    }

    internal static (string Name, string Value)[] Parse(string[] fields) =>
        [.. fields.Select(field => field.Split('=', 2)).Select(parts => (parts[0], parts[1]))];
}
