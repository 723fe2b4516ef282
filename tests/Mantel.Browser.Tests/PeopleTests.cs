using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>People, their circle and their team, as one sees, hears and reaches them.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class PeopleTests(Browsers browsers)
{
    private static readonly string[] Forms =
    [
        "name",
        "number",
        "address",
        "reach",
        "language",
        "what-matters",
        "background",
        "diagnoses/add",
        "allergies/add",
        "devices/add",
        "medication/add",
        "course",
        "death",
        "circle/add",
        "team/add",
        "team/central",
        "receive",
    ];

    public static Xunit.TheoryData<string, bool> LanguagesAndThemes { get; } =
        new()
        {
            { "nl-NL", false },
            { "nl-BE", true },
            { "en", false },
            { "en", true },
        };

    [Xunit.Theory]
    [Xunit.MemberData(nameof(LanguagesAndThemes))]
    public async Task ThePagesOfAPersonAreSound(string language, bool dark)
    {
        foreach (var view in new[] { View.Desktop, View.Phone })
        {
            await using var visit = await browsers.VisitAsync(view with { Language = language, Dark = dark }, "gp");
            await ShouldBeFineAsync(visit, "/", $"start-{view.Name}-{(dark ? "dark" : "light")}-{language}");
            var leida = await AddressOfAsync(visit, "Leida");
            foreach (var part in new[] { "", "/circle", "/timeline" })
                await ShouldBeFineAsync(
                    visit,
                    leida + part,
                    $"person{part.Replace('/', '-')}-{view.Name}-{(dark ? "dark" : "light")}-{language}"
                );
            foreach (var path in new[] { "/people/search", "/people/new" })
                await ShouldBeFineAsync(visit, path);
        }
    }

    [Xunit.Fact]
    public async Task EveryFormIsSoundOnAPhone()
    {
        await using var visit = await browsers.VisitAsync(View.Phone, "gp");
        await visit.OpenAsync("/");
        var leida = await AddressOfAsync(visit, "Leida");
        foreach (var form in Forms)
            await ShouldBeFineAsync(visit, $"{leida}/{form}");
    }

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
            (await band.BoundingBoxAsync())!.Height.ShouldBeLessThan(view.Height / 3f);
        }
    }

    [Xunit.Theory]
    [Xunit.InlineData("volunteer")]
    [Xunit.InlineData("social-worker")]
    [Xunit.InlineData("close-one")]
    [Xunit.InlineData("person")]
    [Xunit.InlineData("chaplain")]
    public async Task EveryoneHasAPageThatIsSound(string role)
    {
        await using var visit = await browsers.VisitAsync(View.Phone, role);
        await ShouldBeFineAsync(visit, "/");
        await visit.OpenAsync((await visit.Page.Locator("main a[href^='/people/']").First.GetAttributeAsync("href"))!);
        await visit.ShouldBeSoundAsync();
        await visit.ShouldFitAsync();
    }

    [Xunit.Fact]
    public async Task TheAdministratorsPagesAreSound()
    {
        await using var visit = await browsers.VisitAsync(View.Phone, "administrator");
        foreach (var path in new[] { "/", "/organisations", "/organisations/new", "/accounts", "/accounts/new" })
            await ShouldBeFineAsync(visit, path);
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

    private static async Task ShouldBeFineAsync(Visit visit, string path, string? picture = null)
    {
        await visit.OpenAsync(path);
        await visit.ShouldBeSoundAsync();
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
        if (picture is not null)
            await visit.PictureAsync(picture);
    }

    private static async Task<string> AddressOfAsync(Visit visit, string name) =>
        (
            await visit
                .Page.Locator("main a[href^='/people/']", new() { HasTextString = name })
                .First.GetAttributeAsync("href")
        )!;
}
