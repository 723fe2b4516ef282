using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>Forms on their way: stopped, sent again, and sent by who was signed out.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class FormsInABrowserTests(Browsers browsers)
{
    private const string Words = "De radio aan. Het raam open. Geen bezoek na vijven.";
    private const string Send = "main form.form button.utrecht-button--primary-action";

    /// <summary>First look, case 9: pressed, the load stopped, pressed again.</summary>
    [Xunit.Fact]
    public async Task FirstLookCase09AFormThatWasStoppedSaysSoAndCanBeSentAgain()
    {
        await using var nurse = await browsers.VisitAsync(View.Phone, "nurse");
        await WishesAsync(nurse);
        await nurse.Page.Locator("[name=words]").FillAsync(Words);

        // The page itself presses, stops the load, waits until it says so, and presses again: a browser that is
        // driven waits for the page that was stopped.
        await nurse.GoOnAsync(() =>
            nurse.Page.EvaluateAsync(
                """
                (send) => {
                  const button = document.querySelector(send);
                  const way = document.querySelector("main form.form [data-way]");
                  button.form.addEventListener("submit", () => setTimeout(() => window.stop()), { once: true });
                  const waiting = setInterval(() => {
                    if (way.dataset.state !== "late") return;
                    clearInterval(waiting);
                    sessionStorage.setItem("told", way.textContent);
                    setTimeout(() => button.click(), 800);
                  }, 50);
                  setTimeout(() => button.click());
                }
                """,
                Send
            )
        );
        var told = await nurse.Page.EvaluateAsync<string>("() => sessionStorage.getItem('told') ?? ''");
        told.ShouldContain("nog niet aangekomen");
        await Assertions.Expect(nurse.Page.Locator(".done")).ToBeVisibleAsync();
    }

    [Xunit.Theory]
    [Xunit.InlineData(true)]
    [Xunit.InlineData(false)]
    public async Task FirstLookCase10WhoWasSignedOutFindsWhatTheyTyped(bool scripts)
    {
        await using var nurse = await browsers.VisitAsync(View.Phone with { Scripts = scripts }, "nurse");
        await WishesAsync(nurse);
        await nurse.Page.Locator("[name=words]").FillAsync(Words);
        await nurse.Page.Context.ClearCookiesAsync(new() { Name = "mantel-session" });

        await nurse.GoOnAsync(() => nurse.Page.Locator(Send).ClickAsync());
        await nurse.ShouldFitAsync();
        await nurse.GoOnAsync(() => nurse.Page.Locator("[name=as][value=nurse]").ClickAsync());

        (await nurse.Page.Locator("[name=words]").InputValueAsync()).ShouldBe(Words);
        await nurse.ShouldFitAsync();
        await nurse.GoOnAsync(() => nurse.Page.Locator(Send).ClickAsync());
        await Assertions.Expect(nurse.Page.Locator(".done")).ToBeVisibleAsync();
    }

    /// <summary>While somebody types, the words propose a kind; what changed is still for them to choose.</summary>
    [Xunit.Fact]
    public async Task WordsNeverChooseWhatChanged()
    {
        await using var nurse = await browsers.VisitAsync(View.Phone, "nurse");
        await nurse.OpenAsync($"/people/{await SomebodyAsync(nurse)}/note");
        await nurse.Page.Locator("[name=words]").PressSequentiallyAsync("Ze werd bijna opgenomen.");
        await Assertions.Expect(nurse.Page.Locator("[name=kind][value=Change]")).ToBeCheckedAsync();
        (await nurse.Page.Locator("[name=change]:checked").CountAsync()).ShouldBe(0);
    }

    private static async Task<string> SomebodyAsync(Visit nurse)
    {
        await nurse.OpenAsync("/");
        var links = await nurse
            .Page.Locator("a[href^='/people/']")
            .EvaluateAllAsync<string[]>("links => links.map((link) => new URL(link.href).pathname)");
        return links.Select(path => path.Split('/')[2]).First(id => Guid.TryParse(id, out _));
    }

    private static async Task WishesAsync(Visit nurse)
    {
        var form = $"/people/{await SomebodyAsync(nurse)}/plan/wishes";
        await nurse.OpenAsync(form);
        foreach (var (part, value) in new[] { ("day", 1), ("month", 11), ("year", 2026) })
            await nurse.Page.Locator($"[name='toldOn.{part}']").FillAsync($"{value}");
    }
}
