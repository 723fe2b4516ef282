using AngleSharp.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning.AtNight;

/// <summary>What somebody reads at night, on the page and on the plan, of what the first look found.</summary>
public abstract class AtTheBedside(PlanHouse house)
{
    private protected static readonly Party Marijke = new(PartyKind.RelatedPerson, "Marijke Vos");
    private protected static readonly Party Hoekstra = new(PartyKind.Professional, "Sjoerd Hoekstra");

    private protected PlanHouse House => house;

    private protected static PartialDate Now =>
        PartialDate.Of(Moment.At(TimeProvider.System.GetUtcNow(), Mantel.Web.Look.Days.Zone).Today);

    private protected async Task<IElement> NightAsync(Guid person) => await PageAsync(person, "night");

    private protected async Task<IElement> PageAsync(Guid person, string page) =>
        (await (await house.VisitAsync("gp")).OpenAsync($"/people/{person}/{page}")).Body!;

    private protected static string Row(IElement page, string treatment) =>
        page.QuerySelectorAll(".night__row")
            .First(row => row.QuerySelector("dt")!.TextContent.Contains(treatment, StringComparison.Ordinal))
            .TextContent;

    /// <summary>The same on the first screen, which is read without scrolling.</summary>
    private protected static string Line(IElement page, string treatment) =>
        page.QuerySelectorAll(".first .agreed")
            .First(row => row.QuerySelector("dt")!.TextContent.Contains(treatment, StringComparison.Ordinal))
            .TextContent;

    private protected async Task AgreeAsync(
        Guid person,
        TreatmentKind kind,
        Decision decision,
        string on,
        string by,
        params IReadOnlyList<Party> parties
    ) =>
        await house.DoAsync(
            person,
            new AgreeTreatmentDirective(kind, null, false, decision, null, null, On(on), parties),
            by
        );

    private protected async Task<Guid> DeclareAsync(Guid person, AdvanceDirectiveKind kind, string? words, string on) =>
        (
            await house.DoAsync(
                person,
                new RecordAdvanceDirective(kind, null, words, null, [], On(on), false, null, null)
            )
        )[0].Id;

    private protected async Task<Guid> GiveCodeAsync(Guid person, DnrCode code, string on, string text) =>
        (
            await house.DoAsync(
                person,
                new GiveDnrCode(code, "AZ Verzonnen", On(on), On(on), null, text, []) { Basis = DnrBasis.Discussed }
            )
        )[0].Id;
}

[Trait("Safety", "16")]
public sealed class Rule16AtTheBedside(PlanHouse house) : AtTheBedside(house), IClassFixture<PlanHouse>
{
    [Theory]
    [InlineData("NL", "7:450")]
    [InlineData("BE", "22 augustus 2002")]
    public async Task A_refusal_stands_first_the_agreement_of_others_beside_it_with_the_law_of_the_country(
        string country,
        string law
    )
    {
        var person = await House.RegisterLeidaAsync(country);
        await DeclareAsync(person, AdvanceDirectiveKind.DoNotResuscitate, null, "2024-03-01");
        await House.DoAsync(person, new JudgeLegalCapacity(Capacity.NotCapable, "Dementie.", On("2025-02-01")));
        await AgreeAsync(person, Resuscitation, Decision.Perform, "2025-04-01", "gp", Marijke, Hoekstra);

        var night = await NightAsync(person);
        var row = Row(night, "Reanimatie");
        row.ShouldContain("Tegenstrijdig");
        Places(row, "zelf op schrift geweigerd:", "Niet", "niet door de persoon zelf:", "Wel").ShouldBeInOrder();
        Places(Line(night, "Reanimatie"), "Tegenstrijdig", "zelf op schrift geweigerd:", "Niet", "persoon zelf:", "Wel")
            .ShouldBeInOrder();
        var alarm = night.QuerySelector(".notice--alarm")!.TextContent;
        alarm.ShouldContain("Tegenstrijdig");
        alarm.ShouldContain(law);
        alarm.ShouldContain("nog door geen jurist nagekeken");

        (await PageAsync(person, "plan")).TextContent.ShouldContain(law);
        var start = (await (await House.VisitAsync("gp")).OpenAsync($"/people/{person}")).Body!.TextContent;
        start.ShouldContain("Reanimatie: wat is vastgelegd, spreekt elkaar tegen");
    }

