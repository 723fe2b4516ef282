using System.Net;
using Mantel.Core.Journal;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// Security 3, its sibling: who may not take over an account makes a new one. Where there are two administrators, no
/// account and no other role works by one of them alone.
/// </summary>
public sealed class SecondAdministratorTests : IAsyncLifetime
{
    private RunningMantel _mantel = null!;
    private Enrolled _first = null!;
    private Enrolled _second = null!;
    private Visitor _firstHere = null!;
    private Visitor _secondHere = null!;

    public async Task InitializeAsync()
    {
        _mantel = await RunningMantel.StartAsync(demo: false);
        _first = await Enrolled.MakeAsync(_mantel, Role.Administrator);
        _second = await Enrolled.MakeAsync(_mantel, Role.Administrator);
        _firstHere = await _first.SignInAsync(_mantel);
        _secondHere = await _second.SignInAsync(_mantel);
    }

    public async Task DisposeAsync() => await _mantel.DisposeAsync();

    [Fact]
    public async Task SecurityCase03_a_new_account_lets_nobody_in_until_a_second_administrator_agrees()
    {
        var (page, password) = await MakeAsync("sok", Role.Analyst);

        (await InAsync("sok", password)).ShouldBeFalse();
        (await _secondHere.OpenAsync("/accounts")).Body!.TextContent.ShouldContain("wacht op een andere beheerder");
        (await SendAsync(_firstHere, page, "enable")).ShouldBe(HttpStatusCode.Conflict);
        (await SendAsync(_firstHere, page, "disable")).ShouldBe(HttpStatusCode.SeeOther);
        (await SendAsync(_firstHere, page, "enable")).ShouldBe(HttpStatusCode.Conflict);
        (await InAsync("sok", password)).ShouldBeFalse();

        (await _secondHere.SendAsync(page, $"{page}/enable")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await InAsync("sok", password)).ShouldBeTrue();
    }

    [Fact]
    public async Task SecurityCase03_another_role_waits_as_well_and_a_few_roles_are_never_changed()
    {
        var (page, password) = await MakeAsync("cijfers", Role.Analyst);
        await _secondHere.SendAsync(page, $"{page}/enable");
        var puppet = ("role", nameof(Role.Administrator));

        (await _firstHere.SendAsync(page, page, puppet)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await InAsync("cijfers", password)).ShouldBeFalse();
        (await SendAsync(_firstHere, page, "enable")).ShouldBe(HttpStatusCode.Conflict);

        var second = $"/accounts/{_second.Id}";
        var fallen = await _firstHere.SendAsync(second, second, ("role", nameof(Role.Analyst)));
        fallen.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var closeOne = $"/accounts/{(await CloseOneAsync()).Id}";
        var raised = await _firstHere.SendAsync(closeOne, closeOne, ("role", nameof(Role.Person)));
        raised.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SecurityCase03_who_switches_the_other_off_is_not_the_only_one()
    {
        await _firstHere.SendAsync($"/accounts/{_second.Id}", $"/accounts/{_second.Id}/disable");

        var (_, password) = await MakeAsync("sok", Role.Analyst);

        (await InAsync("sok", password)).ShouldBeFalse();
    }

    private async Task<(string Page, string Password)> MakeAsync(string login, Role role)
    {
        var made = await _firstHere.SendAsync(
            "/accounts/new",
            "/accounts/new",
            ("name", login),
            ("login", login),
            ("role", role.ToString())
        );
        var page = await Visitor.ReadAsync(made);
        page.Body!.TextContent.ShouldContain("als een andere beheerder akkoord gaat");
        var id = Guid.Empty;
        await _mantel.WithAccountsAsync(async accounts => id = (await accounts.FindAsync(login))!.Id);
        return ($"/accounts/{id}", page.QuerySelector(".password code")!.TextContent);
    }

    private async Task<Account> CloseOneAsync()
    {
        await using var scope = _mantel.Services.CreateAsyncScope();
        var account = new Account
        {
            Id = Guid.NewGuid(),
            UserName = "naaste",
            Name = "Naaste",
            Role = Role.CloseOne,
            Person = Guid.NewGuid(),
        };
        await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        return account;
    }

    private async Task<bool> InAsync(string login, string password)
    {
        var visitor = _mantel.Visit();
        var answer = await visitor.SendAsync("/sign-in", "/sign-in", ("login", login), ("password", password));
        return answer.StatusCode is HttpStatusCode.SeeOther;
    }

    /// <summary>Sent without the page's own button: what a page does not offer is not what it refuses.</summary>
    private static async Task<HttpStatusCode> SendAsync(Visitor visitor, string page, string what)
    {
        var proof = (await visitor.OpenAsync(page)).QuerySelector("input[name='__RequestVerificationToken']")!;
        var fields = Visitor.Fields(("__RequestVerificationToken", proof.GetAttribute("value")!));
        return (await visitor.Client.PostAsync($"{page}/{what}", fields)).StatusCode;
    }
}
