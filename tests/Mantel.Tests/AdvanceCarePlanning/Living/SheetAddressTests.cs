using Mantel.Web.AdvanceCarePlanning.Living;
using Mantel.Web.Commands;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Living;

/// <summary>The address on a sheet: what the operator said, in the demonstration the local one, else none.</summary>
public sealed class SheetAddressTests
{
    private static readonly DirectoryInfo Nowhere = new(Path.GetTempPath());

    [Fact]
    public void It_is_under_what_the_operator_said()
    {
        Of(new Installation(Nowhere, Address: new Uri("https://mantel.example.org")))
            .ShouldBe("https://mantel.example.org/sheet/abc");
        Of(new Installation(Nowhere, Address: new Uri("https://zorg.example.org/mantel/")))
            .ShouldBe("https://zorg.example.org/mantel/sheet/abc");
    }

    [Fact]
    public void In_the_demonstration_it_is_the_local_one_and_else_there_is_none()
    {
        Of(new Installation(Nowhere) { IsDemo = true }).ShouldBe("http://localhost:5080/sheet/abc");
        Of(new Installation(Nowhere)).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://mantel.example.org", true)]
    [InlineData("https://mantel.example.org/zorg", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://mantel.example.org", false)]
    [InlineData("mantel.example.org", false)]
    [InlineData("ftp://mantel.example.org", false)]
    [InlineData("https://mantel.example.org/?a=b", false)]
    [InlineData("https://name:secret@mantel.example.org", false)]
    public void An_operator_can_only_say_what_is_safe_to_print(string said, bool allowed)
    {
        if (allowed)
            PublicAddress.Of(said).ShouldBe(new Uri(said));
        else
            Should.Throw<CommandRefused>(() => PublicAddress.Of(said));
    }

    [Fact]
    public void An_address_that_does_not_fit_into_the_code_is_refused() =>
        Should.Throw<CommandRefused>(() => PublicAddress.Of("https://" + new string('a', 200) + ".example.org"));

    [Fact]
    public async Task Answers_leave_on_the_beat_whatever_was_found()
    {
        var clock = new Clock();
        var pace = new EvenPacedAnswers(clock, TimeSpan.FromMilliseconds(250));

        await pace.AtBeatAsync(() => clock.SpendAsync(3), CancellationToken.None);
        clock.Waited.ShouldBe(TimeSpan.FromMilliseconds(247));
        await pace.AtBeatAsync(() => clock.SpendAsync(260), CancellationToken.None);
        clock.Waited.ShouldBe(TimeSpan.FromMilliseconds(240));
    }

    private static string? Of(Installation house) => new SheetAddress(house, new Listening()).Of("abc");

    /// <summary>A clock that somebody else moves, and that waits no longer than it is asked.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _now;

        public TimeSpan Waited { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public Task<bool> SpendAsync(int milliseconds)
        {
            _now += milliseconds * TimeSpan.TicksPerMillisecond;
            return Task.FromResult(true);
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited = dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    private sealed class Listening : IServer
    {
        public Listening()
        {
            var addresses = new ServerAddressesFeature();
            addresses.Addresses.Add("http://127.0.0.1:5080");
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken ct)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken ct) => Task.CompletedTask;

        public void Dispose() { }
    }
}
