using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>People, their circle and their team, as one sees, hears and reaches them.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class PeopleTests(Browsers browsers)
{
    [Xunit.Fact]
    public async Task ThePageOfSomebodyWhoDiedCannotBeMistaken()
    {
        await using var visit = await browsers.VisitAsync(View.Phone, "gp");
        await visit.OpenAsync("/people/own");
        await visit.Page.Locator("summary").Filter(new() { HasTextString = "Overleden" }).ClickAsync();
        await visit.Page.Locator(".person-row:has(.dead)").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".deceased")).ToBeInViewportAsync();
        await visit.ShouldBeSoundAsync();
        await visit.ShouldFitAsync();
    }

    [Xunit.Fact]
    public async Task TheBandNeverScrollsAway()
    {
        foreach (var view in new[] { View.Desktop, View.Phone })
        {
            await using var visit = await browsers.VisitAsync(view, "gp");
            await visit.OpenAsync("/");
            await visit.OpenAsync(await AddressOfAsync(visit, "Leida"));
            await visit.Page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight / 2)");
            var band = visit.Page.Locator(".band--person");
            await Assertions.Expect(band.GetByText("14-03-1944")).ToBeInViewportAsync();
            await Assertions.Expect(band.Locator(".band__agreed .word").First).ToBeInViewportAsync();
            var onPhone = view.Width < 600;
            var stays = onPhone ? visit.Page.Locator(".band__stay") : band;
            (await stays.BoundingBoxAsync())!.Height.ShouldBeLessThan(view.Height / (onPhone ? 5f : 3f));
            await Assertions.Expect(band.GetByText("Alleen als het thuis echt niet gaat")).ToBeInViewportAsync();
        }
    }

    [Xunit.Fact]
    public async Task WithoutScriptsAndByKeyboardSomebodyIsFoundAndTheirWordsAreWrittenDown()
    {
        await using var visit = await browsers.VisitAsync(View.Phone with { Scripts = false }, "gp");
        var page = visit.Page;
        await visit.OpenAsync("/people/search");
        await page.FocusAsync("#name");
        await page.Keyboard.TypeAsync("vos leida");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".person-row").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("a[href$='/what-matters']").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.FocusAsync("#words");
        await page.Keyboard.TypeAsync("De meidoorn, en de radio aan.");
        await page.Locator("main form .utrecht-button--primary-action").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".hero .own")).ToContainTextAsync("De meidoorn, en de radio aan.”");
        await Assertions.Expect(page.Locator(".hero .own")).ToContainTextAsync("Geen gedoe met slangen.");
        await Assertions.Expect(page.Locator(".done")).ToBeVisibleAsync();
    }

    /// <summary>At 320 pixels the page of a person once scrolled sideways.</summary>
    [Xunit.Theory]
    [Xunit.InlineData("gp", "Leida")]
    [Xunit.InlineData("gp", "Corrie")]
    [Xunit.InlineData("palliative-team", "Ahmed")]
    public async Task NothingOfAPersonScrollsSidewaysOnTheSmallestPhone(string role, string name)
    {
        await using var visit = await browsers.VisitAsync(View.SmallPhone, role);
        await visit.OpenAsync("/");
        var person = await AddressOfAsync(visit, name);
        foreach (var part in new[] { "", "/plan", "/circle", "/timeline", "/night", "/note" })
        {
            await visit.OpenAsync(person + part);
            await visit.ShouldFitAsync();
        }
    }

    /// <summary>A condition of one long word once pushed dates and other conditions off the night page.</summary>
    [Xunit.Fact]
    public async Task AWordOfEightyLettersBreaksOnEveryPageOfAPerson()
    {
        await using var visit = await browsers.VisitAsync(View.SmallPhone, "gp");
        await visit.OpenAsync("/people/new");
        await visit.SendAsync([("family", "Langewoordema"), ("numberKind", "None")]);
        var person = new Uri(visit.Page.Url).AbsolutePath;
        await visit.OpenAsync(person + "/plan/treatments/antibiotics");
        await visit.SendAsync([
            ("decision", "Otherwise"),
            ("otherwise", string.Concat(Enumerable.Repeat("levensverlengende", 5))),
            ("discussedOn.year", "2026"),
            ("parties", "*"),
        ]);
        foreach (var part in new[] { "", "/plan", "/timeline", "/night", "/plan/treatments/antibiotics" })
        {
            await visit.OpenAsync(person + part);
            await visit.ShouldFitAsync();
        }
    }

    private static async Task<string> AddressOfAsync(Visit visit, string name) =>
        (
            await visit
                .Page.Locator("main a[href^='/people/']", new() { HasTextString = name })
                .First.GetAttributeAsync("href")
        )!;
}
