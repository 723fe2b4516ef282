using System.Net;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform.SigningIn;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>The administrator gives an account another role, and takes one away; nobody does the first alone.</summary>
public sealed class GivingRolesTests : IAsyncLifetime
{
    private RunningMantel _mantel = null!;
    private Enrolled _first = null!;
    private Enrolled _nurse = null!;
    private Visitor _firstHere = null!;
    private Visitor _secondHere = null!;

    private string Page => $"/accounts/{_nurse.Id}";

    public async Task InitializeAsync()
    {
        _mantel = await RunningMantel.StartAsync(demo: false);
        _first = await Enrolled.MakeAsync(_mantel, Role.Administrator);
        _nurse = await Enrolled.MakeAsync(_mantel, Role.Nurse);
        _firstHere = await _first.SignInAsync(_mantel);
        _secondHere = await (await Enrolled.MakeAsync(_mantel, Role.Administrator)).SignInAsync(_mantel);
        var organisation = await _firstHere.SendAsync(
            "/organisations/new",
            "/organisations/new",
            ("name", "Thuiszorg De Tweede"),
            ("kind", "HomeCare"),
            ("country", "NL")
        );
        organisation.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    public async Task DisposeAsync() => await _mantel.DisposeAsync();

    [Fact]
    public async Task A_role_can_be_chosen_when_a_second_administrator_agreed_and_ends_when_it_is_taken_away()
    {
        (await GiveAsync(Role.Nurse)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var given = (await HeldAsync())[1];
        given.IsHeld.ShouldBeFalse();
        (await SendAsync(_firstHere, $"{Page}/roles/{given.Id}/agree")).ShouldBe(HttpStatusCode.Conflict);
        var nurse = await _nurse.SignInAsync(_mantel);
        (await nurse.Client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await SendAsync(_secondHere, $"{Page}/roles/{given.Id}/agree")).ShouldBe(HttpStatusCode.SeeOther);
        var both = await _nurse.SignInAsync(_mantel);
        (await both.Client.GetAsync("/")).Headers.Location!.OriginalString.ShouldBe("/role");

        (await SendAsync(_firstHere, $"{Page}/roles/{_nurse.Id}/take")).ShouldBe(HttpStatusCode.SeeOther);
        (await nurse.Client.GetAsync("/")).Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
        (await SendAsync(_firstHere, $"{Page}/roles/{given.Id}/take")).ShouldBe(HttpStatusCode.Conflict);
        await using var scope = _mantel.Services.CreateAsyncScope();
        var told = await scope.ServiceProvider.GetRequiredService<AccountDiary>().ReadAsync(_nurse.Id, 0, 50, default);
        told.Select(one => (one.Kind, one.HeldRole))
            .Where(one =>
                one.Kind is AccountEventKind.RoleTaken or AccountEventKind.RoleAgreed or AccountEventKind.RoleGiven
            )
            .ShouldBe([
                (AccountEventKind.RoleTaken, _nurse.Id),
                (AccountEventKind.RoleAgreed, given.Id),
                (AccountEventKind.RoleGiven, given.Id),
            ]);
    }

    [Theory]
    [InlineData(Role.Person)]
    [InlineData(Role.CloseOne)]
    [InlineData(Role.Administrator)]
    public async Task The_role_of_a_person_a_close_one_or_an_administrator_is_never_beside_another(Role role)
    {
        var answer = await GiveAsync(role);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await HeldAsync()).ShouldHaveSingleItem();
        (await GiveAsync(Role.Nurse)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var changed = await _firstHere.SendAsync(Page, Page, ("role", role.ToString()));
        changed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_administrator_holds_no_other_role_and_the_same_role_is_given_once()
    {
        var own = $"/accounts/{_first.Id}";
        var page = await _secondHere.OpenAsync(own);
        page.QuerySelector($"form[action='{own}/roles']").ShouldBeNull();
        var proof = page.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var answer = await _secondHere.Client.PostAsync(
            $"{own}/roles",
            Visitor.Fields(
                ("__RequestVerificationToken", proof),
                ("held-role", "Nurse"),
                ("held-organisation", "Thuiszorg De Tweede")
            )
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await GiveAsync(Role.Nurse)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await GiveAsync(Role.Nurse)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> GiveAsync(Role role) =>
        _firstHere.SendAsync(
            Page,
            $"{Page}/roles",
            ("held-role", role.ToString()),
            ("held-organisation", "Thuiszorg De Tweede")
        );

    private async Task<IReadOnlyList<HeldRole>> HeldAsync()
    {
        await using var scope = _mantel.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HeldRoles>().AllAsync(_nurse.Id, default);
    }

    private async Task<HttpStatusCode> SendAsync(Visitor visitor, string address)
    {
        var proof = (await visitor.OpenAsync(Page)).QuerySelector("input[name='__RequestVerificationToken']")!;
        var answer = await visitor.Client.PostAsync(
            address,
            Visitor.Fields(("__RequestVerificationToken", proof.GetAttribute("value")!))
        );
        return answer.StatusCode;
    }
}
