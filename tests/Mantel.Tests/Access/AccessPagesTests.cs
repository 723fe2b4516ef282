using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// The pages of consent, looks and mistakes never leave open whom they are about, and speak in words.
/// </summary>
public sealed class AccessPagesTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private static readonly AddressRecorded AtHome = new(
        new Address(AddressKind.Home, "Lange Noordstraat", "14", "4331 CD", "Middelburg", null, null, null, null)
    );

    [Theory]
    [InlineData("consent")]
    [InlineData("entries/{0}/strike-out")]
    [InlineData("entries/{0}/withdraw")]
    public async Task A_page_shows_name_birth_date_and_address(string page)
    {
        var person = await house.PersonAsync(consent: null, AtHome);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        var wish = (await house.TellAsync(person, new CareWishesTold("Thuis blijven")))[0].Id;

        ShowsWhoItIs((await nurse.GetAsync($"/people/{person}/{string.Format(null, page, wish)}")).Body);
    }

    [Fact]
    public async Task The_page_of_looks_shows_whose_record_was_looked_at()
    {
        var person = await house.PersonAsync(consent: null, AtHome);
        var physician = await house.SomebodyAsync(Role.GeneralPractitioner);
        await house.JoinAsync(person, physician);

        ShowsWhoItIs((await physician.GetAsync($"/people/{person}/log")).Body);
    }

    [Fact]
    public async Task Who_is_about_to_break_the_glass_sees_whose_it_is_and_that_the_address_comes_later()
    {
        var person = await house.PersonAsync(SharingConsent.Refused, AtHome);
        var physician = await house.SomebodyAsync(Role.PhysicianOnDuty);
        await house.FindAsync(person, physician);

        var page = (await physician.GetAsync($"/people/{person}/break-glass")).Body;

        page.ShouldContain("Leida Vos");
        page.ShouldContain("02-05-1941");
        page.ShouldContain("het adres ziet u na het openen");
        page.ShouldNotContain("Lange Noordstraat");
    }

    [Fact]
    public async Task What_is_struck_out_is_said_in_words()
    {
        var person = await house.PersonAsync(consent: null, AtHome);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        var course = (
            await house.TellAsync(person, new CourseChanged(CourseChange.AdmittedToHospice, "Het Clarahofje", null))
        )[0].Id;

        var page = (await nurse.GetAsync($"/people/{person}/entries/{course}/strike-out")).Body;

        page.ShouldContain("opname in het hospice");
        page.ShouldNotContain(nameof(CourseChange.AdmittedToHospice));
    }

    private static void ShowsWhoItIs(string page)
    {
        page.ShouldContain("Leida Vos");
        page.ShouldContain("02-05-1941");
        page.ShouldContain("Lange Noordstraat 14");
    }
}
