using System.Net;
using AngleSharp.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.AdvanceCarePlanning;
using Mantel.Tests.AdvanceCarePlanning.Talks;
using Mantel.Tests.Web;
using Mantel.Web.AdvanceCarePlanning.Talking;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Readers;

/// <summary>What was found on the pages of the person and who is close, and mended: each named after it.</summary>
public sealed class FoundAndMendedTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Theory]
    [Trait("Safety", "17")]
    [InlineData("/night")]
    [InlineData("/plan")]
    public async Task Who_decides_for_themselves_and_was_never_judged_is_not_said_to_be_judged(string page)
    {
        var person = await house.RegisterLeidaAsync();
        (await SaysAsync()).ShouldContain("Leida beslist zelf. (nog niet beoordeeld)");

        await house.DoAsync(person, new JudgeLegalCapacity(Capacity.Capable, null, Outcomes.On("2026-05-10")));
        var judged = await SaysAsync();
        judged.ShouldContain("Leida beslist zelf.");
        judged.ShouldNotContain("nog niet beoordeeld");

        async Task<string> SaysAsync() =>
            Spaced((await (await house.VisitAsync("gp")).OpenAsync($"/people/{person}{page}")).Body!);
    }

    [Fact]
    [Trait("Safety", "17")]
    public async Task The_sheet_says_so_too()
    {
        var person = await house.RegisterLeidaAsync();
        var gp = await house.VisitAsync("gp");
        var way = $"/people/{person}/plan/sheet";
        (await gp.SendAsync(way, way)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        Spaced((await gp.OpenAsync(way)).Body!).ShouldContain("Ik beslis zelf. (nog niet beoordeeld)");
    }

    [Fact]
    public async Task The_same_close_one_is_not_recorded_twice_without_a_question()
    {
        var person = await house.RegisterLeidaAsync();
        var (nurse, way) = (await house.VisitAsync("nurse"), $"/people/{person}/circle/add");
        (string, string)[] marijke = [("given", "marijke"), ("family", "Vos"), ("relationship", "Daughter")];

        var asked = await nurse.SendAsync(way, way, marijke);
        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Visitor.ReadAsync(asked);
        page.Body!.TextContent.ShouldContain("In de kring staat al: Marijke Vos");
        page.Body.TextContent.ShouldContain("Ja, dit is iemand anders");
        (await house.RecordAsync(person)).Circle().Count.ShouldBe(1);

        var another = page.QuerySelector("input[name=knowingly]")!.GetAttribute("value")!;
        var fields = page.QuerySelectorAll($"form[action='{way}'] input[type=hidden]")
            .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? ""));
        var done = await nurse.Client.PostAsync(way, Visitor.Fields([.. fields, .. marijke, ("knowingly", another)]));
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.RecordAsync(person)).Circle().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Kees", "Vos")]
    [InlineData("Marijke", "de Vries")]
    public async Task Somebody_with_another_name_is_recorded_at_once(string given, string family)
    {
        var person = await house.RegisterLeidaAsync();
        var way = $"/people/{person}/circle/add";

        var sent = await (await house.VisitAsync("nurse")).SendAsync(
            way,
            way,
            ("given", given),
            ("family", family),
            ("relationship", "Daughter")
        );

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Putting_a_close_one_right_is_not_recording_them_twice()
    {
        var person = await house.RegisterLeidaAsync();
        var marijke = (await house.RecordAsync(person)).Circle().Single().Id;
        var way = $"/people/{person}/circle/{marijke}";

        var sent = await (await house.VisitAsync("nurse")).SendAsync(
            way,
            way,
            ("given", "Marijke"),
            ("family", "Vos"),
            ("relationship", "Daughter"),
            ("callOrder", "1")
        );

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_plan_is_not_shared_with_oneself()
    {
        var person = await house.RegisterLeidaAsync();
        var (nurse, way) = (await house.VisitAsync("nurse"), $"/people/{person}/plan/share");
        var self = (await house.RecordAsync(person))
            .TeamPeriods()
            .Single(member => member.Fact.Account == house.Of("nurse").Account);

        (await nurse.OpenAsync(way)).QuerySelector($"input[value='{self.Id}']").ShouldBeNull("it is not offered");
        var sent = await nurse.SendAsync(way, way, ("with", $"{self.Id}"));

        sent.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await house.RecordAsync(person)).Shares().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_to_write_at_home_is_taken_back_on_the_persons_page()
    {
        var person = await house.RegisterLeidaAsync();
        var until = TimeProvider.System.GetUtcNow().AddDays(7);
        await house.DoAsync(person, new InviteToPrepare(Guid.NewGuid(), $"{Guid.NewGuid():n}", until, null), "gp");
        var link = (await house.RecordAsync(person)).Preparations().Single().Id;
        var (gp, way) = (await house.VisitAsync("gp"), $"/people/{person}/talk/prepare/{link}/withdraw");

        (await gp.OpenAsync($"/people/{person}")).QuerySelector($"form[action='{way}']").ShouldBeNull();
        (await gp.SendAsync($"/people/{person}?edit", way)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await house.RecordAsync(person)).Preparations().Single().IsWithdrawn.ShouldBeTrue();
        (await gp.OpenAsync($"/people/{person}?edit")).QuerySelector($"form[action='{way}']").ShouldBeNull();
    }

    [Theory]
    [InlineData(TalkVariant.Dutch, "2016-05-01", false)]
    [InlineData(TalkVariant.Dutch, "2010-05-01", true)]
    [InlineData(TalkVariant.Flemish, "2016-05-01", true)]
    [InlineData(TalkVariant.Flemish, "2010-05-01", true)]
    public void An_age_of_Dutch_law_keeps_no_question_from_a_Flemish_conversation(
        TalkVariant variant,
        string born,
        bool asked
    )
    {
        var tell = new Tell();
        tell.Fact(new BirthDateRecorded(PartialDate.Parse(born)));
        var questions = new Talking(tell, variant).Asked.ToList();

        questions.Contains("euthanasia").ShouldBe(asked);
        questions.Contains("donation").ShouldBe(asked);
    }

    [Theory]
    [InlineData("2016-05-01", true)]
    [InlineData("1944-03-14", false)]
    public void Of_whom_is_under_age_it_is_said_that_no_Belgian_age_was_looked_up(string born, bool said)
    {
        var tell = new Tell();
        tell.Fact(new BirthDateRecorded(PartialDate.Parse(born)));
        var so = new Talking(tell, TalkVariant.Flemish).SoFar;

        (HintOf("donation")?.Contains("welke leeftijd", StringComparison.Ordinal) is true).ShouldBe(said);
        (HintOf("euthanasia")?.Contains("welke leeftijd", StringComparison.Ordinal) is true).ShouldBeFalse(
            "no age there"
        );

        string? HintOf(string question) => new TalkWords(so, Words.Of("nl-BE")).Hint(so.Question(question)!);
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("nl-BE")]
    [InlineData("en")]
    public void How_long_somebody_keeps_it_up_is_said_in_one_way(string language)
    {
        var (words, says) = (Words.Of(language), Words.Of(language)["support.keeping-up.says"]);

        words["circle.keeps-up", "", ""].ShouldStartWith(says);
        words["support.keeping-up.not-asked"].ShouldStartWith(says);
        words["circle.loads"].ShouldBe(says);
    }

    private static string Spaced(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
