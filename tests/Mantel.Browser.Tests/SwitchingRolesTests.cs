using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>A general practitioner who is on duty tonight goes on in that role without signing out.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class SwitchingRolesTests(Browsers browsers)
{
    [Xunit.Theory]
    [Xunit.InlineData(320, false, true)]
    [Xunit.InlineData(320, true, false)]
    [Xunit.InlineData(390, true, true)]
    [Xunit.InlineData(820, false, true)]
    [Xunit.InlineData(1280, true, true)]
    [Xunit.InlineData(1280, false, false)]
    public async Task TheRoleIsInSightAndChangedFromTheHeadOfThePageByKeyboard(int width, bool dark, bool scripts)
    {
        var view = View.SmallPhone with { Width = width, Dark = dark, Scripts = scripts };
        await using var visit = await browsers.VisitAsync(view, "gp");
        await visit.OpenAsync("/");
        await ShouldShowAsync(visit, "huisarts");

        await visit.TabToAsync("summary.who--roles");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".roles__one").WaitForAsync();
        (await HeadAsync(visit)).ShouldBeLessThanOrEqualTo(140);
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
        if (scripts)
            await visit.ShouldBeSoundAsync();
        await visit.PictureAsync($"role-menu-{width}-{(dark ? "dark" : "light")}");
        await visit.PressAsync(".roles__one");

        await ShouldShowAsync(visit, "dienstdoend arts");
        if (scripts)
            await visit.ShouldBeSoundAsync();
    }

    [Xunit.Theory]
    [Xunit.InlineData("desktop", false, "nl-NL")]
    [Xunit.InlineData("phone", true, "nl-NL")]
    [Xunit.InlineData("phone", false, "nl-BE")]
    [Xunit.InlineData("desktop", true, "en")]
    public async Task TheChoiceIsACalmPageWithOneButtonForEachRole(string name, bool dark, string language)
    {
        var view = (name == "phone" ? View.Phone : View.Desktop) with { Dark = dark, Language = language };
        await using var visit = await browsers.VisitAsync(view, "gp");
        await visit.OpenAsync("/role");
        await Assertions.Expect(visit.Page.Locator(".role-choice")).ToHaveCountAsync(2);
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
        await visit.ShouldBeSoundAsync();
        if (language == "nl-NL")
            await visit.PictureAsync($"role-{name}-{(dark ? "dark" : "light")}");
        await visit.ShouldBeReachableAsync();
        await visit.ShouldReadWellAsync();
    }

    /// <summary>A form of before the switch is refused, and shown again in the role it was typed in.</summary>
    [Xunit.Fact]
    public async Task WhatWasTypedBeforeTheSwitchComesBackInItsOwnRole()
    {
        const string words = "Meneer viel vanmiddag en wil niet dat het bekend wordt.";
        await using var visit = await browsers.VisitAsync(View.Phone, "gp");
        await visit.OpenAsync("/signals/new");
        await visit.Page.FillAsync("#noticed", words);
        await using var other = await visit.BesideAsync();
        await other.OpenAsync("/role");
        await other.PressAsync(".role-choice:not([aria-current])");

        await visit.GoOnAsync(() =>
            visit.Page.EvaluateAsync("() => { setTimeout(() => document.querySelector('main form.form').submit()); }")
        );
        await Assertions.Expect(visit.Page.Locator("[role=alert]")).ToContainTextAsync("andere rol");
        await visit.ShouldBeSoundAsync();
        await visit.PressAsync("main .role-choice");

        await ShouldShowAsync(visit, "huisarts");
        await Assertions.Expect(visit.Page.Locator("#noticed")).ToHaveValueAsync(words);
    }

    private static async Task ShouldShowAsync(Visit visit, string role)
    {
        await Assertions.Expect(visit.Page.Locator(".who__role")).ToContainTextAsync(role);
        await Assertions.Expect(visit.Page.Locator(".who__role")).ToBeVisibleAsync();
        (await HeadAsync(visit)).ShouldBeLessThanOrEqualTo(140);
    }

    private static Task<int> HeadAsync(Visit visit) =>
        visit.Page.EvaluateAsync<int>("() => document.querySelector('body > header').offsetHeight");
}
