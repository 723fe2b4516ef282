using System.Net;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>
/// What was said in a conversation is what is kept (users' cases A1, A2 and A3): a refusal never becomes *wel*, no way
/// out drops an answer, and one tap never means "not later either".
/// </summary>
public sealed class WhatWasSaidIsKeptTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private const string Never = "Nooit aan zo'n machine.";

    [Theory]
    [InlineData("other-limit")]
    [InlineData("resuscitation")]
    public async Task UsersCaseA1_the_question_is_answered_by_wel_or_niet_and_never_by_a_yes_to_another_question(
        string question
    )
    {
        var (bedside, talk, _) = await BeginAsync();

        var page = await bedside.Visitor.OpenAsync($"{talk}/ask/{question}");

        var text = page.QuerySelector("main")!.TextContent;
        if (question == "other-limit")
        {
            text.IndexOf("Om welke behandeling", StringComparison.Ordinal)
                .ShouldBeLessThan(text.IndexOf("Wilt u dat wel of niet?", StringComparison.Ordinal));
            Label(page, Decision.Perform).ShouldBe("Wel");
            Label(page, Decision.Withhold).ShouldBe("Niet");
        }
        page.QuerySelector("h1")!.TextContent.ShouldNotContain("juist wel of juist niet");
    }

    [Fact]
    public async Task UsersCaseA1_a_refusal_of_another_treatment_stays_one_with_its_words()
    {
        var (bedside, talk, person) = await BeginAsync();

        await bedside.SayAsync(
            talk,
            "other-limit",
            ("about", "dialyse"),
            ("chosen", "Decision.Withhold"),
            ("words", Never),
            ("go", "next")
        );

        var back = (await bedside.Visitor.OpenAsync($"{talk}/read-back")).QuerySelector("main")!.TextContent;
        back.ShouldContain("dialyse: dat wil ik niet.");
        back.ShouldContain(Never);
        (await bedside.ReadBackAsync(talk, ("confirmed", "yes"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var agreed = (await house.RecordAsync(person)).All<TreatmentDirectiveAgreed>().Single().Fact;
        (agreed.Treatment.Name, agreed.Decision, agreed.Explanation).ShouldBe(("dialyse", Decision.Withhold, Never));
        (await bedside.Visitor.OpenAsync($"/people/{person}/plan")).Body!.TextContent.ShouldContain(Never);
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("not-now")]
    [InlineData("not-at-all")]
    public async Task UsersCaseA2_no_way_out_drops_the_answer_that_was_chosen(string way)
    {
        var (bedside, talk, person) = await BeginAsync();

        var asked = await bedside.AnswerAsync(talk, "antibiotics", ("chosen", "Decision.Withhold"), ("go", way));

        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ReadAsync(asked);
        page.QuerySelector("input[value='Decision.Withhold']")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelector(".talk-sure")!.TextContent.ShouldContain("Bewaar het antwoord");
        (await house.RecordAsync(person)).All<TalkAnswerNoted>().ShouldBeEmpty();

        await bedside.SayAsync(talk, "antibiotics", ("chosen", "Decision.Withhold"), ("go", "next"));
        (await NotedAsync(person)).Chosen.ShouldBe(["Decision.Withhold"]);
    }

    [Theory]
    [InlineData("back")]
    [InlineData("leave")]
    [InlineData("read-back")]
    [InlineData("next")]
    public async Task UsersCaseA2_every_other_button_keeps_it(string way)
    {
        var (bedside, talk, person) = await BeginAsync();

        await bedside.SayAsync(talk, "antibiotics", ("chosen", "Decision.Withhold"), ("go", way));

        (await NotedAsync(person)).Chosen.ShouldBe(["Decision.Withhold"]);
    }

    [Fact]
    public async Task UsersCaseA2_still_so_does_not_overrule_another_answer_that_was_chosen()
    {
        var (bedside, talk, person) = await BeginAsync(agreed: true);

        var asked = await bedside.AnswerAsync(
            talk,
            "antibiotics",
            ("chosen", "Decision.Withhold"),
            ("go", "unchanged")
        );

        (await Visitor.ReadAsync(asked)).QuerySelector(".talk-sure").ShouldNotBeNull();
        (await house.RecordAsync(person)).All<TalkAnswerNoted>().ShouldBeEmpty();
        await bedside.SayAsync(talk, "antibiotics", ("go", "unchanged"));
        (await NotedAsync(person)).Kind.ShouldBe(TalkAnswerKind.Unchanged);
    }

    [Fact]
    public async Task UsersCaseA2_when_yes_and_when_no_stays_also_when_another_word_is_chosen()
    {
        var (bedside, talk, person) = await BeginAsync();

        await bedside.SayAsync(
            talk,
            "antibiotics",
            ("chosen", "Decision.Withhold"),
            ("condition", "Wel tegen de pijn."),
            ("go", "next")
        );

        (await NotedAsync(person)).Words.ShouldBe("Wel tegen de pijn.");
    }

    [Fact]
    public async Task UsersCaseA3_one_tap_on_rather_not_asks_whether_later_too()
    {
        var (bedside, talk, person) = await BeginAsync();

        var asked = await Visitor.ReadAsync(await bedside.AnswerAsync(talk, "euthanasia", ("go", "not-at-all")));

        asked.QuerySelector(".talk-sure")!.TextContent.ShouldContain("ook later niet");
        (await house.RecordAsync(person)).All<TalkAnswerNoted>().ShouldBeEmpty();
        await bedside.SayAsync(talk, "euthanasia", ("go", "sure:not-now"));
        (await NotedAsync(person)).Kind.ShouldBe(TalkAnswerKind.NotNow);
        await bedside.SayAsync(talk, "euthanasia", ("go", "sure:not-at-all"));
        (await NotedAsync(person)).Kind.ShouldBe(TalkAnswerKind.NotAtAll);
    }

    private static string Label(AngleSharp.Html.Dom.IHtmlDocument page, Decision decision) =>
        page.QuerySelector($"input[value='Decision.{decision}']")!.ParentElement!.TextContent.Trim();

    private async Task<(Bedside Bedside, string Talk, Guid Person)> BeginAsync(bool agreed = false)
    {
        var person = await house.RegisterLeidaAsync();
        if (agreed)
            await house.AgreeAsync(person, TreatmentKind.Antibiotics, Decision.Perform, "2025-05-03");
        var bedside = await Bedside.OfAsync(house, person);
        return (bedside, await bedside.BeginAsync(), person);
    }

    private async Task<TalkAnswer> NotedAsync(Guid person) =>
        (await house.RecordAsync(person)).All<TalkAnswerNoted>().Last().Fact.Answer;
}
