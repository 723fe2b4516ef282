using System.Net;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Shouldly;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.Identification;

/// <summary>The review list: who is proposed and why, for whom, and putting it away.</summary>
public sealed class ReviewListPagesTests(PeopleHouse house) : Xunit.IClassFixture<PeopleHouse>
{
    private const string List = "/review-list";

    [Xunit.Fact]
    public async Task SomebodyIsProposedWithTheReasonAndTheActAndGoneWhenPutAway()
    {
        var nurse = await house.SignInAsync("nurse");
        var person = await ProposedAsync(nurse, "Strandgaper");
        var list = await nurse.OpenAsync(List);
        TextOf(list).ShouldContain("zou niet verrast zijn als deze persoon binnen een jaar overlijdt");
        TextOf(list).ShouldContain("niet door een deskundige beoordeeld");
        list.QuerySelector($"a[href='{person}/phase']").ShouldNotBeNull();
        list.QuerySelector($"a[href='{person}/put-away']").ShouldNotBeNull();

        var again = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(40);
        await DoAsync(
            nurse,
            $"{person}/put-away",
            [("kind", "NotNow"), ("why", "Eerst naar zee."), .. Date("lookAgainOn", again.Year, again.Month, again.Day)]
        );
        var after = await nurse.OpenAsync(List);
        after.QuerySelector($"a[href='{person}/put-away']").ShouldBeNull();
        var away = after.QuerySelector("section[aria-labelledby=put-away]")!.TextContent;
        away.ShouldContain("Strandgaper");
        away.ShouldContain("Eerst naar zee.");
        TextOf(await nurse.OpenAsync($"{person}/timeline")).ShouldContain("Voorstel van de bespreeklijst weggelegd");
    }

    [Xunit.Fact]
    public async Task WhatIsWrongIsSaidAndWhatWasTypedIsKept()
    {
        var nurse = await house.SignInAsync("nurse");
        var person = await ProposedAsync(nurse, "Nonnetje");
        await RefusedAsync(
            nurse,
            $"{person}/put-away",
            HttpStatusCode.BadRequest,
            "lookAgainOn",
            "Kies een dag na vandaag en binnen een jaar.",
            [("kind", "NotForThisPerson"), ("why", "Zo is het goed."), .. Date("lookAgainOn", 2020, 1, 1)]
        );
    }

    [Xunit.Fact]
    public async Task OnlyWhoCaresForSomebodySeesThemProposedAndTheLookIsWrittenDown()
    {
        var nurse = await house.SignInAsync("nurse");
        var person = await ProposedAsync(nurse, "Kokkel", isCentral: true);
        TextOf(await (await house.SignInAsync("gp")).OpenAsync(List)).ShouldNotContain("Kokkel");
        var before = await LooksAsync();
        TextOf(await nurse.OpenAsync(List)).ShouldContain("Kokkel");
        (await LooksAsync()).ShouldBe(before + 2); // the list, and opening the log itself

        async Task<int> LooksAsync() =>
            (await nurse.OpenAsync($"{person}/log")).QuerySelectorAll("main tbody tr").Length;
    }

    [Xunit.Theory]
    [Xunit.InlineData("volunteer")]
    [Xunit.InlineData("social-worker")]
    [Xunit.InlineData("coordinator")]
    [Xunit.InlineData("analyst")]
    [Xunit.InlineData("administrator")]
    [Xunit.InlineData("person")]
    public async Task WhoMayNotTalkOrMarkHasNoSuchList(string role)
    {
        var visitor = await house.SignInAsync(role);
        (await visitor.Client.GetAsync(List)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.OpenAsync("/")).QuerySelector($"a[href='{List}']").ShouldBeNull();
    }

    private static async Task<string> ProposedAsync(Visitor nurse, string family, bool isCentral = false)
    {
        (string, string)[] central = isCentral ? [("isCentral", "yes")] : [];
        var person = await RegisterAsync(nurse, family, [("isAnother", "yes"), .. central, .. Date("birthDate", 1941)]);
        await DoAsync(nurse, $"{person}/phase/surprise", ("question", "DiedWithinYear"), ("answer", "No"));
        return person;
    }
}
