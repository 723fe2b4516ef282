using System.Net;
using System.Text.RegularExpressions;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Access;
using Mantel.Web.Platform.SigningIn;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// A general practitioner by day is on duty at night, with one account: chosen at the door, switched without leaving,
/// and nothing of one role is there in the other.
/// </summary>
public sealed class HeldRolesTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    [Fact]
    public async Task Who_holds_two_roles_chooses_one_before_anything_else()
    {
        var both = await BothAsync();
        var visitor = await both.Door.SignInAsync(house.House);

        var asked = await visitor.Client.GetAsync("/people/new");
        asked.Headers.Location!.OriginalString.ShouldBe("/role?back=%2Fpeople%2Fnew");
        (await visitor.Client.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await visitor.Client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var page = await visitor.OpenAsync("/role?back=/people/new");
        page.QuerySelectorAll(".role-choice").Length.ShouldBe(2);
        page.QuerySelector(".who").ShouldBeNull();
        var chosen = await visitor.SendAsync("/role?back=/people/new", "/role", ("as", $"{both.Day}"));
        chosen.Headers.Location!.OriginalString.ShouldBe("/people/new");
        (await RoleOf(visitor)).ShouldBe("huisarts, Thuis");
    }

    [Fact]
    public async Task The_role_that_was_used_last_stands_first()
    {
        var both = await BothAsync();
        var visitor = await InAsync(both, both.Night);
        await SwitchAsync(visitor, both.Day);
        (await FirstAsync(await both.Door.SignInAsync(house.House))).ShouldBe($"{both.Day}");

        await SwitchAsync(visitor, both.Night);
        (await FirstAsync(await both.Door.SignInAsync(house.House))).ShouldBe($"{both.Night}");

        static async Task<string> FirstAsync(Visitor again) =>
            (await again.OpenAsync("/role")).QuerySelector(".role-choice")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task Who_holds_one_role_is_asked_nothing()
    {
        var one = await Enrolled.MakeAsync(house.House, Role.Nurse);
        var visitor = await one.SignInAsync(house.House);

        (await visitor.OpenAsync("/")).QuerySelector(".roles").ShouldBeNull();
        (await visitor.Client.GetAsync("/role")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/night")]
    [InlineData("/plan")]
    [InlineData("/log")]
    [InlineData("/consent")]
    [InlineData("/circle")]
    [InlineData("/signals")]
    public async Task What_one_role_may_see_answers_the_other_kinda_stranger(string page)
    {
        var both = await BothAsync();
        var person = await house.PersonAsync(consent: null);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        var visitor = await InAsync(both, both.Day);
        (await visitor.Client.GetAsync($"/people/{person}{page}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.OpenAsync("/")).Body!.TextContent.ShouldContain("Leida");

        await SwitchAsync(visitor, both.Night);

        var there = await visitor.Client.GetAsync($"/people/{person}{page}");
        var nowhere = await visitor.Client.GetAsync($"/people/{Guid.NewGuid()}{page}");
        there.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Plain(await there.Content.ReadAsStringAsync()).ShouldBe(Plain(await nowhere.Content.ReadAsStringAsync()));
        (await visitor.OpenAsync("/")).Body!.TextContent.ShouldNotContain("Leida");
    }

    [Fact]
    public async Task Each_look_and_each_act_is_of_the_role_and_the_organisation_it_was_made_in()
    {
        var both = await BothAsync();
        var person = await house.PersonAsync(SharingConsent.Given);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        await house.FindAsync(person, both.Of(both.Night, Role.PhysicianOnDuty));
        var visitor = await InAsync(both, both.Day);

        await visitor.OpenAsync($"/people/{person}/night");
        await SwitchAsync(visitor, both.Night);
        await visitor.OpenAsync($"/people/{person}/night");
        var said = $"/people/{person}/plan/says-differently";
        await SayAsync(visitor, said, "Ze wil nu wel naar het ziekenhuis");

        var looks = (await house.Looks.ReadAsync(person, 0, 30, default)).Where(look => look.Page == "ReadNight");
        looks
            .Select(look => (look.Account, look.Role, look.Organisation ?? ""))
            .Distinct()
            .ShouldBe([(both.Night, Role.PhysicianOnDuty, "Huisartsenpost"), (both.Day, Role.GeneralPractitioner, "Thuis")]);
        var author = (await house.ReadAsync(person)).Entries[^1].Author;
        (author.Account, author.Role, author.Organisation, author.OrganisationName).ShouldBe(
            (both.Night, Role.PhysicianOnDuty, both.Post, "Huisartsenpost")
        );
    }

    [Fact]
    public async Task What_was_typed_in_one_role_is_not_recorded_in_the_other_and_nothing_of_it_is_lost()
    {
        var both = await BothAsync();
        var person = await house.PersonAsync(SharingConsent.Given);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        await house.FindAsync(person, both.Of(both.Night, Role.PhysicianOnDuty));
        var visitor = await InAsync(both, both.Day);
        var way = $"/people/{person}/plan/says-differently";
        var fields = await FieldsAsync(visitor, way, ("words", "Ze wil nu wel naar het ziekenhuis"));
        await SwitchAsync(visitor, both.Night);
        var before = (await house.ReadAsync(person)).Entries.Count;

        var refused = await visitor.Client.PostAsync(way, Visitor.Fields(fields));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await house.ReadAsync(person)).Entries.Count.ShouldBe(before);
        var page = await Visitor.ReadAsync(refused);
        page.Body!.TextContent.ShouldContain("hoort bij een andere rol");
        var back = page.QuerySelectorAll(".role-choice").ShouldHaveSingleItem();
        back.GetAttribute("value").ShouldBe($"{both.Day}");

        var given = await SendBackAsync(visitor, page, both.Day);
        var form = await Visitor.ReadAsync(given);
        form.QuerySelector("textarea[name=words]")!.TextContent.ShouldContain("Ze wil nu wel naar het ziekenhuis");
        form.QuerySelector(".who__role")!.TextContent.ShouldContain("huisarts");
        (await house.ReadAsync(person)).Entries.Count.ShouldBe(before);

        var own = form.Forms.Single(one => one.GetAttribute("action") == way);
        var sent = await visitor.Client.PostAsync(way, Visitor.Fields(Of(own, ("words", "Ze wil naar het ziekenhuis"))));
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.ReadAsync(person)).Entries[^1].Author.Account.ShouldBe(both.Day);
    }

    [Fact]
    public async Task A_form_of_a_role_that_was_taken_away_is_done_by_nobody_and_its_words_are_shown()
    {
        var both = await BothAsync();
        var person = await house.PersonAsync(SharingConsent.Given);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        var visitor = await InAsync(both, both.Day);
        var way = $"/people/{person}/plan/says-differently";
        var fields = await FieldsAsync(visitor, way, ("words", "Ze wil nu wel naar het ziekenhuis"));
        await SwitchAsync(visitor, both.Night);
        await TakeAsync(both, both.Day);
        var before = (await house.ReadAsync(person)).Entries.Count;

        var refused = await visitor.Client.PostAsync(way, Visitor.Fields(fields));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await house.ReadAsync(person)).Entries.Count.ShouldBe(before);
        (await Visitor.ReadAsync(refused)).Body!.TextContent.ShouldContain("Ze wil nu wel naar het ziekenhuis");
    }

    [Fact]
    public async Task A_role_that_is_taken_away_ends_at_once_and_the_other_goes_on()
    {
        var both = await BothAsync();
        var (day, night) = (await InAsync(both, both.Day), await InAsync(both, both.Night));

        await TakeAsync(both, both.Day);

        (await day.Client.GetAsync("/")).Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
        (await RoleOf(night)).ShouldBe("dienstdoend arts, Huisartsenpost");
        (await RoleOf(await both.Door.SignInAsync(house.House))).ShouldBe("dienstdoend arts, Huisartsenpost");
        var forced = await night.SendAsync("/account", "/sign-out");
        forced.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_of_before_the_switch_is_worth_nothing()
    {
        var both = await BothAsync();
        var visitor = await InAsync(both, both.Day);
        var copy = visitor.Copy();

        await SwitchAsync(visitor, both.Night);

        (await copy.Client.GetAsync("/")).Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
        (await RoleOf(visitor)).ShouldBe("dienstdoend arts, Huisartsenpost");
    }

    [Fact]
    public async Task A_role_of_somebody_else_cannot_be_chosen()
    {
        var (both, other) = (await BothAsync(), await BothAsync());
        var visitor = await InAsync(both, both.Day);

        (await SwitchAsync(visitor, other.Night)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await SwitchAsync(visitor, other.Door.Id)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await RoleOf(visitor)).ShouldBe("huisarts, Thuis");
    }

    [Fact]
    public async Task A_page_that_is_open_in_the_role_that_was_left_hears_nothing_more()
    {
        var both = await BothAsync();
        var visitor = await InAsync(both, both.Day);
        var way = (await visitor.OpenAsync("/inbox")).QuerySelector("[data-live]")!.GetAttribute("data-live")!;
        using var answer = await visitor.Client.GetAsync(way, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await lines.ReadLineAsync()).ShouldBe("retry: 2000");

        await SwitchAsync(visitor, both.Night);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await lines.ReadLineAsync(patience.Token) is { } line)
            line.ShouldBeEmpty();
        (await visitor.Client.GetAsync(way)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_glass_that_was_broken_in_one_role_is_closed_in_the_other()
    {
        var both = await BothAsync();
        var person = await house.PersonAsync(consent: null);
        var night = both.Of(both.Night, Role.PhysicianOnDuty);
        await house.FindAsync(person, night);
        await house.FindAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        var visitor = await InAsync(both, both.Night);
        var way = $"/people/{person}/break-glass";
        var broken = await visitor.SendAsync(way, way, ("reason", "Ze ligt op de grond en ademt slecht"));
        broken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await visitor.Client.GetAsync($"/people/{person}/night")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await SwitchAsync(visitor, both.Day);

        var closed = await visitor.Client.GetAsync($"/people/{person}/night");
        closed.Headers.Location!.OriginalString.ShouldEndWith("/break-glass");
    }

    [Fact]
    public void Nobody_reviews_the_glass_that_they_broke_in_another_role()
    {
        var (day, night, practice) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var now = AccessHouse.Now;
        var glass = new RegisterGlass(Guid.NewGuid(), night, practice, now.Instant, IsReviewed: false);
        var named = new PrivacyReviewerNamed(practice, day, "…");
        var by = new Author(Guid.NewGuid(), "…", Role.Administrator, null, null);
        var entry = new Entry(
            Guid.NewGuid(),
            StreamId.Directory,
            1,
            named,
            null,
            now.Instant,
            by,
            Source.Mantel,
            Guid.NewGuid(),
            []
        );
        var directory = new DirectoryRecord(StreamId.Directory, [entry]);
        var colleague = new Actor(new Author(day, "…", Role.GeneralPractitioner, practice, null));

        directory.IsReviewer(glass, colleague, now).ShouldBeTrue();
        directory.IsReviewer(glass, colleague with { Also = [night] }, now).ShouldBeFalse();
    }

    [Fact]
    public async Task An_act_that_was_done_in_one_role_is_not_done_already_in_the_other()
    {
        var both = await BothAsync();
        var person = await house.PersonAsync(SharingConsent.Given);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        await house.JoinAsync(person, both.Of(both.Night, Role.PhysicianOnDuty));
        const string words = "Ze wil nu wel naar het ziekenhuis";
        var way = $"/people/{person}/plan/says-differently";
        var visitor = await InAsync(both, both.Day);
        await SayAsync(visitor, way, words);
        var done = (await house.ReadAsync(person)).Entries[^1];
        await SwitchAsync(visitor, both.Night);

        var fields = await FieldsAsync(visitor, way, ("words", words));
        var replayed = fields.Select(field => field.Name == "act" ? ("act", $"{done.Act}") : field).ToArray();
        var nothing = await visitor.Client.PostAsync(way, Visitor.Fields(replayed));

        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await house.ReadAsync(person)).Entries[^1].Id.ShouldBe(done.Id);
        (await visitor.Client.PostAsync(way, Visitor.Fields(fields))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.ReadAsync(person)).Entries[^1].Author.Account.ShouldBe(both.Night);
    }

    [Fact]
    public async Task The_language_is_that_of_the_organisation_of_the_role()
    {
        await using var demo = await RunningMantel.StartAsync();
        var ghent = Mantel.Demo.DemoRegion.Accounts().Single(one => one.Key == "gp-ghent");
        await using (var scope = demo.Services.CreateAsyncScope())
        {
            var account = await scope.ServiceProvider.GetRequiredService<Accounts>().FindDemoAsync("nurse", default);
            var at = (ghent.Organisation!.Value, ghent.OrganisationName!);
            await scope.ServiceProvider.GetRequiredService<HeldRoles>().GiveAsync(account!, Role.Nurse, at, false);
        }
        var nurse = await demo.SignInAsync("nurse");
        (await nurse.OpenAsync("/")).DocumentElement.GetAttribute("lang").ShouldBe("nl-NL");
        var other = (await nurse.OpenAsync("/")).QuerySelector(".roles__one")!.GetAttribute("value")!;

        await SwitchAsync(nurse, Guid.Parse(other));

        (await nurse.OpenAsync("/")).DocumentElement.GetAttribute("lang").ShouldBe("nl-BE");
    }

    [Fact]
    public async Task Switching_does_not_begin_the_count_of_searches_anew()
    {
        var both = await BothAsync();
        var visitor = await InAsync(both, both.Day);
        for (var nth = 0; nth < 120; nth++)
            await FindAsync(visitor);
        (await FindAsync(visitor)).ShouldBe(HttpStatusCode.TooManyRequests);

        await SwitchAsync(visitor, both.Night);

        (await FindAsync(visitor)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task SayAsync(Visitor visitor, string way, string words)
    {
        var fields = await FieldsAsync(visitor, way, ("words", words));
        (await visitor.Client.PostAsync(way, Visitor.Fields(fields))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static async Task<HttpStatusCode> FindAsync(Visitor visitor) =>
        (await visitor.Client.PostAsync("/people/search", Visitor.Fields())).StatusCode;

    private async Task<Both> BothAsync()
    {
        var door = await Enrolled.MakeAsync(house.House, Role.GeneralPractitioner);
        var (night, post) = (Guid.NewGuid(), Guid.NewGuid());
        await using var scope = house.House.Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync(door.Id))!;
        await scope
            .ServiceProvider.GetRequiredService<HeldRoles>()
            .GiveAsync(account, Role.PhysicianOnDuty, (post, "Huisartsenpost"), waits: false, night);
        return new(door, night, account.Organisation!.Value, post);
    }

    private async Task TakeAsync(Both both, Guid role)
    {
        await using var scope = house.House.Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync(both.Door.Id))!;
        var roles = scope.ServiceProvider.GetRequiredService<HeldRoles>();
        await roles.TakeAsync(account, (await roles.AllAsync(account.Id, default)).Single(one => one.Id == role), default);
    }

    private async Task<Visitor> InAsync(Both both, Guid role)
    {
        var visitor = await both.Door.SignInAsync(house.House);
        (await SwitchAsync(visitor, role)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return visitor;
    }

    private static async Task<HttpResponseMessage> SwitchAsync(Visitor visitor, Guid role)
    {
        var form = (await visitor.OpenAsync("/role")).QuerySelector("main form[action='/role']")!;
        return await visitor.Client.PostAsync("/role", Visitor.Fields(Of(form, ("as", $"{role}"))));
    }

    private static async Task<string> RoleOf(Visitor visitor) =>
        Regex.Replace((await visitor.OpenAsync("/")).QuerySelector(".who__role")!.TextContent.Trim(), @"\s+", " ");

    private static async Task<HttpResponseMessage> SendBackAsync(
        Visitor visitor,
        AngleSharp.Html.Dom.IHtmlDocument page,
        Guid role
    )
    {
        var form = page.QuerySelector("main form[action='/role']")!;
        return await visitor.Client.PostAsync("/role", Visitor.Fields(Of(form, ("as", $"{role}"))));
    }

    private static async Task<(string Name, string Value)[]> FieldsAsync(
        Visitor visitor,
        string page,
        params (string Name, string Value)[] typed
    ) => Of((await visitor.OpenAsync(page)).Forms.Single(one => one.GetAttribute("action") == page), typed);

    private static (string Name, string Value)[] Of(
        AngleSharp.Dom.IElement form,
        params (string Name, string Value)[] typed
    ) =>
        [
            .. form.QuerySelectorAll("input:not([type=checkbox]):not([type=radio])")
                .Where(input => typed.All(one => one.Name != input.GetAttribute("name")))
                .Where(input => input.GetAttribute("name") is not null)
                .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")),
            .. typed,
        ];

    private static string Plain(string body) =>
        Regex.Replace(body, "name=\"(__RequestVerificationToken|made-for|back)\" value=\"[^\"]*\"", "");

    private sealed record Both(Enrolled Door, Guid Night, Guid Home, Guid Post)
    {
        public Guid Day => Door.Id;

        public Somebody Of(Guid role, Role kind) =>
            new(
                null!,
                new Actor(
                    role == Day
                        ? new Author(Day, $"Iemand {Door.Login}", kind, Home, "Thuis")
                        : new Author(role, $"Iemand {Door.Login}", kind, Post, "Huisartsenpost")
                )
            );
    }
}
