using Deque.AxeCore.Commons;
using Mantel.Tests.Web;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>Somebody looking at the product in a browser of their own.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] AxeTags =
    [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ];

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private bool _looked;

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

    private string Where =>
        Page.Url.StartsWith("http", StringComparison.Ordinal) ? new Uri(Page.Url).PathAndQuery : Page.Url;

    /// <summary>Where screenshots for the documents go, when they are asked for.</summary>
    private static string? Images =>
        Environment.GetEnvironmentVariable("MANTEL_IMAGES") is { Length: > 0 } folder ? folder : null;

    public async Task SignInAsync(string role)
    {
        var form = _context.APIRequest.CreateFormData();
        form.Set("as", role);
        var answer = await _context.APIRequest.PostAsync("/sign-in/demo", new() { Form = form, MaxRedirects = 0 });
        answer.Status.ShouldBe(303, role);
    }

    public async Task<Visit> OpenAsync(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path);
        answer!.Status.ShouldBe(status, path);
        return this;
    }

    /// <summary>As the same page looks by day or at night.</summary>
    public Task TurnAsync(bool dark) =>
        Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });

    /// <summary>
    /// Fills in the first form of the page, sends it, with the button that stands for a value if there is one, and
    /// waits for the page that comes back.
    /// </summary>
    public async Task SendAsync(IReadOnlyList<(string Field, string Value)> typed, int status = 200)
    {
        var answer = await GoOnAsync(() =>
            Page.EvaluateAsync(
                """
                (typed) => {
                  const form = document.querySelector("main form.form");
                  let pressed;
                  for (const [name, value] of typed) {
                    const field = form.elements[name];
                    const button = [...form.querySelectorAll("button")].find(
                      (one) => one.name === name && one.value === value,
                    );
                    if (button) pressed = button;
                    else if (field.options)
                      field.value = [...field.options].find((one) => one.text.startsWith(value)).value;
                    else if (field instanceof RadioNodeList)
                      [...field].filter((one) => value === "*" || one.value === value)
                        .forEach((one) => (one.checked = true));
                    else if (field.type === "checkbox") field.checked = true;
                    else field.value = value;
                  }
                  setTimeout(() => form.requestSubmit(pressed));
                }
                """,
                typed.Select(one => new[] { one.Field, one.Value }).ToArray()
            )
        );
        answer.Status.ShouldBe(status, answer.Url);
    }

    /// <summary>Does something that leads to another page, and waits until that is there.</summary>
    public async Task<IResponse> GoOnAsync(Func<Task> act)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Load += Arrive;
        try
        {
            var answer = await Page.RunAndWaitForResponseAsync(
                act,
                answer => answer.Request.IsNavigationRequest && answer.Status is not 303
            );
            await there.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return answer;
        }
        finally
        {
            Page.Load -= Arrive;
        }

        void Arrive(object? sender, IPage page) => there.TrySetResult();
    }

    /// <summary>Goes on with the Tab key until this is in focus.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
                return;
        }
        throw new ShouldAssertException($"{selector} cannot be reached with the keyboard at {Where}.");
    }

    /// <summary>Types into a field that is reached with the Tab key.</summary>
    public async Task TypeAsync(string field, string text)
    {
        await TabToAsync($"[name='{field}']");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to it with the Tab key, presses Enter, and waits for the page that comes.</summary>
    public async Task PressAsync(string selector)
    {
        await TabToAsync(selector);
        await GoOnAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>
    /// No finding of axe at any level, no text that is missing, nothing the browser complained about.
    /// </summary>
    public async Task ShouldBeSoundAsync()
    {
        await ShouldHaveNoAxeFindings();
        await ShouldSayEverythingAsync();
    }

    /// <summary>No text is missing in this language, and nothing on the page went wrong.</summary>
    public async Task ShouldSayEverythingAsync()
    {
        await ShouldFindNothingAsync(
            "missing texts",
            """
            () => document.documentElement.outerHTML.match(/[>"']\s*\[[a-z-]+(\.[A-Za-z-]+)+\]/g) ?? []
            """
        );
        Nothing("complaints of the browser", _complaints);
    }

    /// <summary>
    /// As it is read on the screen: no word is glued to the next, nothing is said twice, no gap is empty. What people
    /// typed is taken out of the page, so this is the last look at it.
    /// </summary>
    public async Task ShouldReadWellAsync()
    {
        var lines = await Page.EvaluateAsync<string[]>(
            """
            () => {
              for (const one of document.querySelectorAll("main :is([dir=auto], bdi, [lang], textarea, select)"))
                one.textContent = "…";
              for (const one of document.querySelectorAll(".for-ears")) one.remove();
              return document.querySelector("main").innerText.split("\n");
            }
            """
        );
        var language = await Page.EvaluateAsync<string>("() => document.documentElement.lang");
        Nothing("wrong words", [.. lines.SelectMany(line => Sentences.Faults(line, language))]);
    }

    /// <summary>
    /// Every rule of axe. It reads the style sheets a second time for what sounds by itself alone, so only where
    /// something could.
    /// </summary>
    public async Task ShouldHaveNoAxeFindings()
    {
        await BringAxeAsync();
        await ShouldFindNothingAsync(
            "findings of axe",
            """
            (tags) => axe.run({
              runOnly: tags,
              resultTypes: ["violations"],
              preload: document.querySelector("audio, video") !== null,
            }).then((result) =>
              result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`)))
            """,
            AxeTags
        );
    }

    /// <summary>Whoever looks a second time looks on: from then on every page that opens has it.</summary>
    private async Task BringAxeAsync()
    {
        if (await Page.EvaluateAsync<bool>("() => window.axe !== undefined"))
            return;
        if (_looked)
            await Page.AddInitScriptAsync(Axe);
        _looked = true;
        await Page.EvaluateAsync(Axe);
    }

    /// <summary>Everything one can press is reached with the keyboard, in its order, and shows it.</summary>
    public async Task ShouldBeReachableAsync()
    {
        await Page.Keyboard.PressAsync("Tab");
        await ShouldFindNothingAsync(
            "out of reach of the keyboard",
            """
            () => {
              const looks = (e) => {
                const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(e);
                const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
                return ring ? "ring" : boxShadow + borderColor;
              };
              return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
                .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.type !== "hidden")
                .filter((e) => {
                  const around = e.closest("label, .field") ?? e;
                  document.activeElement?.blur();
                  const before = looks(e) + looks(around);
                  e.focus();
                  return e.tabIndex !== 0 || document.activeElement !== e || looks(e) + looks(around) === before;
                })
                .map((e) => e.outerHTML.slice(0, 120));
            }
            """
        );
    }

    /// <summary>Nothing sticks out at the side: no page scrolls sideways.</summary>
    public Task ShouldFitAsync() =>
        ShouldFindNothingAsync(
            "sticks out at the side",
            """
            () => {
              const { scrollWidth, clientWidth } = document.documentElement;
              if (scrollWidth <= clientWidth) return [];
              return [...document.querySelectorAll("body *")]
                .filter((e) => e.getBoundingClientRect().right > clientWidth + 0.5)
                .map((e) => e.outerHTML.slice(0, 90));
            }
            """
        );

    /// <summary>Nothing is cut off at its edge but what says so by three dots, and what is for ears alone.</summary>
    public Task ShouldBeUncutAsync() =>
        ShouldFindNothingAsync(
            "is cut off",
            """
            () => [...document.querySelectorAll("main *")]
              .filter((e) => e.clientWidth > 2 && e.scrollWidth > e.clientWidth + 2 && !e.closest(".for-ears"))
              .filter((e) => {
                const { overflowX, textOverflow } = getComputedStyle(e);
                return ["hidden", "clip"].includes(overflowX) && textOverflow !== "ellipsis";
              })
              .map((e) => e.outerHTML.slice(0, 90))
            """
        );

    /// <summary>Everything one can press is 44 pixels high, links inside sentences aside.</summary>
    public Task ShouldHaveLargeTargetsAsync() =>
        ShouldFindNothingAsync(
            "too small to press",
            """
            () => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
              .map((e) => e.closest("label.option") ?? e)
              .filter((e) => e.checkVisibility({ visibilityProperty: true }))
              .filter((e) => getComputedStyle(e).display !== "inline")
              .filter((e) => !e.matches(".utrecht-skip-link"))
              .filter((e) => e.getBoundingClientRect().height < 43.5)
              .map((e) => e.outerHTML.slice(0, 90) + " " + e.getBoundingClientRect().height)
            """
        );

    private async Task ShouldFindNothingAsync(string what, string script, object? argument = null) =>
        Nothing(what, await Page.EvaluateAsync<string[]>(script, argument));

    private void Nothing(string what, IReadOnlyCollection<string> found)
    {
        if (found.Count > 0)
            throw new ShouldAssertException($"{what} at {Where}:\n  {string.Join("\n  ", found.Take(8))}");
    }

    /// <summary>A picture for docs/images, only when they are being made.</summary>
    public async Task PictureAsync(string name, bool whole = false)
    {
        if (Images is { } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
    }

    /// <summary>Another page of the same browser: another tab, with the same cookies.</summary>
    public async Task<Visit> BesideAsync() => new(_context, await _context.NewPageAsync());

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
