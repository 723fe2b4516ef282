using System.Net;
using System.Text;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform.SigningIn;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.Web.Spreadsheets;

/// <summary>Accounts from a spreadsheet: by the rules of one by hand, and gone again while unused.</summary>
public sealed class TakingInAccountsTests : IAsyncLifetime
{
    private const string List = "/accounts";
    private const string Two =
        "Naam;Gebruikersnaam;Rol;Organisatie\r\nSanne Sok;sanne;verpleegkundige;thuiszorg de proef\r\nKees Cijfer;kees;analyst;\r\n";

    private RunningMantel _mantel = null!;
    private Visitor _first = null!;
    private Guid _organisation;

    public async Task InitializeAsync()
    {
        _mantel = await RunningMantel.StartAsync(demo: false);
        _first = await (await Enrolled.MakeAsync(_mantel, Role.Administrator)).SignInAsync(_mantel);
        await DoAsync(
            _first,
            "/organisations/new",
            ("name", "Thuiszorg De Proef"),
            ("kind", "HomeCare"),
            ("country", "NL")
        );
        _organisation = (await DirectoryAsync()).Organisations().Single().Organisation;
    }

    public async Task DisposeAsync() => await _mantel.DisposeAsync();

    [Fact]
    public async Task Accounts_are_made_as_one_each_with_a_password_that_is_shown_once_and_works()
    {
        var preview = await PreviewAsync(Two);
        preview.Counts().ShouldBe([2, 0, 0, 0]);
        var fields = SheetVisitor.FieldsOf(preview, List, "take", []);

        var made = await _first.Client.PostAsync($"{List}/sheet/rows", Visitor.Fields(fields));
        var again = await _first.Client.PostAsync($"{List}/sheet/rows", Visitor.Fields(fields));

        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var passwords = (await Visitor.ReadAsync(made))
            .QuerySelectorAll("td code")
            .Select(code => code.TextContent)
            .ToList();
        passwords.Distinct().Count().ShouldBe(2);
        (await InAsync("sanne", passwords[0])).ShouldBeTrue();
        (await InAsync("kees", passwords[0])).ShouldBeFalse();
        await _mantel.WithAccountsAsync(async accounts =>
        {
            var sanne = (await accounts.FindAsync("sanne"))!;
            (sanne.Role, sanne.Organisation, sanne.MustChangePassword).ShouldBe((Role.Nurse, _organisation, true));
            (await accounts.ListAsync(default)).Count.ShouldBe(3);
        });
        var taking = (await DirectoryAsync()).TakenIn(SheetOf.Accounts).ShouldHaveSingleItem();
        taking.Fact.Lines.Select(line => line.Row).ShouldBe([2, 3]);
        (await _first.OpenAsync("/accounts/log")).Body!.TextContent.ShouldContain("Sanne Sok");
    }

