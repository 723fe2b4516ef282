using System.Net;
using Mantel.Core.Journal;
using Mantel.Core.Questions;
using Mantel.Demo;
using Mantel.Storage;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.Questions;

/// <summary>A question by telephone through its pages: a nurse answers it, the coordinator sees numbers.</summary>
public sealed class QuestionsPagesTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    private const string New = "/questions/new";
    private const string Words = "Wie kan er morgen een nacht waken in Domburg?";

    [Fact]
    public async Task A_nurse_keeps_a_question_and_answers_it_and_how_to_call_back_is_gone()
    {
        var nurse = await house.SignInAsync("nurse");
        var fields = Filled(("callBack", "zoon, 06 0055 0193"));
        (await nurse.SendAsync(New, New, fields)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var way = await WayAsync(nurse, Words);
        TextOf(await nurse.OpenAsync(way)).ShouldContain("zoon, 06 0055 0193");

        (await nurse.SendAsync(way, way, ("outcome", "NoAnswer"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = await nurse.SendAsync(way, way, ("outcome", "NoAnswer"), ("answer", "Niemand gevonden."));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var after = TextOf(await nurse.OpenAsync(way));
        after.ShouldContain("Niemand gevonden.");
        after.ShouldNotContain("06 0055 0193");
        (await nurse.SendAsync(way, way + "/remove", ("reason", "Er stond een naam in."))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        (await nurse.Client.GetAsync(way)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var kept = await house
            .Mantel.Services.GetRequiredService<Archive>()
            .Journal.ReadAsync(StreamId.Of<QuestionsRecord>(OrganisationIn(way)), 0, default);
        kept.ShouldNotContain(entry => entry.Fact is QuestionAsked && ((QuestionAsked)entry.Fact).Words == Words);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_what_was_typed_stays()
    {
        var nurse = await house.SignInAsync("nurse");
        var answer = await nurse.SendAsync(New, New, ("words", "Waar?"), ("municipality", "Nergenshuizen"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("textarea[name=words]")!.TextContent.Trim().ShouldBe("Waar?");
        page.QuerySelector("#municipality")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Theory]
    [InlineData("volunteer")]
    [InlineData("person")]
    [InlineData("close-one")]
    [InlineData("administrator")]
    [InlineData("analyst")]
    [InlineData("physician-on-duty")]
    public async Task Who_keeps_no_questions_finds_no_page(string role)
    {
        var stranger = await house.SignInAsync(role);
        foreach (var address in new[] { "/questions", New, "/questions/figures" })
            (await stranger.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
    }

    [Fact]
    public async Task A_question_of_another_organisation_is_not_there_and_that_somebody_tried_is_in_the_log()
    {
        var way = await WayAsync(await house.SignInAsync("nurse"), "Haar vader kan niet meer alleen zijn");
        var other = await house.SignInAsync("nurse-ghent");
        (await other.Client.GetAsync(way)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var looks = house.Mantel.Services.GetRequiredService<Archive>().Looks;
        var last = (await looks.ReadAsync(Guid.Parse(way.Split('/')[^1]), 0, 1, default)).Single();
        (last.Page, last.Basis).ShouldBe(("KeepQuestions", LookWords.Denied));
        last.Account.ShouldBe(DemoRegion.Accounts().Single(account => account.Key == "nurse-ghent").Id);
    }

    [Fact]
    public async Task The_coordinator_sees_numbers_of_the_own_network_and_not_a_word()
    {
        var page = TextOf(await (await house.SignInAsync("coordinator")).OpenAsync("/questions/figures"));
        page.ShouldContain("Plek in een hospice of elders");
        page.ShouldContain("alles wat minder dan 10 keer is gevraagd");
        page.ShouldNotContain("Arabisch");
        page.ShouldNotContain("06 0055 0192");
        var elsewhere = TextOf(await (await house.SignInAsync("coordinator-ghent")).OpenAsync("/questions/figures"));
        elsewhere.ShouldContain("te weinig om iets over te zeggen");
    }

    private static (string, string)[] Filled(params (string, string)[] more) =>
        [("words", Words), ("subject", "Volunteers"), ("from", "CloseOne"), ("way", "Telephone"), .. more];

    private static Guid OrganisationIn(string way) => Guid.Parse(way.Split('/')[2]);

    private static async Task<string> WayAsync(Visitor visitor, string words) =>
        (await visitor.OpenAsync("/questions"))
            .QuerySelectorAll("main a[href^='/questions/']")
            .First(link => link.TextContent.Contains(words, StringComparison.Ordinal))
            .GetAttribute("href")!;
}
