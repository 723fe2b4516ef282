using System.Net;
using AngleSharp.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;
using static Mantel.Tests.AdvanceCarePlanning.PlanFormsTests;

namespace Mantel.Tests.AdvanceCarePlanning.Deciding;

/// <summary>What the pages say of who decides, and how it is asked who agreed.</summary>
[Trait("Safety", "17")]
public sealed class WhoDecidesOverHttpTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private static readonly PartialDate Lost = On("2026-05-10");

    [Fact]
    public async Task FirstLookA4_the_night_page_says_who_decides_with_what_right_and_number_and_the_phase()
    {
        var person = await house.RegisterLeidaAsync();
        var night = await NightAsync(person);
        night.ShouldContain("Leida beslist zelf.");
        night.ShouldContain("Als Leida niet kan beslissen, beslist");
        await house.DoAsync(person, new JudgeLegalCapacity(Capacity.NotCapable, "Dementie.", Lost));
        await CloseAsync(person, "Annie", Relationship.Wife, ContactRole.WrittenProxy);
        await CloseAsync(person, "Riet", Relationship.Friend, ContactRole.NamedToSpeak);
        await house.DoAsync(person, new MarkDyingPhase(Fatima, [MarkingReason.SignsOfDying], null, On("2026-05-26")));
        await house.DoAsync(person, new DeclineTalk(TalkTopic.Euthanasia, true, null, Lost));
        night = await NightAsync(person);
        night.ShouldContain("Leida kan niet zelf beslissen,");
        night.ShouldContain("sinds 10 mei 2026");
        night.ShouldContain("Namens Leida beslist");
        night.ShouldContain("schriftelijk gemachtigde");
        night.ShouldContain("art. 7:465 lid 3 BW");
        night.ShouldContain("0118 55 01 00");
        night.ShouldContain("Spreekt voor Leida, beslist niet");
        night.ShouldContain("Stervensfase");
        night.ShouldContain("sinds 26 mei 2026");
        night.ShouldContain("euthanasie", Case.Insensitive);
    }

    [Fact]
    public async Task FirstLookA5_the_sheet_names_nobody_as_deciding_while_the_person_can()
    {
        var person = await house.RegisterLeidaAsync();
        await CloseAsync(person, "Riet", Relationship.Friend, ContactRole.NamedToSpeak);
        var nurse = await house.VisitAsync("nurse");
        var code = new string('a', 26);
        await house.DoAsync(person, new PrintPlanSheet(code));
        var sheet = await TextAsync(nurse, $"/people/{person}/plan/sheet");
        sheet.ShouldContain("Ik beslis zelf.");
        sheet.ShouldNotContain("Beslist namens mij");
        sheet.ShouldContain("Spreekt voor Leida Vos, beslist niet: Riet Vos");
        await house.DoAsync(person, new JudgeLegalCapacity(Capacity.NotCapable, "Dementie.", Lost));
        var record = await house.RecordAsync(person);
        record.StandingOf(code, DateOnly.FromDateTime(DateTime.UtcNow), TimeZoneInfo.Utc)!.IsCurrent.ShouldBeFalse();
    }

    [Fact]
    public async Task FirstLookA8_it_is_asked_whether_this_is_right_can_be_recorded_knowingly_and_then_always_says_so()
    {
        var person = await house.RegisterLeidaAsync();
        await house.DoAsync(person, new JudgeLegalCapacity(Capacity.NotCapable, "Dementie.", Lost));
        var gp = await house.VisitAsync("gp");
        var typed =
            "decision=Perform;discussedOn=20-5-2026;parties=person;"
            + "parties.other0=Sjoerd Hoekstra;parties.other0.kind=Professional";
        var asked = await SendAsync(gp, person, "treatments/resuscitation", typed);
        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Visitor.ReadAsync(asked);
        page.Body!.TextContent.ShouldContain("Leida kon op die dag niet zelf beslissen");
        page.Body.TextContent.ShouldContain("Klopt dit?");
        page.QuerySelector("#evenSo").ShouldNotBeNull();
        await ShouldBeDone(
            await SendAsync(gp, person, "treatments/resuscitation", typed + ";evenSo=yes"),
            $"/people/{person}/plan"
        );
        foreach (var at in new[] { "plan", "night" })
        {
            var text = await TextAsync(gp, $"/people/{person}/{at}");
            text.ShouldContain("Kon toen niet zelf beslissen (sinds 10 mei 2026)");
            text.ShouldNotContain("bevestigd door");
        }
    }

    [Fact]
    public async Task UsersA8_the_last_talk_names_the_person_and_the_physician()
    {
        var person = await house.RegisterLeidaAsync();
        var sjoerd = new Party(PartyKind.Professional, "Sjoerd Hoekstra");
        await house.DoAsync(
            person,
            new HoldConversation(Guid.NewGuid(), On("2026-05-03"), sjoerd, true, [Marijke], null, [])
        );
        var plan = await TextAsync(await house.VisitAsync("nurse"), $"/people/{person}/plan");
        plan.ShouldContain("met Leida Vos, Marijke Vos, Sjoerd Hoekstra");
    }

    [Fact]
    public async Task A_Belgian_form_offers_a_vertrouwenspersoon_and_no_mentor()
    {
        var person = await house.RegisterLeidaAsync("BE");
        var form = await TextAsync(await house.VisitAsync("nurse"), $"/people/{person}/circle/add");
        form.ShouldContain("vertrouwenspersoon");
        form.ShouldContain("bewindvoerder over de goederen");
        form.ShouldNotContain("mentor");
    }

    private Task<IReadOnlyList<Entry>> CloseAsync(
        Guid person,
        string given,
        Relationship relation,
        params IReadOnlyList<ContactRole> roles
    )
    {
        var name = new PersonName(given, null, null, null, "Vos", null, null, NameUse.Own);
        var phone = new ContactPoint(ContactPointKind.Phone, "0118 55 01 00", null, null);
        return house.DoAsync(
            person,
            new RecordRelatedPerson(Guid.NewGuid(), name, relation, Roles: roles, ContactPoints: [phone])
        );
    }

    private async Task<string> NightAsync(Guid person) =>
        await TextAsync(await house.VisitAsync("gp"), $"/people/{person}/night");

    private static async Task<string> TextAsync(Visitor visitor, string address)
    {
        var page = await visitor.OpenAsync(address);
        var text = page.QuerySelector("main")?.TextContent ?? page.Body!.TextContent;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
