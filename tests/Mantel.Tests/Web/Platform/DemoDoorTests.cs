using System.Net;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>Security 15: signing in without a password is there when it was asked for; every page says so.</summary>
public sealed class DemoDoorTests(SharedMantel shared) : IClassFixture<SharedMantel>
{
    [Fact]
    public void SecurityCase15_nobody_gets_it_without_asking() =>
        new Installation(new DirectoryInfo("nowhere")).OffersDemo.ShouldBeFalse();

    [Fact]
    public async Task SecurityCase15_a_demonstration_that_is_served_without_asking_lets_nobody_in_without_a_password()
    {
        var data = Directory.CreateTempSubdirectory("mantel-test-");
        var database = await DemoFolder.CopyToAsync(data);
        await using var mantel = await RunningMantel.OpenAsync(data, demo: false, database);
        var answer = await mantel.Visit().Client.PostAsync("/sign-in/demo", Visitor.Fields(("as", "gp")));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var door = await mantel.Visit().OpenAsync("/sign-in");
        door.QuerySelector(".cast").ShouldBeNull();
        door.QuerySelector(".ribbon")!.ClassList.ShouldNotContain("ribbon--open");
    }

    [Fact]
    public async Task SecurityCase15_when_it_is_on_every_page_says_so_in_red()
    {
        var nurse = await shared.Mantel.SignInAsync("nurse");
        foreach (var page in new[] { "/", "/account", "/people/search" })
            (await nurse.OpenAsync(page))
                .QuerySelector(".ribbon--open")!
                .TextContent.ShouldContain("zonder wachtwoord");
        (await shared.Mantel.Visit().OpenAsync("/sign-in")).QuerySelector(".ribbon--open").ShouldNotBeNull();
    }

    [Fact]
    public async Task SecurityCase11_one_signs_out_on_every_page()
    {
        var nurse = await shared.Mantel.SignInAsync("nurse");
        foreach (var page in new[] { "/", "/account", "/people/search", "/people/new" })
            (await nurse.OpenAsync(page)).QuerySelectorAll("form[action='/sign-out']").Length.ShouldBe(1, page);
    }
}
