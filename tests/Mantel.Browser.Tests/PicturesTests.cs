using Mantel.Demo;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>
/// The pictures of the README and the guide, as the product really looks; written when <c>MANTEL_IMAGES</c> names a
/// folder, and always checked for what would spoil them.
/// </summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class PicturesTests(Browsers browsers)
{
    private static readonly View Night = View.Phone with { Dark = true };
    private static readonly View Evening = View.Desktop with { Dark = true };

    private static readonly Dictionary<string, (View View, string Role, string Part)> Pictures = new()
    {
        ["person-desktop-light"] = (View.Desktop, "gp", ""),
        ["person-desktop-dark"] = (Evening, "gp", ""),
        ["person-phone-light"] = (View.Phone, "nurse", ""),
        ["person-phone-dark"] = (Night, "nurse", ""),
        ["night-phone-light"] = (View.Phone, "gp", "/night"),
        ["night-phone-dark"] = (Night, "gp", "/night"),
        ["night-desktop-light"] = (View.Desktop, "gp", "/night"),
        ["night-desktop-dark"] = (Evening, "gp", "/night"),
        ["plan-desktop-light"] = (View.Desktop, "gp", "/plan"),
        ["plan-form-phone-light"] = (View.Phone, "gp", "/plan/treatments/resuscitation"),
        ["plan-form-phone-dark"] = (Night, "gp", "/plan/treatments/resuscitation"),
        ["plan-form-desktop-light"] = (View.Desktop, "gp", "/plan/conversation"),
        ["timeline-desktop-light"] = (View.Desktop, "gp", "/timeline"),
        ["timeline-phone-dark"] = (Night, "gp", "/timeline"),
        ["talk-tablet-light"] = (View.Tablet, "gp", "/talk"),
        ["start-desktop-light"] = (View.Desktop, "gp", "-"),
        ["questions-desktop-light"] = (View.Desktop, "palliative-team", "-questions"),
        ["questions-phone-dark"] = (Night, "palliative-team", "-questions"),
        ["question-form-desktop-light"] = (View.Desktop, "palliative-team", "-questions/new"),
        ["question-form-phone-dark"] = (Night, "palliative-team", "-questions/new"),
    };

    /// <summary>
    /// What a page must show by rule 17: somebody who cannot decide, somebody who is dying, and a plan of two sheets.
    /// </summary>
    private static readonly Dictionary<string, (View View, string Person, bool IsSheet)> MustShow = new()
    {
        ["night-incapable-phone-light"] = (View.Phone, Incapable, false),
        ["night-incapable-phone-dark"] = (Night, Incapable, false),
        ["night-dying-phone-light"] = (View.Phone, Dying, false),
        ["night-dying-phone-dark"] = (Night, Dying, false),
        ["sheet-incapable-desktop-light"] = (View.Desktop, Incapable, true),
        ["sheet-dying-desktop-light"] = (View.Desktop, Dying, true),
        ["sheet-two-desktop-light"] = (View.Desktop, "leida-vos", true),
        ["sheet-two-desktop-dark"] = (Evening, "leida-vos", true),
    };

    private const string Incapable = "corrie-zandee";
    private const string Dying = "robin-castelijn";

    /// <summary>Those of the figures, made by <see cref="FiguresTests"/> once a region has published.</summary>
    private static readonly string[] Figures = ["network-desktop-light", "network-phone-dark", "nation-desktop-light"];

    /// <summary>Made on the way of <see cref="ConversationJourneyTests"/>.</summary>
    private static readonly string[] Journeys = ["talk-question-tablet-light"];

    /// <summary>Made by <see cref="SheetsInABrowserTests"/>.</summary>
    private static readonly string[] Sheets = ["spreadsheet-desktop-light", "spreadsheet-phone-dark"];

    /// <summary>Made by <see cref="TwoProcessesTests"/>.</summary>
    private static readonly string[] Followed = ["inbox-before-desktop-light", "inbox-after-desktop-light"];

    /// <summary>Made by <see cref="SwitchingRolesTests"/>.</summary>
    private static readonly string[] Roles = ["role-desktop-light", "role-phone-dark", "role-menu-1280-dark"];

    public static Xunit.TheoryData<string> Names { get; } = [.. Pictures.Keys];

    public static Xunit.TheoryData<string> MustShowNames { get; } = [.. MustShow.Keys];

    [Xunit.Theory]
    [Xunit.MemberData(nameof(Names))]
    public async Task APictureShowsTheWholeWidth(string name)
    {
        var (view, role, part) = Pictures[name];
        await using var visit = await browsers.VisitAsync(view, role);
        await visit.OpenAsync(part is ['-', .. var own] ? $"/{own}" : $"/people/{DemoPeople.Of("leida-vos")}{part}");
        await visit.ShouldFitAsync();
        await visit.ShouldSayEverythingAsync();
        await visit.PictureAsync(name);
    }

    [Xunit.Theory]
    [Xunit.MemberData(nameof(MustShowNames))]
    public async Task WhoDecidesAndDyingAreInSightWithoutAnythingCutOff(string name)
    {
        var (view, person, isSheet) = MustShow[name];
        await using var visit = await browsers.VisitAsync(view, "gp");
        await visit.OpenAsync($"/people/{DemoPeople.Of(person)}{(isSheet ? "/plan/sheet" : "/night")}");
        if (isSheet && await visit.Page.Locator(".a4").CountAsync() == 0)
            await visit.SendAsync([]);
        await visit.ShouldFitAsync();
        await visit.ShouldSayEverythingAsync();
        await visit.ShouldBeSoundAsync();
        var says = await visit.Page.Locator(isSheet ? ".a4" : ".night").InnerTextAsync();
        if (person == Incapable)
            says.ShouldContain("kan niet zelf beslissen");
        if (person == Dying)
            says.ShouldContain("Stervensfase");
        await visit.PictureAsync(name, whole: isSheet);
    }

    /// <summary>
    /// On the narrowest phone "Niet vastgelegd" was cut off inside its row, where no page overflows; on a desktop the
    /// date stood over the word.
    /// </summary>
    [Xunit.Theory]
    [Xunit.InlineData(320, "nl-NL")]
    [Xunit.InlineData(320, "en")]
    [Xunit.InlineData(390, "nl-NL")]
    [Xunit.InlineData(1280, "nl-NL")]
    [Xunit.InlineData(1280, "en")]
    public async Task NoWordOfADecisionIsCutOff(int width, string language)
    {
        await using var visit = await browsers.VisitAsync(View.Phone with { Language = language }, "gp");
        await visit.Page.SetViewportSizeAsync(width, 740);
        await visit.OpenAsync($"/people/{DemoPeople.Of(Incapable)}/night");
        await visit.Page.EvaluateAsync(
            "() => document.querySelectorAll('details').forEach((one) => (one.open = true))"
        );
        var cut = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".agreed, .night__row")].flatMap((row) =>
              [...row.querySelectorAll("dt, .word, .word b, .when, small")]
                .filter((one) => one.getBoundingClientRect().right > row.getBoundingClientRect().right)
                .map((one) => one.textContent))
            """
        );
        cut.ShouldBeEmpty();
        var covered = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".first .agreed")].flatMap((row) => {
              const day = row.querySelector(".agreed__day")?.getBoundingClientRect();
              const isOver = ({ left, right, top, bottom }) =>
                day && left < day.right && day.left < right && top < day.bottom && day.top < bottom;
              return [...row.querySelectorAll(".word b")]
                .filter((word) => isOver(word.getBoundingClientRect()))
                .map((word) => row.textContent);
            })
            """
        );
        covered.ShouldBeEmpty();
    }

    [Xunit.Fact]
    public void EveryPictureOfTheDocumentsIsMadeHere() =>
        Directory
            .GetFiles(Path.Combine(Root(), "docs", "images"), "*.png")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Except(
                [.. Pictures.Keys, .. MustShow.Keys, .. Figures, .. Journeys, .. Sheets, .. Followed, .. Roles],
                StringComparer.Ordinal
            )
            .ShouldBeEmpty();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Mantel.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
