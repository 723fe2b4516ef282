using Mantel.Tests.Web.Spreadsheets;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>
/// Issue 9: an XLSX of 500 organisations with twelve faults, looked at, mended, taken in and undone, by hand in a
/// browser: on a phone and a desk, in every language, by day and by night, by keyboard, without scripts.
/// </summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class SheetsInABrowserTests(Browsers browsers)
{
    private const string Begin = "/organisations/sheet";
    private const string Look = "main form.form .utrecht-button--primary-action";
    private const string Check = "button[name=go][value=check]";
    private const string Take = "button[name=go][value=take]";

    [Xunit.Theory]
    [Xunit.InlineData("desktop", false, "nl-NL")]
    [Xunit.InlineData("phone", true, "nl-NL")]
    [Xunit.InlineData("phone", false, "nl-BE")]
    [Xunit.InlineData("desktop", true, "en")]
    public async Task ThePreviewNamesEveryFaultAndIsSound(string name, bool dark, string language)
    {
        var view = (name == "phone" ? View.Phone : View.Desktop) with { Dark = dark, Language = language };
        await using var visit = await browsers.VisitAsync(view, "administrator");
        foreach (var page in new[] { Begin, "/organisations/sheets", "/accounts/sheet", "/accounts/sheets" })
        {
            await visit.OpenAsync(page);
            await LookAsync(visit);
            await visit.ShouldReadWellAsync();
        }
        await SendAsync(visit);
        await Assertions.Expect(visit.Page.Locator(".errors li")).ToHaveCountAsync(FiveHundred.Faults.Count);
        await Assertions.Expect(visit.Page.Locator(".counts b").Nth(0)).ToHaveTextAsync("488");
        if (language == "nl-NL")
            await PictureAsync(visit, view);
        await LookAsync(visit);
        await visit.Page.EvaluateAsync(
            "() => document.querySelectorAll('details').forEach((one) => (one.open = true))"
        );
        await LookAsync(visit);
        await visit.ShouldReadWellAsync();
    }

    /// <summary>All of it with the keyboard alone, with scripts and without.</summary>
    [Xunit.Theory]
    [Xunit.InlineData(true)]
    [Xunit.InlineData(false)]
    public async Task WhatIsWrongIsMendedTakenInAndTakenBackByKeyboard(bool scripts)
    {
        await using var visit = await browsers.VisitAsync(View.Desktop with { Scripts = scripts }, "administrator");
        await SendAsync(visit);
        foreach (var (field, value) in FiveHundred.Mended)
            await MendAsync(visit, field, value);
        await KeyAsync(visit, Check);
        await Assertions.Expect(visit.Page.Locator(".errors li")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator(".counts b").Nth(0)).ToHaveTextAsync("499");

        await visit.Page.FocusAsync($"[name='{FiveHundred.LeftOut}']");
        await visit.Page.Keyboard.PressAsync("Space");
        await KeyAsync(visit, Take);
        await Assertions.Expect(visit.Page.Locator(".done")).ToContainTextAsync("opgenomen");
        await Assertions.Expect(visit.Page.Locator("main .lead")).ToContainTextAsync("499 rijen");
        if (scripts)
            await LookAsync(visit);

        await visit.Page.Locator("summary").Last.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.FocusAsync("#reason");
        await visit.Page.Keyboard.TypeAsync("Dit was de lijst van vorig jaar.");
        await KeyAsync(visit, "main form .utrecht-button--secondary-action");
        await Assertions.Expect(visit.Page.Locator(".done")).ToContainTextAsync("teruggenomen");
        if (scripts)
            await LookAsync(visit);
    }

    [Xunit.Fact]
    public async Task NothingSentSaysWhatToDoAndPastedCellsAreLookedAt()
    {
        await using var visit = await browsers.VisitAsync(View.Phone, "administrator");
        await visit.OpenAsync(Begin);
        await visit.SendAsync([], status: 400);
        await LookAsync(visit);
        await visit.SendAsync([("cells", "Naam;Soort;Jaar\nDe Meeuw;Hospis;1990")]);
        await Assertions.Expect(visit.Page.Locator(".errors li")).ToHaveCountAsync(1);
        await LookAsync(visit);
    }

    /// <summary>The passwords of accounts fit the smallest phone, and the page says that they are seen once.</summary>
    [Xunit.Fact]
    public async Task AccountsAreMadeFromPastedCellsOnAPhone()
    {
        await using var visit = await browsers.VisitAsync(View.SmallPhone, "administrator");
        await visit.OpenAsync("/accounts/sheet");
        await visit.Page.FillAsync("#cells", "Naam\tLogin\tRol\nIsa Inlees\tisa-inlees\tanalist");
        await visit.GoOnAsync(() => visit.Page.ClickAsync(Look));
        await LookAsync(visit);
        await visit.GoOnAsync(() => visit.Page.ClickAsync(Take));
        await Assertions.Expect(visit.Page.Locator("td code")).ToHaveCountAsync(1);
        await LookAsync(visit);
    }

    /// <summary>On a desk all that is wrong and the first rows to mend; on a phone one row to mend.</summary>
    private static async Task PictureAsync(Visit visit, View view)
    {
        if (view.Name == "desktop")
            await visit.Page.SetViewportSizeAsync(view.Width, 1640);
        await visit.Page.EvaluateAsync(
            "(phone) => phone ? document.querySelector('.faulty').scrollIntoView() : scrollTo(0, 0)",
            view.Name == "phone"
        );
        await visit.PictureAsync($"spreadsheet-{view.Name}-{(view.Dark ? "dark" : "light")}");
        await visit.Page.SetViewportSizeAsync(view.Width, view.Height);
    }

    private static async Task LookAsync(Visit visit)
    {
        await visit.ShouldBeSoundAsync();
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
        await visit.ShouldBeReachableAsync();
    }

    private async Task SendAsync(Visit visit)
    {
        await visit.OpenAsync("/organisations");
        var known = await visit
            .Page.Locator("main ul.list > li")
            .Filter(new() { HasText = " · " })
            .First.InnerTextAsync();
        var lines = known.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await visit.OpenAsync(Begin);
        await visit.Page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "adressen.xlsx",
                MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                Buffer = XlsxByHand.Of(FiveHundred.Rows((lines[0], lines[1].Split(" · ")[1]))),
            }
        );
        await KeyAsync(visit, Look);
    }

    private static async Task MendAsync(Visit visit, string field, string value)
    {
        var at = visit.Page.Locator($"[name='{field}']");
        if (await at.EvaluateAsync<bool>("one => one.tagName === 'SELECT'"))
        {
            await at.SelectOptionAsync(value);
            return;
        }
        await at.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.TypeAsync(value);
    }

    private static async Task KeyAsync(Visit visit, string button)
    {
        await visit.Page.Locator(button).First.FocusAsync();
        await visit.GoOnAsync(() => visit.Page.Keyboard.PressAsync("Enter"));
    }
}
