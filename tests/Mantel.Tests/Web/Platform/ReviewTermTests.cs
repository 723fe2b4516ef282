using Mantel.Demo;
using Mantel.Web.Commands;
using Mantel.Web.Platform;
using Shouldly;

namespace Mantel.Tests.Web.Platform;

/// <summary>The term after which a region asks to confirm a decision again (safety rule 15).</summary>
public sealed class ReviewTermTests
{
    [Xunit.Theory]
    [Xunit.InlineData(null, null)]
    [Xunit.InlineData(" ", null)]
    [Xunit.InlineData("12", 12)]
    public void TheOperatorSaysItInMonths(string? said, int? months) => CommandLine.ReviewTermOf(said).ShouldBe(months);

    [Xunit.Theory]
    [Xunit.InlineData("0")]
    [Xunit.InlineData("-3")]
    [Xunit.InlineData("241")]
    [Xunit.InlineData("a year")]
    public void WhatIsNoTermIsRefused(string said) =>
        Should.Throw<CommandRefused>(() => CommandLine.ReviewTermOf(said));

    [Xunit.Theory]
    [Xunit.InlineData("")]
    [Xunit.InlineData("/plan")]
    [Xunit.InlineData("/night")]
    public async Task PastTheTermEveryPageThatShowsADecisionAsks(string page)
    {
        (await TextAsync(page, months: null)).ShouldNotContain("pnieuw bevestigen");
        (await TextAsync(page, months: 1)).ShouldContain("pnieuw bevestigen");
    }

    [Xunit.Fact]
    public async Task TheSheetForTheKitchenAsksToo()
    {
        await using var mantel = await RunningMantel.StartAsync(reviewTermMonths: 1);
        var gp = await mantel.SignInAsync("gp");
        var address = $"/people/{DemoPeople.Of("corrie-zandee")}/plan/sheet";
        if ((await gp.OpenAsync(address)).QuerySelector(".a4") is null)
            (await gp.SendAsync(address, address)).StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        (await gp.OpenAsync(address)).QuerySelector(".a4")!.TextContent.ShouldContain("pnieuw bevestigen");
    }

    private static async Task<string> TextAsync(string page, int? months)
    {
        await using var mantel = await RunningMantel.StartAsync(reviewTermMonths: months);
        var gp = await mantel.SignInAsync("gp");
        return (await gp.OpenAsync($"/people/{DemoPeople.Of("corrie-zandee")}{page}")).Body!.TextContent;
    }
}
