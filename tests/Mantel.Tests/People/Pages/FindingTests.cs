using System.Net;
using Mantel.Tests.Web;
using Shouldly;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.People.Pages;

/// <summary>Finding somebody, and registering somebody who is not here yet.</summary>
public sealed class FindingTests(PeopleHouse house) : Xunit.IClassFixture<PeopleHouse>
{
    private const string Search = "/people/search";

    [Xunit.Fact]
    public async Task OnesOwnPeopleAreFoundByPartOfTheirName()
    {
        var gp = await house.SignInAsync("gp");
        var person = await RegisterAsync(gp, "Ångström", [("callName", "Zoë"), .. Date("birthDate", 1950, 6, 1)]);
        (await FoundAsync(gp, ("name", "angs zo"))).ShouldBe([person]);
        (await FoundAsync(gp, ("name", "angs"), ("birthDate", "1-6-1950"))).ShouldBe([person]);
        (await FoundAsync(gp, ("name", "angs"), ("birthDate", "1951"))).ShouldBeEmpty();
    }

    [Xunit.Fact]
    public async Task SomebodyOnDutyFindsAnybodyByTwoIdentifiersOnly()
    {
        var gp = await house.SignInAsync("gp");
        var person = await RegisterAsync(gp, "Nachtegaal", [("callName", "Bep"), .. Date("birthDate", 1938, 2, 7)]);
        var duty = await house.SignInAsync("physician-on-duty");
        var one = await duty.SendAsync(Search, Search, ("name", "Nachtegaal"));
        TextOf(await Visitor.ReadAsync(one)).ShouldContain("Vul dan naam en hele geboortedatum in");
        (await FoundAsync(duty, ("name", "Nachtegaal"))).ShouldBeEmpty();
        (await FoundAsync(duty, ("name", "Nachtegaal"), ("birthDate", "2-1938"))).ShouldBeEmpty();
        (await FoundAsync(duty, ("name", "nachtegaal"), ("birthDate", "7-2-1938"))).ShouldBe([person]);
        var opened = await duty.Client.GetAsync(person);
        opened.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        opened.Headers.Location!.ToString().ShouldBe($"{person}/break-glass");
    }

    [Xunit.Fact]
    public async Task FirstLookCase03TheAdviceAfterNobodyFoundFindsThePersonWhenItIsFollowed()
    {
        var gp = await house.SignInAsync("gp");
        (string, string)[] more = [("callName", "Machteld"), .. Date("birthDate", 1938, 2, 9)];
        var person = await RegisterAsync(gp, "Steenloper", more);
        var duty = await house.SignInAsync("physician-on-duty");

        var nobody = await duty.SendAsync(Search, Search, ("name", "Mathilde Steenloper"), ("birthDate", "9-2-38"));
        var advice = TextOf(await Visitor.ReadAsync(nobody));
        advice.ShouldContain("Probeer alleen de achternaam met de hele geboortedatum");
        advice.ShouldNotContain("of alleen de geboortedatum");
        (await FoundAsync(duty, ("name", "mevr. Steenloper"), ("birthDate", "9 februari 1938"))).ShouldBe([person]);

        var nurse = await house.SignInAsync("nurse");
        var own = await nurse.SendAsync(Search, Search, ("name", "Steenloper"));
        TextOf(await Visitor.ReadAsync(own)).ShouldContain("U vindt hier alleen de mensen voor wie u zorgt");
    }

    [Xunit.Fact]
    public async Task WhoseBirthDateIsPartlyKnownIsFoundByThatPartAndTheWholeName()
    {
        var gp = await house.SignInAsync("gp");
        (string, string)[] more = [("given", "Mohamed"), ("prefix", "van"), .. Date("birthDate", 1952)];
        var person = await RegisterAsync(gp, "Zwaluwstaart", more);
        var duty = await house.SignInAsync("physician-on-duty");
        (await FoundAsync(duty, ("name", "mohamed van zwaluwstaart"), ("birthDate", "1952"))).ShouldBe([person]);
        (await FoundAsync(duty, ("name", "zwaluwstaart"), ("birthDate", "1952"))).ShouldBeEmpty();
        (await FoundAsync(duty, ("name", "moh zwaluwstaart"), ("birthDate", "1952"))).ShouldBeEmpty();
        (await FoundAsync(duty, ("name", "mohamed zwaluwstaart"), ("birthDate", "1951"))).ShouldBeEmpty();
        var nobody = await duty.SendAsync(Search, Search, ("name", "zwaluwstaart"), ("birthDate", "1952"));
        TextOf(await Visitor.ReadAsync(nobody)).ShouldContain("vul dan voornaam en achternaam helemaal in");
    }

