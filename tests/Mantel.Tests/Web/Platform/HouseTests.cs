using System.Net;
using System.Text.RegularExpressions;
using Mantel.Demo;
using Mantel.Web.Platform;
using Shouldly;

namespace Mantel.Tests.Web.Platform;

/// <summary>What every page and every answer keeps to.</summary>
public sealed partial class HouseTests(SharedMantel shared) : Xunit.IClassFixture<SharedMantel>
{
    private readonly RunningMantel _mantel = shared.Mantel;

    [Xunit.Theory]
    [Xunit.InlineData("/health/live")]
    [Xunit.InlineData("/health/ready")]
    public async Task ItSaysThatItIsWell(string path) =>
        (await _mantel.Visit().Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Xunit.Fact]
    public async Task ABrowserMayLoadNothingFromElsewhereAndKeepNoPage()
    {
        var answer = await _mantel.Visit().Client.GetAsync("/sign-in");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'self'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Xunit.Fact]
    public async Task NoPageHasInlineStylesOrScripts()
    {
        var page = await _mantel.Visit().OpenAsync("/sign-in");
        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.QuerySelectorAll("*").SelectMany(e => e.Attributes).ShouldNotContain(a => a.Name.StartsWith("on"));
    }

    [Xunit.Fact]
    public async Task AssetsMayBeKeptForEverUnderTheHashInTheirAddress()
    {
        var visitor = _mantel.Visit();
        var sheet = (await visitor.OpenAsync("/sign-in")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var answer = await visitor.Client.GetAsync(sheet);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        var css = await answer.Content.ReadAsStringAsync();
        foreach (var address in Address().Matches(css).Select(match => match.Groups[1].Value).Distinct())
            (await visitor.Client.GetAsync(new Uri(new Uri(_mantel.Address, sheet), address))).StatusCode.ShouldBe(
                HttpStatusCode.OK,
                address
            );
        (await visitor.Client.GetAsync("/assets/000000000000/mantel.css")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Fact]
    public async Task WhatIsNotThereIsSaidInWords()
    {
        var visitor = await _mantel.SignInAsync("gp");
        var answer = await visitor.Client.GetAsync("/nothing/here");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent.ShouldBe("Hier is niets te zien");
    }

    [Xunit.Fact]
    public async Task AFormThatIsNotOursIsRefused()
    {
        var visitor = await _mantel.SignInAsync("gp");
        var answer = await visitor.Client.PostAsync("/sign-out", Visitor.Fields(("a", "b")));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Xunit.Fact]
    public async Task TooMuchAtOnceIsRefusedInWords()
    {
        var answer = await _mantel
            .Visit()
            .Client.PostAsync("/sign-in/demo", Visitor.Fields(("as", new string('a', 1 << 21))));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Xunit.Fact]
    public async Task WhoTriesTooOftenWaitsAndReadsWhy()
    {
        var visitor = await _mantel.SignInAsync("volunteer");
        HttpResponseMessage answer;
        var times = 0;
        do answer = await visitor.Client.PostAsync("/people/search", Visitor.Fields(("name", "Vos")));
        while (answer.StatusCode is HttpStatusCode.BadRequest && ++times < 200);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Even wachten");
        page.QuerySelector("main")!.TextContent.ShouldContain("Wacht een minuut");
    }

    /// <summary>No look that is not in the log: when it cannot be written, nothing of the person is shown.</summary>
    [Xunit.Fact]
    public async Task WhatNobodyExpectedIsSaidWithANumberAndNothingOfThePerson()
    {
        await using var broken = await RunningMantel.StartAsync();
        await broken.BreakAsync(
            "looks.db",
            "CREATE TRIGGER full BEFORE INSERT ON look BEGIN SELECT RAISE(ABORT, 'full'); END"
        );
        var visitor = await broken.SignInAsync("gp");

        var answer = await visitor.Client.GetAsync($"/people/{DemoPeople.Leida}");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Dit ging niet goed");
        page.QuerySelector("main .number")!.TextContent.ShouldMatch("^[0-9A-F]{8}$");
        page.DocumentElement.TextContent.ShouldNotContain("Leida");
        page.DocumentElement.TextContent.ShouldNotContain("Exception");
    }

    [Xunit.Theory]
    [Xunit.InlineData("nl-NL,nl;q=0.9", "nl-NL")]
    [Xunit.InlineData("nl-BE", "nl-BE")]
    [Xunit.InlineData("en-US,en;q=0.9,nl;q=0.8", "en")]
    [Xunit.InlineData("de-DE,de", "nl-NL")]
    [Xunit.InlineData("nl;q=0.3, en;q=0.7", "en")]
    public async Task TheBrowsersLanguageIsFollowed(string accepts, string language)
    {
        var visitor = _mantel.Visit();
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepts);
        (await visitor.OpenAsync("/sign-in")).DocumentElement.GetAttribute("lang").ShouldBe(language);
    }

    [Xunit.Fact]
    public async Task TheChoicesAtTheFootAreKept()
    {
        var visitor = _mantel.Visit();
        await visitor.SendAsync("/sign-in", "/language", ("language", "nl-BE"));
        await visitor.SendAsync("/sign-in", "/theme", ("theme", "dark"));
        var page = (await visitor.OpenAsync("/sign-in")).DocumentElement;
        page.GetAttribute("lang").ShouldBe("nl-BE");
        page.GetAttribute("data-theme").ShouldBe("dark");
    }

    [Xunit.Theory]
    [Xunit.InlineData("/people", "/people")]
    [Xunit.InlineData("//elsewhere.example", "/")]
    [Xunit.InlineData("/\\elsewhere.example", "/")]
    [Xunit.InlineData("https://elsewhere.example", "/")]
    [Xunit.InlineData("/a\\b", "/")]
    [Xunit.InlineData(null, "/")]
    public void BackGoesOnlyToAnAddressOfOurOwn(string? asked, string goes) => Preferences.Back(asked).ShouldBe(goes);

    [GeneratedRegex("""url\("([^"]+)"\)""")]
    private static partial Regex Address();
}
