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
    };

    /// <summary>Those of the figures, made by <see cref="FiguresTests"/> once a region has published.</summary>
    private static readonly string[] Figures = ["network-desktop-light", "network-phone-dark", "nation-desktop-light"];

    /// <summary>Made on the way of <see cref="ConversationJourneyTests"/>.</summary>
    private static readonly string[] Journeys = ["talk-question-tablet-light"];

    public static Xunit.TheoryData<string> Names { get; } = [.. Pictures.Keys];

    [Xunit.Theory]
    [Xunit.MemberData(nameof(Names))]
    public async Task APictureShowsTheWholeWidth(string name)
    {
        var (view, role, part) = Pictures[name];
        await using var visit = await browsers.VisitAsync(view, role);
        await visit.OpenAsync(part == "-" ? "/" : $"/people/{DemoPeople.Of("leida-vos")}{part}");
        await visit.ShouldFitAsync();
        await visit.ShouldSayEverythingAsync();
        await visit.PictureAsync(name);
    }

    [Xunit.Fact]
    public void EveryPictureOfTheDocumentsIsMadeHere() =>
        Directory
            .GetFiles(Path.Combine(Root(), "docs", "images"), "*.png")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Except([.. Pictures.Keys, .. Figures, .. Journeys], StringComparer.Ordinal)
            .ShouldBeEmpty();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Mantel.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
