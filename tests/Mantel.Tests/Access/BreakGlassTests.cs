using System.Net;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// The three ways of consent at night, over HTTP: given, not recorded, refused; and who is told that the glass was
/// broken.
/// </summary>
public sealed class BreakGlassTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    [Fact]
    public async Task With_consent_and_two_identifiers_the_night_page_opens_without_breaking_glass()
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var doctor = await house.SomebodyAsync(Role.PhysicianOnDuty);
        (await doctor.GetAsync($"/people/{person}/night")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await house.FindAsync(person, doctor)).ShouldBeTrue();

        var night = await doctor.GetAsync($"/people/{person}/night");
        night.Status.ShouldBe(HttpStatusCode.OK);
        night.Body.ShouldContain("Hartfalen");
        (await house.ReadAsync(person)).GlassesBroken().ShouldBeEmpty();
        (await LastLookAsync(person)).ShouldBe(("ReadNight", "OnDuty"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SharingConsent.Unknown)]
    public async Task Without_recorded_consent_the_glass_is_broken_with_a_reason(SharingConsent? consent)
    {
        var person = await house.PersonAsync(consent);
        var doctor = await house.SomebodyAsync(Role.PhysicianOnDuty);
        await house.FindAsync(person, doctor);
        var way = await doctor.Visitor.Client.GetAsync($"/people/{person}/night");
        way.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        way.Headers.Location!.ToString().ShouldBe($"/people/{person}/break-glass");
        (await doctor.GetAsync($"/people/{person}/break-glass")).Body.ShouldNotContain("Hartfalen");

        var without = await BreakAsync(doctor, person, ("reason", " "));
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await house.ReadAsync(person)).GlassesBroken().ShouldBeEmpty();

        var broken = await BreakAsync(doctor, person, ("reason", "Plotseling benauwd"));

        broken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        broken.Headers.Location!.ToString().ShouldBe($"/people/{person}/night");
        (await doctor.GetAsync($"/people/{person}/night")).Body.ShouldContain("Hartfalen");
        (await LastLookAsync(person)).ShouldBe(("ReadNight", "BrokenGlass"));
        (await doctor.GetAsync($"/people/{person}/log")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Against_a_refusal_only_a_vital_emergency_opens_and_then_the_night_page_alone()
    {
        var person = await house.PersonAsync(SharingConsent.Refused);
        var ambulance = await house.SomebodyAsync(Role.Ambulance);
        await house.FindAsync(person, ambulance);

        var plain = await BreakAsync(ambulance, person, ("reason", "Gevallen"));
        plain.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await plain.Content.ReadAsStringAsync()).ShouldContain("Gevallen");
        (await house.ReadAsync(person)).GlassesBroken().ShouldBeEmpty();

        var vital = await BreakAsync(ambulance, person, ("reason", "Geen ademhaling"), ("vitalEmergency", "yes"));
        vital.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await ambulance.GetAsync($"/people/{person}/night")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var page in new[] { "timeline", "log", "consent", "nothing" })
            (await ambulance.GetAsync($"/people/{person}/{page}")).Body.ShouldNotContain(
                "Hartfalen",
                customMessage: page
            );
        var sight = await house.Desk.LoadAsync(
            person,
            ambulance.Actor,
            AccessAction.ReadPerson,
            AccessHouse.Now,
            default
        );
        sight.ShouldBeNull();
        (await LastLookAsync(person)).ShouldBe(("ReadPerson", LookWords.Denied));
    }

    [Fact]
    public async Task The_glass_closes_by_itself()
    {
        var person = await house.PersonAsync(consent: null);
        var doctor = await house.SomebodyAsync(Role.PhysicianOnDuty);
        var earlier = AccessHouse.Now with { Instant = AccessHouse.Now.Instant - AccessTable.GlassOpenFor };
        await house.Desk.FoundAsync(person, doctor.Actor, earlier, default);
        var act = new BreakGlass(doctor.Actor.Account, "Benauwd", VitalEmergency: false);
        var deed = await house.Desk.DoAsync(
            person,
            act,
            doctor.Actor,
            new Submission(Guid.NewGuid()),
            earlier,
            default
        );
        deed.ShouldBeOfType<ActOutcome.Done>();
        var justBefore = earlier with
        {
            Instant = earlier.Instant + AccessTable.GlassOpenFor.Subtract(TimeSpan.FromSeconds(1)),
        };
        (
            await house.Desk.LoadAsync(person, doctor.Actor, AccessAction.ReadNight, justBefore, default)
        ).ShouldNotBeNull();

        var night = await doctor.Visitor.Client.GetAsync($"/people/{person}/night");

        night.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        night.Headers.Location!.ToString().ShouldEndWith("/break-glass");
    }

    [Fact]
    public async Task Being_on_duty_for_somebody_ends_after_twelve_hours()
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var doctor = await house.SomebodyAsync(Role.PhysicianOnDuty);
        var earlier = AccessHouse.Now with { Instant = AccessHouse.Now.Instant - AccessTable.DutyFor };
        await house.Desk.FoundAsync(person, doctor.Actor, earlier, default);

        (await doctor.GetAsync($"/people/{person}/night")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_person_and_the_central_care_professional_are_told_until_each_has_read_it()
    {
        var person = await house.PersonAsync(consent: null);
        var self = await house.SomebodyAsync(Role.Person, person);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.TellAsync(person, new CentralCareProfessionalNamed(await house.JoinAsync(person, nurse)));
        var doctor = await house.SomebodyAsync(Role.PhysicianOnDuty);
        await house.FindAsync(person, doctor);
        await BreakAsync(doctor, person, ("reason", "Plotseling benauwd"));
        var glass = (await house.ReadAsync(person)).GlassesBroken().Single().Entry.Id;

        foreach (var reader in new[] { self, nurse })
        {
            var (_, log) = await reader.GetAsync($"/people/{person}/log");
            log.ShouldContain("Plotseling benauwd");
            log.ShouldContain(doctor.Actor.Author.Name);
            var action = $"/people/{person}/broken-glass/{glass}/read";
            log.ShouldContain(action);
            (await reader.GetAsync("/")).Body.ShouldContain(action);

            var read = await reader.Visitor.SendAsync($"/people/{person}/log", action);

            read.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            (await reader.GetAsync($"/people/{person}/log")).Body.ShouldNotContain(action);
            (await reader.GetAsync("/")).Body.ShouldNotContain(action);
        }
        (await house.ReadAsync(person)).All<BrokenGlassRead>().Count().ShouldBe(2);
        (await doctor.GetAsync("/")).Body.ShouldNotContain($"{person}");
    }

    [Fact]
    public async Task Nobody_breaks_the_glass_for_another_or_without_having_found_the_person()
    {
        var person = await house.PersonAsync(consent: null);
        var (doctor, other) = (
            await house.SomebodyAsync(Role.PhysicianOnDuty),
            await house.SomebodyAsync(Role.PhysicianOnDuty)
        );
        var act = new BreakGlass(doctor.Actor.Account, "Benauwd", VitalEmergency: false);
        (await DoAsync(act, doctor)).ShouldBeOfType<ActOutcome.NotAllowed>();
        await house.FindAsync(person, doctor);
        await house.FindAsync(person, other);

        (await DoAsync(act, other)).ShouldBeOfType<ActOutcome.NotAllowed>();
        (await DoAsync(act, doctor)).ShouldBeOfType<ActOutcome.Done>();

        Task<ActOutcome> DoAsync(BreakGlass wanted, Somebody who) =>
            house.Desk.DoAsync(person, wanted, who.Actor, new Submission(Guid.NewGuid()), AccessHouse.Now, default);
    }

    private static Task<HttpResponseMessage> BreakAsync(Somebody who, Guid person, params (string, string)[] fields) =>
        who.Visitor.SendAsync($"/people/{person}/break-glass", $"/people/{person}/break-glass", fields);

    private async Task<(string Page, string Basis)> LastLookAsync(Guid person)
    {
        var look = (await house.Looks.ReadAsync(person, 0, 1, default)).Single();
        return (look.Page, look.Basis);
    }
}
