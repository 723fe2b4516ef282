using System.Text;
using System.Text.RegularExpressions;
using Mantel.Demo;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>
/// Every decision, who decides and whom to call, without scrolling on a phone, and all of it on one sheet of A4: for
/// everybody of the demo region.
/// </summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class NightInOneScreenTests(Browsers browsers)
{
    private const int AtOnce = 100;

    /// <summary>A4 between the margins of the night page, in pixels of 96 to the inch.</summary>
    private const int PaperWidth = 725;
    private const int PaperHeight = 1062;

    /// <summary>How many of the longest are really printed, the cast aside.</summary>
    private const int Printed = 24;

    /// <summary>Drawn once for all sizes.</summary>
    private static IReadOnlyList<string[]>? _dutch;

    [Xunit.Theory]
    [Xunit.InlineData(360, 740)]
    [Xunit.InlineData(390, 844)]
    public async Task UsersB1EverybodysDecisionsAreReadWithoutScrolling(int width, int height)
    {
        var everybody = await EverybodyAsync();
        await using var visit = await OpenAsync(width, height);
        var low = await MeasureAsync(
            visit.Page,
            everybody,
            """
            const bottom = (part) => document.querySelector(part)?.getBoundingClientRect().bottom ?? 0;
            const low = Math.max(bottom(".first__table"), bottom(".first__deciding"), bottom(".call-now"));
            const sizes = [...document.querySelectorAll(".first__table .word, .first__table dt, .first__table .own")]
              .map((one) => parseFloat(getComputedStyle(one).fontSize));
            return Math.min(...sizes) < 14.9 ? 9999 : low + scrollY;
            """
        );
        low.Where(one => one.Measure > height)
            .OrderByDescending(one => one.Measure)
            .Take(30)
            .ShouldBeEmpty($"of {low.Count} people");
        low.Count.ShouldBeGreaterThan(2_700);
    }

    [Xunit.Fact]
    public async Task UsersA6EverybodysNightPageFitsOneSheetOfPaperWithNothingBelowNinePoints()
    {
        var everybody = await EverybodyAsync();
        await using var visit = await OpenAsync(PaperWidth, PaperHeight);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var low = await MeasureAsync(
            visit.Page,
            everybody,
            """
            const small = [...document.querySelectorAll(".night *")]
              .filter((one) => [...one.childNodes].some((part) => part.nodeType === 3 && part.data.trim()))
              .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 11.9);
            return small.length ? 9999 : document.querySelector("main").getBoundingClientRect().bottom + scrollY;
            """
        );
        low.Where(one => one.Measure > PaperHeight).ShouldBeEmpty($"of {low.Count} people");
        var tallest = low.Index().OrderByDescending(one => one.Item.Measure).Take(Printed).Select(one => one.Index);
        foreach (var nth in Enumerable.Range(0, 30).Concat(tallest).Distinct())
        {
            await ShowAsync(visit.Page, everybody[nth][1]);
            (await PagesAsync(visit.Page)).ShouldBe(1, everybody[nth][0]);
        }
    }

    private static async Task<IReadOnlyList<string[]>> EverybodyAsync() =>
        _dutch ??= await EverybodyAtNight.DrawAsync("nl-NL");

    /// <summary>The page of the product, in which everybody's is put in turn.</summary>
    private async Task<Visit> OpenAsync(int width, int height)
    {
        var visit = await browsers.VisitAsync(View.Phone, "gp");
        await visit.Page.SetViewportSizeAsync(width, height);
        await visit.OpenAsync($"/people/{DemoPeople.Leida}/night");
        await visit.Page.EvaluateAsync("() => document.fonts.ready.then(() => {})");
        return visit;
    }

    private static Task ShowAsync(IPage page, string html) =>
        page.EvaluateAsync("(html) => (document.querySelector('article.night').outerHTML = html)", html);

    private static async Task<List<(string Name, double Measure)>> MeasureAsync(
        IPage page,
        IReadOnlyList<string[]> people,
        string measure
    )
    {
        var script =
            "(people) => people.map(([, html]) => {\n"
            + "document.querySelector('article.night').outerHTML = html;\n"
            + $"{measure}\n}})";
        var found = new List<(string, double)>();
        foreach (var some in people.Chunk(AtOnce))
        {
            var measures = await page.EvaluateAsync<double[]>(script, some);
            found.AddRange(some.Zip(measures, (one, at) => (one[0], at)));
        }
        return found;
    }

    private static async Task<int> PagesAsync(IPage page)
    {
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        return Regex.Count(
            Encoding.Latin1.GetString(pdf),
            @"/Type\s*/Page\b",
            RegexOptions.None,
            TimeSpan.FromSeconds(5)
        );
    }
}
