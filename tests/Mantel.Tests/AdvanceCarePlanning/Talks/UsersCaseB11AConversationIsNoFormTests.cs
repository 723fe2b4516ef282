using System.Net;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>
/// Users' case B11: a form of six questions before the first one, asked again at the end; seven ways out of each
/// question; no telling how many there are; and 151 fields for a talk that was held earlier.
/// </summary>
public sealed class UsersCaseB11AConversationIsNoFormTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task It_begins_with_one_button_and_who_was_there_is_asked_at_the_end()
    {
        var (bedside, person) = await ComeAsync();

        var page = await bedside.Visitor.OpenAsync(bedside.Talks);
        page.QuerySelectorAll("main form.form > .field").ShouldBeEmpty("all that is asked before is folded");
        var talk = await BeginAsync(bedside, []);

        var opened = (await house.RecordAsync(person)).Talks()[0];
        opened.Opened.Fact.LedBy!.Name.ShouldBe(house.Of("nurse").Name);
        opened.Opened.Fact.PersonPresent.ShouldBeNull("nobody was asked yet");
        var back = await bedside.Visitor.OpenAsync($"{talk}/read-back");
        back.QuerySelector("[name=personPresent]").ShouldNotBeNull();
        (await bedside.ReadBackAsync(talk, ("confirmed", "yes"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_question_says_the_how_many_th_it_is_and_has_three_ways_on()
    {
        var (bedside, _) = await ComeAsync();
        var talk = await BeginAsync(bedside, []);

        var page = await bedside.Visitor.OpenAsync($"{talk}/ask/resuscitation");

        page.QuerySelector(".talk-part__nth")!.TextContent.ShouldMatch(@"^\d+ van \d+$");
        page.QuerySelectorAll(".talk-foot button")
            .Select(button => button.TextContent.Trim())
            .ShouldBe(["Verder", "Nu niet bespreken", "Liever niet over praten"]);
        page.QuerySelector(".talk-aside")!.HasAttribute("open").ShouldBeFalse();
    }

    [Fact]
    public async Task Who_goes_on_without_an_answer_did_not_discuss_it()
    {
        var (bedside, person) = await ComeAsync();
        var talk = await BeginAsync(bedside, []);

        await bedside.SayAsync(talk, "antibiotics", ("go", "next"));
        (await AnswerAsync("antibiotics")).Kind.ShouldBe(TalkAnswerKind.NotDiscussed);
        await bedside.SayAsync(talk, "antibiotics", ("chosen", "Decision.Withhold"), ("go", "next"));
        (await AnswerAsync("antibiotics")).Chosen.ShouldBe(["Decision.Withhold"]);
        await bedside.SayAsync(talk, "euthanasia", ("go", "not-now"));
        await bedside.SayAsync(talk, "euthanasia", ("go", "next"));
        (await AnswerAsync("euthanasia")).Kind.ShouldBe(TalkAnswerKind.NotNow, "looking again changes nothing");

        async Task<TalkAnswer> AnswerAsync(string question) =>
            (await house.RecordAsync(person)).Talks()[0].AnswerTo(question)!;
    }

    [Fact]
    public async Task A_talk_that_was_held_earlier_goes_by_the_same_questions_and_counts_from_its_day()
    {
        var (bedside, person) = await ComeAsync();
        var day = DateTime.Today.AddDays(-9);
        (string, string)[] held =
        [
            ("heldOn.day", $"{day.Day}"),
            ("heldOn.month", $"{day.Month}"),
            ("heldOn.year", $"{day.Year}"),
        ];
        var talk = await BeginAsync(bedside, held);
        await bedside.SayAsync(talk, "antibiotics", ("chosen", "Decision.Withhold"), ("go", "next"));

        var back = await bedside.Visitor.OpenAsync($"{talk}/read-back");
        back.QuerySelector("[name='heldOn.day']")!.GetAttribute("value").ShouldBe($"{day.Day}");
        (await bedside.ReadBackAsync(talk, [.. held, ("confirmed", "yes")])).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );

        var agreed = (await house.RecordAsync(person)).All<TreatmentDirectiveAgreed>().Single();
        agreed.Effective.ShouldBe(PartialDate.Of(DateOnly.FromDateTime(day)));
    }

    [Fact]
    public async Task Half_a_day_or_tomorrow_is_asked_about_at_its_field()
    {
        var (bedside, _) = await ComeAsync();
        foreach (var year in new[] { DateTime.Today.Year - 1, DateTime.Today.Year + 1 })
        {
            var answer = await bedside.Visitor.SendAsync(
                bedside.Talks,
                bedside.Talks,
                [.. Usual, ("heldOn.year", $"{year}")]
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await Visitor.ReadAsync(answer)).QuerySelector("details.fold")!.HasAttribute("open").ShouldBeTrue();
        }
    }

    /// <summary>What a browser sends of the fold that nobody opened.</summary>
    private static (string, string)[] Usual => [("with", "Person"), ("variant", "Dutch")];

    private async Task<(Bedside Bedside, Guid Person)> ComeAsync()
    {
        var person = await house.RegisterLeidaAsync();
        return (await Bedside.OfAsync(house, person), person);
    }

    private static async Task<string> BeginAsync(Bedside bedside, (string, string)[] more)
    {
        var page = await bedside.Visitor.OpenAsync(bedside.Talks);
        var leader = page.QuerySelector("select[name=ledBy] option[selected]")!.GetAttribute("value")!;
        var answer = await bedside.Visitor.SendAsync(
            bedside.Talks,
            bedside.Talks,
            [.. Usual, ("ledBy", leader), .. more]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }
}
