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
        await visit.OpenAsync("/");
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
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("De meidoorn, en de radio aan.");
        await page.Locator("main form .utrecht-button--primary-action").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".hero .own")).ToHaveTextAsync("“De meidoorn, en de radio aan.”");
        await Assertions.Expect(page.Locator(".done")).ToBeVisibleAsync();
    }

    private static async Task<string> AddressOfAsync(Visit visit, string name) =>
        (
            await visit
                .Page.Locator("main a[href^='/people/']", new() { HasTextString = name })
                .First.GetAttributeAsync("href")
        )!;
}
