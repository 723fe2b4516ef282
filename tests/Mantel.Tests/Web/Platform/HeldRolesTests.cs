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

/// <summary>
/// A general practitioner by day is on duty at night, with one account: a role is chosen at the door, and changed
/// without signing out.
/// </summary>
public sealed class HeldRolesTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    [Fact]
    public async Task Who_holds_two_roles_chooses_one_before_anything_else()
    {
        var both = await BothAsync(house);
        var visitor = await both.EnterAsync(house.House);

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
        var both = await BothAsync(house);
        var visitor = await InAsync(house, both, both.Night);
        await SwitchAsync(visitor, both.Day);
        (await FirstAsync(await both.EnterAsync(house.House))).ShouldBe($"{both.Day}");

        await SwitchAsync(visitor, both.Night);
        (await FirstAsync(await both.EnterAsync(house.House))).ShouldBe($"{both.Night}");

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

    [Fact]
    public async Task What_was_typed_in_one_role_is_not_recorded_in_the_other_and_nothing_of_it_is_lost()
    {
        var both = await BothAsync(house);
        var person = await house.PersonAsync(SharingConsent.Given);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        await house.FindAsync(person, both.Of(both.Night, Role.PhysicianOnDuty));
        var visitor = await InAsync(house, both, both.Day);
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
        var sent = await visitor.Client.PostAsync(
            way,
            Visitor.Fields(Of(own, ("words", "Ze wil naar het ziekenhuis")))
        );
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.ReadAsync(person)).Entries[^1].Author.Account.ShouldBe(both.Day);
    }

    [Fact]
    public async Task A_form_of_a_role_that_was_taken_away_is_done_by_nobody_and_its_words_are_shown()
    {
        var both = await BothAsync(house);
        var person = await house.PersonAsync(SharingConsent.Given);
        await house.JoinAsync(person, both.Of(both.Day, Role.GeneralPractitioner));
        var visitor = await InAsync(house, both, both.Day);
        var way = $"/people/{person}/plan/says-differently";
        var fields = await FieldsAsync(visitor, way, ("words", "Ze wil nu wel naar het ziekenhuis"));
        await SwitchAsync(visitor, both.Night);
        await TakeAsync(house, both, both.Day);
        var before = (await house.ReadAsync(person)).Entries.Count;

        var refused = await visitor.Client.PostAsync(way, Visitor.Fields(fields));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await house.ReadAsync(person)).Entries.Count.ShouldBe(before);
        (await Visitor.ReadAsync(refused)).Body!.TextContent.ShouldContain("Ze wil nu wel naar het ziekenhuis");
    }

    [Fact]
    public async Task A_role_that_is_taken_away_ends_at_once_and_the_other_goes_on()
    {
        var both = await BothAsync(house);
        var (day, night) = (await InAsync(house, both, both.Day), await InAsync(house, both, both.Night));

        await TakeAsync(house, both, both.Day);

        (await day.Client.GetAsync("/")).Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
        (await RoleOf(night)).ShouldBe("dienstdoend arts, Huisartsenpost");
        (await RoleOf(await both.EnterAsync(house.House))).ShouldBe("dienstdoend arts, Huisartsenpost");
        var forced = await night.SendAsync("/account", "/sign-out");
        forced.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_of_before_the_switch_is_worth_nothing()
    {
        var both = await BothAsync(house);
        var visitor = await InAsync(house, both, both.Day);
        var copy = visitor.Copy();

        await SwitchAsync(visitor, both.Night);

        (await copy.Client.GetAsync("/")).Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
        (await RoleOf(visitor)).ShouldBe("dienstdoend arts, Huisartsenpost");
    }

    [Fact]
    public async Task A_role_of_somebody_else_cannot_be_chosen()
    {
        var (both, other) = (await BothAsync(house), await BothAsync(house));
        var visitor = await InAsync(house, both, both.Day);

        (await SwitchAsync(visitor, other.Night)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await SwitchAsync(visitor, other.Door.Id)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await RoleOf(visitor)).ShouldBe("huisarts, Thuis");
    }

    [Fact]
    public async Task Switching_does_not_begin_the_count_of_searches_anew()
    {
        var both = await BothAsync(house);
        var visitor = await InAsync(house, both, both.Day);
        for (var nth = 0; nth < 120; nth++)
            await FindAsync(visitor);
        (await FindAsync(visitor)).ShouldBe(HttpStatusCode.TooManyRequests);

        await SwitchAsync(visitor, both.Night);

        (await FindAsync(visitor)).ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
