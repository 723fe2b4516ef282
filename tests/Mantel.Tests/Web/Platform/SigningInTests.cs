using System.Net;
using Mantel.Core.Journal;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Shouldly;

namespace Mantel.Tests.Web.Platform;

/// <summary>The door: who comes in, how, and who does not.</summary>
public sealed class SigningInTests(SharedMantel shared) : Xunit.IClassFixture<SharedMantel>
{
    private readonly RunningMantel _mantel = shared.Mantel;

    [Xunit.Fact]
    public async Task WhoeverIsNotSignedInIsShownTheDoor()
    {
        var answer = await _mantel.Visit().Client.GetAsync("/account");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?back=%2Faccount");
    }

    [Xunit.Theory]
    [Xunit.InlineData("gp")]
    [Xunit.InlineData("nurse")]
    [Xunit.InlineData("physician-on-duty")]
    [Xunit.InlineData("palliative-team")]
    [Xunit.InlineData("ambulance")]
    [Xunit.InlineData("chaplain")]
    [Xunit.InlineData("social-worker")]
    [Xunit.InlineData("volunteer")]
    [Xunit.InlineData("administrator")]
    [Xunit.InlineData("coordinator")]
    [Xunit.InlineData("analyst")]
    [Xunit.InlineData("gp-ghent")]
    [Xunit.InlineData("nurse-ghent")]
    [Xunit.InlineData("coordinator-ghent")]
    public async Task TheCastComesInWithoutAPassword(string role)
    {
        var visitor = await _mantel.SignInAsync(role);
        (await visitor.OpenAsync("/account")).QuerySelector("h1").ShouldNotBeNull();
    }

