using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Tests.AdvanceCarePlanning;
using Mantel.Tests.AdvanceCarePlanning.Talks;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Forms;

/// <summary>
/// First look, case 10: three sentences typed in any ordinary form, the session ends, sent. After signing in the
/// sentences stand there, not sent, for who typed them and for nobody else.
/// </summary>
public sealed class FirstLookCase10SignedOutTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private const string Typed = "De radio aan. Het raam open. Geen bezoek na vijven, behalve Marijke.";

    [Fact]
    public async Task After_signing_in_the_sentences_stand_there_and_are_not_sent_until_they_are()
    {
        var (nurse, page, fields) = await FilledInAsync();
        await SignOutAsync(nurse);

        var door = await nurse.Client.PostAsync(page, Visitor.Fields(fields));

        door.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var body = await door.Content.ReadAsStringAsync();
        body.ShouldNotContain("radio");
        door.Headers.Location.ShouldBeNull();
        (await ToldAsync(page)).ShouldBeEmpty();

        var given = await EnterAsync(nurse, await Visitor.ReadAsync(door), "nurse");
        given.QuerySelector("textarea[name=words]")!.TextContent.Trim().ShouldBe(Typed);
        given.QuerySelector(".errors")!.TextContent.ShouldContain("nog niet vastgelegd");
        (await ToldAsync(page)).ShouldBeEmpty();

        var form = given.Forms.Single(one => one.GetAttribute("action") == page);
        var sent = await nurse.Client.PostAsync(page, Visitor.Fields([.. Hidden(form), ("words", Typed), .. Day]));
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ToldAsync(page)).ShouldBe([Typed]);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_there_gets_none_of_it()
    {
        var (nurse, page, fields) = await FilledInAsync();
        await SignOutAsync(nurse);
        var door = await Visitor.ReadAsync(await nurse.Client.PostAsync(page, Visitor.Fields(fields)));

        var answer = await nurse.Client.PostAsync("/sign-in/demo", Cast(door, "gp"));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe("/");
        (await nurse.OpenAsync("/")).Body!.TextContent.ShouldContain("hoort bij een ander account");
        (await ToldAsync(page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_no_page_of_ours_was_made_for_is_not_held()
    {
        var page = $"/people/{Guid.NewGuid()}/plan/wishes";
        var stranger = house.Mantel.Visit();

        var answer = await stranger.Client.PostAsync(page, Visitor.Fields(("words", Typed), ("made-for", "x")));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_was_held_and_changed_on_its_way_is_not_given_back()
    {
        var (nurse, page, fields) = await FilledInAsync();
        await SignOutAsync(nurse);
        await nurse.Client.PostAsync(page, Visitor.Fields(fields));

        var answer = await nurse.Client.PostAsync(
            "/sign-in/demo",
            Visitor.Fields(("as", "nurse"), ("held", "CfDJ8-made-up"), ("back", "/"))
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task An_answer_in_a_conversation_comes_back_too_with_what_was_chosen()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var (nurse, talk) = (bedside.Visitor, await bedside.BeginAsync());
        var page = $"{talk}/ask/resuscitation";
        var form = (await nurse.OpenAsync(page)).Forms.Single(one => one.GetAttribute("action") == page);
        (string, string)[] fields =
        [
            .. Hidden(form),
            ("chosen", "Decision.Withhold"),
            ("words", Typed),
            ("go", "next"),
        ];
        await SignOutAsync(nurse);

        var door = await Visitor.ReadAsync(await nurse.Client.PostAsync(page, Visitor.Fields(fields)));
        var given = await EnterAsync(nurse, door, "nurse");

        given.QuerySelector("textarea[name=words]")!.TextContent.Trim().ShouldBe(Typed);
        given.QuerySelector("input[value='Decision.Withhold']")!.HasAttribute("checked").ShouldBeTrue();
        (await house.RecordAsync(person)).All<TalkAnswerNoted>().ShouldBeEmpty();
    }

    /// <summary>Passwords are never held, and nothing that has words to lose is left out.</summary>
    [Fact]
    public void Every_form_with_something_to_type_is_given_back()
    {
        string[] nothingToType =
        [
            "/sign-out",
            "/account/password",
            "/account/sign-out-everywhere",
            "/account/totp",
            "/account/totp/off",
            "/accounts/{account:guid}/reset",
            "/accounts/{account:guid}/disable",
            "/accounts/{account:guid}/enable",
            "/signals/{signal:guid}/read",
        ];
        var left =
            from endpoint in house
                .Mantel.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
            where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            where endpoint.Metadata.GetMetadata<ShowsFormAgain>() is null
            let pattern = endpoint.RoutePattern.RawText
            where !nothingToType.Contains(pattern)
            select pattern;

        left.Order(StringComparer.Ordinal).ShouldBe(Buttons);
    }

    /// <summary>A button alone, or with one choice, beside what it is about: pressed again it is done.</summary>
    private static readonly string[] Buttons =
    [
        "/account/read",
        "/accounts/{account:guid}/reset/agree",
        "/accounts/{account:guid}/reset/drop",
        "/accounts/{account:guid}/roles/{role:guid}/agree",
        "/accounts/{account:guid}/roles/{role:guid}/take",
        "/inbox/{organisation:guid}/{signal:guid}/see",
        "/people/{id:guid}/broken-glass/{glass:guid}/read",
        "/people/{id:guid}/consent-changes/{consent:guid}/read",
        "/people/{id:guid}/not-now",
        "/people/{id:guid}/plan/shares/{entry:guid}/read",
        "/people/{id:guid}/prepare",
        "/people/{id:guid}/signals/{signal:guid}/take-up",
        "/people/{id:guid}/talk/prepare/{preparation:guid}/withdraw",
        "/role",
    ];

    private static (string, string)[] Day => [("toldOn.day", "1"), ("toldOn.month", "11"), ("toldOn.year", "2026")];

    private async Task<(Visitor Nurse, string Page, (string, string)[] Fields)> FilledInAsync()
    {
        var page = $"/people/{await house.RegisterLeidaAsync()}/plan/wishes";
        var nurse = await house.Mantel.SignInAsync("nurse");
        var form = (await nurse.OpenAsync(page)).Forms.Single(one => one.GetAttribute("action") == page);
        return (nurse, page, [.. Hidden(form), ("words", Typed), .. Day]);
    }

    private static async Task SignOutAsync(Visitor nurse) =>
        (await nurse.SendAsync("/account", "/sign-out")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

    private static async Task<IHtmlDocument> EnterAsync(Visitor visitor, IHtmlDocument door, string role) =>
        await Visitor.ReadAsync(await visitor.Client.PostAsync("/sign-in/demo", Cast(door, role)));

    private static FormUrlEncodedContent Cast(IHtmlDocument door, string role) =>
        Visitor.Fields([
            .. Hidden(door.Forms.Single(form => form.GetAttribute("action") == "/sign-in/demo")),
            ("as", role),
        ]);

    private static (string, string)[] Hidden(IHtmlFormElement form) =>
        [
            .. form.QuerySelectorAll("input[type=hidden]")
                .OfType<IHtmlInputElement>()
                .Select(input => (input.Name!, input.Value)),
        ];

    private async Task<IReadOnlyList<string>> ToldAsync(string page) =>
        [
            .. (await house.RecordAsync(Guid.Parse(page.Split('/')[2])))
                .All<CareWishesTold>()
                .Select(told => told.Fact.Words),
        ];
}
