using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>The guided conversation as it goes over the wire, without scripts.</summary>
public sealed class TalkOverHttpTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private static (string, string) Chosen<TWord>(TWord word)
        where TWord : struct, Enum => ("chosen", Choices.Of(word));

    private static (string, string) Go(string how) => ("go", how);

    [Fact]
    public async Task It_leads_from_question_to_question_and_keeps_every_answer()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync(("capacity", "Capable"));
        (await Location(bedside, talk)).ShouldBe($"{talk}/ask/what-matters");
        (await bedside.AnswerAsync(talk, "what-matters", ("words", "De tuin."), Go("next")))
            .Headers.Location!.ToString()
            .ShouldBe($"{talk}/ask/goal");
        (await bedside.AnswerAsync(talk, "goal", Chosen(TreatmentGoal.SymptomRelief), Go("back")))
            .Headers.Location!.ToString()
            .ShouldBe($"{talk}/ask/what-matters");
        (await bedside.AnswerAsync(talk, "resuscitation", Go("not-now")))
            .Headers.Location!.ToString()
            .ShouldBe($"{talk}/ask/ventilation");
        (await bedside.AnswerAsync(talk, "wishes", ("words", "Rust."), Go("leave")))
            .Headers.Location!.ToString()
            .ShouldBe($"/people/{person}/talk");
        var noted = await bedside.TalkAsync();
        noted.AnswerTo("what-matters")!.Words.ShouldBe("De tuin.");
        noted.AnswerTo("goal")!.Choice<TreatmentGoal>().ShouldBe(TreatmentGoal.SymptomRelief);
        noted.AnswerTo("resuscitation")!.Kind.ShouldBe(TalkAnswerKind.NotNow);
        noted.AnswerTo("wishes")!.Words.ShouldBe("Rust.");
    }

    [Fact]
    public async Task What_depends_asks_when_and_is_kept_all_the_same()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        var answer = await bedside.AnswerAsync(
            talk,
            "hospital-admission",
            Chosen(Decision.Otherwise),
            ("words", "Soms."),
            Go("next")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("#condition-wrong").ShouldNotBeNull();
        (await bedside.TalkAsync()).AnswerTo("hospital-admission")!.Words.ShouldBe("Soms.");

        var again = await bedside.Visitor.Client.PostAsync(
            $"{talk}/ask/hospital-admission",
            Visitor.Fields([
                .. Bedside.Hidden(page, $"{talk}/ask/hospital-admission"),
                Chosen(Decision.Otherwise),
                ("condition", "Bij een breuk."),
                Go("next"),
            ])
        );
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await bedside.TalkAsync()).AnswerTo("hospital-admission")!.Condition.ShouldBe("Bij een breuk.");
    }

    [Fact]
    public async Task Open_in_two_places_the_second_sees_both_versions_and_nothing_is_lost()
    {
        var person = await house.RegisterLeidaAsync();
        var tablet = await Bedside.OfAsync(house, person);
        var talk = await tablet.BeginAsync();
        var gp = await Bedside.OfAsync(house, person, "gp");
        var stale = await gp.Visitor.OpenAsync($"{talk}/ask/wishes");
        await tablet.SayAsync(talk, "wishes", ("words", "Rust."), Go("next"));

        var answer = await gp.Visitor.Client.PostAsync(
            $"{talk}/ask/wishes",
            Visitor.Fields([.. Bedside.Hidden(stale, $"{talk}/ask/wishes"), ("words", "Muziek."), Go("next")])
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var both = await Visitor.ReadAsync(answer);
        both.QuerySelector(".notice--alarm")!.TextContent.ShouldContain("Rust.");
        both.QuerySelector("textarea[name=words]")!.TextContent.ShouldContain("Muziek.");

        var mine = await gp.Visitor.Client.PostAsync(
            $"{talk}/ask/wishes",
            Visitor.Fields([.. Bedside.Hidden(both, $"{talk}/ask/wishes"), ("words", "Muziek."), Go("next")])
        );
        mine.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await tablet.TalkAsync()).AnswerTo("wishes")!.Words.ShouldBe("Muziek.");
        (await house.RecordAsync(person)).All<TalkAnswerNoted>().Count().ShouldBe(2);
    }

    [Fact]
    public async Task One_person_on_two_devices_is_asked_too()
    {
        var person = await house.RegisterLeidaAsync();
        var tablet = await Bedside.OfAsync(house, person);
        var talk = await tablet.BeginAsync();
        var phone = await Bedside.OfAsync(house, person);
        var stale = await phone.Visitor.OpenAsync($"{talk}/ask/wishes");
        await tablet.SayAsync(talk, "wishes", ("words", "Rust."), Go("next"));
        var answer = await phone.Visitor.Client.PostAsync(
            $"{talk}/ask/wishes",
            Visitor.Fields([.. Bedside.Hidden(stale, $"{talk}/ask/wishes"), ("words", "Muziek."), Go("next")])
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_page_that_saves_by_itself_gets_no_page_back_and_is_in_no_look_log()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        var page = await bedside.Visitor.OpenAsync($"{talk}/ask/wishes");
        var hidden = Bedside
            .Hidden(page, $"{talk}/ask/wishes")
            .Where(field => field.Name is not ("act" or "over"))
            .ToList();

        async Task<HttpResponseMessage> SaveAsync(string words, string over) =>
            await bedside.Visitor.Client.PostAsync(
                $"{talk}/ask/wishes",
                Visitor.Fields([.. hidden, ("act", $"{Guid.NewGuid()}"), ("over", over), ("words", words), Go("save")])
            );

        var first = await SaveAsync("Rus", "");
        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var over = first.Headers.GetValues("Mantel-Noted").Single();
        (await SaveAsync("Rust.", over)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var refused = await SaveAsync("Iets anders.", over);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadAsStringAsync()).ShouldStartWith("Op een ander apparaat");
        (await bedside.TalkAsync()).AnswerTo("wishes")!.Words.ShouldBe("Rust.");
    }

    [Fact]
    public async Task Over_long_words_come_back_with_the_sentence_at_their_field()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        var words = new string('a', 4001);
        var answer = await bedside.AnswerAsync(talk, "wishes", ("words", words), Go("next"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("#words-wrong").ShouldNotBeNull();
        page.QuerySelector("textarea[name=words]")!.TextContent.ShouldContain(words);
        (await bedside.TalkAsync()).AnswerTo("wishes").ShouldBeNull();
    }

    [Fact]
    public async Task Sent_twice_it_is_begun_noted_and_confirmed_once()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var start = await bedside.Visitor.OpenAsync(bedside.Talks);
        var fields = Visitor.Fields([
            .. Bedside.Hidden(start, bedside.Talks),
            ("personPresent", "yes"),
            ("with", "Person"),
            ("variant", "Dutch"),
        ]);
        var first = await bedside.Visitor.Client.PostAsync(bedside.Talks, fields);
        var second = await bedside.Visitor.Client.PostAsync(bedside.Talks, fields);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await house.RecordAsync(person)).Talks().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_has_died_is_not_talked_with()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        var question = await bedside.Visitor.OpenAsync($"{talk}/ask/wishes");
        await house.DoAsync(person, new RecordDeath(Outcomes.On("2026-05-30")));
        var answer = await bedside.Visitor.Client.PostAsync(
            $"{talk}/ask/wishes",
            Visitor.Fields([.. Bedside.Hidden(question, $"{talk}/ask/wishes"), ("words", "Rust."), Go("next")])
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Visitor.ReadAsync(answer)).QuerySelector(".deceased").ShouldNotBeNull();
        (await bedside.Visitor.OpenAsync(bedside.Talks)).Forms.ShouldNotContain(form => form.Action.EndsWith("/talk"));
    }

    [Fact]
    public async Task What_is_not_there_or_over_says_so()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var nothing = $"/people/{person}/talk/{Guid.NewGuid()}";
        (await bedside.Visitor.Client.GetAsync(nothing)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bedside.Visitor.Client.GetAsync($"{nothing}/ask/wishes")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var part in new[] { "with", "close", "read-back" })
            (await bedside.Visitor.OpenAsync($"{nothing}/{part}")).QuerySelector(".notice").ShouldNotBeNull(part);
        var talk = await bedside.BeginAsync();
        (await Location(bedside, $"{talk}/ask/no-such-question")).ShouldBe(talk);
        (await bedside.Visitor.SendAsync($"{talk}/close", $"{talk}/close", ("reason", "Moe."))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        (await Location(bedside, $"{talk}/ask/wishes")).ShouldBe($"/people/{person}/plan");
        (await bedside.Visitor.OpenAsync($"{talk}/read-back")).QuerySelector(".notice").ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_who_may_agree_a_plan_sees_what_was_noted()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        foreach (var role in new[] { "chaplain", "volunteer", "social-worker", "coordinator", "person", "close-one" })
        {
            var visitor = await house.Mantel.SignInAsync(role);
            (await visitor.Client.GetAsync($"{talk}/ask/wishes")).StatusCode.ShouldBe(HttpStatusCode.NotFound, role);
            (await visitor.Client.GetAsync($"{talk}/read-back")).StatusCode.ShouldBe(HttpStatusCode.NotFound, role);
        }
    }

    [Fact]
    public async Task What_was_written_at_home_is_taken_over_only_when_the_person_says_so()
    {
        var person = await house.RegisterLeidaAsync();
        var preparation = Guid.NewGuid();
        var until = TimeProvider.System.GetUtcNow().AddDays(1);
        await house.DoAsync(person, new InviteToPrepare(preparation, "hash", until, null));
        await house.DoAsync(person, new OpenPreparation(preparation));
        await house.DoAsync(person, new TellPreparation(preparation, "wishes", "Geen drukte.", "Leida zelf"));
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        var page = await bedside.Visitor.OpenAsync($"{talk}/ask/wishes");
        var home = page.QuerySelector(".talk-home")!;
        home.TextContent.ShouldContain("(de persoon zelf)");
        home.TextContent.ShouldContain("Als naam staat erbij: Leida zelf");
        page.QuerySelector("textarea[name=words]")!.TextContent.Trim().ShouldBeEmpty();
        var take = home.QuerySelector("button")!.GetAttribute("value")!;
        var taken = await bedside.AnswerAsync(talk, "wishes", ("words", "Rust."), Go(take));
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        var typed = (await Visitor.ReadAsync(taken)).QuerySelector("textarea[name=words]")!.TextContent;
        typed.ShouldContain("Rust.\nGeen drukte.");
        (await bedside.TalkAsync()).AnswerTo("wishes").ShouldBeNull();
    }

    [Fact]
    public async Task Who_writes_at_home_under_the_name_of_somebody_else_is_not_taken_for_them()
    {
        var person = await house.RegisterLeidaAsync();
        var preparation = Guid.NewGuid();
        var until = TimeProvider.System.GetUtcNow().AddDays(1);
        var marijke = (await house.RecordAsync(person)).Circle()[0].Id;
        await house.DoAsync(person, new InviteToPrepare(preparation, "hash", until, marijke));
        await house.DoAsync(person, new OpenPreparation(preparation));
        await house.DoAsync(person, new TellPreparation(preparation, "wishes", "Niet meer.", "Leida Vos"));
        var bedside = await Bedside.OfAsync(house, person);
        var page = await bedside.Visitor.OpenAsync($"{await bedside.BeginAsync()}/ask/wishes");

        var caption = page.QuerySelector(".talk-home figcaption")!.TextContent;
        caption.ShouldStartWith("Thuis geschreven met de link voor Marijke Vos (naaste)");
        caption.ShouldEndWith("Als naam staat erbij: Leida Vos");
    }

    [Fact]
    public async Task What_was_typed_is_said_also_by_who_then_goes_on_without_a_choice()
    {
        var bedside = await Bedside.OfAsync(house, await house.RegisterLeidaAsync());
        var talk = await bedside.BeginAsync();
        await bedside.SayAsync(talk, "hospital-admission", ("words", "Niet weer die zaal."), Go("skip"));
        (await bedside.TalkAsync()).AnswerTo("hospital-admission")!.Kind.ShouldBe(TalkAnswerKind.Said);
        var page = await bedside.Visitor.OpenAsync($"{talk}/read-back");
        page.QuerySelector(".talk-back")!.TextContent.ShouldContain("Niet weer die zaal.");
    }

    [Fact]
    public async Task A_question_that_was_passed_is_answered_by_a_date_alone()
    {
        var bedside = await Bedside.OfAsync(house, await house.RegisterLeidaAsync());
        var talk = await bedside.BeginAsync();
        await bedside.SayAsync(talk, "declarations", Chosen(AdvanceDirectiveKind.Proxy), Go("next"));
        await bedside.SayAsync(talk, "declarations.Proxy", Go("not-now"));
        await bedside.SayAsync(talk, "declarations.Proxy", ("on.year", "2020"), Go("next"));
        var answer = (await bedside.TalkAsync()).AnswerTo("declarations.Proxy")!;
        (answer.Kind, answer.On).ShouldBe((TalkAnswerKind.Said, Outcomes.On("2020")));
    }

    [Fact]
    public async Task The_judgement_of_who_leads_is_not_read_aloud_nor_on_the_way()
    {
        var bedside = await Bedside.OfAsync(house, await house.RegisterLeidaAsync());
        var talk = await bedside.BeginAsync(("capacity", "InDoubt"), ("capacityWhy", "Snapt de vraag niet."));
        await bedside.SayAsync(talk, "what-matters", ("words", "De tuin."), Go("next"));
        (await Location(bedside, talk)).ShouldBe($"{talk}/ask/representative");
        var page = await bedside.Visitor.OpenAsync($"{talk}/read-back");
        page.QuerySelector(".talk-back")!.TextContent.ShouldNotContain("twijfel");
        var leaders = page.QuerySelector(".talk-leaders")!.TextContent;
        leaders.ShouldContain("Snapt de vraag niet.");
        leaders.ShouldNotContain("“Snapt");
    }

    [Fact]
    public async Task What_somebody_did_not_want_to_talk_about_is_in_view_the_next_time()
    {
        var person = await house.RegisterLeidaAsync();
        var declined = new DeclineTalk(TalkTopic.Papers, false, "Dat is van mij.", Outcomes.On("2026-01-05"));
        await house.DoAsync(person, declined);
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        var page = await bedside.Visitor.OpenAsync($"{talk}/ask/declarations");
        var notice = page.QuerySelector("form .notice")!.TextContent;
        notice.ShouldContain("wilde u hier niet over praten");
        notice.ShouldContain("Dat is van mij.");
    }

    [Fact]
    public async Task What_a_close_one_wrote_at_home_is_folded_on_the_tablet()
    {
        var person = await house.RegisterLeidaAsync();
        var (preparation, until) = (Guid.NewGuid(), TimeProvider.System.GetUtcNow().AddDays(1));
        var marijke = (await house.RecordAsync(person)).Circle()[0].Id;
        await house.DoAsync(person, new InviteToPrepare(preparation, "hash", until, marijke));
        await house.DoAsync(person, new OpenPreparation(preparation));
        await house.DoAsync(person, new TellPreparation(preparation, "wishes", "Ze is bang.", "Marijke"));
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        var home = (await bedside.Visitor.OpenAsync($"{talk}/ask/wishes")).QuerySelector(".talk-home details")!;
        home.HasAttribute("open").ShouldBeFalse();
        home.TextContent.ShouldContain("Ze is bang.");
    }

    [Fact]
    public async Task What_contradicts_on_the_day_that_was_filled_in_can_be_said_there()
    {
        var person = await house.RegisterLeidaAsync();
        var day = DateTime.Today.AddDays(-1);
        await house.AgreeAsync(person, TreatmentKind.HospitalAdmission, Decision.Perform, $"{day:yyyy-MM-dd}");
        var id = Guid.NewGuid();
        var self = TalkPartner.Person;
        var open = new OpenTalk(id, TalkVariant.Dutch, self, Outcomes.Fatima, true, [], null, null);
        await house.DoAsync(person, open, daysAgo: 1);
        var bedside = await Bedside.OfAsync(house, person);
        var talk = $"/people/{person}/talk/{id}";
        await bedside.SayAsync(talk, "hospital-admission", Chosen(Decision.Withhold), Go("next"));
        var page = await bedside.Visitor.OpenAsync($"{talk}/read-back");
        page.QuerySelector("[name='holds.HospitalAdmission']").ShouldBeNull();
        (string, string)[] held =
        [
            ("confirmed", "yes"),
            ("heldOn.day", $"{day.Day}"),
            ("heldOn.month", $"{day.Month}"),
            ("heldOn.year", $"{day.Year}"),
        ];
        var again = await Visitor.ReadAsync(await bedside.ReadBackAsync(talk, held));
        again.QuerySelector("[name='holds.HospitalAdmission']").ShouldNotBeNull(again.Body!.TextContent);
        var earlier = (IHtmlInputElement)again.QuerySelectorAll("[name=replaces]").ShouldHaveSingleItem();
        var answer = await bedside.ReadBackAsync(talk, [.. held, ("replaces", earlier.Value)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> Location(Bedside bedside, string path)
    {
        var answer = await bedside.Visitor.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, path);
        return answer.Headers.Location!.ToString();
    }
}
