using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Mantel.Demo;
using Mantel.Tests.Storage;
using Microsoft.Playwright;
using Shouldly;
using Xunit.Abstractions;

namespace Mantel.Browser.Tests;

/// <summary>
/// Two processes on one PostgreSQL, with a browser at each: what is told at one is on the open page at the other.
/// </summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class TwoProcessesTests(Browsers browsers, ITestOutputHelper output)
{
    private const int Times = 8;
    private const float Patience = 30_000;

    [Xunit.Fact]
    public async Task WhatIsSentAtOneProcessIsInTheInboxThatIsOpenAtTheOther()
    {
        var database = await (await PostgreSqlCluster.GetAsync()).MakeDatabaseAsync();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using var first = await Product.StartOnAsync(database, key);
        await using var second = await Product.StartOnAsync(database, key);
        await using var nurse = await browsers.VisitAsync(View.Desktop, "nurse", first.Address);
        await using var volunteer = await browsers.VisitAsync(View.Phone, "volunteer", second.Address);
        var works = DemoRegion.Accounts().Single(one => one.Key == "nurse").OrganisationName!;
        await nurse.OpenAsync("/inbox");
        await nurse.Page.EvaluateAsync("() => { window.isTheSamePage = true; }");
        await nurse.PictureAsync("inbox-before-desktop-light");

        var took = new List<double>();
        for (var nth = 1; nth <= Times; nth++)
        {
            var about = string.Create(CultureInfo.InvariantCulture, $"Mevrouw Wielemaker, nummer {nth}");
            await volunteer.OpenAsync("/signals/new");
            var since = Stopwatch.GetTimestamp();
            var seen = nurse.Page.GetByText(about).First.WaitForAsync(new() { Timeout = Patience });
            await volunteer.SendAsync([
                ("about", about),
                ("noticed", "Ze at vandaag niets en wilde niet praten."),
                ("organisation", works),
            ]);
            await seen;
            took.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            if (nth == 1)
                await nurse.PictureAsync("inbox-after-desktop-light");
        }

        (await nurse.Page.EvaluateAsync<bool>("() => window.isTheSamePage === true")).ShouldBeTrue();
        await nurse.ShouldBeSoundAsync();
        output.WriteLine(
            "From sending the form at one process until it stood in the inbox at the other, in ms: "
                + string.Join(", ", took.Select(one => one.ToString("0", CultureInfo.InvariantCulture)))
        );
    }
}
