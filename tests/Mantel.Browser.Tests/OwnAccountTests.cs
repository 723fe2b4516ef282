using Mantel.Tests.Web.Platform;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>
/// An account from the first password to the code of a telephone and the codes for when that is lost. Each in a house
/// of its own, because passwords and codes may only be tried so often in a minute.
/// </summary>
public sealed class OwnAccountTests : Xunit.IAsyncLifetime
{
    private const string Chosen = "zeekraal en lamsoor";
    private readonly Browsers _browsers = new();

    public Task InitializeAsync() => _browsers.InitializeAsync();

    public Task DisposeAsync() => _browsers.DisposeAsync();

    [Xunit.Theory]
    [Xunit.InlineData("nl-NL", false)]
    [Xunit.InlineData("nl-BE", true)]
    [Xunit.InlineData("en", true)]
    public async Task ANewAccountGetsItsOwnPasswordAndACodeAtTheDoor(string language, bool dark)
    {
        var view = View.Phone with { Language = language, Dark = dark };
        var login = $"nieuw.{language}";
        var given = await MakeAsync(view, login);

        await using var visit = await _browsers.VisitAsync(view);
        await EnterAsync(visit, login, given);
        await LookAsync(visit, "/account");
        await visit.SendAsync([("current", given), ("password", Chosen)]);

        await LookAsync(visit, "/account");
        await visit.OpenAsync("/");
        var secret = await TurnOnAsync(visit);
        await LeaveAsync(visit);
        await EnterAsync(visit, login, Chosen);
        await LookAsync(visit, "/sign-in/code");
        await visit.SendAsync([("code", "000000")], status: 400);
        await LookAsync(visit, "/sign-in/code");
        await visit.SendAsync([("code", Totp.Now(secret, ahead: 1))]);
        await LookAsync(visit, "/");

        await visit.OpenAsync("/account/totp");
        await LookAsync(visit, "/account/totp");
    }

    /// <summary>The administrator makes an account; the password is shown once.</summary>
    private async Task<string> MakeAsync(View view, string login)
    {
        await using var visit = await _browsers.VisitAsync(view, "administrator");
        await visit.OpenAsync("/accounts/new");
        await visit.SendAsync([
            ("name", "Nieuw Hier"),
            ("login", login),
            ("role", "Nurse"),
            ("organisation", "Thuiszorg De Zeekool"),
        ]);
        await LookAsync(visit, "/accounts/new");
        return (await visit.Page.Locator(".password code").TextContentAsync())!;
    }

    private static async Task EnterAsync(Visit visit, string login, string password)
    {
        await visit.OpenAsync("/sign-in");
        await visit.SendAsync([("login", login), ("password", password)]);
    }

    /// <summary>Shows the code to a telephone, proves it, and shows the codes for when it is lost.</summary>
    private static async Task<string> TurnOnAsync(Visit visit)
    {
        await LookAsync(visit, "/account/totp");
        var secret = (await visit.Page.Locator(".totp code").TextContentAsync())!;
        await visit.SendAsync([("code", "12"), ("current", Chosen)], status: 400);
        await LookAsync(visit, "/account/totp");
        await visit.SendAsync([("code", Totp.Now(secret)), ("current", Chosen)]);
        await LookAsync(visit, "/account/totp");
        (await visit.Page.Locator(".codes li").CountAsync()).ShouldBe(10);
        return secret;
    }

    private static async Task LeaveAsync(Visit visit)
    {
        await visit.OpenAsync("/account");
        await visit.Page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#login")).ToBeVisibleAsync();
    }

    private static async Task LookAsync(Visit visit, string path)
    {
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe(path);
        await visit.ShouldBeSoundAsync();
        await visit.ShouldFitAsync();
        await visit.ShouldHaveLargeTargetsAsync();
    }
}
