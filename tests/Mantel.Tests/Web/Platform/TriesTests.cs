using System.Net;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform.SigningIn;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// Security 10, first look 15: failures count, per account and place; who fails too often waits, and nobody is locked
/// out.
/// </summary>
public sealed class TriesTests : IAsyncLifetime
{
    private const string Here = "192.0.2.1";
    private const string Elsewhere = "198.51.100.9";
    private readonly Clock _clock = new();
    private RunningMantel _mantel = null!;
    private SignInTries _tries = null!;

    public async Task InitializeAsync()
    {
        _mantel = await RunningMantel.StartAsync(demo: false);
        _tries = new SignInTries(
            _mantel.Services.GetRequiredService<AccountsFile>(),
            _mantel.Services.GetRequiredService<SignInStore>(),
            _clock
        );
    }

    public async Task DisposeAsync() => await _mantel.DisposeAsync();

    [Fact]
    public async Task SecurityCase10_who_fails_again_and_again_waits_longer_each_time_and_is_never_locked_out()
    {
        for (var i = 0; i < 4; i++)
            (await FailAsync("noor", Here)).ShouldBe(TimeSpan.Zero);
        var waits = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            (await FailAsync("noor", Here)).ShouldBe(TimeSpan.Zero);
            var wait = await FailAsync("noor", Here);
            waits.Add(Math.Round(wait.TotalSeconds));
            _clock.Now += wait;
        }
        waits.ShouldBe([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
        _clock.Now += TimeSpan.FromHours(2);
        (await FailAsync("noor", Here)).ShouldBe(TimeSpan.Zero);
        (await FailAsync("noor", Here)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task SecurityCase10_a_stranger_elsewhere_and_a_colleague_here_stand_in_nobodys_way()
    {
        for (var i = 0; i < 8; i++)
            await FailAsync("noor", Elsewhere);
        (await FailAsync("noor", Elsewhere)).ShouldBeGreaterThan(TimeSpan.Zero);
        (await FailAsync("noor", Here)).ShouldBe(TimeSpan.Zero);
        (await FailAsync("saar", Elsewhere)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task SecurityCase10_guessing_from_a_hundred_places_waits_while_the_owner_comes_in_as_always()
    {
        (await _tries.TakeAsync("noor", Here, default)).Wait.ShouldBe(TimeSpan.Zero);
        await _tries.SucceededAsync("noor", Here, isIn: true, default);
        for (var i = 0; i < 101; i++)
            await FailAsync("noor", $"10.0.0.{i}");
        (await FailAsync("noor", "10.0.1.1")).ShouldBeGreaterThan(TimeSpan.Zero);
        (await FailAsync("noor", Here)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task What_succeeds_does_not_count()
    {
        for (var i = 0; i < 300; i++)
        {
            (await _tries.TakeAsync($"colleague {i}", Here, default)).Wait.ShouldBe(TimeSpan.Zero);
            await _tries.SucceededAsync($"colleague {i}", Here, isIn: false, default);
        }
    }

    [Fact]
    public async Task Fifty_guesses_at_once_are_not_fifty_guesses()
    {
        var turns = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => _tries.TakeAsync("noor", Here, default)))
        );
        turns.Count(turn => turn.Wait == TimeSpan.Zero).ShouldBe(5);
    }

    [Fact]
    public async Task FirstLookCase15_twenty_one_colleagues_behind_one_address_come_in_within_a_minute()
    {
        var colleagues = new List<(string Login, string Password)>();
        await _mantel.WithAccountsAsync(async accounts =>
        {
            for (var i = 0; i < 21; i++)
            {
                var wanted = new NewAccount($"colleague{i}", $"Collega {i}", Role.Nurse, Guid.NewGuid(), "Thuis");
                colleagues.Add((wanted.Login, (await accounts.CreateAsync(wanted)).Password!));
            }
        });
        var begun = DateTimeOffset.UtcNow;
        foreach (var (login, password) in colleagues)
            (await EnterAsync(login, password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther, login);
        (DateTimeOffset.UtcNow - begun).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task How_long_to_wait_is_said_at_once_whether_the_name_is_known_or_not()
    {
        var known = await Enrolled.MakeAsync(_mantel, Role.Nurse);
        foreach (var login in new[] { known.Login, "niemand" })
        {
            for (var i = 0; i < 5; i++)
                (await EnterAsync(login, "niet het wachtwoord")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var waits = await EnterAsync(login, known.Password);
            waits.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            waits.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 5);
            (await Visitor.ReadAsync(waits)).QuerySelector(".errors")!.TextContent.ShouldContain("seconden");
        }
        var log = await _mantel.Services.GetRequiredService<SignInStore>().Accounts.ReadAsync(null, 0, 50, default);
        log.Count(line => line.Kind is AccountEventKind.ToldToWait && line.Account == known.Id).ShouldBe(1);
        log.Count(line => line.Kind is AccountEventKind.SignInFailed && line.Account is null).ShouldBe(5);
    }

    private async Task<TimeSpan> FailAsync(string what, string place) =>
        (await _tries.TakeAsync(what, place, default)).Wait;

    private Task<HttpResponseMessage> EnterAsync(string login, string password) =>
        _mantel.Visit().SendAsync("/sign-in", "/sign-in", ("login", login), ("password", password));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
