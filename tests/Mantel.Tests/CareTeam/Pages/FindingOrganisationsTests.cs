using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.CareTeam.Pages;

/// <summary>
/// Users B10: who sets up a region finds an organisation and an account by a few letters, and adds a colleague where
/// they work.
/// </summary>
public sealed class FindingOrganisationsTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    [Theory]
    [InlineData("find=meeuw", "Huisartsenpraktijk De Meeuw")]
    [InlineData("find=MÉEUW%20huisartsenp", "Huisartsenpraktijk De Meeuw")]
    [InlineData("find=zeekool", "Thuiszorg De Zeekool")]
    public async Task UsersB10_a_few_letters_find_an_organisation(string query, string name)
    {
        var administrator = await house.SignInAsync("administrator");
        Names(await administrator.OpenAsync($"/organisations?{query}")).ShouldBe([name]);
    }

    [Fact]
    public async Task UsersB10_a_kind_narrows_and_nothing_found_says_what_to_do()
    {
        var administrator = await house.SignInAsync("administrator");
        var hospices = await administrator.OpenAsync("/organisations?kind=Hospice");
        Names(hospices).ShouldAllBe(name => name.Contains("Hospice"));
        Names(hospices).ShouldNotBeEmpty();
        (await administrator.OpenAsync("/organisations?find=nergens"))
            .QuerySelector(".empty")!
            .TextContent.ShouldContain("voeg haar toe");
    }

    [Fact]
    public async Task UsersB10_an_account_is_added_where_somebody_works_and_the_organisation_is_written_by_name()
    {
        var administrator = await house.SignInAsync("administrator");
        var found = await administrator.OpenAsync("/organisations?find=zeekool");
        var organisation = await administrator.OpenAsync(found.QuerySelector(".list a")!.GetAttribute("href")!);
        organisation.QuerySelector("ul.list")!.TextContent.ShouldContain("Fatima Azouzi");
        var add = organisation.QuerySelector("a[href^='/accounts/new']")!.GetAttribute("href")!;
        var form = await administrator.OpenAsync(add);
        form.QuerySelector("#organisation")!.GetAttribute("value").ShouldBe("Thuiszorg De Zeekool");
        form.QuerySelectorAll("select#organisation").ShouldBeEmpty();

        (string, string)[] sanne = [("name", "Sanne Proef"), ("login", "sanne"), ("role", "Nurse")];
        var made = await administrator.SendAsync(
            add,
            "/accounts/new",
            [.. sanne, ("organisation", "thuiszorg de zeekool")]
        );
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        Names(await FindAsync(administrator, ("find", "sanne zeek"))).ShouldBe(["Sanne Proef"]);
        Names(await FindAsync(administrator, ("find", "sanne"), ("role", "Volunteer"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_there_is_added_where_it_was_looked_for_and_its_first_account_next()
    {
        var administrator = await house.SignInAsync("administrator");
        const string looked = "/organisations?find=Thuiszorg+De+Duinroos";
        var nothing = await administrator.OpenAsync(looked);
        nothing.QuerySelector("form.form #name")!.GetAttribute("value").ShouldBe("Thuiszorg De Duinroos");
        var made = await administrator.SendAsync(
            looked,
            "/organisations/new",
            ("name", "Thuiszorg De Duinroos"),
            ("kind", "HomeCare")
        );
        var next = made.Headers.Location!.ToString();
        next.ShouldStartWith("/accounts/new?organisation=");
        var form = await administrator.OpenAsync(next);
        form.QuerySelector("#organisation")!.GetAttribute("value").ShouldBe("Thuiszorg De Duinroos");
        RolesOf(form).ShouldContain("Nurse");
        RolesOf(form).ShouldNotContain("Person");
        var again = await administrator.SendAsync(next, "/accounts/new", ("name", ""), ("role", "Person"));
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        RolesOf(await Visitor.ReadAsync(again)).ShouldBe(RolesOf(form));
        (await administrator.Client.GetAsync($"/accounts/new?organisation={Guid.NewGuid()}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );

        var shown = await administrator.SendAsync(
            next,
            "/accounts/new",
            ("name", "Joëp de Boer-Dijkstra"),
            ("role", "Nurse"),
            ("organisation", "Thuiszorg De Duinroos")
        );
        var password = await Visitor.ReadAsync(shown);
        password.QuerySelector(".lead")!.TextContent.ShouldContain("joep.de.boer.dijkstra");
        password.QuerySelector("code")!.TextContent.Length.ShouldBeGreaterThan(20);
    }

    private static List<string?> RolesOf(IHtmlDocument form) =>
        [.. form.QuerySelectorAll("input[name=role]").Select(role => role.GetAttribute("value"))];

    [Fact]
    public async Task What_shares_a_word_of_its_own_is_shown_before_it_comes_in_twice()
    {
        var administrator = await house.SignInAsync("administrator");
        var near = await administrator.OpenAsync("/organisations?find=Stichting+Zeekool+Zorg");
        Names(near).ShouldContain("Thuiszorg De Zeekool");
        near.QuerySelector("form.form #name").ShouldNotBeNull();
        var gp = await house.SignInAsync("gp");
        var others = await gp.OpenAsync("/organisations?find=Stichting+Zeekool+Zorg");
        others.QuerySelector("form.form #name").ShouldBeNull();
    }

    [Fact]
    public async Task UsersB10_an_organisation_that_is_none_is_said_at_its_field_and_stays_typed() =>
        await RefusedAsync(
            await house.SignInAsync("administrator"),
            "/accounts/new",
            HttpStatusCode.BadRequest,
            "organisation",
            "Geen organisatie heet zo. Kies er een uit de lijst, of voeg haar eerst toe bij Organisaties.",
            [("name", "Els"), ("login", "els3"), ("role", "Nurse"), ("organisation", "Thuiszorg De Zeekol")]
        );

    private static async Task<IDocument> FindAsync(Visitor visitor, params (string, string)[] fields) =>
        await Visitor.ReadAsync(await visitor.SendAsync("/accounts", "/accounts", fields));

    private static IReadOnlyList<string> Names(IDocument page) =>
        [.. page.QuerySelectorAll("main ul.list > li b").Select(name => name.TextContent)];
}
