using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>The door, as people see it, hear it and reach it.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class SignInTests(Browsers browsers)
{
    [Xunit.Theory]
    [Xunit.InlineData(320, 1)]
    [Xunit.InlineData(640, 2)]
    public async Task ItFitsTheSmallestPhoneAndTwiceTheSize(int width, float scale)
    {
        await using var visit = await browsers.VisitAsync(
            View.SmallPhone with
            {
                Width = (int)(width / scale),
                Scale = scale,
            }
        );
        await visit.OpenAsync("/sign-in");
        await visit.ShouldFitAsync();
        await visit.PictureAsync($"sign-in-{width}-x{scale}");
    }

    /// <summary>The head once took 150 of the 640 pixels of a small phone, and the ribbon three lines.</summary>
    [Xunit.Theory]
    [Xunit.InlineData(320, "person", 100)]
    [Xunit.InlineData(320, "gp", 140)]
    [Xunit.InlineData(390, "nurse", 100)]
    [Xunit.InlineData(390, "coordinator", 140)]
    [Xunit.InlineData(768, "administrator", 90)]
    public async Task TheHeadOfThePageIsLow(int width, string role, int most)
    {
        await using var visit = await browsers.VisitAsync(View.SmallPhone with { Width = width }, role);
        await visit.OpenAsync("/");
        (
            await visit.Page.EvaluateAsync<int>("() => document.querySelector('body > header').offsetHeight")
        ).ShouldBeLessThanOrEqualTo(most);
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
    }

    [Xunit.Fact]
    public async Task WithForcedColoursEverythingIsStillThere()
    {
        await using var visit = await browsers.VisitAsync(View.Desktop with { ForcedColours = true });
        await visit.OpenAsync("/sign-in");
        await visit.ShouldHaveNoAxeFindings();
        await visit.PictureAsync("sign-in-forced-colours");
    }

    [Xunit.Fact]
    public async Task WithoutScriptsOneComesInChoosesALanguageAndLeaves()
    {
        await using var visit = await browsers.VisitAsync(View.Phone with { Scripts = false }, "nurse");
        await visit.OpenAsync("/");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        await visit.OpenAsync("/account");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
        (await visit.Page.GetByRole(AriaRole.Status).TextContentAsync())!.Trim().ShouldBe("You have signed out.");
    }

    [Xunit.Fact]
    public async Task TheFirstTabOffersTheContentAndTheRestFollowsInOrder()
    {
        await using var visit = await browsers.VisitAsync(View.Desktop);
        await visit.OpenAsync("/sign-in");
        await visit.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(visit)).ShouldBe("#main");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(visit)).ShouldBe("login");
    }

    [Xunit.Fact]
    public async Task WhatIsWrongIsSaidAtTheTopAndLeadsToItsField()
    {
        await using var visit = await browsers.VisitAsync(View.Phone);
        await visit.OpenAsync("/sign-in");
        await visit.Page.GetByLabel("Gebruikersnaam").FillAsync("fatima");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden" }).First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Alert).WaitForAsync();
        (await visit.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.errors')")).ShouldBeTrue();
        (await visit.Page.GetByLabel("Gebruikersnaam").InputValueAsync()).ShouldBe("fatima");
        await visit.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        (await FocusedAsync(visit)).ShouldBe("password");
        await visit.ShouldHaveNoAxeFindings();
        await visit.PictureAsync("sign-in-wrong");
    }

    private static Task<string> FocusedAsync(Visit visit) =>
        visit.Page.EvaluateAsync<string>(
            "() => document.activeElement.getAttribute('href') ?? document.activeElement.id"
        );
}
