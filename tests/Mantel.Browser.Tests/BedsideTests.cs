using System.Diagnostics;
using Mantel.Demo;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>
/// What is done at a bedside, on a phone, with the keyboard alone and without scripts: find somebody, break the glass,
/// read the night page; and who is told of it.
/// </summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class BedsideTests(Browsers browsers, Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly View Bare = View.Phone with { Scripts = false };
    private static readonly string Wil = $"/people/{DemoPeople.Of("wil-boogaard")}";
    private static readonly string Jaantje = $"/people/{DemoPeople.Jaantje}";
    private static readonly string Leida = $"/people/{DemoPeople.Leida}";

    [Xunit.Fact]
    public async Task WhoNeverConsentedIsFoundTheGlassIsBrokenAndTheyAndTheirDoctorReadOfIt()
    {
        var reason = $"Erg benauwd, broer belt {Guid.NewGuid():N}";
        await using (var physician = await browsers.VisitAsync(Bare, "physician-on-duty"))
        {
            var begun = Stopwatch.GetTimestamp();
            await FindAsync(physician, "boogaard wil", "19-02-1952");
            ShouldBeAt(physician, Wil + "/break-glass");
            await physician.TypeAsync("reason", reason);
            await physician.PressAsync("form.form button");
            ShouldBeAt(physician, Wil + "/night");
            await Assertions.Expect(physician.Page.Locator(".first__table")).ToBeVisibleAsync();
            output.WriteLine($"From search to night page: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");
        }
        foreach (var role in new[] { "person-unasked", "gp" })
        {
            await using var told = await browsers.VisitAsync(Bare, role);
            await told.OpenAsync("/");
            var notice = told.Page.Locator(".notice--alarm").Filter(new() { HasText = reason });
            await Assertions.Expect(notice).ToBeVisibleAsync();
            await Assertions.Expect(notice).ToContainTextAsync("R. Kant");
            await told.ShouldFitAsync();
            // Who has many people reads one line of each, and opens it.
            if (role is "gp")
                await notice.Locator("summary").ClickAsync();
            await told.ShouldFitAsync();
            await notice.GetByRole(AriaRole.Button).FocusAsync();
            await told.Page.Keyboard.PressAsync("Enter");
            await Assertions
                .Expect(told.Page.Locator(".notice--alarm").Filter(new() { HasText = reason }))
                .ToHaveCountAsync(0);
        }
    }

    [Xunit.Fact]
    public async Task WithConsentNoGlassIsBroken()
    {
        await using var visit = await browsers.VisitAsync(Bare, "physician-on-duty");
        await FindAsync(visit, "vos", "14-03-1944");
        ShouldBeAt(visit, Leida + "/night");
    }

    [Xunit.Fact]
    public async Task AgainstARefusalOnlyTheNightPageOpensAndOnlyForAVitalEmergency()
    {
        await using var visit = await browsers.VisitAsync(Bare, "physician-on-duty");
        await FindAsync(visit, "minderhoud", "17-02-1938");
        ShouldBeAt(visit, Jaantje + "/break-glass");
        await visit.TypeAsync("reason", "Niet aanspreekbaar");
        await visit.PressAsync("form.form button");
        await Assertions.Expect(visit.Page.Locator(".errors")).ToBeVisibleAsync();
        (await visit.Page.Locator("[name=reason]").InputValueAsync()).ShouldBe("Niet aanspreekbaar");

        await visit.TabToAsync("[name=vitalEmergency]");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.PressAsync("form.form button");

        ShouldBeAt(visit, Jaantje + "/night");
        await visit.OpenAsync(Jaantje + "/plan");
        ShouldBeAt(visit, Jaantje + "/night");
    }

    [Xunit.Fact]
    public async Task AMistakeIsStruckOutWithAReason()
    {
        await using var visit = await browsers.VisitAsync(Bare, "gp");
        await visit.OpenAsync($"/people/{DemoPeople.Of("sjors-vermaas")}/diagnoses/add");
        await visit.TypeAsync("name", "Jicht");
        await visit.PressAsync("form.form button");
        await visit.OpenAsync($"/people/{DemoPeople.Of("sjors-vermaas")}/timeline?edit");
        await visit
            .Page.Locator(".timeline > li", new() { HasText = "Jicht" })
            .Locator("a[href$=strike-out]")
            .FocusAsync();
        await visit.GoOnAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
        await visit.TypeAsync("reason", "Was van de vorige patiënt");
        await visit.PressAsync("form.form button");

        var struck = visit.Page.Locator(".history--struck", new() { HasText = "Jicht" });
        await Assertions.Expect(struck).ToContainTextAsync("Was van de vorige patiënt");
    }

    [Xunit.Fact]
    public async Task ConsentIsRecordedByThePersonThemselves()
    {
        await using var visit = await browsers.VisitAsync(Bare, "person");
        await visit.OpenAsync(Leida + "/consent");
        await visit.TabToAsync("[name=consent]");
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.PressAsync("form.form button");
        ShouldBeAt(visit, Leida);
        await Assertions.Expect(visit.Page.Locator(".done")).ToBeVisibleAsync();
    }

    /// <summary>From the search to whoever is found, as one does it with two thumbs.</summary>
    private static async Task FindAsync(Visit visit, string name, string birthDate)
    {
        await visit.OpenAsync("/people/search");
        await visit.TypeAsync("name", $"{name} {birthDate}");
        await visit.PressAsync("form.form button");
        await visit.PressAsync(".person-row");
    }

    private static void ShouldBeAt(Visit visit, string path) => new Uri(visit.Page.Url).AbsolutePath.ShouldBe(path);
}
