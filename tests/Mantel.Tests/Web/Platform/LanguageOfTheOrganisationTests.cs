using Mantel.Tests.People.Pages;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>In which language somebody reads who chose none.</summary>
public sealed class LanguageOfTheOrganisationTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    [Theory]
    [InlineData("gp-ghent", null, "nl-BE")]
    [InlineData("nurse-ghent", "nl-NL", "nl-BE")]
    [InlineData("nurse-ghent", "en", "nl-BE")]
    [InlineData("gp", null, "nl-NL")]
    [InlineData("gp", "nl-BE", "nl-NL")]
    [InlineData("close-one", "en", "en")]
    [InlineData("close-one", null, "nl-NL")]
    public async Task ClinicalCaseDTheCountryOfTheOrganisationDecidesBeforeTheBrowser(
        string who,
        string? browser,
        string language
    )
    {
        var visitor = await house.SignInAsync(who);
        if (browser is not null)
            visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(browser);
        (await visitor.OpenAsync("/")).DocumentElement.GetAttribute("lang").ShouldBe(language);
    }

    [Fact]
    public async Task WhatSomebodyChoseGoesBeforeTheirCountry()
    {
        var visitor = await house.SignInAsync("gp-ghent");
        await visitor.SendAsync("/", "/language", ("language", "en"));
        (await visitor.OpenAsync("/")).DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task AtTheDoorTheBrowserDecides() =>
        (await house.Mantel.Visit().OpenAsync("/sign-in")).DocumentElement.GetAttribute("lang").ShouldBe("nl-NL");
}
