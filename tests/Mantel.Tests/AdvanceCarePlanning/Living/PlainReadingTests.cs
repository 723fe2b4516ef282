using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Living;

/// <summary>The person reads the plan said to them in plain words; the whole plan is one link away.</summary>
public sealed class PlainReadingTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task The_person_reads_sentences_and_a_professional_the_plan()
    {
        var (person, nurse) = (await house.VisitAsync("person"), await house.VisitAsync("nurse"));
        var leida = await PlanOfAsync(person);

        var plain = (await person.OpenAsync(leida)).Body!.TextContent;
        plain.ShouldContain("Als uw hart stilstaat, wilt u niet gereanimeerd worden.");
        plain.ShouldContain("Het hangt ervan af of u nog naar het ziekenhuis wilt:");
        plain.ShouldContain("Nog niet door een arts beoordeeld.");
        plain.ShouldContain("Ik wil iets anders zeggen");
        plain.ShouldContain("ICD aanwezig");
        (await nurse.OpenAsync(leida)).Body!.TextContent.ShouldNotContain("wilt u niet gereanimeerd worden");
        (await person.OpenAsync(leida + "?all=yes")).QuerySelector(".plain-plan").ShouldBeNull();
        (await person.OpenAsync(leida + "?all=yes")).QuerySelector(".plan-rows").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_representative_reads_of_the_person_and_not_of_themselves()
    {
        var (person, daughter) = (await house.VisitAsync("person"), await house.VisitAsync("close-one"));

        var plain = (await daughter.OpenAsync(await PlanOfAsync(person))).Body!.TextContent;

        plain.ShouldContain("Het plan van Leida in gewone taal");
        plain.ShouldContain("Als het hart van Leida stilstaat, reanimeren we niet.");
        plain.ShouldNotContain("uw hart");
    }

    private static async Task<string> PlanOfAsync(Visitor person) =>
        (await person.OpenAsync("/"))
            .QuerySelectorAll("a[href^='/people/']")
            .Select(a => string.Join('/', a.GetAttribute("href")!.Split('/')[..3]))
            .First(path => Guid.TryParse(path.Split('/')[^1], out _)) + "/plan";
}
