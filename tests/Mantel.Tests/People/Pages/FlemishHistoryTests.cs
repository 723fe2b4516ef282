using AngleSharp.Html.Dom;
using Mantel.Demo;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Pages;

/// <summary>What a Flemish GP reads in the history and in what changed: whole words with spaces between them.</summary>
public sealed class FlemishHistoryTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    [Fact]
    public async Task Users_A6_the_timeline_names_the_language_and_the_country()
    {
        var details = (await TimelineAsync())
            .QuerySelectorAll("main dd")
            .Select(one => one.TextContent.Trim())
            .ToList();
        details.ShouldContain("Marokkaans Arabisch");
        details.ShouldContain("België");
        details.ShouldNotContain("ary");
        details.ShouldNotContain("BE");
    }

    [Fact]
    public async Task Users_D_two_words_that_contradict_stand_apart()
    {
        var gp = await house.SignInAsync("gp-ghent");
        var page = await gp.OpenAsync($"/people/{DemoPeople.Ahmed}/plan/changes");
        page.Body!.TextContent.ShouldContain("Wel of Niet");
    }

    private async Task<IHtmlDocument> TimelineAsync() =>
        await (await house.SignInAsync("gp-ghent")).OpenAsync($"/people/{DemoPeople.Ahmed}/timeline");
}
