using Mantel.Demo;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>Two records of one person laid side by side, joined and parted again, on a phone and by keyboard.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class JoiningTests(Browsers browsers)
{
    private static readonly string Zofia = $"/people/{DemoPeople.Of("zofia-kowalczyk")}";
    private static readonly string Again = $"/people/{DemoPeople.Of("zofia-kowalczyk-again")}";
    private static readonly string Sjors = $"/people/{DemoPeople.Of("sjors-vermaas")}";

    [Xunit.Fact]
    public async Task BySomebodyWhoSeesTheWarningAndTakenBack()
    {
        await using var visit = await browsers.VisitAsync(View.Phone with { Scripts = false }, "gp");
        await visit.OpenAsync(Zofia);
        await GoAsync(visit, ".notice a[href$='/join']");
        await visit.PictureAsync("join-choose");
        await GoAsync(visit, $"a.person-row[href$='{Again[8..]}']");
        await visit.PictureAsync("join-compare", whole: true);
        await visit.TypeAsync("reason", "Zelfde verblijfskaart; dag en maand zijn verwisseld.");
        await TickAsync(visit, "compared");
        await TickAsync(visit, "evenSo");
        await visit.PressAsync("form.form button");

        visit.Page.Url.ShouldEndWith(Zofia);
        var line = visit.Page.Locator("details.joined");
        await Assertions.Expect(line).ToContainTextAsync("Sofia Kowalczyk");
        await line.Locator("summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(line).ToContainTextAsync("03-05-1980");
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
        await visit.OpenAsync(Again);
        await Assertions.Expect(visit.Page.Locator(".identity")).ToContainTextAsync("05-03-1980");

        await GoAsync(visit, "details.joined a[href*='/part/']", open: true);
        await visit.TypeAsync("reason", "Toch haar nicht.");
        await visit.PressAsync("form.form button");
        await Assertions.Expect(visit.Page.Locator("details.joined")).ToHaveCountAsync(0);
        await visit.OpenAsync(Again);
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Sofia");
    }

    [Xunit.Fact]
    public async Task TheyAreSoundOnEveryScreen()
    {
        foreach (var view in new[] { View.Phone, View.Desktop with { Language = "en", Dark = true }, View.Tablet })
        {
            await using var visit = await browsers.VisitAsync(view, "gp");
            foreach (
                var address in new[]
                {
                    Sjors,
                    Sjors + "/timeline",
                    Sjors + $"/part/{DemoPeople.Of("sjors-vermaas-again")}",
                    Zofia + "/join",
                    Zofia + $"/join/{DemoPeople.Of("zofia-kowalczyk-again")}",
                }
            )
            {
                await visit.OpenAsync(address);
                await visit.ShouldBeSoundAsync();
                await visit.ShouldFitAsync();
                await visit.ShouldHaveLargeTargetsAsync();
            }
        }
    }

    private static async Task GoAsync(Visit visit, string link, bool open = false)
    {
        if (open)
            await visit.Page.Locator("details.joined summary").ClickAsync();
        await visit.Page.Locator(link).FocusAsync();
        await visit.GoOnAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
    }

    private static async Task TickAsync(Visit visit, string name)
    {
        await visit.Page.Locator($"[name={name}]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
    }
}
