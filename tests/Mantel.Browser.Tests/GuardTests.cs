using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>The guards of these tests are seen red on a page that deserves it.</summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class GuardTests(Browsers browsers)
{
    [Xunit.Fact]
    public async Task APageWithFaultsIsCaughtByEveryGuard()
    {
        await using var visit = await browsers.VisitAsync(View.SmallPhone);
        await visit.Page.SetContentAsync(
            """
            <html><body><img src="data:,"><h2>[people.title]</h2>
            <div style="inline-size: 900px">wide</div><button style="block-size: 20px">small</button></body></html>
            """
        );
        await Xunit.Assert.ThrowsAsync<ShouldAssertException>(visit.ShouldHaveNoAxeFindings);
        await Xunit.Assert.ThrowsAsync<ShouldAssertException>(visit.ShouldFitAsync);
        await Xunit.Assert.ThrowsAsync<ShouldAssertException>(visit.ShouldHaveLargeTargetsAsync);
    }

    /// <summary>Also on the third page that somebody looks at, which brings axe with it.</summary>
    [Xunit.Fact]
    public async Task AFaultIsCaughtOnEveryPageThatIsLookedAt()
    {
        await using var visit = await browsers.VisitAsync(View.Phone);
        foreach (var page in new[] { "/sign-in", "/sign-in", "/sign-in" })
        {
            await visit.OpenAsync(page);
            await visit.ShouldHaveNoAxeFindings();
            await visit.Page.EvaluateAsync("() => document.documentElement.removeAttribute('lang')");
            await Xunit.Assert.ThrowsAsync<ShouldAssertException>(visit.ShouldHaveNoAxeFindings);
        }
    }
}
