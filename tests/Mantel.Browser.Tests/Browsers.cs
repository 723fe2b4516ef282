using Microsoft.Playwright;

namespace Mantel.Browser.Tests;

/// <summary>The product and one Chromium, shared by the tests of a collection.</summary>
public sealed class Browsers : Xunit.IAsyncLifetime
{
    /// <summary>
    /// Without windows letters are fitted to whole pixels, and lines break elsewhere; this way every line of text lies
    /// where it lies in a window.
    /// </summary>
    private const string LettersOfAWindow = "--font-render-hinting=slight";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Product? _product;
    private Task? _prepared;

    public Uri Address => _product!.Address;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        _product = await Product.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium(),
                Args =
                [
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-default-apps",
                    "--disable-sync",
                    "--no-first-run",
                    "--no-pings",
                    "--metrics-recording-only",
                    LettersOfAWindow,
                ],
            }
        );
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_product is not null)
            await _product.DisposeAsync();
    }

    /// <summary>A browser of one's own, signed in as one of the cast, or as nobody.</summary>
    /// <param name="address">Of another product than the one that the tests share.</param>
    public async Task<Visit> VisitAsync(View view, string? role = null, Uri? address = null)
    {
        var at = (address ?? Address).ToString();
        var context = await _browser!.NewContextAsync(
            new()
            {
                BaseURL = at,
                ViewportSize = new() { Width = view.Width, Height = view.Height },
                ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = view.ForcedColours ? ForcedColors.Active : ForcedColors.None,
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = view.Scripts,
                Locale = view.Language,
                DeviceScaleFactor = view.Scale,
                HasTouch = view.Width < 600,
            }
        );
        await context.AddCookiesAsync([Cookie("mantel-language", view.Language, at)]);
        if (view.Letters is { } letters)
            await context.AddCookiesAsync([Cookie("mantel-type", letters, at)]);
        var visit = new Visit(context, await context.NewPageAsync());
        if (role is not null)
            await visit.SignInAsync(role);
        return visit;
    }

    /// <summary>Does once what several tests need done first.</summary>
    public Task PrepareAsync(Func<Task> act) => _prepared ??= act();

    private static Cookie Cookie(string name, string value, string address) =>
        new()
        {
            Name = name,
            Value = value,
            Url = address,
        };

    /// <summary>
    /// The one without windows draws the same pages with half of the work: the other makes a window and its frame for
    /// everybody who looks.
    /// </summary>
    private static string Chromium() =>
        new[]
        {
            Environment.GetEnvironmentVariable("CHROMIUM"),
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
        }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("These tests need Chromium: apt-get install chromium");
}

/// <summary>
/// How somebody looks: the size of the screen, light or dark, which language, with or without scripts.
/// </summary>
public sealed record View(int Width, int Height, string Name)
{
    public static View Phone { get; } = new(390, 844, "phone");
    public static View SmallPhone { get; } = new(320, 640, "small-phone");
    public static View Tablet { get; } = new(820, 1180, "tablet");
    public static View Desktop { get; } = new(1280, 860, "desktop");

    public string Language { get; init; } = "nl-NL";
    public bool Dark { get; init; }
    public bool ForcedColours { get; init; }
    public bool Scripts { get; init; } = true;
    public float Scale { get; init; } = 1;

    /// <summary>How large the letters were chosen; null for the usual size.</summary>
    public string? Letters { get; init; }

    public override string ToString() => $"{Name}-{(Dark ? "dark" : "light")}-{Language}";
}

/// <summary>All tests in this collection share the product and the browser, one after the other.</summary>
[Xunit.CollectionDefinition(Name)]
public sealed class InTheBrowser : Xunit.ICollectionFixture<Browsers>
{
    public const string Name = "browser";
}

/// <summary>
/// Looking at every page is half of the work: with a product and a browser of its own it is done beside the other half.
/// </summary>
[Xunit.CollectionDefinition(Name)]
public sealed class OnEveryPage : Xunit.ICollectionFixture<Browsers>
{
    public const string Name = "every page";
}
