using Mantel.Demo;

namespace Mantel.Browser.Tests;

/// <summary>
/// The fifteen pages that are used most, on a phone and on a desktop, by day and at night: sixty pictures to be judged,
/// written when <c>MANTEL_IMAGES</c> names a folder, and always held to what can be checked.
/// </summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class FifteenPagesTests(Browsers browsers)
{
    private static readonly View[] Views =
    [
        View.Phone,
        View.Phone with
        {
            Dark = true,
        },
        View.Desktop,
        View.Desktop with
        {
            Dark = true,
        },
    ];

    private static readonly string Leida = $"/people/{DemoPeople.Leida}";

    private static readonly Dictionary<string, (string Role, string Address)> Pages = new()
    {
        ["01-night"] = ("gp", $"{Leida}/night"),
        ["02-start-nurse"] = ("nurse", "/"),
        ["03-start-gp"] = ("gp", "/"),
        ["04-person"] = ("gp", Leida),
        ["05-plan"] = ("gp", $"{Leida}/plan"),
        ["06-timeline"] = ("gp", $"{Leida}/timeline"),
        ["07-circle"] = ("gp", $"{Leida}/circle"),
        ["10-start-person"] = ("person", "/"),
        ["11-start-close-one"] = ("close-one", "/"),
        ["12-note"] = ("nurse", $"{Leida}/note"),
        ["14-figures"] = ("coordinator", "/network/plan-within-30-days"),
        ["15-start-administrator"] = ("administrator", "/"),
    };

    public static Xunit.TheoryData<string> Names { get; } = [.. Pages.Keys];

    [Xunit.Theory]
    [Xunit.MemberData(nameof(Names))]
    public async Task APageThatIsUsedMostFitsByDayAndAtNight(string name)
    {
        var (role, address) = Pages[name];
        await LookAsync(name, role, visit => visit.OpenAsync(address));
    }

    /// <summary>
    /// With the largest letters of the product too, on a phone and on the smallest one; also what the person and a
    /// close one read, whose words are longer.
    /// </summary>
    [Xunit.Theory]
    [Xunit.InlineData("usual")]
    [Xunit.InlineData("largest")]
    public async Task NothingIsCutOffOnAPhone(string letters)
    {
        (string Role, string Address)[] read =
        [
            .. from role in new[] { "person", "close-one" }
            from part in new[] { "", "/plan", "/circle", "/timeline", "/night" }
            select (role, Leida + part),
        ];
        foreach (var role in Pages.Values.Concat(read).GroupBy(page => page.Role))
        foreach (var view in new[] { View.Phone, View.SmallPhone })
        {
            await using var visit = await browsers.VisitAsync(view with { Letters = letters }, role.Key);
            foreach (var (_, address) in role)
            {
                await visit.OpenAsync(address);
                await visit.ShouldFitAsync();
                await visit.ShouldBeUncutAsync();
            }
        }
    }

    [Xunit.Fact]
    public Task WhoIsFoundFitsByDayAndAtNight() =>
        LookAsync(
            "13-search",
            "nurse",
            async visit =>
            {
                await visit.OpenAsync("/people/search");
                await visit.SendAsync([("name", "Vos")]);
            }
        );

    [Xunit.Fact]
    public async Task AQuestionAndWhatIsReadBackFitByDayAndAtNight()
    {
        var begun = "";
        await LookAsync(
            "08-question",
            "gp",
            async visit =>
            {
                if (begun.Length == 0)
                    begun = await BeginAsync(visit);
                await visit.OpenAsync($"{begun}/ask/hospital-admission");
            }
        );
        await LookAsync("09-read-back", "gp", visit => visit.OpenAsync($"{begun}/read-back"));
    }

    private static async Task<string> BeginAsync(Visit visit)
    {
        await visit.OpenAsync($"/people/{DemoPeople.Of("ria-francke")}/talk");
        await visit.SendAsync([]);
        await visit.SendAsync([("words", "Dat ik hier kan blijven, met het raam open.")]);
        var at = new Uri(visit.Page.Url).AbsolutePath;
        return at[..at.IndexOf("/ask/", StringComparison.Ordinal)];
    }

    private async Task LookAsync(string name, string role, Func<Visit, Task> open)
    {
        foreach (var view in Views)
        {
            await using var visit = await browsers.VisitAsync(view, role);
            await open(visit);
            await visit.ShouldFitAsync();
            await visit.ShouldSayEverythingAsync();
            await visit.PictureAsync($"{name}-{view.Name}-{(view.Dark ? "dark" : "light")}", whole: true);
        }
    }
}
