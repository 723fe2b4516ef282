using AngleSharp.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>
/// "Zegt nu anders" is one tap away on every page of a person (safety rule 6): behind the one door to write something
/// down, where what the person says now is one of the kinds.
/// </summary>
[Trait("Safety", "6")]
public sealed class Rule6OneTapFromEveryPage(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task Every_page_of_a_person_leads_to_it()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        foreach (var page in PagesOf(person).Concat(TalkPages(talk)))
        {
            (await bedside.Visitor.OpenAsync(page))
                .QuerySelectorAll($"a[href='/people/{person}/note']")
                .ShouldNotBeEmpty(page);
        }
        var door = await bedside.Visitor.OpenAsync($"/people/{person}/note");
        door.QuerySelector("input[name=kind][value=SaysNow]").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_said_stands_on_every_page_until_it_was_talked_through()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        const string words = "Laat me toch maar naar het ziekenhuis gaan.";
        await house.DoAsync(person, new SayDifferently(words, "Piet", Outcomes.On("2026-05-30")));
        foreach (var page in PagesOf(person).Concat(TalkPages(talk)))
            (await bedside.Visitor.OpenAsync(page)).Body!.TextContent.ShouldContain(words, customMessage: page);
    }

    [Fact]
    public async Task Who_may_not_record_it_is_not_led_there()
    {
        var person = await house.RegisterLeidaAsync();
        await house.DoAsync(person, new Core.People.RecordDeath(Outcomes.On("2026-05-30")));
        var bedside = await Bedside.OfAsync(house, person);
        (await bedside.Visitor.OpenAsync($"/people/{person}/note"))
            .QuerySelector("input[value=SaysNow]")
            .ShouldBeNull();
    }

    private static IEnumerable<string> PagesOf(Guid person) =>
        new[]
        {
            "",
            "/night",
            "/plan",
            "/plan/sheet",
            "/plan/share",
            "/plan/changes",
            "/plan/review",
            "/circle",
            "/timeline",
            "/signals",
            "/phase",
            "/talk",
            "/talk/prepare",
            "/plan/goal",
            "/plan/treatments/resuscitation",
            "/plan/conversation",
            "/what-matters",
            "/consent",
        }.Select(page => $"/people/{person}{page}");

    private static IEnumerable<string> TalkPages(string talk) =>
        [$"{talk}/ask/wishes", $"{talk}/with", $"{talk}/read-back", $"{talk}/close"];
}