    [Fact]
    public async Task What_may_not_be_done_by_hand_may_not_by_a_sheet()
    {
        await _mantel.WithAccountsAsync(accounts => accounts.CreateAsync(new("bezet", "Al Bezet", Role.Analyst)));
        var preview = await PreviewAsync(
            """
            naam;login;functie;werkt voor
            Iemand Zelf;zelf;persoon;
            Een Naaste;naaste;naaste;
            Zonder Huis;zonder;verpleegkundige;
            Fout Huis;fout;verpleegkundige;Bestaat niet
            Met Spatie;met spatie;analist;
            Een Ander;BEZET;analist;
            Twee;dubbel;analist;
            Drie;Dubbel;analist;
            De Machine;systeem;System;
            Al Bezet;bezet;analist;
            """
        );

        preview
            .Wrong()
            .Select(one => one.Field)
            .ShouldBe([
                "r2.role",
                "r3.role",
                "r4.organisation",
                "r5.organisation",
                "r6.login",
                "r7.login",
                "r9.login",
                "r10.role",
                "r11.login",
            ]);
        preview.Counts().ShouldBe([1, 9, 0, 0]);
        (await _first.GoOnAsync(preview, List, "take")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await _mantel.WithAccountsAsync(async accounts => (await accounts.ListAsync(default)).Count.ShouldBe(2));
        (await PreviewAsync("Naam;Login;Rol\r\nAl Bezet;bezet;analist")).Counts().ShouldBe([0, 0, 1, 0]);
    }

    [Fact]
    public async Task SecurityCase03_accounts_from_a_sheet_wait_for_a_second_administrator_too()
    {
        var second = await (await Enrolled.MakeAsync(_mantel, Role.Administrator)).SignInAsync(_mantel);

        var made = await Visitor.ReadAsync(await _first.GoOnAsync(await PreviewAsync(Two), List, "take"));

        TextOf(made).ShouldContain("als een andere beheerder akkoord gaat");
        var password = made.QuerySelector("td code")!.TextContent;
        (await InAsync("sanne", password)).ShouldBeFalse();
        var sanne = Guid.Empty;
        await _mantel.WithAccountsAsync(async accounts => sanne = (await accounts.FindAsync("sanne"))!.Id);
        var page = $"/accounts/{sanne}";
        var proof = (await _first.OpenAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!;
        var alone = Visitor.Fields(("__RequestVerificationToken", proof.GetAttribute("value")!));
        (await _first.Client.PostAsync($"{page}/enable", alone)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.SendAsync(page, $"{page}/enable")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await InAsync("sanne", password)).ShouldBeTrue();
    }

    /// <summary>A list that was written here once named people and close ones as faults when taken in.</summary>
    [Fact]
    public async Task The_person_and_close_ones_are_not_on_the_list_that_is_written()
    {
        await Enrolled.MakeAsync(_mantel, Role.CloseOne, "marijke-sheet");
        var all = await _first.Client.GetStringAsync($"{List}/sheet/all.csv");

        all.ShouldNotContain("marijke-sheet");
        (await PreviewAsync(all)).Counts().ShouldBe([0, 1, 0, 0]);
    }

    [Fact]
    public async Task A_sheet_is_taken_back_save_the_account_with_which_somebody_signed_in()
    {
        var made = await Visitor.ReadAsync(await _first.GoOnAsync(await PreviewAsync(Two), List, "take"));
        (await InAsync("sanne", made.QuerySelector("td code")!.TextContent)).ShouldBeTrue();
        var way = made.QuerySelector("main a[href^='/accounts/sheets/']")!.GetAttribute("href")!;
        TextOf(await _first.OpenAsync(way)).ShouldContain("iemand heeft zich ermee aangemeld");

        (await _first.SendAsync(way, $"{way}/take-back", ("reason", "Verkeerde lijst"))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );

        await _mantel.WithAccountsAsync(async accounts =>
        {
            (await accounts.FindAsync("kees")).ShouldBeNull();
            (await accounts.FindAsync("sanne")).ShouldNotBeNull();
        });
        TextOf(await _first.OpenAsync(way)).ShouldContain("1 teruggenomen");
        (await PreviewAsync(Two)).Counts().ShouldBe([1, 0, 1, 0]);
    }

    [Fact]
    public async Task What_the_list_says_of_now_has_no_secret_and_reads_back()
    {
        await _first.GoOnAsync(await PreviewAsync(Two), List, "take");
        var file = await _first.Client.GetByteArrayAsync($"{List}/sheet/all.csv");
        var text = Encoding.UTF8.GetString(file);
        text.ShouldContain("Sanne Sok;sanne;verpleegkundige;Thuiszorg De Proef");
        var preview = await Visitor.ReadAsync(await _first.SendSheetAsync(List, file, "nu.csv"));
        preview.Counts().ShouldBe([0, 1, 2, 0], "an administrator here works for an organisation that nobody recorded");
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PreviewAsync(string text)
    {
        var answer = await _first.SendSheetAsync(List, Encoding.UTF8.GetBytes(text), "wie.csv");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Visitor.ReadAsync(answer);
    }

    private async Task<bool> InAsync(string login, string password)
    {
        var answer = await _mantel.Visit().SendAsync("/sign-in", "/sign-in", ("login", login), ("password", password));
        return answer.StatusCode is HttpStatusCode.SeeOther;
    }

    private Task<DirectoryRecord> DirectoryAsync() =>
        _mantel.Services.GetRequiredService<Desk>().DirectoryAsync(default);
}
