using System.Net;
using AngleSharp.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>Begun, interrupted, taken up elsewhere, read back, confirmed: and the night page all the while.</summary>
[Trait("Safety", "5")]
public sealed class Rule5TheNightPageAllTheWhile(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task An_answer_reaches_the_night_page_when_it_was_read_back_and_says_whether_a_physician_confirmed_it()
    {
        var person = await house.RegisterLeidaAsync();
        await house.AgreeAsync(person, TreatmentKind.HospitalAdmission, Decision.Perform, "2025-02-12", "gp");
        var nurse = await Bedside.OfAsync(house, person);
        (await HospitalAsync(nurse, person)).ShouldContain("Wel");

        var talk = await nurse.BeginAsync(("capacity", "Capable"));
        await nurse.SayAsync(
            talk,
            "hospital-admission",
            ("chosen", Choices.Of(Decision.Withhold)),
            ("words", "Niet weer die zaal."),
            ("go", "leave")
        );
        var during = await nurse.Visitor.OpenAsync($"/people/{person}/night");
        during.QuerySelector(".talk-open")!.TextContent.ShouldContain("niet afgerond");
        during.Body!.TextContent.ShouldNotContain("die zaal");
        (await HospitalAsync(nurse, person)).ShouldContain("Wel");

        var role = "palliative-team";
        var member = new TeamMember(
            house.Of(role).Name,
            Discipline.PalliativeConsultant,
            Account: house.Of(role).Account
        );
        await house.DoAsync(person, new JoinCareTeam(Guid.NewGuid(), member, Outcomes.On("2025-01-01")));
        var colleague = await Bedside.OfAsync(house, person, role);
        var readBack = await colleague.Visitor.OpenAsync($"{talk}/read-back");
        readBack.QuerySelector(".talk-said__says")!.TextContent.ShouldNotBeEmpty();
        readBack.Body!.TextContent.ShouldContain("Ik wil niet meer naar het ziekenhuis.");
        readBack.Body.TextContent.ShouldContain("Eerst: ja (12 februari 2025)");
        var unconfirmed = await colleague.ReadBackAsync(talk);
        unconfirmed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await colleague.ReadBackAsync(talk, ("confirmed", "yes"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var after = await nurse.Visitor.OpenAsync($"/people/{person}/night");
        after.QuerySelector(".talk-open").ShouldBeNull();
        var agreed = await HospitalAsync(nurse, person);
        agreed.ShouldContain("Niet");
        agreed.ShouldContain("die zaal");
        agreed.ShouldContain("nog niet door arts bevestigd");

        var gp = await Bedside.OfAsync(house, person, "gp");
        var confirm = $"/people/{person}/plan/confirm";
        var page = await gp.Visitor.OpenAsync(confirm);
        var directive = page.QuerySelector("input[name=directive]")!.GetAttribute("value")!;
        (await gp.Visitor.SendAsync(confirm, confirm, ("directive", directive))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        (await HospitalAsync(nurse, person)).ShouldContain("bevestigd door " + house.Of("gp").Name);
    }

    [Fact]
    public async Task Confirmed_twice_it_is_recorded_once()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await Bedside.OfAsync(house, person);
        var talk = await nurse.BeginAsync();
        await nurse.SayAsync(talk, "resuscitation", ("chosen", Choices.Of(Decision.Withhold)), ("go", "next"));
        var page = await nurse.Visitor.OpenAsync($"{talk}/read-back");
        var today = DateTime.Today;
        var fields = Visitor.Fields([
            .. Bedside.Hidden(page, $"{talk}/read-back"),
            ("ledBy", page.QuerySelector("select[name=ledBy] option[selected]")!.GetAttribute("value")!),
            ("personPresent", "yes"),
            ("heldOn.day", $"{today.Day}"),
            ("heldOn.month", $"{today.Month}"),
            ("heldOn.year", $"{today.Year}"),
            ("confirmed", "yes"),
        ]);
        var first = await nurse.Visitor.Client.PostAsync($"{talk}/read-back", fields);
        var second = await nurse.Visitor.Client.PostAsync($"{talk}/read-back", fields);
        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther));
        (await house.RecordAsync(person)).Conversations().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_that_changed_after_it_was_read_out_is_read_again()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await Bedside.OfAsync(house, person);
        var talk = await nurse.BeginAsync();
        await nurse.SayAsync(talk, "resuscitation", ("chosen", Choices.Of(Decision.Withhold)), ("go", "next"));
        var read = await nurse.Visitor.OpenAsync($"{talk}/read-back");
        await nurse.SayAsync(talk, "resuscitation", ("chosen", Choices.Of(Decision.Perform)), ("go", "next"));
        var answer = await nurse.Visitor.Client.PostAsync(
            $"{talk}/read-back",
            Visitor.Fields([
                .. Bedside.Hidden(read, $"{talk}/read-back"),
                ("personPresent", "yes"),
                ("heldOn.day", "1"),
                ("heldOn.month", "1"),
                ("heldOn.year", $"{DateTime.Today.Year}"),
                ("confirmed", "yes"),
            ])
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Visitor.ReadAsync(answer)).QuerySelector(".errors")!.TextContent.ShouldContain("Lees het opnieuw voor");
        (await house.RecordAsync(person)).Conversations().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_contradiction_is_named_on_the_page_and_what_was_said_to_hold_reaches_the_physician()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await Bedside.OfAsync(house, person);
        var talk = await nurse.BeginAsync();
        await nurse.SayAsync(talk, "resuscitation", ("chosen", Choices.Of(Decision.Perform)), ("go", "next"));
        await nurse.SayAsync(talk, "hospital-admission", ("chosen", Choices.Of(Decision.Withhold)), ("go", "next"));
        const string Holds = "holds.resuscitation-without-hospital";
        (await nurse.Visitor.OpenAsync($"{talk}/read-back"))
            .QuerySelector($"textarea[name='{Holds}']")
            .ShouldNotBeNull();
        var refused = await nurse.ReadBackAsync(talk, ("confirmed", "yes"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var answer = await nurse.ReadBackAsync(talk, ("confirmed", "yes"), (Holds, "Alleen thuis proberen."));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var night = await nurse.Visitor.OpenAsync($"/people/{person}/night");
        night.QuerySelector(".notice--alarm")!.TextContent.ShouldContain("Alleen thuis proberen.");

        var gp = await Bedside.OfAsync(house, person, "gp");
        var confirm = $"/people/{person}/plan/confirm";
        var page = await gp.Visitor.OpenAsync(confirm);
        page.QuerySelector($"textarea[name='{Holds}']")!.TextContent.ShouldContain("Alleen thuis proberen.");
        var all = page.QuerySelectorAll("input[name=directive]")
            .Select(box => ("directive", box.GetAttribute("value")!))
            .ToArray();
        (await gp.Visitor.SendAsync(confirm, confirm, all)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var signed = await gp.Visitor.SendAsync(confirm, confirm, [.. all, (Holds, "Alleen thuis proberen.")]);
        signed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var settled = await nurse.Visitor.OpenAsync($"/people/{person}/night");
        settled.QuerySelector(".notice--alarm").ShouldBeNull();
        settled.QuerySelector(".night__decisions")!.TextContent.ShouldContain("Alleen thuis proberen.");
    }

    [Fact]
    public async Task What_was_agreed_earlier_today_gives_way_when_somebody_says_so()
    {
        var person = await house.RegisterLeidaAsync();
        var today = Outcomes.On($"{DateTime.Today:yyyy-MM-dd}");
        await house.AgreeAsync(person, TreatmentKind.Antibiotics, Decision.Perform, $"{today}");
        var nurse = await Bedside.OfAsync(house, person);
        var talk = await nurse.BeginAsync();
        await nurse.SayAsync(talk, "antibiotics", ("chosen", Choices.Of(Decision.Withhold)), ("go", "next"));
        var page = await nurse.Visitor.OpenAsync($"{talk}/read-back");
        var earlier = page.QuerySelector("input[name=replaces]")!.GetAttribute("value")!;
        var answer = await nurse.ReadBackAsync(talk, ("confirmed", "yes"), ("replaces", earlier));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        var decision = (await house.RecordAsync(person)).DecisionOn(
            TreatmentKind.Antibiotics,
            DateOnly.FromDateTime(DateTime.Today)
        );
        (decision.Word, decision.IsContradictory).ShouldBe((Word.Withhold, false));
    }

    private static async Task<string> HospitalAsync(Bedside bedside, Guid person)
    {
        var night = await bedside.Visitor.OpenAsync($"/people/{person}/night");
        return night
            .QuerySelectorAll(".night__decisions > div")
            .Single(row => row.QuerySelector("dt")!.TextContent.Contains("Ziekenhuisopname", StringComparison.Ordinal))
            .TextContent;
    }
}
