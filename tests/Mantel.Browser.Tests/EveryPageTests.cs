using System.Text.RegularExpressions;
using Mantel.Demo;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>
/// Every page of <see cref="PageTable"/> in every language, in light and dark, on phone, tablet and desktop: nothing
/// for axe to find, nothing that sticks out, everything large enough and within reach of the keyboard.
/// </summary>
[Xunit.Collection(OnEveryPage.Name)]
public sealed partial class EveryPageTests(Browsers browsers)
{
    private static readonly View Dutch = View.Phone;
    private static readonly View English = View.Desktop with { Language = "en", Dark = true };
    private static readonly View Flemish = View.Tablet with { Language = "nl-BE" };

    public static Xunit.TheoryData<string> Roles { get; } =
    [.. PageTable.All.Select(stop => stop.Role).Distinct(StringComparer.Ordinal)];

    [Xunit.Theory]
    [Xunit.MemberData(nameof(Roles))]
    public async Task EveryPageIsSound(string role)
    {
        await browsers.PrepareAsync(DoAsync);
        var wrong = new List<string>();
        foreach (var view in new[] { Dutch, English, Flemish })
        {
            await using var visit = await browsers.VisitAsync(view, role.Length == 0 ? null : role);
            foreach (var (nth, stop) in PageTable.All.Index().Where(one => one.Item.Role == role))
            {
                try
                {
                    await LookAsync(visit, stop, view, nth);
                }
                catch (Exception error) when (error is ShouldAssertException or TimeoutException or PlaywrightException)
                {
                    wrong.Add($"{stop} ({view}): {error.Message}");
                }
            }
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private async Task DoAsync()
    {
        foreach (var stop in PageTable.Before)
        {
            await using var visit = await browsers.VisitAsync(View.Phone, stop.Role);
            await OpenAsync(visit, stop);
        }
    }

    private static async Task OpenAsync(Visit visit, Stop stop)
    {
        await visit.OpenAsync(await AddressOfAsync(visit, stop), stop.Sends is null ? stop.Status : 200);
        if (stop.Sends is { } typed)
            await visit.SendAsync(typed, stop.Status);
    }

    private static async Task LookAsync(Visit visit, Stop stop, View view, int nth)
    {
        await OpenAsync(visit, stop);
        if (view == Flemish)
            await visit.TurnAsync(dark: nth % 3 != 2);
        await visit.ShouldSayEverythingAsync();
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
        if (view == Dutch)
            await visit.ShouldBeReachableAsync();
        await visit.ShouldHaveNoAxeFindings();
        await visit.ShouldReadWellAsync();
    }

    private static async Task<string> AddressOfAsync(Visit visit, Stop stop)
    {
        var address = Told(stop.Address);
        if (stop.From is null)
            return address;
        await visit.OpenAsync(Told(stop.From));
        var link = Regex
            .Escape(Told(stop.Link ?? stop.Address))
            .Replace("\\*", "([0-9a-f-]{36})", StringComparison.Ordinal);
        var links = await visit.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main a[href]')].map((a) => a.getAttribute('href'))"
        );
        var found = links
            .Select(one => Regex.Match(one, $"^{link}$", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .FirstOrDefault(match => match.Success);
        return found is null
            ? throw new ShouldAssertException($"{stop.From} has no link to {stop.Link ?? stop.Address}")
            : Filled(address, found);
    }

    /// <summary>Each star is the next id of the link; the last one stands for the stars that are left.</summary>
    private static string Filled(string address, Match link)
    {
        var parts = address.Split('*');
        var ids = link.Groups.Values.Skip(1).Select(group => group.Value).ToList();
        return string.Concat(parts.Select((part, i) => i == 0 ? part : ids[Math.Min(i, ids.Count) - 1] + part));
    }

    private static string Told(string address) =>
        PersonKey().Replace(address, key => DemoPeople.Of(key.Groups[1].Value).ToString());

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex PersonKey();
}
