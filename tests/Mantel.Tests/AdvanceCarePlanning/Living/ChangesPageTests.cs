using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Living;

/// <summary>What changed in a plan, over HTTP: in words, between any two days, for who may read the plan.</summary>
public sealed class ChangesPageTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task A_change_is_a_sentence_and_what_was_reconfirmed_stands_apart()
    {
        var person = await WithTwoTalksAsync();
        var nurse = await house.VisitAsync("nurse");

        var page = await nurse.OpenAsync($"/people/{person}/plan/changes");

        TextOf(page).ShouldContain("Op 3 mei 2025 van wel naar niet.");
        TextOf(page).ShouldContain("besproken met Leida Vos en Fatima Azouzi");
        SheetOf(page, "Veranderd").ShouldNotContain("Antibiotica");
        SheetOf(page, "Opnieuw besproken, onveranderd")
            .ShouldContain("Op 3 mei 2025 opnieuw besproken: het blijft wel.");
        SheetOf(page, "Niet opnieuw besproken").ShouldContain("Intensive care");
    }

    [Fact]
    public async Task Any_two_days_are_compared_the_older_first()
    {
        var person = await WithTwoTalksAsync();
        var nurse = await house.VisitAsync("nurse");

        var same = await nurse.OpenAsync($"/people/{person}/plan/changes?from=2025-05-03&to=2025-05-03");
        TextOf(same).ShouldContain("Tussen 3 mei 2025 en 3 mei 2025 is er niets veranderd.");
        var backwards = await nurse.OpenAsync($"/people/{person}/plan/changes?from=2025-05-03&to=2024-04-01");
        TextOf(backwards).ShouldContain("Tussen 1 april 2024 en 3 mei 2025 is er 1 ding veranderd.");
        var first = await nurse.OpenAsync($"/people/{person}/plan/changes?from=&to=2024-04-01");
        TextOf(first).ShouldContain("Tot en met 1 april 2024 zijn er 3 dingen veranderd.");
        var odd = await nurse.OpenAsync($"/people/{person}/plan/changes?from=%3Cscript%3E&to=2025-99-99");
        TextOf(odd).ShouldContain("Tot en met 3 mei 2025");
    }

    [Fact]
    public async Task What_was_struck_out_is_told_apart_with_who_and_why()
    {
        var person = await WithTwoTalksAsync();
        var mistake = await house.AgreeAsync(person, TreatmentKind.BloodProducts, Decision.Withhold, "2025-06-03");
        await house.DoAsync(person, new StrikeOutEntry(mistake, "Verkeerde regel aangekruist.", [], []));
        var nurse = await house.VisitAsync("nurse");

        var page = await nurse.OpenAsync($"/people/{person}/plan/changes?from=2025-05-03&to=2099-01-01");

        SheetOf(page, "Doorgehaald").ShouldContain("Verkeerde regel aangekruist.");
        page.QuerySelectorAll("h2").ShouldNotContain(heading => heading.TextContent == "Veranderd");
    }

    [Fact]
    public async Task Without_a_plan_there_is_nothing_to_compare_and_without_a_relation_nothing_at_all()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        TextOf(await nurse.OpenAsync($"/people/{person}/plan/changes")).ShouldContain("nog niets vastgelegd");

        var stranger = await house.VisitAsync("volunteer");
        (await stranger.Client.GetAsync($"/people/{person}/plan/changes")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid> WithTwoTalksAsync()
    {
        var person = await house.RegisterLeidaAsync();
        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Perform, "2024-04-01");
        await house.AgreeAsync(person, TreatmentKind.Antibiotics, Decision.Perform, "2024-04-01");
        await house.AgreeAsync(person, TreatmentKind.IntensiveCare, Decision.Perform, "2024-04-01");
        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Withhold, "2025-05-03");
        await house.AgreeAsync(person, TreatmentKind.Antibiotics, Decision.Perform, "2025-05-03");
        return person;
    }

    private static string SheetOf(IHtmlDocument page, string title) =>
        Plain(
            page.QuerySelectorAll("section.sheet")
                .Single(one => one.QuerySelector("h2")?.TextContent == title)
                .TextContent
        );

    private static string TextOf(IHtmlDocument page) => Plain(page.QuerySelector("main")!.TextContent);

    /// <summary>As one reads it: the words of decisions are set in small letters by the style.</summary>
    private static string Plain(string text) =>
        Regex
            .Replace(text, "\\s+", " ")
            .Replace(" Wel", " wel", StringComparison.Ordinal)
            .Replace(" Niet.", " niet.", StringComparison.Ordinal)
            .Replace("Wel.", "wel.", StringComparison.Ordinal);
}