    [Xunit.Theory]
    [Xunit.InlineData("03051941", "Lepelaar")]
    [Xunit.InlineData("19410503", "Roerdomp")]
    [Xunit.InlineData("051941", "Aalscholver")]
    [Xunit.InlineData("194105", "Kwikstaart")]
    public async Task ABirthDateMayBeDigitsAlone(string digits, string family)
    {
        var gp = await house.SignInAsync("gp");
        var person = await RegisterAsync(gp, family, [("isAnother", "yes"), .. Date("birthDate", 1941, 5, 3)]);
        (await FoundAsync(gp, ("name", family), ("birthDate", digits))).ShouldBe([person]);
        var wrong = await gp.SendAsync(Search, Search, ("name", family), ("birthDate", "03131941"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Xunit.Fact]
    public async Task OnDutyOneReadsTheMunicipalityAndADeathAndNoStreetBeforeTheGlassIsBroken()
    {
        var gp = await house.SignInAsync("gp");
        var person = await RegisterAsync(
            gp,
            "Kluut",
            [("street", "Verzonnensteeg"), ("houseNumber", "9"), ("place", "Veere"), .. Date("birthDate", 1930, 1, 2)]
        );
        (string, string)[] death = [.. Date("on", 2026, 3, 4), ("placeName", "Hospice De Stille Plaat")];
        await DoAsync(gp, $"{person}/death", death);
        var duty = await house.SignInAsync("physician-on-duty");
        var answer = await duty.SendAsync(Search, Search, ("name", "kluut"), ("birthDate", "02011930"));
        var row = (await Visitor.ReadAsync(answer)).QuerySelector(".person-row")!.TextContent;
        row.ShouldContain("overleden");
        row.ShouldContain("werd 96 jaar");
        row.ShouldContain("Veere");
        row.ShouldNotContain("Verzonnensteeg");

        var glass = TextOf(await duty.OpenAsync($"{person}/break-glass"));
        glass.ShouldContain("Veere");
        glass.ShouldContain("overleden");
        glass.ShouldNotContain("Verzonnensteeg");
        glass.ShouldNotContain("Stille Plaat");
    }

    [Xunit.Fact]
    public async Task AfterADeathNobodyIsToBeCalledForCareAndTheAgeStandsStill()
    {
        var gp = await house.SignInAsync("gp");
        var person = await RegisterAsync(gp, "Scholekster", [.. Date("birthDate", 1930, 1, 2)]);
        await DoAsync(gp, $"{person}/death", [.. Date("on", 2025, 3, 4)]);

        var page = await gp.OpenAsync(person);

        var band = page.QuerySelector(".band--person")!.TextContent;
        band.ShouldContain("Overleden");
        band.ShouldNotContain("Hoekstra");
        band.ShouldNotContain("Reanimatie");
        TextOf(page).ShouldContain("95 jaar");
        page.QuerySelector(".calls h2")!.TextContent.ShouldBe("Nabestaanden");
        var night = TextOf(await gp.OpenAsync(person + "/night"));
        night.ShouldContain("Overleden.");
        night.ShouldNotContain("Nu bellen");
    }

    [Xunit.Fact]
    public async Task ASingleHitAndTheNightPageWarnOfANamesakeWhoIsNotShown()
    {
        var gp = await house.SignInAsync("gp");
        (string, string)[] more = [("callName", "Anna"), ("isAnother", "yes")];
        var one = await RegisterAsync(gp, "Regenwulp", [.. more, .. Date("birthDate", 1944, 3, 14)]);
        await RegisterAsync(gp, "Regenwulp", [.. more, .. Date("birthDate", 1944, 3, 15)]);
        var duty = await house.SignInAsync("physician-on-duty");

        var answer = await duty.SendAsync(Search, Search, ("name", "regenwulp"), ("birthDate", "14-3-1944"));

        var row = (await Visitor.ReadAsync(answer)).QuerySelectorAll(".person-row").ShouldHaveSingleItem().TextContent;
        row.ShouldContain("er is nog iemand met deze naam");
        row.ShouldNotContain("15-03-1944");
        TextOf(await gp.OpenAsync(one + "/night")).ShouldContain("er is nog iemand met deze naam");
    }

    [Xunit.Fact]
    public async Task ANumberFindsExactly()
    {
        var gp = await house.SignInAsync("gp");
        var fields = new[] { ("numberKind", "Bsn"), ("number", "999990019") };
        var person = await RegisterAsync(gp, "Genummerd", fields);
        (await FoundAsync(gp, ("number", "9999.90.019"))).ShouldBe([person]);
        (await FoundAsync(gp, ("number", "9999.90.019"), ("name", "iemand anders"))).ShouldBeEmpty();
        var wrong = await gp.SendAsync(Search, Search, ("number", "123"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ShouldKeep(await Visitor.ReadAsync(wrong), ("number", "123"));
    }

    [Xunit.Theory]
    [Xunit.InlineData("nurse")]
    [Xunit.InlineData("volunteer")]
    [Xunit.InlineData("chaplain")]
    public async Task WhoIsNotOnDutyFindsNobodyElse(string role)
    {
        var gp = await house.SignInAsync("gp");
        await RegisterAsync(gp, $"Verborgen {role}", [("isAnother", "yes"), .. Date("birthDate", 1938, 2, 8)]);
        var other = await house.SignInAsync(role);
        (await FoundAsync(other, ("name", $"Verborgen {role}"), ("birthDate", "8-2-1938"))).ShouldBeEmpty();
    }

    [Xunit.Theory]
    [Xunit.InlineData("administrator")]
    [Xunit.InlineData("coordinator")]
    [Xunit.InlineData("analyst")]
    public async Task WhoSeesNoPeopleHasNoSearch(string role)
    {
        var visitor = await house.SignInAsync(role);
        (await visitor.Client.GetAsync(Search)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.OpenAsync("/")).QuerySelector($"a[href='{Search}']").ShouldBeNull();
    }

    [Xunit.Fact]
    public async Task AnEmptySearchIsAnsweredInWords()
    {
        var gp = await house.SignInAsync("gp");
        var answer = await gp.SendAsync(Search, Search);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        TextOf(await Visitor.ReadAsync(answer)).ShouldContain("Vul een naam, een geboortedatum of een nummer in.");
    }

    [Xunit.Fact]
    public async Task NamesakesAndNearBirthDatesWarn()
    {
        var gp = await house.SignInAsync("gp");
        await RegisterAsync(gp, "Dubbelman", [("callName", "Anna"), .. Date("birthDate", 1944, 3, 14)]);
        await RegisterAsync(
            gp,
            "Dubbelman",
            [("callName", "Anna"), ("isAnother", "yes"), .. Date("birthDate", 1944, 3, 15)]
        );
        var answer = await gp.SendAsync(Search, Search, ("name", "dubbelman"));
        var rows = (await Visitor.ReadAsync(answer)).QuerySelectorAll(".person-row").Select(row => row.TextContent);
        foreach (var row in rows)
            row.ShouldContain("Bijna zelfde geboortedatum als Anna Dubbelman");
        var pages = (await FoundAsync(gp, ("name", "dubbelman"))).ToList();
        TextOf(await gp.OpenAsync(pages[0])).ShouldContain("er is nog iemand met deze naam");
    }

    [Xunit.Fact]
    public async Task ASurnameAloneTellsNobodysName()
    {
        var gp = await house.SignInAsync("gp");
        await RegisterAsync(gp, "Zeldenrust", [("callName", "Klaartje"), .. Date("birthDate", 1939, 7, 8)]);
        var nurse = await house.SignInAsync("nurse");

        var answer = await nurse.SendAsync("/people/new", "/people/new", ("family", "Zeldenrust"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var text = TextOf(await Visitor.ReadAsync(answer));
        text.ShouldContain("Er is iemand die hierop lijkt");
        text.ShouldNotContain("Klaartje");
        text.ShouldNotContain("1939");
    }

    [Xunit.Theory]
    [Xunit.InlineData("nurse", false)]
    [Xunit.InlineData("palliative-team", true)]
    public async Task WhoMayFindAnybodyReadsWhoIsHereAlreadyAndNobodyElseDoes(string role, bool isTold)
    {
        var gp = await house.SignInAsync("gp");
        await RegisterAsync(
            gp,
            "Zonneveld",
            [("callName", "Klaartje"), ("isAnother", "yes"), .. Date("birthDate", 1939, 7, 9)]
        );
        var other = await house.SignInAsync(role);

        var answer = await other.SendAsync(
            "/people/new",
            "/people/new",
            [("family", "Zonneveld"), ("callName", "Klaartje"), .. Date("birthDate", 1939, 7, 9)]
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var text = TextOf(await Visitor.ReadAsync(answer));
        text.ShouldContain("zelfde geboortedatum en bijna dezelfde naam");
        text.Contains("Klaartje Zonneveld ·", StringComparison.Ordinal).ShouldBe(isTold);
    }

    [Xunit.Fact]
    public async Task ANameThatNobodySeesIsRefusedAndKept()
    {
        var gp = await house.SignInAsync("gp");
        await RefusedAsync(
            gp,
            "/people/new",
            HttpStatusCode.BadRequest,
            "family",
            "Achternaam: Hier staan onzichtbare tekens in. Typ de tekst opnieuw, of plak haar zonder opmaak.",
            ("family", "Vo\u00ads"),
            ("callName", "Leida")
        );
        await RefusedAsync(
            gp,
            "/people/new",
            HttpStatusCode.BadRequest,
            "family",
            "Achternaam: Een achternaam heeft minstens één letter. "
                + "Is er geen achternaam bekend? Schrijf dan: onbekend.",
            ("family", "123"),
            ("callName", "Leida")
        );
    }

    [Xunit.Fact]
    public async Task ANearDuplicateIsShownBeforeItArises()
    {
        var gp = await house.SignInAsync("gp");
        var first = await RegisterAsync(gp, "Tweelink", [("callName", "Corrie"), .. Date("birthDate", 1931, 4, 5)]);
        (string, string)[] again = [("callName", "Corrie"), ("family", "Tweelink"), .. Date("birthDate", 1931, 5, 4)];
        var answer = await gp.SendAsync("/people/new", "/people/new", again);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector($"a[href='{first}']").ShouldNotBeNull();
        ShouldKeep(page, again);
        var act = page.QuerySelector("input[name=act]")!.GetAttribute("value");
        var anyway = await gp.SendAsync("/people/new", "/people/new", [.. again, ("isAnother", "yes")]);
        anyway.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        act.ShouldNotBeNull();
    }

    [Xunit.Fact]
    public async Task OfADuplicateElsewhereOnlyNameAndBirthDateAreShown()
    {
        var gp = await house.SignInAsync("gp");
        var first = await RegisterAsync(
            gp,
            "Elders",
            [("callName", "Mies"), ("street", "Geheimstraat"), ("place", "Veere"), .. Date("birthDate", 1931, 4, 5)]
        );
        var team = await house.SignInAsync("palliative-team");
        var answer = await team.SendAsync(
            "/people/new",
            "/people/new",
            [("callName", "Mies"), ("family", "Elders"), .. Date("birthDate", 1931, 4, 5)]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var text = TextOf(await Visitor.ReadAsync(answer));
        text.ShouldContain("Mies Elders");
        text.ShouldNotContain("Geheimstraat");
        text.ShouldNotContain(first);
    }

    [Xunit.Fact]
    public async Task RegisteringTwiceByAnImpatientFingerMakesOnePerson()
    {
        var gp = await house.SignInAsync("gp");
        var hidden = (await gp.OpenAsync("/people/new"))
            .QuerySelectorAll("main input[type=hidden]")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        (string, string)[] fields = [.. hidden, ("family", "Haastig"), .. Date("birthDate", 1960)];
        var first = await gp.Client.PostAsync("/people/new", Visitor.Fields(fields));
        var second = await gp.Client.PostAsync("/people/new", Visitor.Fields(fields));
        second.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await FoundAsync(gp, ("name", "haastig"))).Count().ShouldBe(1);
    }

    [Xunit.Fact]
    public async Task TheStartPageShowsWhoAsksForAttentionFirst()
    {
        var gp = await house.SignInAsync("gp");
        await RegisterAsync(gp, "Rustig", [("isCentral", "yes"), .. Date("birthDate", 1960, 1, 2)]);
        await RegisterAsync(gp, "Onverzorgd", Date("birthDate", 1961, 1, 2));
        var start = await gp.OpenAsync("/?all=yes");
        var later = start.QuerySelector("#day-later")!;
        later.TextContent.ShouldContain("Onverzorgd");
        later.TextContent.ShouldContain("Niemand is centrale zorgverlener.");
        start.QuerySelectorAll(".asking").ShouldAllBe(part => !part.TextContent.Contains("Rustig"));
        TextOf(await gp.OpenAsync("/people/own")).ShouldContain("Rustig");
    }

    internal static async Task<IEnumerable<string>> FoundAsync(Visitor visitor, params (string, string)[] fields)
    {
        var answer = await visitor.SendAsync(Search, Search, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await Visitor.ReadAsync(answer))
            .QuerySelectorAll(".person-row")
            .Select(row => row.GetAttribute("href")!.Replace("/night", "", StringComparison.Ordinal));
    }
}
