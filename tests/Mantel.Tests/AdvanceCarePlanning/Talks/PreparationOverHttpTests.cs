using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>The link to prepare at home: works once, opens nothing of the record, fails in one way.</summary>
public sealed class PreparationOverHttpTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task Whoever_has_the_link_writes_their_own_words_and_sees_nothing_else()
    {
        var person = await house.RegisterLeidaAsync();
        var link = await InviteAsync(person);
        var home = house.Mantel.Visit();
        var first = await BeginAsync(home, link, "Leida");
        (await Location(home, first)).ShouldBe("/prepare/about/what-matters");

        var page = await home.OpenAsync("/prepare/about/what-matters");
        page.Body!.TextContent.ShouldContain("Wat is nu het belangrijkste voor u?");
        foreach (var secret in new[] { "Vos", "1944", "Koudekerkseweg", "Marijke" })
            page.Body.TextContent.ShouldNotContain(secret);
        var answer = await WriteAsync(home, "what-matters", "De tuin.", "next");
        answer.Headers.Location!.ToString().ShouldBe("/prepare/about/wishes");
        (await home.OpenAsync("/prepare/about/what-matters"))
            .QuerySelector("textarea")!
            .TextContent.ShouldContain("De tuin.");
        (await WriteAsync(home, "wishes", "", "stop")).Headers.Location!.ToString().ShouldBe("/prepare/done");

        var told = (await house.RecordAsync(person)).WrittenAtHome("what-matters").ShouldHaveSingleItem();
        (told.Fact.Words, told.Fact.WrittenBy, told.Entry.Author.Role).ShouldBe(("De tuin.", "Leida", Role.Person));
        (await house.RecordAsync(person)).WrittenAtHome("wishes").ShouldBeEmpty();
    }

    [Fact]
    public async Task SecurityCase13_the_code_of_a_link_is_made_here_and_not_taken_from_the_form()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.Mantel.SignInAsync("nurse");
        var form = $"/people/{person}/talk/prepare";
        var chosen = new string('a', 26);
        var made = await nurse.SendAsync(form, form, ("code", chosen), ("for", "person"));
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var link = (await Visitor.ReadAsync(made)).QuerySelector("code")!.TextContent;
        link.ShouldContain("/prepare/");
        link.ShouldNotContain(chosen);
        await ShouldBeSorryAsync(house.Mantel.Visit(), $"/prepare/{chosen}");
    }

    [Fact]
    public async Task Looking_at_the_link_does_not_use_it_and_using_it_twice_does_nothing()
    {
        var person = await house.RegisterLeidaAsync();
        var link = await InviteAsync(person);
        await house.Mantel.Visit().OpenAsync(link);
        await house.Mantel.Visit().OpenAsync(link);
        await BeginAsync(house.Mantel.Visit(), link, "Leida");
        await ShouldBeSorryAsync(house.Mantel.Visit(), link);
        (await house.RecordAsync(person)).Preparations().ShouldHaveSingleItem().Opened.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_form_sent_again_opens_it_again_for_who_lost_the_answer()
    {
        var link = await InviteAsync(await house.RegisterLeidaAsync());
        var home = house.Mantel.Visit();
        var form = await home.OpenAsync(link);
        var fields = Visitor.Fields([.. Bedside.Hidden(form, link), ("name", "Leida")]);
        (await home.Client.PostAsync(link, fields)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await home.Client.PostAsync(link, fields)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await home.OpenAsync("/prepare/about/what-matters");
    }

    [Fact]
    public async Task The_same_form_from_elsewhere_opens_nothing_once_something_was_written()
    {
        var link = await InviteAsync(await house.RegisterLeidaAsync());
        var home = house.Mantel.Visit();
        var form = await home.OpenAsync(link);
        var act = Bedside.Hidden(form, link).Single(field => field.Item1 == "act").Item2;
        var sent = Visitor.Fields([.. Bedside.Hidden(form, link), ("name", "Leida")]);
        var stranger = house.Mantel.Visit();
        var theirs = Bedside.Hidden(await stranger.OpenAsync(link), link).Where(field => field.Item1 != "act");
        (await home.Client.PostAsync(link, sent)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await WriteAsync(home, "wishes", "Geen drukte.", "next");

        var answer = await stranger.Client.PostAsync(
            link,
            Visitor.Fields([.. theirs, ("act", act), ("name", "Iemand anders")])
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await ShouldBeSorryAsync(stranger, "/prepare/about/wishes");
        await home.OpenAsync("/prepare/about/wishes");
    }

    [Fact]
    public async Task Closed_on_this_device_it_is_closed_for_whoever_kept_the_cookie()
    {
        var person = await house.RegisterLeidaAsync();
        var home = house.Mantel.Visit();
        var link = await InviteAsync(person);
        var begun = await home.SendAsync(link, link, ("name", "Leida"));
        var kept = begun.Headers.GetValues("Set-Cookie").Single(one => one.Contains("mantel-preparation="));
        await WriteAsync(home, "wishes", "Geen drukte.", "stop");
        var next = house.Mantel.Visit();
        next.Client.DefaultRequestHeaders.Add("Cookie", kept.Split(';')[0]);
        await next.OpenAsync("/prepare/about/wishes");

        (await home.SendAsync("/prepare/done", "/prepare/leave")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await ShouldBeSorryAsync(next, "/prepare/about/wishes");
        await ShouldBeSorryAsync(home, "/prepare/about/wishes");
        (await house.RecordAsync(person)).WrittenAtHome("wishes").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_left_the_circle_writes_no_more()
    {
        var person = await house.RegisterLeidaAsync();
        var marijke = (await house.RecordAsync(person)).Circle()[0].Id;
        var (home, link) = (house.Mantel.Visit(), await InviteAsync(person, $"{marijke}"));
        var unused = await InviteAsync(person, $"{marijke}");
        await BeginAsync(home, link, "Marijke");
        await house.DoAsync(person, new RelatedPersonLeaves(marijke));

        await ShouldBeSorryAsync(home, "/prepare/about/what-matters");
        await ShouldBeSorryAsync(house.Mantel.Visit(), unused);
    }

    [Fact]
    public async Task The_address_with_the_code_goes_to_nobody_else()
    {
        var link = await InviteAsync(await house.RegisterLeidaAsync());
        var headers = (await house.Mantel.Visit().Client.GetAsync(link)).Headers;
        headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        headers.GetValues("X-Robots-Tag").ShouldHaveSingleItem().ShouldContain("noindex");
    }

    [Fact]
    public async Task Used_expired_and_guessed_get_one_and_the_same_answer()
    {
        var person = await house.RegisterLeidaAsync();
        var used = await InviteAsync(person);
        await BeginAsync(house.Mantel.Visit(), used, "Leida");
        var expired = await ExpiredAsync(person);
        var bodies = new List<string>();
        foreach (
            var link in new[] { used, expired, $"/prepare/{SheetCode.Of(new byte[16])}", "/prepare/x", "/prepare" }
        )
            bodies.Add(await ShouldBeSorryAsync(house.Mantel.Visit(), link));
        bodies.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stranger_with_the_address_of_a_question_gets_nowhere()
    {
        var link = await InviteAsync(await house.RegisterLeidaAsync());
        await BeginAsync(house.Mantel.Visit(), link, "Leida");
        await ShouldBeSorryAsync(house.Mantel.Visit(), "/prepare/about/what-matters");
        await ShouldBeSorryAsync(house.Mantel.Visit(), "/prepare/done");
        var forger = house.Mantel.Visit();
        forger.Client.DefaultRequestHeaders.Add("Cookie", "mantel-preparation=anything");
        await ShouldBeSorryAsync(forger, "/prepare/about/what-matters");
    }

    [Fact]
    public async Task A_close_one_is_asked_about_their_loved_one_without_a_name()
    {
        var person = await house.RegisterLeidaAsync();
        var marijke = (await house.RecordAsync(person)).Circle()[0].Id;
        var home = house.Mantel.Visit();
        await BeginAsync(home, await InviteAsync(person, $"{marijke}"), "Marijke");
        var page = await home.OpenAsync("/prepare/about/what-matters");
        page.Body!.TextContent.ShouldContain("Wat is nu het belangrijkste voor uw naaste?");
        page.Body.TextContent.ShouldNotContain("Leida");
        await WriteAsync(home, "what-matters", "Rust.", "next");
        var told = (await house.RecordAsync(person)).WrittenAtHome("what-matters").ShouldHaveSingleItem();
        (told.Entry.Author.Role, told.Fact.WrittenBy).ShouldBe((Role.CloseOne, "Marijke"));
    }

    [Fact]
    public async Task A_parent_is_asked_about_their_child_and_told_who_may_see_it()
    {
        var person = await house.RegisterLeidaAsync();
        var father = Guid.NewGuid();
        var name = new PersonName("Kees", null, null, null, "Vos", null, null, NameUse.Own);
        await house.DoAsync(person, new RecordRelatedPerson(father, name, Relationship.Father));
        var home = house.Mantel.Visit();
        await BeginAsync(home, await InviteAsync(person, $"{father}"), "Kees");
        var page = await home.OpenAsync("/prepare/about/resuscitation");
        page.Body!.TextContent.ShouldContain("Stel dat het hart van uw kind stilstaat.");
        page.Body.TextContent.ShouldContain("Wat u schrijft, kan uw kind tijdens het gesprek zien.");
    }

    [Fact]
    public async Task Whoever_writes_when_their_time_is_up_keeps_what_they_typed()
    {
        var home = house.Mantel.Visit();
        await BeginAsync(home, await InviteAsync(await house.RegisterLeidaAsync()), "Leida");
        var path = "/prepare/about/what-matters";
        var page = await home.OpenAsync(path);
        await home.SendAsync("/prepare/done", "/prepare/leave");
        var answer = await home.Client.PostAsync(
            path,
            Visitor.Fields([.. Bedside.Hidden(page, path), ("words", "De tuin, en rust."), ("go", "next")])
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var main = (await Visitor.ReadAsync(answer)).QuerySelector("main")!.TextContent;
        main.ShouldContain("De tuin, en rust.");
        main.ShouldContain("laat dit zien of schrijf het over");
    }

    [Fact]
    public async Task Over_long_words_are_kept_on_the_screen_and_a_missing_name_is_asked_for()
    {
        var link = await InviteAsync(await house.RegisterLeidaAsync());
        var home = house.Mantel.Visit();
        (await home.SendAsync(link, link, ("name", " "))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await BeginAsync(home, link, "Leida");
        var words = new string('a', 4001);
        var answer = await WriteAsync(home, "what-matters", words, "next");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visitor.ReadAsync(answer)).QuerySelector("textarea")!.TextContent.ShouldContain(words);
    }

    [Fact]
    public async Task For_somebody_who_died_the_link_does_nothing()
    {
        var person = await house.RegisterLeidaAsync();
        var link = await InviteAsync(person);
        await house.DoAsync(person, new RecordDeath(Outcomes.On("2026-05-30")));
        await ShouldBeSorryAsync(house.Mantel.Visit(), link);
    }

    [Fact]
    public async Task The_page_with_the_link_sent_again_shows_the_same_link_and_the_record_never_holds_it()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.Mantel.SignInAsync("nurse");
        var action = $"/people/{person}/talk/prepare";
        var page = await nurse.OpenAsync(action);
        var fields = Visitor.Fields([.. Bedside.Hidden(page, action), ("for", "person")]);
        var first = await Visitor.ReadAsync(await nurse.Client.PostAsync(action, fields));
        var second = await Visitor.ReadAsync(await nurse.Client.PostAsync(action, fields));
        var link = first.QuerySelector(".link-paper code")!.TextContent;
        second.QuerySelector(".link-paper code")!.TextContent.ShouldBe(link);
        first.QuerySelector(".link-paper svg.qr").ShouldNotBeNull();
        var record = await house.RecordAsync(person);
        record.Preparations().ShouldHaveSingleItem();
        var kept = string.Join(
            '\n',
            record.Entries.Select(entry => System.Text.Encoding.UTF8.GetString(FactCodec.Write(entry)))
        );
        kept.ShouldNotContain(link[(link.LastIndexOf('/') + 1)..]);
    }

    private async Task<string> InviteAsync(Guid person, string who = "person")
    {
        var nurse = await house.Mantel.SignInAsync("nurse");
        var action = $"/people/{person}/talk/prepare";
        var answer = await nurse.SendAsync(action, action, ("for", who));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var link = (await Visitor.ReadAsync(answer)).QuerySelector(".link-paper code")!.TextContent;
        link.ShouldStartWith($"http://localhost:{house.Mantel.Address.Port}/");
        return new Uri(link).AbsolutePath;
    }

    /// <summary>A link whose time has passed by the time it is used.</summary>
    private async Task<string> ExpiredAsync(Guid person)
    {
        var code = SheetCode.Of(Guid.NewGuid().ToByteArray());
        var until = TimeProvider.System.GetUtcNow().AddSeconds(1);
        var hash = PreparationViews.HashOf(code);
        await house.DoAsync(person, new InviteToPrepare(Guid.NewGuid(), hash, until, null));
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        return $"/prepare/{code}";
    }

    private static async Task<string> BeginAsync(Visitor home, string link, string name)
    {
        var answer = await home.SendAsync(link, link, ("name", name));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> WriteAsync(Visitor home, string question, string words, string go) =>
        home.SendAsync($"/prepare/about/{question}", $"/prepare/about/{question}", ("words", words), ("go", go));

    private static async Task<string> ShouldBeSorryAsync(Visitor visitor, string path)
    {
        var answer = await visitor.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        var main = (await Visitor.ReadAsync(answer)).QuerySelector("main")!.TextContent;
        main.ShouldContain("Vraag uw zorgverlener gerust om een nieuwe");
        return main;
    }

    private static async Task<string> Location(Visitor visitor, string path)
    {
        var answer = await visitor.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, path);
        return answer.Headers.Location!.ToString();
    }
}
