using AngleSharp.Dom;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>"Zegt nu anders" is one tap away on every page of a person (safety rule 6).</summary>
[Trait("Safety", "6")]
public sealed class Rule6OneTapFromEveryPage(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task Every_page_of_a_person_leads_to_it()
    {
        var person = await house.RegisterLeidaAsync();
        var bedside = await Bedside.OfAsync(house, person);
        var talk = await bedside.BeginAsync();
        string[] pages =
        [
            "",
            "/night",
            "/plan",
            "/circle",
            "/timeline",
            "/talk",
            "/talk/prepare",
            "/plan/goal",
            "/plan/treatments/resuscitation",
            "/plan/conversation",
            "/what-matters",
            "/consent",
        ];
        foreach (var page in pages.Select(page => $"/people/{person}{page}").Concat(TalkPages(talk)))
        {
            (await bedside.Visitor.OpenAsync(page))
                .QuerySelectorAll($"a[href='/people/{person}/plan/says-differently']")
                .ShouldNotBeEmpty(page);
        }
    }

    [Fact]
    public async Task Who_may_not_record_it_is_not_led_there()
    {
        var person = await house.RegisterLeidaAsync();
        await house.DoAsync(person, new Core.People.RecordDeath(Outcomes.On("2026-05-30")));
        var bedside = await Bedside.OfAsync(house, person);
        (await bedside.Visitor.OpenAsync($"/people/{person}/night")).QuerySelector(".say-now").ShouldBeNull();
    }

    private static IEnumerable<string> TalkPages(string talk) =>
        [$"{talk}/ask/wishes", $"{talk}/with", $"{talk}/read-back", $"{talk}/close"];
}
