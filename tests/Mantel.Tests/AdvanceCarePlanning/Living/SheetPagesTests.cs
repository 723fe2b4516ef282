using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Living;

/// <summary>The sheet for the kitchen over HTTP: made by who may, and asked after by anyone who holds it.</summary>
public sealed class SheetPagesTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task Printing_is_an_act_and_the_sheet_carries_its_code()
    {
        var person = await WithPlanAsync();
        var nurse = await house.VisitAsync("nurse");
        (await nurse.OpenAsync($"/people/{person}/plan/sheet")).QuerySelector(".a4").ShouldBeNull();

        var page = await PrintAsync(person);

        var sheet = page.QuerySelector(".a4").ShouldNotBeNull().TextContent;
        sheet.ShouldContain("Leida Vos");
        sheet.ShouldContain("14-03-1944");
        sheet.ShouldContain("nog niet door arts bevestigd");
        page.QuerySelector(".a4 .qr").ShouldNotBeNull();
        page.QuerySelector(".a4__address")!.TextContent.ShouldBe($"{Local}/sheet/{await CodeAsync(person)}");
    }

    [Fact]
    public async Task Users_A1_what_was_said_about_a_treatment_stands_on_paper()
    {
        var person = await WithPlanAsync();
        var dialysis = new AgreeTreatmentDirective(
            TreatmentKind.Other,
            "dialyse",
            false,
            Decision.Withhold,
            null,
            "Nooit aan zo’n machine.",
            Outcomes.On("2025-05-03"),
            [Outcomes.Leida, Outcomes.Fatima]
        );
        await house.DoAsync(person, dialysis);

        var page = await PrintAsync(person);

        var row = page.QuerySelectorAll(".a4__decision").Single(one => one.TextContent.Contains("dialyse"));
        row.TextContent.ShouldContain("Niet");
        row.TextContent.ShouldContain("Nooit aan zo’n machine.");
    }

    [Fact]
    public async Task Sent_twice_it_is_printed_once()
    {
        var person = await WithPlanAsync();
        var nurse = await house.VisitAsync("nurse");
        var address = $"/people/{person}/plan/sheet";
        var hidden = PlanFormsTests.Hidden(await nurse.OpenAsync(address), address).ToArray();

        await nurse.Client.PostAsync(address, Visitor.Fields(hidden));
        await nurse.Client.PostAsync(address, Visitor.Fields(hidden));

        (await house.RecordAsync(person)).All<PlanSheetPrinted>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_may_not_print_finds_nothing_there()
    {
        var person = await WithPlanAsync();
        foreach (var role in new[] { "volunteer", "physician-on-duty", "coordinator" })
        {
            var visitor = await house.VisitAsync(role);
            var answer = await visitor.Client.GetAsync($"/people/{person}/plan/sheet");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, role);
        }
    }

    [Fact]
    public async Task Anyone_hears_that_it_is_current_and_after_a_change_that_it_was_replaced()
    {
        var person = await WithPlanAsync();
        await PrintAsync(person);
        var address = $"/sheet/{await CodeAsync(person)}";
        var anyone = house.Mantel.Visit();
        HeadingOf(await anyone.OpenAsync(address)).ShouldBe("Dit blad is actueel");
        HeadingOf(
                await anyone.OpenAsync(address.ToUpperInvariant().Replace("/SHEET", "/sheet", StringComparison.Ordinal))
            )
            .ShouldBe("Dit blad is actueel");

        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Perform, "2025-06-03");

        HeadingOf(await anyone.OpenAsync(address)).ShouldStartWith("Dit blad is vervangen op ");
        var nurse = await house.VisitAsync("nurse");
        var page = await nurse.OpenAsync($"/people/{person}/plan/sheet");
        page.QuerySelector(".a4").ShouldBeNull("an outdated sheet is not printed again under its old code");
        page.QuerySelector(".notice--alarm")!.TextContent.ShouldContain("klopt niet meer");
        (await nurse.OpenAsync($"/people/{person}/plan")).Body!.TextContent.ShouldContain("klopt niet meer");
    }

    [Fact]
    public async Task A_new_sheet_is_current_and_the_old_one_stays_replaced()
    {
        var person = await WithPlanAsync();
        await PrintAsync(person);
        var old = await CodeAsync(person);
        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Perform, "2025-06-03");
        await PrintAsync(person);
        var anyone = house.Mantel.Visit();

        HeadingOf(await anyone.OpenAsync($"/sheet/{old}")).ShouldStartWith("Dit blad is vervangen");
        HeadingOf(await anyone.OpenAsync($"/sheet/{await CodeAsync(person)}")).ShouldBe("Dit blad is actueel");
    }

    [Fact]
    public async Task A_sheet_of_a_print_that_was_withdrawn_or_of_somebody_erased_is_not_known()
    {
        var (withdrawn, erased) = (await WithPlanAsync(), await WithPlanAsync());
        await PrintAsync(withdrawn);
        await PrintAsync(erased);
        var codes = (Withdrawn: await CodeAsync(withdrawn), Erased: await CodeAsync(erased));
        var print = (await house.RecordAsync(withdrawn)).All<PlanSheetPrinted>().Single().Entry.Id;

        await house.DoAsync(withdrawn, new WithdrawWrongPerson([print], "Ander mens.", []));
        var erasure = new Erasure(
            erased,
            DateTimeOffset.UtcNow,
            "Verzoek",
            house.Of("gp").Account,
            house.Of("nurse").Account
        );
        await house.Mantel.Services.GetRequiredService<Archive>().EraseAsync(erasure, CancellationToken.None);

        var anyone = house.Mantel.Visit();
        HeadingOf(await anyone.OpenAsync($"/sheet/{codes.Withdrawn}")).ShouldBe("Dit blad is hier niet (meer) bekend");
        HeadingOf(await anyone.OpenAsync($"/sheet/{codes.Erased}")).ShouldBe("Dit blad is hier niet (meer) bekend");
    }

    [Fact]
    public async Task Asking_is_no_look_at_a_person()
    {
        var person = await WithPlanAsync();
        await PrintAsync(person);
        var looks = house.Mantel.Services.GetRequiredService<Archive>().Looks;
        var before = (await looks.ReadAsync(person, 0, 100, CancellationToken.None)).Count;

        await house.Mantel.Visit().OpenAsync($"/sheet/{await CodeAsync(person)}");

        (await looks.ReadAsync(person, 0, 100, CancellationToken.None)).Count.ShouldBe(before);
    }

    private string Local =>
        house.Mantel.Address.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    private async Task<Guid> WithPlanAsync()
    {
        var person = await house.RegisterLeidaAsync();
        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Withhold, "2025-05-03");
        return person;
    }

    private async Task<IHtmlDocument> PrintAsync(Guid person)
    {
        var nurse = await house.VisitAsync("nurse");
        var address = $"/people/{person}/plan/sheet";
        await PlanFormsTests.ShouldBeDone(await nurse.SendAsync(address, address), address);
        return await nurse.OpenAsync(address);
    }

    private async Task<string> CodeAsync(Guid person) =>
        (await house.RecordAsync(person)).All<PlanSheetPrinted>().Last().Fact.Sheet;

    private static string HeadingOf(IHtmlDocument page) => page.QuerySelector("h1")!.TextContent.Trim();
}
