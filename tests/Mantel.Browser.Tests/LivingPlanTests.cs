using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>The plan that lives, as people see it: one page of paper, what changed, sharing, plain reading.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class LivingPlanTests(Browsers browsers)
{
    [Xunit.Theory]
    [Xunit.InlineData("nl-NL")]
    [Xunit.InlineData("nl-BE")]
    [Xunit.InlineData("en")]
    public async Task TheSheetIsSoundAndOnePageOfPaper(string language)
    {
        await using var visit = await browsers.VisitAsync(View.Desktop with { Language = language }, "gp");
        foreach (var name in new[] { "Leida", "Ria" })
        {
            await visit.OpenAsync(await PlanOfAsync(visit, name) + "/sheet");
            var make = visit.Page.Locator("form.form button");
            if (await make.CountAsync() > 0)
            {
                await visit.ShouldBeSoundAsync();
                await make.ClickAsync();
                await visit.Page.Locator(".a4").WaitForAsync();
            }
            await visit.ShouldBeSoundAsync();
            (await PagesAsync(visit.Page)).ShouldBe(1, name);
        }
    }

    [Xunit.Fact]
    public async Task TheFullestSheetIsStillOnePage()
    {
        await using var visit = await browsers.VisitAsync(View.Desktop, "gp");
        await visit.OpenAsync(await PlanOfAsync(visit, "Leida") + "/sheet");
        var make = visit.Page.Locator("form.form button");
        if (await make.CountAsync() > 0)
            await make.ClickAsync();
        await visit.Page.Locator(".a4").WaitForAsync();
        var words = string.Join(' ', Enumerable.Repeat("alleen als het thuis echt niet meer gaat", 6))[..240];
        await visit.Page.EvaluateAsync(
            """
            words => {
              const sheet = document.querySelector(".a4");
              sheet.className = "a4 a4--size-8";
              for (const said of sheet.querySelectorAll(".a4__said")) {
                said.querySelector(".own")?.remove();
                said.insertAdjacentHTML("beforeend", `<span class="own">“${words}”</span>`);
              }
              const one = sheet.querySelector(".a4__decisions .a4__decision");
              for (let i = 0; i < 4; i++) one.parentElement.append(one.cloneNode(true));
              const matters = sheet.querySelector(".a4__matters");
              for (let i = 0; i < 3; i++) {
                const alarm = matters.cloneNode(true);
                alarm.className = "a4__alarm";
                alarm.querySelector(".own").textContent = words;
                matters.after(alarm);
              }
            }
            """,
            words
        );

        (await PagesAsync(visit.Page)).ShouldBe(1);
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
        await ShouldBeFineAsync(person, await PlanOfAsync(person, "Leida"));
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
