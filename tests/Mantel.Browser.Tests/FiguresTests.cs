using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>Charts of figures, as people see them, hear them and go through them without a mouse.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class FiguresTests(Browsers browsers)
{
    private const string Plan = "/network/plan-within-30-days";

    [Xunit.Fact]
    public async Task AChartIsDrawnOverTheSketchAndSaysTheSame()
    {
        await using var visit = await browsers.VisitAsync(View.Desktop, "coordinator");
        await visit.OpenAsync(Plan);

        (await visit.Page.Locator(".chart__frame .sketch").CountAsync()).ShouldBe(0);
        (await visit.Page.Locator(".chart__frame svg").CountAsync()).ShouldBe(2);
        var words = await visit.Page.Locator(".chart__frame").First.InnerTextAsync();
        words.ShouldContain("mediaan");
        words.ShouldContain("apr 2025");
        await visit.ShouldBeSoundAsync();
    }

    [Xunit.Fact]
    public async Task TheArrowKeysGoFromPointToPointAndEachIsHeard()
    {
        await using var visit = await browsers.VisitAsync(View.Desktop, "coordinator");
        await visit.OpenAsync(Plan);
        var chart = visit.Page.Locator("[data-chart]").First;
        var said = chart.Locator(".chart__said");

        await chart.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        (await said.TextContentAsync())!.ShouldStartWith("april 2025: ");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        (await said.TextContentAsync())!.ShouldStartWith("mei 2025: ");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        (await said.TextContentAsync())!.ShouldStartWith("juli 2026: ");
        (await visit.Page.Locator(".chart__tip").First.InnerTextAsync()).ShouldStartWith("juli 2026: ");
        await visit.ShouldHaveNoAxeFindings();
    }

    [Xunit.Fact]
    public async Task WithoutScriptsTheSketchAndItsTableStandThere()
    {
        await using var visit = await browsers.VisitAsync(View.Phone with { Scripts = false }, "coordinator");
        await visit.OpenAsync(Plan);

        (await visit.Page.Locator(".chart__frame .sketch").CountAsync()).ShouldBe(2);
        await visit.Page.Locator("summary").First.ClickAsync();
        (await visit.Page.Locator("figure table").First.IsVisibleAsync()).ShouldBeTrue();
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
    }

    [Xunit.Fact]
    public async Task AChartTakesTheColoursOfTheNightAndOfWhoChoosesTheirOwn()
    {
        await using var dark = await browsers.VisitAsync(View.Desktop with { Dark = true }, "coordinator");
        await dark.OpenAsync(Plan);
        await using var light = await browsers.VisitAsync(View.Desktop, "coordinator");
        await light.OpenAsync(Plan);
        await using var own = await browsers.VisitAsync(View.Desktop with { ForcedColours = true }, "coordinator");
        await own.OpenAsync(Plan);

        var colours = await Task.WhenAll(LineOf(dark), LineOf(light), LineOf(own));
        colours.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        await dark.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        (await LineOf(dark)).ShouldBe("rgb(0, 0, 0)");
        await own.ShouldBeSoundAsync();

        static async Task<string> LineOf(Visit visit) =>
            await visit.Page.EvaluateAsync<string>(
                "() => [...document.querySelectorAll('.chart__frame path[fill=none][stroke-width=\"2\"]')].map((path) => getComputedStyle(path).stroke)[0]"
            );
    }

    [Xunit.Theory]
    [Xunit.InlineData("coordinator", Plan, false, false, "network-desktop-light")]
    [Xunit.InlineData("coordinator", Plan, true, true, "network-phone-dark")]
    [Xunit.InlineData("analyst", "/nation/plan-within-30-days", false, false, "nation-desktop-light")]
    public async Task ThePageOfFiguresIsInThePictures(string role, string page, bool phone, bool dark, string name)
    {
        var view = (phone ? View.Phone : View.Desktop) with { Dark = dark };
        await using var visit = await browsers.VisitAsync(view, role);
        await visit.OpenAsync(page);
        (await visit.Page.Locator(".chart__frame svg").CountAsync()).ShouldBe(2);
        await visit.ShouldFitAsync();
        await visit.Page.Locator("figure.chart").First.ScrollIntoViewIfNeededAsync();
        await visit.PictureAsync(name, whole: !phone);
    }
}
