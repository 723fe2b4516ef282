using System.Net;
using Mantel.Core.Journal;
using Mantel.Web.Platform.SigningIn;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// Security 3, 8 and 9: the second factor of every role of care, each code once, and passwords that nobody guesses.
/// </summary>
public sealed class OwnCodesTests : IAsyncLifetime
{
    private const string Chosen = "vier woorden achter elkaar";
    private RunningMantel _mantel = null!;

    public async Task InitializeAsync() => _mantel = await RunningMantel.StartAsync(demo: false);

    public async Task DisposeAsync() => await _mantel.DisposeAsync();

    [Theory]
    [InlineData(Role.Nurse, true)]
    [InlineData(Role.GeneralPractitioner, true)]
    [InlineData(Role.Physician, true)]
    [InlineData(Role.PhysicianOnDuty, true)]
    [InlineData(Role.PalliativeTeam, true)]
    [InlineData(Role.Ambulance, true)]
    [InlineData(Role.Chaplain, true)]
    [InlineData(Role.SocialWorker, true)]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Volunteer, false)]
    [InlineData(Role.Person, false)]
    [InlineData(Role.CloseOne, false)]
    [InlineData(Role.Coordinator, false)]
    [InlineData(Role.Analyst, false)]
    public void Who_needs_a_code_at_the_door(Role role, bool needs) => SecondFactor.IsRequiredOf(role).ShouldBe(needs);

    [Fact]
    public async Task SecurityCase03_a_nurse_sets_up_a_code_before_anything_else()
    {
        var (nurse, password) = await EnterAsync("noor", Role.Nurse);
        (await nurse.Client.GetAsync("/account/totp")).Headers.Location!.OriginalString.ShouldBe("/account");
        await nurse.SendAsync("/account", "/account/password", ("current", password), ("password", Chosen));
        foreach (var page in new[] { "/", "/people/search", "/people/new" })
            (await nurse.Client.GetAsync(page)).Headers.Location!.OriginalString.ShouldBe("/account/totp", page);
        await TurnOnAsync(nurse);
        (await nurse.Client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SecurityCase08_a_code_works_once_and_not_two_steps_away()
    {
        var nurse = await Enrolled.MakeAsync(_mantel, Role.Nurse);
        var code = Totp.Now(nurse.Secret);
        (await TryCodeAsync(nurse, Totp.Now(nurse.Secret, -3))).ShouldBe(HttpStatusCode.BadRequest);
        (await TryCodeAsync(nurse, Totp.Now(nurse.Secret, 3))).ShouldBe(HttpStatusCode.BadRequest);
        (await TryCodeAsync(nurse, code)).ShouldBe(HttpStatusCode.SeeOther);
        (await TryCodeAsync(nurse, code)).ShouldBe(HttpStatusCode.BadRequest);
        (await TryCodeAsync(nurse, Totp.Now(nurse.Secret, 1))).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task SecurityCase08_setting_up_and_turning_off_ask_password_and_fresh_code_and_end_other_sessions()
    {
        var (here, password) = await EnterAsync("fien", Role.Volunteer);
        await here.SendAsync("/account", "/account/password", ("current", password), ("password", Chosen));
        var there = _mantel.Visit();
        await there.SendAsync("/sign-in", "/sign-in", ("login", "fien"), ("password", Chosen));
        var secret = (await here.OpenAsync("/account/totp")).QuerySelector("code")!.TextContent;
        (await OnAsync(Totp.Now(secret), "niet het wachtwoord")).ShouldBe(HttpStatusCode.BadRequest);
        (await there.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var used = Totp.Now(secret);
        (await OnAsync(used, Chosen)).ShouldBe(HttpStatusCode.OK);
        (await there.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await OffAsync(used, Chosen)).ShouldBe(HttpStatusCode.BadRequest);
        (await OffAsync(Totp.Now(secret, 1), "niet het wachtwoord")).ShouldBe(HttpStatusCode.BadRequest);
        (await OffAsync(Totp.Now(secret, 1), Chosen)).ShouldBe(HttpStatusCode.SeeOther);
        (await here.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> OnAsync(string code, string current) =>
            (await here.SendAsync("/account/totp", "/account/totp", ("code", code), ("current", current))).StatusCode;

        async Task<HttpStatusCode> OffAsync(string code, string current) =>
            (
                await here.SendAsync("/account/totp", "/account/totp/off", ("code", code), ("current", current))
            ).StatusCode;
    }

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("abcdefghijkl")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop12")]
    [InlineData("Wachtwoord2026!")]
    [InlineData("Welkom01!Welkom01!")]
    [InlineData("Thuiszorg-Zomer26")]
    [InlineData("fatima.azouzi1")]
    [InlineData("Azouzi-Fatima-26")]
    public void SecurityCase09_what_everybody_would_try_is_no_password(string password) =>
        PasswordRules.IsGuessed(password, "fatima.azouzi", "Fatima Azouzi").ShouldBeTrue();

    [Theory]
    [InlineData("vier woorden achter elkaar")]
    [InlineData("zeekraal en lamsoor")]
    [InlineData("de winter van het zilveren konijn")]
    [InlineData("k7-vQ2m-xR9p")]
    [InlineData("zorgelozekiwivogel")]
    public void SecurityCase09_a_few_words_in_a_row_are_a_good_one(string password) =>
        PasswordRules.IsGuessed(password, "fatima.azouzi", "Fatima Azouzi").ShouldBeFalse();

    [Fact]
    public async Task SecurityCase09_the_password_that_was_given_cannot_be_kept()
    {
        var (visitor, password) = await EnterAsync("wies", Role.Volunteer);
        var kept = await visitor.SendAsync(
            "/account",
            "/account/password",
            ("current", password),
            ("password", password)
        );
        kept.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var simple = await visitor.SendAsync(
            "/account",
            "/account/password",
            ("current", password),
            ("password", "aaaaaaaaaaaa")
        );
        simple.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Client.GetAsync("/")).Headers.Location!.OriginalString.ShouldBe("/account");
    }

    private async Task<HttpStatusCode> TryCodeAsync(Enrolled who, string code)
    {
        var visitor = _mantel.Visit();
        await visitor.SendAsync("/sign-in", "/sign-in", ("login", who.Login), ("password", who.Password));
        return (await visitor.SendAsync("/sign-in/code", "/sign-in/code", ("code", code))).StatusCode;
    }

    private static async Task TurnOnAsync(Visitor visitor)
    {
        var secret = (await visitor.OpenAsync("/account/totp")).QuerySelector("code")!.TextContent;
        await visitor.SendAsync("/account/totp", "/account/totp", ("code", Totp.Now(secret)), ("current", Chosen));
    }

    private async Task<(Visitor, string)> EnterAsync(string login, Role role)
    {
        var password = "";
        await _mantel.WithAccountsAsync(async accounts =>
            password = (
                await accounts.CreateAsync(new NewAccount(login, $"Iemand {login}", role, Guid.NewGuid(), "Thuis"))
            ).Password!
        );
        var visitor = _mantel.Visit();
        await visitor.SendAsync("/sign-in", "/sign-in", ("login", login), ("password", password));
        return (visitor, password);
    }
}
