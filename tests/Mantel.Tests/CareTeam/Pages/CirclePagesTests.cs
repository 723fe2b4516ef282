using System.Net;
using Mantel.Core.Journal;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Mantel.Web.Platform.SigningIn;
using Shouldly;
using static Mantel.Tests.People.Pages.PeopleHouse;
using static Mantel.Tests.People.Pages.PersonFormsTests;

namespace Mantel.Tests.CareTeam.Pages;

/// <summary>The circle and the team, through their pages; organisations and accounts, by the administrator.</summary>
public sealed class CirclePagesTests(PeopleHouse house) : Xunit.IClassFixture<PeopleHouse>
{
    [Xunit.Fact]
    public async Task ACloseOneIsRecordedCorrectedAndLeaves()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        await DoAsync(
            gp,
            $"{person}/circle/add",
            ("family", "Vos"),
            ("callName", "Marijke"),
            ("relationship", "Daughter"),
            ("roles", "FirstContact"),
            ("roles", "InformalCarer"),
            ("callOrder", "1"),
            ("contactPoints[0].kind", "Mobile"),
            ("contactPoints[0].value", "06 5501 0203")
        );
        var circle = await gp.OpenAsync($"{person}/circle?edit");
        TextOf(circle).ShouldContain("eerste contactpersoon · mantelzorger");
        circle.QuerySelector("a[href='tel:0655010203']").ShouldNotBeNull();
        var correct = circle
            .QuerySelector("#close a[href*='/circle/'][href]:not([href$='add'])")!
            .GetAttribute("href")!;
        await DoAsync(gp, correct, ("family", "Vos-Smit"), ("callName", "Marijke"), ("callOrder", "2"));
        TextOf(await gp.OpenAsync($"{person}/circle")).ShouldContain("Marijke Vos-Smit");
        await RefusedAsync(
            gp,
            correct,
            HttpStatusCode.BadRequest,
            "callOrder",
            "Geef een getal van 1 tot 99.",
            ("family", "Vos-Smit"),
            ("callOrder", "eerste")
        );
        await DoAsync(gp, $"{correct}/leave", ("reason", "Wil niet meer."));
        TextOf(await gp.OpenAsync($"{person}/circle")).ShouldContain("Nog geen naasten.");
        TextOf(await gp.OpenAsync($"{person}/timeline")).ShouldContain("Wil niet meer.");
    }

    [Xunit.Fact]
    public async Task OnlyAnAccountOfACloseOneOfThisPersonIsLinkedToThem()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        var (here, elsewhere) = (new Guid(person.Split('/')[^1]), Guid.NewGuid());
        var theirs = await MakeAccountAsync(Role.CloseOne, here);
        Guid[] others =
        [
            Guid.NewGuid(),
            await MakeAccountAsync(Role.Nurse, null),
            await MakeAccountAsync(Role.CloseOne, elsewhere),
            await MakeAccountAsync(Role.CloseOne, here, disabled: true),
        ];
        foreach (var account in others)
        {
            var form = $"{person}/circle/add";
            var answer = await gp.SendAsync(form, form, ("family", "Vos"), ("account", account.ToString()));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await Visitor.ReadAsync(answer)).QuerySelector(".errors a[href='#account']").ShouldNotBeNull();
        }
        await DoAsync(gp, $"{person}/circle/add", ("family", "Vos"), ("account", theirs.ToString()));
        TextOf(await gp.OpenAsync($"{person}/circle")).ShouldContain("Vos");
    }

    private async Task<Guid> MakeAccountAsync(Role role, Guid? person, bool disabled = false)
    {
        var id = Guid.Empty;
        await house.Mantel.WithAccountsAsync(async accounts =>
        {
            var login = $"account-{Guid.NewGuid():N}";
            var made = await accounts.CreateAsync(
                new NewAccount(login, "Iemand", role, Guid.NewGuid(), "Thuis", Person: person)
            );
            if (disabled)
                await accounts.DisableAsync(made.Account!);
            id = made.Account!.Id;
        });
        return id;
    }

    [Xunit.Fact]
    public async Task WhoJoinsSeesTheRecordAndWhoLeavesNoLongerDoes()
    {
        var gp = await house.SignInAsync("gp");
        var nurse = await house.SignInAsync("nurse");
        var person = await SomebodyAsync(gp);
        (await nurse.Client.GetAsync(person)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await AddNurseAsync(gp, person);
        (await nurse.Client.GetAsync(person)).StatusCode.ShouldBe(HttpStatusCode.OK);
        TextOf(await nurse.OpenAsync("/")).ShouldContain("Leida Proef");
        await RefusedAsync(
            gp,
            $"{person}/team/add",
            HttpStatusCode.Conflict,
            "",
            "Deze persoon is al in het team.",
            ("account", await AccountAsync(gp, person, "Fatima Azouzi"))
        );
        var member = await MemberAsync(gp, person, "Fatima Azouzi");
        await DoAsync(
            gp,
            $"{person}/team/{member}",
            ("name", "Fatima Azouzi"),
            ("discipline", "Nurse"),
            ("day", "06 1234")
        );
        TextOf(await gp.OpenAsync($"{person}/circle")).ShouldContain("06 1234");
        (await nurse.Client.GetAsync(person)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await DoAsync(gp, $"{person}/team/{member}/leave", ("reason", "Verhuisd."));
        (await nurse.Client.GetAsync(person)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Fact]
    public async Task ThereIsOneCentralCareProfessional()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        await AddNurseAsync(gp, person);
        TextOf(await gp.OpenAsync(person)).ShouldContain("Niemand is centrale zorgverlener.");
        await DoAsync(gp, $"{person}/team/central", ("member", await MemberAsync(gp, person, "Fatima Azouzi")));
        await DoAsync(gp, $"{person}/team/central", ("member", await MemberAsync(gp, person, "dr. S. Hoekstra")));
        var circle = await gp.OpenAsync($"{person}/circle?edit");
        circle.QuerySelectorAll("#team .chip--mantle").Length.ShouldBe(1);
        TextOf(circle).ShouldContain("Wie was centrale zorgverlener");
        var nobody = await gp.SendAsync(
            $"{person}/team/central",
            $"{person}/team/central",
            ("member", Guid.NewGuid().ToString())
        );
        nobody.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Xunit.Fact]
    public async Task AVolunteerSeesWhatIsSharedAndNoMore()
    {
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        await DoAsync(gp, $"{person}/what-matters", ("words", "De radio aan."));
        await DoAsync(gp, $"{person}/diagnoses/add", ("name", "Hartfalen"));
        await DoAsync(
            gp,
            $"{person}/team/add",
            ("account", await AccountAsync(gp, person, "Piet Sinke")),
            ("discipline", "Volunteer")
        );
        var volunteer = await house.SignInAsync("volunteer");
        var page = TextOf(await volunteer.OpenAsync(person));
        page.ShouldContain("De radio aan.");
        page.ShouldNotContain("Hartfalen");
        page.ShouldNotContain("Reanimatie");
        foreach (var part in new[] { "timeline", "circle", "name", "night" })
            (await volunteer.Client.GetAsync($"{person}/{part}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, part);
    }

    [Xunit.Fact]
    public async Task TheAdministratorKeepsOrganisations()
    {
        var administrator = await house.SignInAsync("administrator");
        await DoAsync(administrator, "/organisations/new", ("name", "Hospice Veere"), ("kind", "Hospice"));
        var list = await administrator.OpenAsync("/organisations");
        TextOf(list).ShouldContain("Hospice Veere");
        var address = list.QuerySelectorAll(".item")
            .Single(item => item.TextContent.Contains("Hospice Veere"))
            .QuerySelector("a")!
            .GetAttribute("href")!;
        await RefusedAsync(
            administrator,
            "/organisations/new",
            HttpStatusCode.Conflict,
            "name",
            "Deze organisatie staat er al.",
            ("name", "hospice veere"),
            ("kind", "Hospice")
        );
        await RefusedAsync(
            administrator,
            "/organisations/new",
            HttpStatusCode.BadRequest,
            "kind",
            "Vul dit in.",
            ("name", "Zonder soort")
        );
        await DoAsync(administrator, address, ("name", "Hospice Walcheren"), ("kind", "Hospice"), ("night", "0118 5"));
        var closed = await administrator.SendAsync(address, $"{address}/close", ("reason", "Gestopt."));
        closed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        TextOf(await administrator.OpenAsync("/organisations")).ShouldNotContain("Hospice Walcheren");
        var gp = await house.SignInAsync("gp");
        (await gp.Client.GetAsync("/organisations/new")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Fact]
    public async Task TheAdministratorKeepsAccounts()
    {
        var administrator = await house.SignInAsync("administrator");
        var organisation = (await administrator.OpenAsync("/accounts/new"))
            .QuerySelectorAll("#organisation-list option")
            .Select(option => option.GetAttribute("value")!)
            .First(value => value.Length > 0);
        var made = await administrator.SendAsync(
            "/accounts/new",
            "/accounts/new",
            ("name", "Els de Boer"),
            ("login", "els"),
            ("role", "Nurse"),
            ("organisation", organisation)
        );
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.ReadAsync(made)).QuerySelector("code")!.TextContent.Length.ShouldBeGreaterThan(20);
        await RefusedAsync(
            administrator,
            "/accounts/new",
            HttpStatusCode.BadRequest,
            "login",
            "Deze gebruikersnaam bestaat al.",
            ("name", "Els"),
            ("login", "els"),
            ("role", "Nurse"),
            ("organisation", organisation)
        );
        var list = await administrator.OpenAsync("/accounts");
        var els = AddressOf(list, "Els de Boer");
        await DoAsync(administrator, els, ("role", "PalliativeTeam"), ("organisation", organisation));
        TextOf(await administrator.OpenAsync("/accounts")).ShouldContain("palliatief team ·");
        (await administrator.SendAsync(els, $"{els}/disable")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        TextOf(await administrator.OpenAsync(els)).ShouldContain("Zet dit account weer aan");
        (await administrator.SendAsync(els, $"{els}/enable")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await administrator.SendAsync(els, $"{els}/reset")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var own = AddressOf(list, "Anneke Tuinman");
        (await administrator.SendAsync(own, $"{own}/disable")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await RefusedAsync(
            administrator,
            own,
            HttpStatusCode.Conflict,
            "role",
            "U kunt uw eigen rol niet wijzigen. Vraag een andere beheerder.",
            ("role", "Nurse")
        );
        var gp = await house.SignInAsync("gp");
        (await gp.Client.GetAsync("/accounts")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Fact]
    public async Task AnotherOrganisationIsAskedAndNamesWhoCares()
    {
        var administrator = await house.SignInAsync("administrator");
        var gp = await house.SignInAsync("gp");
        var person = await SomebodyAsync(gp);
        await DoAsync(administrator, "/organisations/new", ("name", $"Team {Guid.NewGuid():N}"), ("kind", "HomeCare"));
        var form = await gp.OpenAsync($"{person}/receive");
        var organisation = form.QuerySelectorAll("#organisation option[value]").Last().GetAttribute("value")!;
        await DoAsync(gp, $"{person}/receive", ("organisation", organisation));
        TextOf(await gp.OpenAsync($"{person}/timeline")).ShouldContain("gevraagd om mee te zorgen");
        await RefusedAsync(gp, $"{person}/receive", HttpStatusCode.BadRequest, "organisation", "Vul dit in.");
    }

    private static string AddressOf(AngleSharp.Html.Dom.IHtmlDocument list, string name) =>
        list.QuerySelectorAll(".item")
            .Single(item => item.TextContent.Contains(name))
            .QuerySelector("a")!
            .GetAttribute("href")!;

    private static async Task<string> AccountAsync(Visitor gp, string person, string name) =>
        (await gp.OpenAsync($"{person}/team/add"))
            .QuerySelectorAll("#account option")
            .Single(option => option.TextContent.Contains(name))
            .GetAttribute("value")!;

    private static async Task<string> MemberAsync(Visitor gp, string person, string name) =>
        (await gp.OpenAsync($"{person}/circle?edit"))
            .QuerySelectorAll("#team .member")
            .Single(member => member.QuerySelector("b")!.TextContent == name)
            .QuerySelector("a[href$='/leave']")!
            .GetAttribute("href")!
            .Split('/')[^2];
}