    [Xunit.Theory]
    [Xunit.InlineData("Origin", "http://elsewhere.example")]
    [Xunit.InlineData("Origin", "null")]
    [Xunit.InlineData("Host", "elsewhere.example")]
    [Xunit.InlineData("X-Forwarded-For", "127.0.0.1")]
    [Xunit.InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task TheDoorOfTheDemonstrationIsOnlyForWhoSitsHere(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/demo");
        request.Content = Visitor.Fields(("as", "gp"));
        request.Headers.TryAddWithoutValidation(header, value);
        (await _mantel.Visit().Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Fact]
    public async Task WithoutADemonstrationThereIsNoSuchDoor()
    {
        await using var real = await RunningMantel.StartAsync(demo: false);
        var answer = await real.Visit().Client.PostAsync("/sign-in/demo", Visitor.Fields(("as", "gp")));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await real.Visit().OpenAsync("/sign-in")).QuerySelector(".ribbon, .cast").ShouldBeNull();
    }

    [Xunit.Fact]
    public async Task AFirstPasswordIsChangedBeforeAnythingElse()
    {
        var (visitor, password) = await EnterAsync("noor");
        var start = await visitor.Client.GetAsync("/");
        start.Headers.Location!.OriginalString.ShouldBe("/account");
        var changed = await visitor.SendAsync(
            "/account",
            "/account/password",
            ("current", password),
            ("password", "vier woorden achter elkaar")
        );
        changed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await visitor.Client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Xunit.Fact]
    public async Task AWrongPasswordAndAnUnknownNameAreToldTheSame()
    {
        await CreateAsync("saar");
        var wrong = await TryAsync("saar", "niet het wachtwoord");
        var unknown = await TryAsync("niemand", "niet het wachtwoord");
        wrong.ShouldBe(unknown);
    }

    [Xunit.Fact]
    public async Task ADisabledAccountDoesNotComeIn()
    {
        var password = await CreateAsync("lars");
        await _mantel.WithAccountsAsync(async accounts =>
            await accounts.DisableAsync((await accounts.FindAsync("lars"))!)
        );
        var answer = await _mantel.Visit().SendAsync("/sign-in", "/sign-in", ("login", "lars"), ("password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Xunit.Fact]
    public async Task WithACodeTurnedOnThePasswordAloneDoesNotDo()
    {
        var (visitor, password) = await EnterAsync("fien");
        var chosen = "vier woorden achter elkaar";
        await visitor.SendAsync("/account", "/account/password", ("current", password), ("password", chosen));
        var secret = (await visitor.OpenAsync("/account/totp")).QuerySelector("code")!.TextContent;
        var on = await visitor.SendAsync(
            "/account/totp",
            "/account/totp",
            ("code", Totp.Now(secret)),
            ("current", chosen)
        );
        var recovery = (await Visitor.ReadAsync(on))
            .QuerySelectorAll(".codes code")
            .Select(code => code.TextContent)
            .ToList();
        recovery.Count.ShouldBe(10);

        var again = _mantel.Visit();
        var half = await again.SendAsync("/sign-in", "/sign-in", ("login", "fien"), ("password", chosen));
        half.Headers.Location!.OriginalString.ShouldStartWith("/sign-in/code");
        (await again.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var wrong = await again.SendAsync("/sign-in/code", "/sign-in/code", ("code", "not it"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var right = await again.SendAsync("/sign-in/code", "/sign-in/code", ("code", recovery[0]));
        right.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await again.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Xunit.Fact]
    public async Task TheSecretBehindTheCodesIsNotReadableInTheFile()
    {
        var (visitor, password) = await EnterAsync("jet");
        await visitor.SendAsync(
            "/account",
            "/account/password",
            ("current", password),
            ("password", "vier woorden achter elkaar")
        );
        var secret = (await visitor.OpenAsync("/account/totp")).QuerySelector("code")!.TextContent;
        var plain = secret.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var kept = await File.ReadAllTextAsync(
            Services<Installation>().PathOf("accounts.db"),
            System.Text.Encoding.Latin1
        );
        kept.ShouldContain("jet");
        kept.ShouldNotContain(plain);
    }

    [Xunit.Fact]
    public async Task SigningOutEndsEveryCopyOfTheCookie()
    {
        var nurse = await _mantel.SignInAsync("nurse");
        var copy = nurse.Copy();
        (await copy.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await nurse.SendAsync("/account", "/sign-out");
        (await copy.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await nurse.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Xunit.Fact]
    public async Task SigningOutHereLeavesTheOtherDevicesAlone()
    {
        var (phone, desk) = (await _mantel.SignInAsync("nurse"), await _mantel.SignInAsync("nurse"));
        await phone.SendAsync("/account", "/sign-out");
        (await desk.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Xunit.Fact]
    public async Task SigningOutEverywhereEndsTheOtherDevicesTooAndNobodyElses()
    {
        var (phone, desk) = (await _mantel.SignInAsync("nurse"), await _mantel.SignInAsync("nurse"));
        var gp = await _mantel.SignInAsync("gp");
        var left = await phone.SendAsync("/account", "/account/sign-out-everywhere");
        left.Headers.Location!.OriginalString.ShouldBe("/sign-in");
        (await desk.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await phone.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await gp.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Xunit.Fact]
    public async Task WhoComesInAsSomebodyElseLeavesTheSessionBefore()
    {
        var visitor = await _mantel.SignInAsync("nurse");
        var copy = visitor.Copy();
        await visitor.Client.PostAsync("/sign-in/demo", Visitor.Fields(("as", "gp")));
        (await copy.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Xunit.Fact]
    public async Task AnotherPasswordEndsTheOtherSessionsAndADisabledAccountIsOutAtOnce()
    {
        var (phone, password) = await EnterAsync("wies");
        var desk = _mantel.Visit();
        await desk.SendAsync("/sign-in", "/sign-in", ("login", "wies"), ("password", password));
        var chosen = "vier woorden achter elkaar";
        await phone.SendAsync("/account", "/account/password", ("current", password), ("password", chosen));
        (await desk.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await phone.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await _mantel.WithAccountsAsync(async accounts =>
            await accounts.DisableAsync((await accounts.FindAsync("wies"))!)
        );
        (await phone.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Xunit.Fact]
    public async Task ASessionEndsByItselfAndIsProlongedByLooking()
    {
        var clock = new Clock { Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero) };
        var sessions = new Sessions(Services<AccountsFile>(), clock);
        var (looking, forgotten) = (
            await sessions.BeginAsync(default, null, Role.Nurse, null, default),
            await sessions.BeginAsync(default, null, Role.Nurse, null, default)
        );
        clock.Now += TimeSpan.FromMinutes(29);
        (await sessions.GoesOnAsync(looking, default)).ShouldBeTrue();
        clock.Now += TimeSpan.FromMinutes(29);
        (await sessions.GoesOnAsync(looking, default)).ShouldBeTrue();
        (await sessions.GoesOnAsync(forgotten, default)).ShouldBeFalse();
        (await sessions.GoesOnAsync(Guid.NewGuid(), default)).ShouldBeFalse();
    }

    /// <summary>Security, case 11: who works on and on signs in again after half a day, not before.</summary>
    [Xunit.Theory]
    [Xunit.InlineData(Role.Nurse)]
    [Xunit.InlineData(Role.Person)]
    public async Task SecurityCase11_after_twelve_hours_the_busiest_session_ends(Role role)
    {
        // From now on: what is over by the clock of the house is cleared away meanwhile.
        var began = TimeProvider.System.GetUtcNow();
        var clock = new Clock { Now = began };
        var sessions = new Sessions(Services<AccountsFile>(), clock);
        var session = await sessions.BeginAsync(default, null, role, null, default);
        for (; clock.Now < began + Sessions.Longest; clock.Now += TimeSpan.FromMinutes(1))
            (await sessions.GoesOnAsync(session, default)).ShouldBeTrue($"{clock.Now - began}");
        (await sessions.GoesOnAsync(session, default)).ShouldBeFalse();
        Sessions.Longest.ShouldBe(TimeSpan.FromHours(12));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private T Services<T>()
        where T : notnull => (T)_mantel.Services.GetService(typeof(T))!;

    private async Task<string> CreateAsync(string login)
    {
        var password = "";
        await _mantel.WithAccountsAsync(async accounts =>
            password = (
                await accounts.CreateAsync(new NewAccount(login, login, Role.Volunteer, Guid.NewGuid(), "Buurt"))
            ).Password!
        );
        return password;
    }

    private async Task<(Visitor, string)> EnterAsync(string login)
    {
        var password = await CreateAsync(login);
        var visitor = _mantel.Visit();
        var answer = await visitor.SendAsync("/sign-in", "/sign-in", ("login", login), ("password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return (visitor, password);
    }

    private async Task<string> TryAsync(string login, string password)
    {
        var answer = await _mantel.Visit().SendAsync("/sign-in", "/sign-in", ("login", login), ("password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return (await Visitor.ReadAsync(answer)).QuerySelector(".errors")!.TextContent.Trim();
    }
}
