using System.Net;
using System.Text.Json;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Living;

/// <summary>Sharing the plan over HTTP: with whom, read by whom, and as a bundle for another system.</summary>
public sealed class SharePagesTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task Who_the_plan_is_shared_with_sees_it_until_they_say_they_read_it()
    {
        var person = await house.RegisterLeidaAsync();
        var (nurse, gp) = (await house.VisitAsync("nurse"), await house.VisitAsync("gp"));
        var with = await MemberAsync(person, "gp");
        var address = $"/people/{person}/plan/share";

        var done = await nurse.SendAsync(address, address, ("with", with.ToString()), ("words", "Voor maandag"));

        await PlanFormsTests.ShouldBeDone(done, $"/people/{person}/plan");
        (await nurse.OpenAsync($"/people/{person}/plan")).Body!.TextContent.ShouldNotContain("Gedeeld met u");
        (await nurse.OpenAsync(address)).Body!.TextContent.ShouldContain("nog niet gelezen");
        var plan = await gp.OpenAsync($"/people/{person}/plan");
        plan.Body!.TextContent.ShouldContain("Voor maandag");
        var read = plan
            .Forms.Select(form => form.GetAttribute("action")!)
            .Single(to => to.EndsWith("/read", StringComparison.Ordinal));

        await PlanFormsTests.ShouldBeDone(await gp.SendAsync($"/people/{person}/plan", read), $"/people/{person}");
        (await gp.OpenAsync($"/people/{person}/plan")).Body!.TextContent.ShouldNotContain("Gedeeld met u");
        (await nurse.OpenAsync(address)).Body!.TextContent.ShouldContain("gelezen op");
    }

    [Fact]
    public async Task A_volunteer_reads_that_what_is_shared_was_shared_on_the_page_they_may_see()
    {
        var person = await house.RegisterLeidaAsync();
        var account = house.Of("volunteer");
        var member = new TeamMember(
            account.Name,
            Discipline.Volunteer,
            Account: account.Account,
            Relation: CareRelation.Shared
        );
        var id = Guid.NewGuid();
        await house.DoAsync(person, new JoinCareTeam(id, member, new PartialDate(2025, 1, 1)));
        await house.DoAsync(person, new SharePlan(id, null));
        var volunteer = await house.VisitAsync("volunteer");

        var page = await volunteer.OpenAsync($"/people/{person}");
        page.Body!.TextContent.ShouldContain("Gedeeld met u, nog niet gelezen");
        var read = page
            .Forms.Select(form => form.GetAttribute("action")!)
            .Single(to => to.EndsWith("/read", StringComparison.Ordinal));
        await PlanFormsTests.ShouldBeDone(await volunteer.SendAsync($"/people/{person}", read), $"/people/{person}");
        (await volunteer.OpenAsync($"/people/{person}")).Body!.TextContent.ShouldNotContain("Gedeeld met u");
    }

    [Fact]
    public async Task Against_a_refusal_nothing_is_shared_and_the_page_says_why()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var (address, with) = ($"/people/{person}/plan/share", await MemberAsync(person, "gp"));
        var hidden = PlanFormsTests.Hidden(await nurse.OpenAsync(address), address).ToArray();
        await house.DoAsync(
            person,
            new RecordSharingConsent(SharingConsent.Refused, null, new PartialDate(2025, 5, 3))
        );

        var refused = await nurse.Client.PostAsync(address, Visitor.Fields([.. hidden, ("with", with.ToString())]));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Visitor.ReadAsync(refused)).Body!.TextContent.ShouldContain("wil niet dat het plan gedeeld wordt");
        (await nurse.OpenAsync(address)).Forms.ShouldNotContain(form => form.GetAttribute("action") == address);
        (await house.RecordAsync(person)).All<PlanShared>().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_bundle_is_for_who_may_take_it_along_and_is_a_look()
    {
        var person = await house.RegisterLeidaAsync();
        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Withhold, "2025-05-03");
        var nurse = await house.VisitAsync("nurse");

        var answer = await nurse.Client.GetAsync($"/people/{person}/plan/bundle");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/fhir+json");
        using var bundle = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        bundle.RootElement.GetProperty("resourceType").GetString().ShouldBe("Bundle");
        var looks = house.Mantel.Services.GetRequiredService<Archive>().Looks;
        (await looks.ReadAsync(person, 0, 10, CancellationToken.None)).ShouldContain(look =>
            look.Page == nameof(AccessAction.Export)
        );
        var stranger = await house.VisitAsync("physician-on-duty");
        (await stranger.Client.GetAsync($"/people/{person}/plan/bundle")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid> MemberAsync(Guid person, string role) =>
        (await house.RecordAsync(person))
            .TeamPeriods()
            .Single(member => member.Fact.Account == house.Of(role).Account)
            .Id;
}
