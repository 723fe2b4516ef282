using System.Net;
using System.Text.Json;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Access;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Pages;

/// <summary>Two records of one person, found, laid side by side, joined and parted on the pages.</summary>
public sealed class JoiningPagesTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    [Fact]
    public async Task Who_may_join_both_lays_them_side_by_side_and_joins_them()
    {
        var (gp, one, other) = await TwoAsync();
        var choose = await gp.Visitor.OpenAsync($"/people/{one}/join");
        choose.QuerySelectorAll("a.person-row").Select(row => row.GetAttribute("href")).ShouldContain(Way(one, other));
        var page = await gp.Visitor.OpenAsync(Way(one, other));
        PeopleHouse.TextOf(page).ShouldContain("Vos-de Ruyter");
        page.QuerySelectorAll(".two-records__what .chip").Length.ShouldBe(1);

        await PeopleHouse.RefusedAsync(
            gp.Visitor,
            Way(one, other),
            HttpStatusCode.BadRequest,
            "compared",
            "Leg de gegevens naast elkaar en zeg dat u dat deed.",
            ("reason", "Zelfde pas.")
        );
        await JoinAsync(gp, one, other);

        foreach (var id in new[] { one, other })
        {
            var person = await gp.Visitor.OpenAsync($"/people/{id}");
            PeopleHouse.TextOf(person).ShouldContain("Hierin is een tweede dossier opgenomen: L. Vos-de Ruyter");
            PeopleHouse.TextOf(person).ShouldContain("Zelfde pas.");
        }
        var timeline = PeopleHouse.TextOf(await gp.Visitor.OpenAsync($"/people/{other}/timeline"));
        timeline.ShouldContain("uit het dossier L. Vos-de Ruyter");
        timeline.ShouldContain("uit het dossier Leida Vos");
    }

    [Fact]
    public async Task What_is_sent_to_the_address_of_the_other_lands_in_the_one_and_they_are_found_once()
    {
        var (gp, one, other) = await TwoAsync("Zwaneveld");
        await JoinAsync(gp, one, other);
        var form = $"/people/{other}/allergies/add";
        await PeopleHouse.DoAsync(gp.Visitor, form, ("substance", "Penicilline"));

        var record = await house.ReadAsync(one);
        record.Allergies().ShouldHaveSingleItem().Entry.Stream.Id.ShouldBe(one);
        var found = await gp.Visitor.SendAsync("/people/search", "/people/search", ("name", "Zwaneveld"));
        var rows = (await Web.Visitor.ReadAsync(found)).QuerySelectorAll("a.person-row");
        rows.ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"/people/{one}");
    }

    [Fact]
    public async Task Every_look_is_in_the_log_of_both_and_read_once()
    {
        var (gp, one, other) = await TwoAsync();
        await gp.GetAsync($"/people/{other}/night");
        await JoinAsync(gp, one, other);
        await gp.GetAsync($"/people/{other}/plan");

        foreach (var id in new[] { one, other })
            (await house.Looks.ReadAsync(id, 0, 50, default)).Select(look => look.Page).ShouldContain("ReadPlan");
        var sight = (
            await house.Desk.LoadAsync(one, gp.Actor, Core.Access.AccessAction.ReadLog, AccessHouse.Now, default)
        )!;
        var looks = await house.Desk.LooksAsync(sight, 0, 50, default);
        looks.Count(look => look.Page == "ReadPlan").ShouldBe(1);
        looks.Count(look => look.Page == "ReadNight").ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_not_join_both_finds_nothing_there()
    {
        var (gp, one, other) = await TwoAsync();
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(one, nurse);
        await house.JoinAsync(other, nurse);
        var colleague = await house.SomebodyAsync(Role.GeneralPractitioner);
        await house.JoinAsync(one, colleague);
        var administrator = await house.SomebodyAsync(Role.Administrator);

        foreach (var who in new[] { nurse, colleague, administrator })
            (await who.GetAsync(Way(one, other))).Status.ShouldBe(HttpStatusCode.NotFound, who.Actor.Role.ToString());
        var choose = await colleague.Visitor.OpenAsync($"/people/{one}/join");
        choose.QuerySelectorAll("a.person-row").ShouldBeEmpty();
        PeopleHouse.TextOf(choose).ShouldContain("van wie u het dossier niet mag samenvoegen");
        PeopleHouse.TextOf(choose).ShouldNotContain("Vos-de Ruyter");
        (await gp.GetAsync(Way(one, Guid.NewGuid()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await gp.GetAsync(Way(one, one))).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Parted_each_is_by_itself_again_and_the_page_says_what_stays_where()
    {
        var (gp, one, other) = await TwoAsync();
        await JoinAsync(gp, one, other);
        await PeopleHouse.DoAsync(gp.Visitor, $"/people/{one}/allergies/add", ("substance", "Penicilline"));
        var form = $"/people/{one}/part/{other}";
        var page = PeopleHouse.TextOf(await gp.Visitor.OpenAsync(form));
        page.ShouldContain("Eén keer is er sindsdien iets vastgelegd.");
        page.ShouldContain("Penicilline");
        await PeopleHouse.DoAsync(gp.Visitor, form, ("reason", "Toch haar zus."));

        PeopleHouse.TextOf(await gp.Visitor.OpenAsync($"/people/{other}")).ShouldNotContain("Penicilline");
        PeopleHouse.TextOf(await gp.Visitor.OpenAsync($"/people/{one}")).ShouldContain("Penicilline");
        PeopleHouse.TextOf(await gp.Visitor.OpenAsync(form)).ShouldContain("Deze dossiers zijn niet samengevoegd.");
    }

    [Fact]
    public async Task The_bundle_of_the_joined_record_holds_one_patient_with_what_both_are_known_by()
    {
        var (gp, one, other) = await TwoAsync();
        await house.TellAsync(one, new NumberRecorded(new PersonNumber(NumberKind.Bsn, "999990007")));
        await house.TellAsync(other, new NumberRecorded(null));
        await JoinAsync(gp, one, other);
        foreach (var id in new[] { one, other })
        {
            var (_, body) = await gp.GetAsync($"/people/{id}/plan/bundle");
            var patient = JsonDocument
                .Parse(body)
                .RootElement.GetProperty("entry")
                .EnumerateArray()
                .Select(entry => entry.GetProperty("resource"))
                .Where(resource => resource.GetProperty("resourceType").GetString() == "Patient")
                .ShouldHaveSingleItem();
            patient.GetProperty("id").GetString().ShouldBe(one.ToString());
            patient
                .GetProperty("identifier")
                .EnumerateArray()
                .Select(identifier => identifier.GetProperty("value").GetString())
                .ShouldBe(["999990007", $"urn:uuid:{other}"]);
        }
    }

    [Fact]
    public async Task The_sheet_in_the_kitchen_answers_by_its_code_whichever_record_it_was_printed_from()
    {
        var (gp, one, other) = await TwoAsync();
        var code = SheetCode.Of(Guid.NewGuid().ToByteArray());
        await house.TellAsync(other, new PlanSheetPrinted(code));
        await JoinAsync(gp, one, other);

        var register = house.House.Services.GetRequiredService<Register<RegisterRow>>();
        var row = (await register.FindByNumberAsync(SheetCode.Key(code), default)).ShouldHaveSingleItem();
        row.Person.ShouldBe(one);
        (await house.House.Visit().Client.GetAsync($"/sheet/{code}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await house.ReadAsync(row.Person)).StandingOf(code, AccessHouse.Now.Today, TimeZoneInfo.Utc).ShouldNotBeNull();
    }

    private static string Way(Guid one, Guid other) => $"/people/{one}/join/{other}";

    private static Task JoinAsync(Somebody gp, Guid one, Guid other) =>
        PeopleHouse.DoAsync(gp.Visitor, Way(one, other), ("reason", "Zelfde pas."), ("compared", "yes"));

    /// <summary>Two records of one person, and a general practitioner who is in the team of both.</summary>
    private async Task<(Somebody Gp, Guid One, Guid Other)> TwoAsync(string family = "Vos")
    {
        var gp = await house.SomebodyAsync(Role.GeneralPractitioner);
        var one = await house.PersonAsync(SharingConsent.Given, Named("Leida", null, family));
        var other = await house.PersonAsync(SharingConsent.Given, Named(null, "L.", family, "Ruyter", "de"));
        foreach (var person in new[] { one, other })
            await house.JoinAsync(person, gp, CareRelation.CareTeam);
        return (gp, one, other);
    }

    private static NameRecorded Named(
        string? given,
        string? initials,
        string family,
        string? own = null,
        string? prefix = null
    ) =>
        own is null
            ? new(new PersonName(given, initials, given, null, family, null, null, NameUse.Own))
            : new(new PersonName(given, initials, null, prefix, own, null, family, NameUse.PartnerOwn));
}