    [Fact]
    public async Task A_refusal_that_fills_no_row_stands_above_the_rows_and_is_worked_out_from_there()
    {
        var person = await House.RegisterLeidaAsync();
        var words = "Ik weiger elke levensverlengende behandeling.";
        var declared = await DeclareAsync(person, AdvanceDirectiveKind.TreatmentRefusal, words, "2024-03-01");

        var night = await NightAsync(person);
        Places(
                night.TextContent,
                "Weigering in eigen woorden",
                words,
                "1 maart 2024",
                "Werk het uit met een arts",
                "Antibiotica"
            )
            .ShouldBeInOrder();
        (await PageAsync(person, "plan")).TextContent.ShouldContain(words);
        (await PageAsync(person, "")).TextContent.ShouldContain("Weigert behandeling in eigen woorden");

        var gp = await House.VisitAsync("gp");
        var form = $"/people/{person}/plan/declarations/{declared}/work-out";
        var answer = await gp.SendAsync(
            form,
            form,
            ("workedOutOn", "3-5-2025"),
            ("decides.Antibiotics.decision", "Withhold")
        );
        ((int)answer.StatusCode).ShouldBe(303);
        var after = await NightAsync(person);
        Row(after, "Antibiotica").ShouldContain("Niet");
        after.TextContent.ShouldContain("Uitgewerkt op");
        after.TextContent.ShouldNotContain("Werk het uit met een arts");
    }

    private static List<int> Places(string text, params IReadOnlyList<string> parts)
    {
        List<int> places = [];
        foreach (var part in parts)
        {
            places.Add(text.IndexOf(part, places.LastOrDefault(), StringComparison.Ordinal));
            places[^1].ShouldBeGreaterThanOrEqualTo(0, part);
        }
        return places;
    }
}

[Trait("Safety", "18")]
public sealed class Rule18AtTheBedside(PlanHouse house) : AtTheBedside(house), IClassFixture<PlanHouse>
{
    [Fact]
    public async Task The_confirmed_word_stays_in_sight_beside_the_newer_one_that_waits()
    {
        var person = await House.RegisterLeidaAsync();
        await AgreeAsync(person, Resuscitation, Decision.Perform, "2024-03-01", "gp", Leida, Hoekstra);
        await AgreeAsync(person, Resuscitation, Decision.Withhold, "2025-03-01", "nurse", Leida, Fatima);

        var row = Row(await NightAsync(person), "Reanimatie");
        row.ShouldContain("nog niet door arts bevestigd");
        row.ShouldContain("eerder, en bevestigd door een arts:Wel");
        var line = Line(await NightAsync(person), "Reanimatie");
        line.ShouldContain("nog niet door arts bevestigd");
        line.ShouldContain("eerder bevestigd: Wel");
        (await PageAsync(person, "plan")).TextContent.ShouldContain("eerder, en bevestigd door een arts:");
    }

    [Fact]
    public async Task What_a_physician_recorded_and_contradicts_says_so_and_not_that_nobody_confirmed_it()
    {
        var person = await House.RegisterLeidaAsync();
        await AgreeAsync(person, Resuscitation, Decision.Perform, "2025-03-01", "gp", Leida, Hoekstra);
        await AgreeAsync(person, IcdDeactivation, Decision.Perform, "2025-03-01", "gp", Leida, Hoekstra);

        var night = await NightAsync(person);
        foreach (var treatment in new[] { "Reanimatie", "ICD" })
        {
            Row(night, treatment).ShouldContain("tegenstrijdig; vastgelegd of bevestigd door");
            Row(night, treatment).ShouldNotContain("nog niet door arts bevestigd");
        }
        (await PageAsync(person, "")).TextContent.ShouldNotContain("nog niet door een arts bevestigd");
    }

    [Fact]
    public async Task An_ICD_that_is_off_says_since_when_where_it_is_looked_for()
    {
        var person = await House.RegisterLeidaAsync();
        var off = new RecordImplantedDevice(
            DeviceKind.Icd,
            true,
            null,
            On("2018"),
            IsOff: true,
            OffSince: On("2025-05-03")
        );
        await House.DoAsync(person, off);
        Row(await NightAsync(person), "ICD").ShouldContain("ICD aanwezig sinds 2018. Staat uit sinds 3 mei 2025");
        (await PageAsync(person, "plan")).TextContent.ShouldContain("Staat uit sinds 3 mei 2025");
    }
}

