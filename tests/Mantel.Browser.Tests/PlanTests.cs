using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>The plan and its forms, as people see them, hear them and reach them without a mouse.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class PlanTests(Browsers browsers)
{
    private static readonly string[] Forms =
    [
        "conversation",
        "goal",
        "capacity",
        "wishes",
        "what-else",
        "place-of-death",
        "euthanasia",
        "donation",
        "earlier-agreements",
        "informing-relatives",
        "declined",
        "says-differently",
        "treatments/hospital-admission",
        "treatments/icd-deactivation",
        "treatments/other",
        "declarations",
        "dnr-codes",
    ];

    public static Xunit.TheoryData<string, bool> LanguagesAndThemes { get; } =
        new()
        {
            { "nl-NL", false },
            { "nl-NL", true },
            { "nl-BE", false },
            { "en", true },
        };

    [Xunit.Theory]
    [Xunit.MemberData(nameof(LanguagesAndThemes))]
    public async Task ThePlanIsSound(string language, bool dark)
    {
        foreach (var view in new[] { View.Desktop, View.Phone })
        {
            await using var visit = await browsers.VisitAsync(view with { Language = language, Dark = dark }, "gp");
            var leida = await LeidaAsync(visit);
            await ShouldBeFineAsync(visit, leida + "/plan");
            await visit.PictureAsync($"plan-{view.Name}-{(dark ? "dark" : "light")}-{language}", whole: true);
            await ShouldBeFineAsync(visit, leida + "/plan/conversation");
        }
    }

    [Xunit.Fact]
    public async Task EveryFormIsSoundOnAPhone()
    {
        await using var visit = await browsers.VisitAsync(View.Phone, "gp");
        var leida = await LeidaAsync(visit);
        foreach (var form in Forms)
        {
            await ShouldBeFineAsync(visit, $"{leida}/plan/{form}");
            await visit.PictureAsync($"plan-{form.Replace('/', '-')}-phone", whole: true);
        }
    }

    [Xunit.Fact]
    public async Task AnAgreementIsRecordedByKeyboardAlone()
    {
        await using var visit = await browsers.VisitAsync(View.Desktop, "nurse");
        var plan = await RegisterAsync(visit) + "/plan";
        await visit.OpenAsync(plan + "/treatments/antibiotics");
        await TabToAsync(visit, "[name=decision]");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await TypeAsync(visit, "explanation", "Geen infuus meer.");
        await TypeAsync(visit, "discussedOn.day", "3");
        await TypeAsync(visit, "discussedOn.month", "5");
        await TypeAsync(visit, "discussedOn.year", "2025");
        await TabToAsync(visit, "[name=parties]");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Space");
        await TabToAsync(visit, "form.form button");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Status).WaitForAsync();
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe(plan);
        var row = await visit.Page.Locator("#antibiotics").TextContentAsync();
        row!.ShouldContain("Niet");
        row!.ShouldContain("Geen infuus meer.");
    }

    [Xunit.Fact]
    public async Task TheConditionShowsWhenItIsAskedForAlsoWithoutScripts()
    {
        await using var visit = await browsers.VisitAsync(View.Phone with { Scripts = false }, "gp");
        await visit.OpenAsync(await LeidaAsync(visit) + "/plan/treatments/blood-products");
        var condition = visit.Page.Locator("[name=otherwise]");
        await Assertions.Expect(condition).ToBeHiddenAsync();
        await visit.Page.GetByLabel("Anders", new() { Exact = false }).First.CheckAsync();
        await Assertions.Expect(condition).ToBeVisibleAsync();
    }

    private static async Task<string> LeidaAsync(Visit visit)
    {
        await visit.OpenAsync("/");
        var link = visit.Page.Locator("a[href^='/people/']").Filter(new() { HasText = "Leida" }).First;
        return string.Join('/', (await link.GetAttributeAsync("href"))!.Split('/')[..3]);
    }

    /// <summary>Somebody of one's own, so that no other test sees what is agreed with them.</summary>
    private static async Task<string> RegisterAsync(Visit visit)
    {
        await visit.OpenAsync("/people/new");
        await visit.Page.Locator("[name=family]").FillAsync("Toetsenbord");
        await visit.Page.Locator("form.form button").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Status).WaitForAsync();
        return new Uri(visit.Page.Url).AbsolutePath;
    }

    private static async Task ShouldBeFineAsync(Visit visit, string path)
    {
        await visit.OpenAsync(path);
        await visit.ShouldBeSoundAsync();
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
    }

    private static async Task TypeAsync(Visit visit, string field, string text)
    {
        await TabToAsync(visit, $"[name='{field}']");
        await visit.Page.Keyboard.TypeAsync(text);
    }

    private static async Task TabToAsync(Visit visit, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
                return;
        }
        throw new ShouldAssertException($"{selector} cannot be reached with the keyboard.");
    }
}
