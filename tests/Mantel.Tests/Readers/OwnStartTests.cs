using System.Net;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Core.Support;
using Mantel.Demo;
using Mantel.Tests.AdvanceCarePlanning;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Readers;

/// <summary>
/// Where the person and a close one begin (users' case B7): what is theirs, said to them, and what they put right or
/// answer themselves.
/// </summary>
public sealed class OwnStartTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private static readonly string Leida = $"/people/{DemoPeople.Leida}";

    [Fact]
    public async Task UsersCaseB07_the_person_begins_with_what_was_agreed_said_to_her()
    {
        var page = await (await house.VisitAsync("person")).OpenAsync("/");

        page.QuerySelector("h1")!.TextContent.ShouldEndWith("Leida");
        var agreed = page.QuerySelector(".own-agreed")!.TextContent;
        agreed.ShouldContain("Als uw hart stilstaat, wilt u niet gereanimeerd worden.");
        agreed.ShouldContain("U wilt niet naar de intensive care.");
        agreed.Split("besproken voordat u achteruitging").Length.ShouldBe(2, "said once, not at each of them");
        page.QuerySelectorAll(".visit").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task UsersCaseB07_a_close_one_begins_with_how_long_they_can_keep_it_up()
    {
        var daughter = await house.VisitAsync("close-one");
        var page = await daughter.OpenAsync("/");

        page.QuerySelector("main .sheet h2")!.TextContent.ShouldBe("Hoe lang houdt u het vol?");
        page.QuerySelector("main .calls")!.TextContent.ShouldNotContain("Marijke");

        var sent = await daughter.SendAsync("/", $"{Leida}/keeping-up", ("howLong", "Days"));
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var record = await house.RecordAsync(DemoPeople.Leida);
        var marijke = record.Circle().Single(close => close.Fact.Account == house.Of("close-one").Account);
        record.KeepingUp(marijke.Id)!.Value.Fact.HowLong.ShouldBe(KeepingUp.Days);
        (await daughter.OpenAsync("/")).QuerySelector(".keeping-up")!.TextContent.ShouldContain("zei u: nog dagen");
    }

    [Fact]
    public async Task The_person_puts_right_how_she_is_called_and_reached()
    {
        var person = await house.VisitAsync("person");
        await SendAsync("call-name", ("callName", "Lijdia"));
        await SendAsync("reach", ("contactPoints[0].kind", "Phone"), ("contactPoints[0].value", "0118 05 99 99"));

        var record = await house.RecordAsync(DemoPeople.Leida);
        (record.Name().CallName, record.Name().Family).ShouldBe(("Lijdia", "Ruyter"));
        record.Reach()[0].Value.ShouldBe("0118 05 99 99");
        await SendAsync("call-name", ("callName", "Leida"));
        (await person.Client.GetAsync($"{Leida}/name")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await person.Client.GetAsync($"{Leida}/number")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        async Task SendAsync(string form, params (string, string)[] typed) =>
            (await person.SendAsync($"{Leida}/{form}", $"{Leida}/{form}", typed)).StatusCode.ShouldBe(
                HttpStatusCode.SeeOther
            );
    }

    [Fact]
    public async Task Not_now_is_said_with_one_quiet_button_and_respected()
    {
        var person = await house.Mantel.SignInAsync("person-unasked");
        var id = DemoPeople.Of("wil-boogaard");

        var sent = await person.SendAsync("/", $"/people/{id}/not-now");

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var declined = (await house.RecordAsync(id)).DeclinedTalks().ShouldHaveSingleItem().Fact;
        (declined.Topic, declined.OnlyNow).ShouldBe((TalkTopic.Everything, true));
        var page = await person.OpenAsync("/");
        page.Body!.TextContent.ShouldContain("zei u dat u er nu niet over wilt praten");
        page.QuerySelector($"form[action='/people/{id}/not-now']").ShouldBeNull();
    }

    [Fact]
    public async Task The_person_prepares_a_talk_without_being_invited_and_goes_on_later()
    {
        var person = await house.Mantel.SignInAsync("person");

        (await person.SendAsync("/", $"{Leida}/prepare")).Headers.Location!.ToString().ShouldBe("/prepare");
        (await person.Client.GetAsync("/prepare")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var made = (await house.RecordAsync(DemoPeople.Leida)).Preparations()[0];
        made.Invited.Fact.CloseOne.ShouldBeNull();
        await person.SendAsync("/", $"{Leida}/prepare");
        (await house.RecordAsync(DemoPeople.Leida)).Preparations()[0].Id.ShouldBe(made.Id);
    }

    [Fact]
    public async Task Nobody_else_prepares_or_declines_in_her_place()
    {
        foreach (var role in new[] { "close-one", "nurse", "volunteer", "person-unasked" })
        {
            var visitor = await house.Mantel.SignInAsync(role);
            var fields = (await visitor.OpenAsync("/"))
                .QuerySelectorAll("form[action='/sign-out'] input")
                .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))
                .Append(("act", $"{Guid.NewGuid()}"))
                .ToArray();
            string[] ways = role == "nurse" ? ["prepare"] : ["prepare", "not-now"];
            foreach (var way in ways)
            {
                var sent = await visitor.Client.PostAsync($"{Leida}/{way}", Visitor.Fields(fields));
                sent.StatusCode.ShouldNotBe(HttpStatusCode.SeeOther, $"{role} {way}");
            }
        }
    }

    [Fact]
    public async Task Larger_letters_are_chosen_at_the_foot_of_the_page_and_kept()
    {
        var person = await house.Mantel.SignInAsync("person");

        await person.SendAsync("/", "/type-size", ("size", "large"));

        var kept = await person.OpenAsync(Leida + "/plan");
        kept.DocumentElement.GetAttribute("data-type").ShouldBe("large");
        (await person.SendAsync("/", "/type-size", ("size", "huge"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