[Trait("Safety", "19")]
public sealed class Rule19AtTheBedside(PlanHouse house) : AtTheBedside(house), IClassFixture<PlanHouse>
{
    [Fact]
    public async Task A_running_code_disagrees_in_its_row_and_after_coming_home_the_older_word_says_that_it_revived()
    {
        var person = await House.RegisterLeidaAsync("BE");
        await AgreeAsync(person, Resuscitation, Decision.Perform, "2024-03-01", "gp", Leida, Hoekstra);
        await GiveCodeAsync(person, DnrCode.Dnr3, "2025-03-01", "comfortzorg, afbouw");

        var during = Row(await NightAsync(person), "Reanimatie");
        during.ShouldContain("Tegenstrijdig");
        during.ShouldContain("DNR 3 van AZ Verzonnen zegt anders: Niet");
        Line(await NightAsync(person), "Reanimatie").ShouldContain("DNR 3 van AZ Verzonnen zegt anders: Niet");
        (await PageAsync(person, "")).TextContent.ShouldContain("spreekt elkaar tegen");

        await House.DoAsync(person, new RecordCourseChange(CourseChange.CameHome, On("2025-03-20")));
        var night = await NightAsync(person);
        var after = Row(night, "Reanimatie");
        after.ShouldNotContain("Tegenstrijdig");
        Line(night, "Reanimatie").ShouldContain("Herleefd: de DNR-code van AZ Verzonnen");
        after.ShouldContain("Herleefd: de DNR-code van AZ Verzonnen gold alleen voor dat verblijf");
        Row(night, "DNR-code").ShouldContain("1 eerdere DNR-code, niet meer van kracht");
        (await PageAsync(person, "plan")).TextContent.ShouldContain("verblijf voorbij op 20 maart 2025 (thuis");
        (await PageAsync(person, "")).TextContent.ShouldContain(
            "de DNR-code van AZ Verzonnen gold alleen voor dat verblijf"
        );
    }

    [Fact]
    public async Task That_the_stay_still_lasts_is_said_where_it_is_asked_and_by_whom()
    {
        var person = await House.RegisterLeidaAsync("BE");
        await House.DoAsync(person, new RecordCourseChange(CourseChange.AdmittedToHospital, On("2025-03-01")));
        var code = await GiveCodeAsync(person, DnrCode.Dnr1, "2025-03-02", "Niet reanimeren.");
        await House.DoAsync(person, new RecordCourseChange(CourseChange.AdmittedToHospital, On("2025-03-20")));
        var nurse = await House.VisitAsync("nurse");
        var start = await nurse.OpenAsync($"/people/{person}");
        var way = start.QuerySelector($"a[href$='/plan/dnr-codes/{code}/end']")!.GetAttribute("href")!;
        var lasts = (await nurse.OpenAsync(way)).QuerySelector("a[href$='/lasts']")!.GetAttribute("href")!;
        (await nurse.OpenAsync(lasts)).Body!.TextContent.ShouldContain("Na 7 dagen wordt het opnieuw gevraagd");

        ((int)(await nurse.SendAsync(lasts, lasts, ("lastsOn", "2-3-2999"))).StatusCode).ShouldBe(400);
        ((int)(await nurse.SendAsync(lasts, lasts, ("lastsOn", $"{Now}"))).StatusCode).ShouldBe(303);
        (await PageAsync(person, "")).TextContent.ShouldNotContain("Is het verblijf voorbij");
        var row = Row(await NightAsync(person), "DNR-code");
        row.ShouldNotContain("Is dit verblijf voorbij?");
        row.ShouldContain($"zei {House.Of("nurse").Name}");
        (await PageAsync(person, "timeline")).TextContent.ShouldContain("Verblijf van de DNR-code duurt nog");

        await House.DoAsync(person, new RecordCourseChange(CourseChange.CameHome, Now));
        Row(await NightAsync(person), "DNR-code").ShouldContain("1 eerdere DNR-code, niet meer van kracht");
        ((int)(await nurse.SendAsync(lasts, lasts, ("lastsOn", $"{Now}"))).StatusCode).ShouldBe(409);
    }

    [Fact]
    public async Task A_code_that_was_decided_and_told_says_so()
    {
        var person = await House.RegisterLeidaAsync("BE");
        var told = new GiveDnrCode(DnrCode.Dnr1, "AZ Verzonnen", On("2025-03-01"), null, null, null, []);
        await House.DoAsync(person, told with { Basis = DnrBasis.Communicated, ToldTo = "de dochter" });
        Row(await NightAsync(person), "DNR-code")
            .ShouldContain("besloten door een arts op 1 mrt 2025 en meegedeeld aan de dochter");
    }
}
