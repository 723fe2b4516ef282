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
        var tells = (await TimelineAsync())
            .QuerySelectorAll("main .history__tells, main dd")
            .Select(one => one.TextContent.Trim())
            .ToList();
        tells.ShouldContain(one => one.Contains("spreekt Marokkaans Arabisch", StringComparison.Ordinal));
        tells.ShouldContain(one => one.Contains(", België.", StringComparison.Ordinal));
        tells.ShouldNotContain(one => one.Contains("spreekt ary", StringComparison.Ordinal));
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
