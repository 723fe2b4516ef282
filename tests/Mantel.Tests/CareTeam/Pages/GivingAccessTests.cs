using System.Net;
using Mantel.Core.Journal;
using Mantel.Demo;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.CareTeam.Pages;

/// <summary>
/// Users A9: the administrator makes an account for a person or a close one without seeing whose record it is, and
/// hears at the field what is wrong.
/// </summary>
public sealed class GivingAccessTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    [Fact]
    public async Task UsersA09_who_cares_makes_a_code_and_the_administrator_an_account_with_it_once()
    {
        var gp = await house.SignInAsync("gp");
        var page = $"/people/{DemoPeople.Leida}/give-access";
        (await gp.OpenAsync($"/people/{DemoPeople.Leida}/circle")).QuerySelector($"a[href='{page}']").ShouldNotBeNull();
        var code = await GiveAsync(gp, await AddToCircleAsync(gp, "Henk Broer"));
        (await gp.OpenAsync($"/people/{DemoPeople.Leida}/log")).Body!.TextContent.ShouldContain("toegang geven");

        var administrator = await house.SignInAsync("administrator");
        await RefusedAsync(
            administrator,
            "/accounts/new",
            HttpStatusCode.BadRequest,
            "code",
            "Deze code kennen we niet voor deze rol, of hij is gebruikt of verlopen. Vraag het zorgteam om een nieuwe.",
            [.. Someone("henk", Role.Person), ("code", code)]
        );
        var account = await AddAsync(
            administrator,
            [.. Someone("henk", Role.CloseOne), ("code", code.ToUpperInvariant())]
        );
        account.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Visitor.ReadAsync(account)).Body!.TextContent.ShouldNotContain("Leida");
        await house.Mantel.WithAccountsAsync(async accounts =>
            (await accounts.FindAsync("henk"))!.Person.ShouldBe(DemoPeople.Leida)
        );
        var again = await AddAsync(administrator, [.. Someone("truus", Role.CloseOne), ("code", code)]);
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Nobody waits for an administrator, and the code works once.</summary>
    [Fact]
    public async Task Users_E_a_close_one_is_invited_from_the_page_and_makes_the_account_alone()
    {
        var gp = await house.SignInAsync("gp");
        var sister = await AddToCircleAsync(gp, "Ans Minderhout");
        var circle = $"/people/{DemoPeople.Leida}/circle";
        (await gp.OpenAsync($"{circle}?edit")).QuerySelector($"a[href$='give-access?for={sister}']").ShouldNotBeNull();
        (await gp.OpenAsync($"{Page}?for={sister}"))
            .QuerySelector("input[name=for][checked]")!
            .GetAttribute("value")
            .ShouldBe($"{sister}");
        var made = await Visitor.ReadAsync(await gp.SendAsync(Page, Page, ("for", $"{sister}")));
        var code = made.QuerySelector(".password code")!.TextContent;
        made.Body!.TextContent.ShouldContain("/sign-in/new");
        made.QuerySelector("a[href*='" + code + "']").ShouldBeNull();
        (await gp.OpenAsync(circle)).Body!.TextContent.ShouldContain("nog niet gebruikt");

        var ans = house.Mantel.Visit();
        var wrong = await JoinAsync(ans, ("code", code), ("name", "Ans"), ("login", "ans"), ("password", "kort"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visitor.ReadAsync(wrong)).QuerySelector("#login")!.GetAttribute("value").ShouldBe("ans");
        var taken = await JoinAsync(ans, Own(code, login: await TakenAsync()));
        (await Visitor.ReadAsync(taken)).QuerySelector("#login-wrong")!.TextContent.ShouldContain("bestaat al");

        (await JoinAsync(ans, Own(code, "ans"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ans.OpenAsync("/account")).Body!.TextContent.ShouldContain("naaste");
        await house.Mantel.WithAccountsAsync(async accounts =>
        {
            var account = (await accounts.FindAsync("ans"))!;
            (account.Role, account.Person, account.MustChangePassword).ShouldBe(
                (Role.CloseOne, (Guid?)DemoPeople.Leida, false)
            );
        });
        (await ans.OpenAsync($"/people/{DemoPeople.Leida}")).Body!.TextContent.ShouldContain("Leida");
        var plan = await ans.Client.GetAsync($"/people/{DemoPeople.Leida}/plan");
        plan.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await gp.OpenAsync(circle)).Body!.TextContent.ShouldContain("Heeft hier een account");
        (await gp.SendAsync(Page, Page, ("for", $"{sister}"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var again = await JoinAsync(house.Mantel.Visit(), Own(code, "ans2"));
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visitor.ReadAsync(again)).QuerySelector("#code-wrong").ShouldNotBeNull();
    }

    /// <summary>The same form again, after the code was used, shows it no more and gives nothing anew.</summary>
    [Fact]
    public async Task Users_E_a_code_that_was_used_is_not_shown_again()
    {
        var gp = await house.SignInAsync("gp");
        var close = await AddToCircleAsync(gp, "Cor Zwager");
        var form = (await gp.OpenAsync(Page)).Forms.Single(one => one.GetAttribute("action") == Page);
        var sent = form.QuerySelectorAll("input[type=hidden]")
            .OfType<AngleSharp.Html.Dom.IHtmlInputElement>()
            .Select(input => (input.Name!, input.Value))
            .Append(("for", $"{close}"))
            .ToArray();
        var made = await Visitor.ReadAsync(await gp.Client.PostAsync(Page, Visitor.Fields(sent)));
        var code = made.QuerySelector(".password code")!.TextContent;
        var again = await Visitor.ReadAsync(await gp.Client.PostAsync(Page, Visitor.Fields(sent)));
        again.QuerySelector(".password code")!.TextContent.ShouldBe(code);
        var cor = house.Mantel.Visit();
        (await JoinAsync(cor, Own(code, "cor"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var after = await gp.Client.PostAsync(Page, Visitor.Fields(sent));

        (await after.Content.ReadAsStringAsync()).ShouldNotContain(code);
        var second = await JoinAsync(house.Mantel.Visit(), Own(code, "cor2"));
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Leida has an account: a second one would be somebody else under her name.</summary>
    [Fact]
    public async Task Users_E_who_has_an_account_is_given_no_second_one()
    {
        var answer = await (await house.SignInAsync("gp")).SendAsync(Page, Page, ("for", "person"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    /// <summary>A code opens the record it was made for, as whom it was made for, and nothing else.</summary>
    [Fact]
    public async Task Users_E_a_code_for_one_person_opens_nothing_of_another()
    {
        var gp = await house.SignInAsync("gp");
        var other = await RegisterAsync(gp, "Elders", [.. Date("birthDate", 1950, 2, 1)]);
        var code = await GiveAsync(gp, await AddToCircleAsync(gp, "Bea Broer"));
        var bea = house.Mantel.Visit();
        (await JoinAsync(bea, Own(code, "bea"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        foreach (var page in new[] { other, $"{other}/circle", $"{other}/plan", $"{other}/night", $"{other}/log" })
            (await bea.Client.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        foreach (var part in new[] { "circle", "night", "log", "give-access" })
        {
            var page = $"/people/{DemoPeople.Leida}/{part}";
            (await bea.Client.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    /// <summary>Somebody from another circle, somebody made up, or nobody: nothing is given.</summary>
    [Theory]
    [InlineData("CloseOne")]
    [InlineData("7d0c0f3c-9c6c-4b52-8f5e-2a8d4f0c1e11")]
    [InlineData("")]
    public async Task Users_E_a_code_is_for_somebody_of_the_circle(string whom)
    {
        var gp = await house.SignInAsync("gp");
        var answer = await gp.SendAsync(Page, Page, ("for", whom));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visitor.ReadAsync(answer)).QuerySelector("#for-wrong").ShouldNotBeNull();
    }

    /// <summary>Given anew, the earlier code is as one that never was; so is that of who left the circle.</summary>
    [Fact]
    public async Task Users_E_a_code_that_was_given_anew_or_whose_close_one_left_opens_nothing()
    {
        var gp = await house.SignInAsync("gp");
        var close = await AddToCircleAsync(gp, "Toos Vriend");
        var first = await GiveAsync(gp, close);
        var second = await GiveAsync(gp, close);
        second.ShouldNotBe(first);
        var toos = house.Mantel.Visit();
        (await JoinAsync(toos, Own(first, "toos"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        await DoAsync(gp, $"/people/{DemoPeople.Leida}/circle/{close}/leave");
        (await JoinAsync(toos, Own(second, "toos"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await house.Mantel.WithAccountsAsync(async accounts => (await accounts.FindAsync("toos")).ShouldBeNull());
    }

    /// <summary>Made up, used and expired read the same, and tries count.</summary>
    [Fact]
    public async Task Users_E_codes_cannot_be_guessed()
    {
        var stranger = house.Mantel.Visit();
        HttpStatusCode[] answers = new HttpStatusCode[7];
        for (var i = 0; i < answers.Length; i++)
            answers[i] = (await JoinAsync(stranger, Own("abcd-efgh-jkmn", "guess"))).StatusCode;
        answers[0].ShouldBe(HttpStatusCode.BadRequest);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        await house.Mantel.WithAccountsAsync(async accounts => (await accounts.FindAsync("guess")).ShouldBeNull());
    }

    private static string Page => $"/people/{DemoPeople.Leida}/give-access";

    /// <summary>Gives access and reads the code.</summary>
    private static async Task<string> GiveAsync(Visitor gp, Guid closeOne)
    {
        var made = await gp.SendAsync(Page, Page, ("for", $"{closeOne}"));
        return (await Visitor.ReadAsync(made)).QuerySelector(".password code")!.TextContent;
    }

    private static async Task<Guid> AddToCircleAsync(Visitor gp, string name)
    {
        var parts = name.Split(' ');
        await DoAsync(
            gp,
            $"/people/{DemoPeople.Leida}/circle/add",
            ("given", parts[0]),
            ("family", parts[1]),
            ("relationship", "Sister")
        );
        var added = (await gp.OpenAsync(Page))
            .QuerySelectorAll("label.option")
            .Last(one => one.TextContent.Contains(name));
        return Guid.Parse(added.QuerySelector("input")!.GetAttribute("value")!);
    }

    private static (string, string)[] Own(string code, string login) =>
        [("code", code), ("name", "Ans Minderhout"), ("login", login), ("password", "de merel zingt vroeg op tuinhek")];

    private static Task<HttpResponseMessage> JoinAsync(Visitor visitor, params (string, string)[] fields) =>
        visitor.SendAsync("/sign-in/new", "/sign-in/new", fields);

    private async Task<string> TakenAsync()
    {
        const string login = "taken";
        await house.Mantel.WithAccountsAsync(accounts => accounts.CreateAsync(new(login, "Iemand", Role.Analyst)));
        return login;
    }

    [Theory]
    [InlineData("volunteer")]
    [InlineData("person")]
    [InlineData("close-one")]
    [InlineData("administrator")]
    public async Task UsersA09_only_who_cares_for_the_person_makes_one(string role)
    {
        var visitor = await house.SignInAsync(role);
        var answer = await visitor.Client.GetAsync($"/people/{DemoPeople.Leida}/give-access");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("code", "Vul de code in die het zorgteam maakte.", "henk2", Role.Person)]
    [InlineData("organisation", "Kies de organisatie waarvoor deze persoon werkt.", "els2", Role.Nurse)]
    [InlineData(
        "login",
        "Gebruik in de gebruikersnaam alleen letters, cijfers en - . _ @ +, zonder spaties.",
        "els de boer",
        Role.Analyst
    )]
    public async Task UsersA09_what_is_wrong_is_said_at_its_field(
        string field,
        string sentence,
        string login,
        Role role
    ) =>
        await RefusedAsync(
            await house.SignInAsync("administrator"),
            "/accounts/new",
            HttpStatusCode.BadRequest,
            field,
            sentence,
            Someone(login, role)
        );

    private static (string, string)[] Someone(string login, Role role) =>
        [("name", "Iemand Nieuw"), ("login", login), ("role", role.ToString())];

    private static Task<HttpResponseMessage> AddAsync(Visitor administrator, params (string, string)[] fields) =>
        administrator.SendAsync("/accounts/new", "/accounts/new", fields);
}
