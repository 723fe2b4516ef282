using System.Net;
using Mantel.Core.Access;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Demo;
using Mantel.Storage;
using Mantel.Tests.People.Pages;
using Mantel.Web.Identification.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>An open inbox hears that a signal came in, and nothing of it; nobody else can listen along.</summary>
public sealed class LivePagesTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_open_inbox_hears_that_something_came_in_and_not_what()
    {
        var nurse = await house.SignInAsync("nurse");
        var way = await WayAsync(nurse);
        using var answer = await nurse.Client.GetAsync(way, HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await LineAsync(lines)).ShouldBe("retry: 2000");

        await SendAsync();

        List<string> heard = [];
        while (!heard.Contains("event: changed"))
            heard.Add(await LineAsync(lines));
        heard.ShouldAllBe(line => line == "" || line == "event: changed");
    }

    [Fact]
    public async Task What_was_sealed_for_somebody_else_or_by_nobody_is_not_there()
    {
        var way = await WayAsync(await house.SignInAsync("nurse"));
        var gp = await house.SignInAsync("gp");
        (await gp.Client.GetAsync(way)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gp.Client.GetAsync("/live?of=AAAA")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gp.Client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await house.Mantel.Visit().Client.GetAsync(way)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_that_is_left_is_followed_no_more()
    {
        var nurse = await house.SignInAsync("nurse");
        var changes = house.Mantel.Services.GetRequiredService<Archive>().Changes;
        await UntilNobodyFollowsAsync(changes);
        using (var leaving = new CancellationTokenSource())
        {
            var way = await WayAsync(nurse);
            using var answer = await nurse.Client.GetAsync(
                way,
                HttpCompletionOption.ResponseHeadersRead,
                leaving.Token
            );
            changes.Followers.ShouldBe(1);
        }
        await UntilNobodyFollowsAsync(changes);
    }

    private static async Task UntilNobodyFollowsAsync(Changes changes)
    {
        for (var nth = 0; nth < 200 && changes.Followers > 0; nth++)
            await Task.Delay(100);
        changes.Followers.ShouldBe(0);
    }

    private static async Task<string> WayAsync(Visitor visitor) =>
        (await visitor.OpenAsync("/inbox")).QuerySelector("[data-live]")!.GetAttribute("data-live")!;

    private static async Task<string> LineAsync(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await lines.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("It ended.");
    }

    private async Task SendAsync()
    {
        var organisation = DemoRegion.Accounts().Single(account => account.Key == "nurse").Organisation!.Value;
        var sender = new Actor(new Author(Guid.NewGuid(), "Buurvrouw", Role.Volunteer, null, null));
        var act = new SendSignal(Guid.NewGuid(), "Meneer Dekker", null, null, "Hij kwam niet aan de deur.");
        var inbox = house.Mantel.Services.GetRequiredService<InboxDesk>();
        var now = new Moment(DateTimeOffset.UtcNow, DateOnly.FromDateTime(DateTime.UtcNow));
        (
            await inbox.SendAsync(organisation, act, sender, new Submission(Guid.NewGuid()), now, default)
        ).ShouldBeOfType<ActOutcome.Done>();
    }
}
