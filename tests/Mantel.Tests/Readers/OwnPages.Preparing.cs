using System.Net;
using AngleSharp.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Tests.Web;
using Mantel.Web.Look;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Mantel.Tests.Readers;

/// <summary>The pages on which a conversation is prepared at home, with a link and without an account.</summary>
internal sealed partial class OwnPages
{
    private const int MostQuestions = 40;

    private async Task PrepareAsync(RunningMantel mantel, string role, string language)
    {
        var code = $"{Guid.NewGuid():n}";
        var closeOne = role is "close-one" or Distant
            ? _record.Circle().First(close => close.Fact.Account is not null).Id
            : (Guid?)null;
        var now = Moment.At(TimeProvider.System.GetUtcNow(), Days.Zone);
        var act = new InviteToPrepare(Guid.NewGuid(), PreparationViews.HashOf(code), now.Instant.AddDays(7), closeOne);
        var own = mantel.Services.GetRequiredService<Desk>().Own;
        var gp = new Author(Guid.NewGuid(), "Pieter Tuinman", Role.GeneralPractitioner, null, null);
        (
            await own.DoAsync(_record.Id, act, gp, new Submission(Guid.NewGuid()), now, CancellationToken.None)
        ).ShouldBeOfType<ActOutcome.Done>();

        var home = new OwnPages(mantel.Visit(), _record);
        await ChooseAsync(home._visitor, "/sign-in", language);
        await home.WalkHomeAsync($"/prepare/{code}");
        foreach (var (way, page) in home._pages)
            _pages[$"at home {way}"] = page;
    }

    private async Task WalkHomeAsync(string welcome)
    {
        await ReadAsync(welcome, await _visitor.Client.GetAsync(welcome));
        await ReadAsync(welcome, await SendAsync(welcome, ("name", "")));
        (await SendAsync(welcome, ("name", "Wie schrijft"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var way = (await _visitor.Client.GetAsync("/prepare")).Headers.Location!.ToString();
        for (var nth = 0; nth < MostQuestions && way != "/prepare/done"; nth++)
        {
            await ReadAsync(way, await _visitor.Client.GetAsync(way));
            way = (await SendAsync(way, ("go", "next"))).Headers.Location!.ToString();
        }
        var done = await ReadAsync(way, await _visitor.Client.GetAsync(way));
        done!.QuerySelector("form[action='/prepare/leave']").ShouldNotBeNull();
        await ReadAsync("/prepare/leave", await _visitor.SendAsync(way, "/prepare/leave"));
        await ReadAsync("/prepare/late", await _visitor.Client.GetAsync("/prepare/done"));
    }

    private Task<HttpResponseMessage> SendAsync(string way, params (string, string)[] fields) =>
        _visitor.SendAsync(way, way, fields);
}
