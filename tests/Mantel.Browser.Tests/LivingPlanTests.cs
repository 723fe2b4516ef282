using System.Text;
using System.Text.RegularExpressions;
using Mantel.Demo;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>The plan that lives, as people see it: one page of paper, what changed, sharing, plain reading.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class LivingPlanTests(Browsers browsers)
{
    /// <summary>Everyone whom the GP cares for in the demonstration, the longest plans among them.</summary>
    [Xunit.Theory]
    [Xunit.InlineData("nl-NL", "gp")]
    [Xunit.InlineData("nl-BE", "gp-ghent")]
    [Xunit.InlineData("en", "gp")]
    public async Task APlanTakesAsManyPagesOfPaperAsItHasSheets(string language, string role)
    {
        await using var visit = await browsers.VisitAsync(View.Desktop with { Language = language }, role);
        var sheets = new List<int>();
        foreach (var person in await PeopleAsync(visit))
        {
            if (!await MakeSheetAsync(visit, person))
                continue;
            if (sheets.Count < 3)
                await visit.ShouldBeSoundAsync();
            sheets.Add(await visit.Page.Locator(".a4__sheet").CountAsync());
            (await PagesAsync(visit.Page)).ShouldBe(sheets[^1], person);
        }
        sheets.ShouldContain(1);
        if (role == "gp")
            sheets.ShouldContain(2, "Leida's plan takes two");
    }

    [Xunit.Fact]
    public async Task NothingOnPaperIsSmallerThanNinePointsAndNoLongWordRunsOverItsNeighbour()
    {
        await using var visit = await browsers.VisitAsync(View.Desktop, "gp");
        await MakeSheetAsync(visit, await PersonAsync(visit, "Leida"));
        await visit.Page.SetViewportSizeAsync(695, 1000);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var (smallest, overrun) = (
            await visit.Page.EvaluateAsync<double>(
                """
                () => Math.min(...[...document.querySelectorAll(".a4 *")]
                  .filter(one => one.getClientRects().length)
                  .filter(one => [...one.childNodes].some(part => part.nodeType === 3 && part.data.trim()))
                  .map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75))
                """
            ),
            await visit.Page.EvaluateAsync<bool>(
                """
                () => {
                  const said = document.querySelector(".a4__said");
                  said.insertAdjacentHTML("beforeend", `<span class="own">${"w".repeat(80)}</span>`);
                  return said.scrollWidth > said.clientWidth + 1;
                }
                """
            )
        );

        smallest.ShouldBeGreaterThanOrEqualTo(8.99);
        overrun.ShouldBeFalse();
    }

    /// <summary>The night page of everyone whom these two GPs care for, Ahmed's among them (it took two).</summary>
    [Xunit.Theory]
    [Xunit.InlineData("gp", "Leida")]
    [Xunit.InlineData("gp-ghent", "Ahmed")]
    public async Task UsersA6TheNightPageOfEverybodyPrintsOnOnePage(string role, string longest)
    {
        await using var visit = await browsers.VisitAsync(View.Desktop, role);
        var names = new List<string>();
        foreach (var person in await PeopleAsync(visit))
        {
            if (await visit.Page.GotoAsync(person + "/night") is not { Ok: true })
                continue;
            names.Add(await visit.Page.Locator("h1").First.InnerTextAsync());
            (await PagesAsync(visit.Page)).ShouldBe(1, names[^1]);
        }
        names.ShouldContain(name => name.Contains(longest, StringComparison.Ordinal));
    }

    [Xunit.Fact]
    public async Task WhoeverScansTheCodeReadsOneSentenceOnAPhone()
    {
        await using var visit = await browsers.VisitAsync(View.Phone);
        await visit.OpenAsync("/sheet/00000000000000000000000000");
        await visit.ShouldBeSoundAsync();
        await visit.ShouldFitAsync();
    }

    [Xunit.Theory]
    [Xunit.InlineData("nl-NL", false)]
    [Xunit.InlineData("nl-BE", true)]
    [Xunit.InlineData("en", true)]
    public async Task ChangesSharingAndPlainReadingAreSoundOnAPhone(string language, bool dark)
    {
        var view = View.Phone with { Language = language, Dark = dark };
        await using (var gp = await browsers.VisitAsync(view, "gp"))
        {
            var plan = await PlanOfAsync(gp, "Leida");
            foreach (var page in new[] { "/changes", "/changes?from=", "/share", "/review" })
                await ShouldBeFineAsync(gp, plan + page);
        }
        await using var person = await browsers.VisitAsync(view, "person");
        await ShouldBeFineAsync(person, $"/people/{DemoPeople.Leida}/plan");
    }

    private static async Task ShouldBeFineAsync(Visit visit, string path)
    {
        await visit.OpenAsync(path);
        await visit.ShouldBeSoundAsync();
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
    }

    private static async Task<string> PlanOfAsync(Visit visit, string name)
    {
        await visit.OpenAsync("/");
        var link = visit.Page.Locator("a[href^='/people/']").Filter(new() { HasText = name }).First;
        return string.Join('/', (await link.GetAttributeAsync("href"))!.Split('/')[..3]) + "/plan";
    }

    private static async Task<IReadOnlyList<string>> PeopleAsync(Visit visit)
    {
        await visit.OpenAsync("/people/own");
        var links = await visit
            .Page.Locator("a[href^='/people/']")
            .EvaluateAllAsync<string[]>(
                "all => all.map(one => one.getAttribute('href').split('/').slice(0, 3).join('/'))"
            );
        return [.. links.Distinct(StringComparer.Ordinal)];
    }

    private static async Task<string> PersonAsync(Visit visit, string name) =>
        (await PlanOfAsync(visit, name))[..^"/plan".Length];

    /// <summary>False when no sheet can be made of this one: who died has none.</summary>
    private static async Task<bool> MakeSheetAsync(Visit visit, string person)
    {
        if (await visit.Page.GotoAsync(person + "/plan/sheet") is not { Ok: true })
            return false;
        var make = visit.Page.Locator("form.form button");
        if (await make.CountAsync() > 0)
            await make.First.ClickAsync();
        else if (await visit.Page.Locator(".a4").CountAsync() == 0)
            return false;
        await visit.Page.Locator(".a4").WaitForAsync();
        return true;
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
