using System.Net;
using AngleSharp.Dom;
using Mantel.Core.Journal;
using Mantel.Web.Platform.SigningIn;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// Security 3: no administrator alone becomes somebody else; who it happens to is told, and it stands in the log.
/// </summary>
public sealed class ResettingTests : IAsyncLifetime
{
    private RunningMantel _mantel = null!;
    private Enrolled _nurse = null!;
    private Enrolled _first = null!;
    private Visitor _firstHere = null!;

    public async Task InitializeAsync()
    {
        _mantel = await RunningMantel.StartAsync(demo: false);
        _nurse = await Enrolled.MakeAsync(_mantel, Role.Nurse);
        _first = await Enrolled.MakeAsync(_mantel, Role.Administrator);
        _firstHere = await _first.SignInAsync(_mantel);
    }

    public async Task DisposeAsync() => await _mantel.DisposeAsync();

    private string Page => $"/accounts/{_nurse.Id}";

    [Fact]
    public async Task SecurityCase03_one_administrator_alone_resets_nobody()
    {
        var asked = await _firstHere.SendAsync(Page, $"{Page}/reset", ("forgetCodes", "on"));
        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await TextAsync(asked)).ShouldContain("Er is geen andere beheerder");
        await _nurse.SignInAsync(_mantel);
    }

    [Fact]
    public async Task SecurityCase03_a_second_administrator_agrees_and_the_owner_is_told_until_they_read_it()
    {
        var second = await Enrolled.MakeAsync(_mantel, Role.Administrator);
        (await _firstHere.SendAsync(Page, $"{Page}/reset")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await _firstHere.OpenAsync(Page)).QuerySelector($"form[action='{Page}/reset/agree']").ShouldBeNull();
        var own = await _firstHere.Client.PostAsync($"{Page}/reset/agree", await ProofAsync(_firstHere));
        own.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var secondHere = await second.SignInAsync(_mantel);
        RowOf(await secondHere.OpenAsync("/accounts")).ShouldContain("Nieuw wachtwoord aangevraagd");
        var agreed = await secondHere.SendAsync(Page, $"{Page}/reset/agree");
        agreed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var password = (await Visitor.ReadAsync(agreed)).QuerySelector(".password code")!.TextContent;
        RowOf(await secondHere.OpenAsync("/accounts")).ShouldNotContain("aangevraagd");

        var nurse = _mantel.Visit();
        await nurse.SendAsync("/sign-in", "/sign-in", ("login", _nurse.Login), ("password", password));
        await nurse.SendAsync("/sign-in/code", "/sign-in/code", ("code", _nurse.NextCode()));
        await nurse.SendAsync(
            "/account",
            "/account/password",
            ("current", password),
            ("password", "strand en duindoorn")
        );
        (await nurse.OpenAsync("/")).QuerySelector(".told")!.TextContent.ShouldContain("gewijzigd");
        var account = await nurse.OpenAsync("/account");
        account.Body!.TextContent.ShouldContain("Nieuw wachtwoord gemaakt");
        account.Body.TextContent.ShouldContain($"aangevraagd door Iemand {_first.Login}");
        await nurse.SendAsync("/account", "/account/read");
        (await nurse.OpenAsync("/")).QuerySelector(".told").ShouldBeNull();

        var log = (await secondHere.OpenAsync("/accounts/log")).Body!.TextContent;
        log.ShouldContain("Nieuw wachtwoord gemaakt");
        log.ShouldContain("vanaf 127.0.0.1");
        (await nurse.Client.GetAsync("/accounts/log")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private string RowOf(IDocument accounts) => accounts.QuerySelector($"a[href='{Page}']")!.Closest("li")!.TextContent;

    [Fact]
    public async Task SecurityCase03_an_administrator_whom_the_first_made_is_no_second_person()
    {
        var made = await _firstHere.SendAsync(
            "/accounts/new",
            "/accounts/new",
            ("name", "Sok Pop"),
            ("login", "sok"),
            ("role", "Administrator")
        );
        var password = (await Visitor.ReadAsync(made)).QuerySelector(".password code")!.TextContent;
        await _firstHere.SendAsync(Page, $"{Page}/reset");
        var puppet = _mantel.Visit();
        await puppet.SendAsync("/sign-in", "/sign-in", ("login", "sok"), ("password", password));
        const string own = "kraaien boven het wad";
        await puppet.SendAsync("/account", "/account/password", ("current", password), ("password", own));
        var secret = (await puppet.OpenAsync("/account/totp")).QuerySelector("code")!.TextContent;
        await puppet.SendAsync("/account/totp", "/account/totp", ("code", Totp.Now(secret)), ("current", own));
        var agreed = await puppet.SendAsync(Page, $"{Page}/reset/agree");
        agreed.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await TextAsync(agreed)).ShouldContain("Vraag een andere beheerder");
    }

    [Fact]
    public async Task SecurityCase03_a_recovery_code_of_the_owner_does_for_the_second_person_once()
    {
        var wrong = await _firstHere.SendAsync(Page, $"{Page}/reset", ("recovery", "XXXXX-YYYYY"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var right = await _firstHere.SendAsync(Page, $"{Page}/reset", ("recovery", _nurse.Recovery[0]));
        (await Visitor.ReadAsync(right)).QuerySelector(".password code").ShouldNotBeNull();
        var again = await _firstHere.SendAsync(Page, $"{Page}/reset", ("recovery", _nurse.Recovery[0]));
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_refused_or_left_does_not_stay_open()
    {
        await Enrolled.MakeAsync(_mantel, Role.Administrator);
        await _firstHere.SendAsync(Page, $"{Page}/reset");
        (await _firstHere.SendAsync(Page, $"{Page}/reset/drop")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await _firstHere.OpenAsync(Page)).QuerySelector($"form[action='{Page}/reset']").ShouldNotBeNull();
        await _nurse.SignInAsync(_mantel);
    }

    [Fact]
    public async Task SecurityCase03_agreeing_is_with_what_was_shown_and_not_with_what_took_its_place()
    {
        var secondHere = await (await Enrolled.MakeAsync(_mantel, Role.Administrator)).SignInAsync(_mantel);
        await _firstHere.SendAsync(Page, $"{Page}/reset");
        var shown = (await secondHere.OpenAsync(Page)).QuerySelector($"form[action='{Page}/reset/agree']")!;
        await _firstHere.SendAsync(Page, $"{Page}/reset/drop");
        await _firstHere.SendAsync(Page, $"{Page}/reset", ("forgetCodes", "on"));

        var agreed = await secondHere.Client.PostAsync(
            $"{Page}/reset/agree",
            Visitor.Fields([
                .. shown
                    .QuerySelectorAll("input")
                    .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)),
            ])
        );

        agreed.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Visitor.ReadAsync(agreed)).QuerySelector(".password code").ShouldBeNull();
    }

    private async Task<FormUrlEncodedContent> ProofAsync(Visitor visitor)
    {
        var proof = (await visitor.OpenAsync(Page)).QuerySelector("input[name='__RequestVerificationToken']")!;
        return Visitor.Fields(("__RequestVerificationToken", proof.GetAttribute("value")!));
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        (await Visitor.ReadAsync(answer)).Body!.TextContent;
}
