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
using static Mantel.Tests.Web.Platform.TwoRoles;

namespace Mantel.Tests.Web.Platform;

/// <summary>Nothing of one role of an account is there in the other: see docs/decisions/0031.</summary>
public sealed class RolesApartTests(AccessHouse house) : IClassFixture<AccessHouse>
{
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
        var both = await BothAsync(house);
        var person = await house.PersonAsync(consent: null);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        var visitor = await InAsync(house, both, both.Day);
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
        var both = await BothAsync(house);
        var person = await house.PersonAsync(SharingConsent.Given);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        await house.FindAsync(person, both.Of(both.Night, Role.PhysicianOnDuty));
        var visitor = await InAsync(house, both, both.Day);

        await visitor.OpenAsync($"/people/{person}/night");
        await SwitchAsync(visitor, both.Night);
        await visitor.OpenAsync($"/people/{person}/night");
        var said = $"/people/{person}/plan/says-differently";
        await SayAsync(visitor, said, "Ze wil nu wel naar het ziekenhuis");

        var looks = (await house.Looks.ReadAsync(person, 0, 30, default)).Where(look => look.Page == "ReadNight");
        looks
            .Select(look => (look.Account, look.Role, look.Organisation ?? ""))
            .Distinct()
            .ShouldBe([
                (both.Night, Role.PhysicianOnDuty, "Huisartsenpost"),
                (both.Day, Role.GeneralPractitioner, "Thuis"),
            ]);
        var author = (await house.ReadAsync(person)).Entries[^1].Author;
        (author.Account, author.Role, author.Organisation, author.OrganisationName).ShouldBe(
            (both.Night, Role.PhysicianOnDuty, both.Post, "Huisartsenpost")
        );
    }

    [Fact]
    public async Task A_page_that_is_open_in_the_role_that_was_left_hears_nothing_more()
    {
        var both = await BothAsync(house);
        var visitor = await InAsync(house, both, both.Day);
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
        var both = await BothAsync(house);
        var person = await house.PersonAsync(consent: null);
        var night = both.Of(both.Night, Role.PhysicianOnDuty);
        await house.FindAsync(person, night);
        await house.FindAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        var visitor = await InAsync(house, both, both.Night);
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
        var both = await BothAsync(house);
        var person = await house.PersonAsync(SharingConsent.Given);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        await house.JoinAsync(person, both.Of(both.Night, Role.PhysicianOnDuty));
        const string words = "Ze wil nu wel naar het ziekenhuis";
        var way = $"/people/{person}/plan/says-differently";
        var visitor = await InAsync(house, both, both.Day);
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
}
