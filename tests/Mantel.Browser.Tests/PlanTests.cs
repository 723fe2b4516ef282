using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>The plan and its forms, as people see them, hear them and reach them without a mouse.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class PlanTests(Browsers browsers)
{
    [Xunit.Fact]
    public async Task AnAgreementIsRecordedByKeyboardAlone()
    {
        await using var visit = await browsers.VisitAsync(View.Desktop, "nurse");
        var plan = await RegisterAsync(visit) + "/plan";
        await visit.OpenAsync(plan + "/treatments/antibiotics");
        await visit.TabToAsync("[name=decision]");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.TypeAsync("explanation", "Geen infuus meer.");
        await visit.TypeAsync("discussedOn.day", "3");
        await visit.TypeAsync("discussedOn.month", "5");
        await visit.TypeAsync("discussedOn.year", "2025");
        await visit.TabToAsync("[name=parties]");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.TabToAsync("form.form button");
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
}
