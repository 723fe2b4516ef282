using System.Net;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.People.Pages;

/// <summary>The day in one list, as it is used: what was said, what is put off, whom one looks for.</summary>
public sealed class DayListTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task UsersB5TheWordsOfASignalStandInTheListUnderNow()
    {
        var nurse = await house.SignInAsync("nurse");
        var person = await RegisterAsync(nurse, "Bloedrood", [.. Date("birthDate", 1944, 3, 1)]);
        await DoAsync(nurse, $"{person}/signals/give", ("noticed", "Ze hoest bloed."), ("since", "Sinds gisteren"));

        var now = (await nurse.OpenAsync("/?all=yes")).QuerySelector("section.asking--now")!;

        now.TextContent.ShouldContain("Bloedrood");
        now.TextContent.ShouldContain("Ze hoest bloed. – Sinds gisteren");
        now.QuerySelectorAll("article")
            .First(row => row.TextContent.Contains("Bloedrood"))
            .QuerySelectorAll("a")
            .Select(way => way.GetAttribute("href"))
            .ShouldContain(way => way!.StartsWith($"{person}/signals/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UsersB5WhatCanWaitIsPutOffWithADayAndAReasonForOneReaderOnly()
    {
        var (nurse, gp) = (await house.SignInAsync("nurse"), await house.SignInAsync("gp"));
        var person = await RegisterAsync(nurse, "Uitstellaar", [.. Date("birthDate", 1944, 3, 2)]);
        await DoAsync(nurse, $"{person}/signals/give", ("noticed", "De tilband is stuk."));
        (await Rows(nurse, "section.asking")).ShouldContain(row => row.Contains("Uitstellaar"));

        var until = Today.AddDays(5);
        await RefusedAsync(
            nurse,
            $"{person}/put-off",
            HttpStatusCode.BadRequest,
            "until",
            "Kies een dag na vandaag, hoogstens een maand verder.",
            [("why", "De monteur komt."), .. Date("until", Today.Year + 1, 6, 1)]
        );
        await DoAsync(
            nurse,
            $"{person}/put-off",
            [("why", "De monteur komt dinsdag."), .. Date("until", until.Year, until.Month, until.Day)]
        );

        var off = (await nurse.OpenAsync("/?all=yes")).QuerySelectorAll("details.asking__put-offs").Last().TextContent;
        off.ShouldContain("Uitstellaar");
        off.ShouldContain("De monteur komt dinsdag.");
        off.ShouldContain("De tilband is stuk.");
        (await nurse.OpenAsync("/?all=yes"))
            .QuerySelectorAll("section.sheet.asking")
            .ShouldAllBe(part => !part.TextContent.Contains("Uitstellaar"));
        TextOf(await nurse.OpenAsync($"{person}/timeline")).ShouldContain("Uitgesteld op de eigen lijst");

        await DoAsync(nurse, $"{person}/signals/give", ("noticed", "Hij slaapt slecht."));
        (await nurse.OpenAsync("/?all=yes"))
            .QuerySelectorAll("section.sheet.asking")
            .Select(part => part.TextContent)
            .ShouldContain(part => part.Contains("De tilband is stuk.") && part.Contains("Hij slaapt slecht."));
        (await gp.Client.GetAsync($"{person}/put-off")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task UsersB4WhoDiedIsNotListedAmongTheOthersAndComesLastInSearch()
    {
        var gp = await house.SignInAsync("gp");
        var dead = await RegisterAsync(gp, "Zilverplevier", [("callName", "Aagje"), .. Date("birthDate", 1931, 4, 5)]);
        await RegisterAsync(gp, "Zilverplevier", [("callName", "Wim"), .. Date("birthDate", 1962, 7, 8)]);
        await DoAsync(gp, $"{dead}/death", [.. Date("on", 2025, 3, 4)]);

        var answer = await gp.SendAsync("/people/search", "/people/search", ("name", "zilverplevier"));
        var rows = (await Visitor.ReadAsync(answer)).QuerySelectorAll(".person-row").Select(row => row.TextContent);
        rows.First().ShouldContain("Wim");
        rows.Last().ShouldContain("overleden");

        var own = await gp.OpenAsync("/people/own");
        own.QuerySelectorAll("section.sheet").ShouldAllBe(part => !part.TextContent.Contains("Aagje"));
        own.QuerySelector("main details")!.TextContent.ShouldContain("Aagje Zilverplevier");
        var start = await gp.OpenAsync("/");
        start.QuerySelectorAll(".people .person-row").ShouldAllBe(row => !row.TextContent.Contains("Aagje"));
    }

    /// <summary>Wherever it was given: also about somebody whose page one may open.</summary>
    [Fact]
    public async Task UsersB9AVolunteerHearsWhatBecameOfASignalAboutSomebodyWithAPage()
    {
        var volunteer = await house.SignInAsync("volunteer");
        var start = TextOf(await volunteer.OpenAsync("/"));
        start.ShouldContain("Wat u hebt verteld");
        start.ShouldContain("Ria eet alleen nog vanillevla.");
        start.ShouldContain("Dank. Er is hulp geregeld.");
        TextOf(await volunteer.OpenAsync("/signals")).ShouldContain("Ria Francke");
    }

    [Fact]
    public async Task UsersB10AGpIsToldThatAPreparationCameIn()
    {
        var gp = await house.SignInAsync("gp");
        var week = (await gp.OpenAsync("/?all=yes"))
            .QuerySelectorAll(".asking__one")
            .First(row => row.TextContent.Contains("bereidde het gesprek thuis voor"));
        week.TextContent.ShouldContain("Jan Bakker");
    }

    [Theory]
    [InlineData("coordinator", "/network")]
    [InlineData("analyst", "/networks")]
    [InlineData("administrator", "/accounts")]
    public async Task WhoSeesNoPeopleBeginsWithTheirOwnWork(string role, string way)
    {
        var main = (await (await house.SignInAsync(role)).OpenAsync("/")).QuerySelector("main")!.InnerHtml;
        var own = main.IndexOf($"href=\"{way}", StringComparison.Ordinal);
        own.ShouldBeGreaterThan(0);
        own.ShouldBeLessThan(main.IndexOf("/signals/new", StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> Rows(Visitor visitor, string of) =>
        (await visitor.OpenAsync("/?all=yes")).QuerySelectorAll($"{of} article").Select(row => row.TextContent);
}
