using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>Somebody looking at the product in a browser of their own.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (
                message.Type is "error"
                && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            )
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Where screenshots for the documents go, when they are asked for.</summary>
    private static string? Images =>
        Environment.GetEnvironmentVariable("MANTEL_IMAGES") is { Length: > 0 } folder ? folder : null;

    public async Task SignInAsync(string role)
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator($"button[name=as][value={role}]").ClickAsync();
        new Uri(Page.Url).AbsolutePath.ShouldBe("/");
    }

    public async Task<Visit> OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        answer!.Status.ShouldBe(200, path);
        return this;
    }

    /// <summary>
    /// No finding of axe at any level, no text that is missing, nothing the browser complained about.
    /// </summary>
    public async Task ShouldBeSoundAsync()
    {
        await ShouldHaveNoAxeFindings();
        (await Page.ContentAsync()).ShouldNotMatch(@">\s*\[[a-z-]+(\.[A-Za-z-]+)+\]\s*<");
        _complaints.ShouldBeEmpty();
    }

    public async Task ShouldHaveNoAxeFindings()
    {
        var options = new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions
            {
                Type = "tag",
                Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            },
        };
        var result = await Page.RunAxe(options);
        result
            .Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}"))
            .ShouldBeEmpty($"axe at {new Uri(Page.Url).AbsolutePath}");
    }

    /// <summary>Nothing sticks out at the side: no page scrolls sideways.</summary>
    public async Task ShouldFitAsync() =>
        (
            await Page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        ).ShouldBe(0, $"{new Uri(Page.Url).AbsolutePath} scrolls sideways");

    /// <summary>Everything one can press is 44 pixels high, links inside sentences aside.</summary>
    public async Task ShouldHaveLargeTargetsAsync() =>
        (
            await Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
                  .map((e) => e.closest("label.option") ?? e)
                  .filter((e) => e.checkVisibility() && getComputedStyle(e).display !== "inline")
                  .filter((e) => !e.matches(".utrecht-skip-link"))
                  .filter((e) => e.getBoundingClientRect().height < 43.5)
                  .map((e) => e.outerHTML.slice(0, 90) + " " + e.getBoundingClientRect().height)
                """
            )
        ).ShouldBeEmpty();

    /// <summary>A picture for docs/images, only when they are being made.</summary>
    public async Task PictureAsync(string name, bool whole = false)
    {
        if (Images is { } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
