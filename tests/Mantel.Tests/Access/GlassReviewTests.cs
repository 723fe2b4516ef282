using System.Net;
using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.People.Pages;
using Mantel.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// Every broken glass has somebody who is told and reviews it, a reason that says something, and a limit a day beyond
/// which a second person is asked; a vital emergency is never kept waiting.
/// </summary>
public sealed class GlassReviewTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private const string Reviews = "/broken-glasses";

    [Theory]
    [InlineData(".")]
    [InlineData("...........")]
    [InlineData("aaaaaaaaaa")]
    [InlineData("asdfasdf")]
    [InlineData("spoed")]
    [InlineData("SPOED!")]
    [InlineData("n.v.t.")]
    [InlineData("123456789")]
    [InlineData("geen reden")]
    [InlineData("noodgeval")]
    public void SecurityCase04_A_reason_says_something(string reason) =>
        Refused(reason).ShouldBe(["rule.reason-says-nothing"]);

    [Theory]
    [InlineData("Benauwd")]
    [InlineData("Gevallen")]
    [InlineData("geen ademhaling")]
    [InlineData("呼吸困难")]
    [InlineData("ضيق التنفس")]
    public void SecurityCase04_A_few_true_words_are_enough(string reason) => Refused(reason).ShouldBeEmpty();

    [Fact]
    public async Task SecurityCase04_Where_nobody_coordinates_the_reviewer_of_the_organisation_is_told_without_a_name()
    {
        var (organisation, reviewer) = await ReviewedAsync();
        var doctor = await house.SomebodyAsync(Role.PhysicianOnDuty, organisation: organisation);
        var person = await BrokenAsync(doctor, "Plotseling benauwd, alleen thuis.");

        var start = await reviewer.Visitor.OpenAsync("/");
        start.QuerySelector($"a[href='{Reviews}']").ShouldNotBeNull();
        var page = await reviewer.Visitor.OpenAsync(Reviews);
        var text = PeopleHouse.TextOf(page);
        text.ShouldContain("Plotseling benauwd, alleen thuis.");
        text.ShouldContain(doctor.Actor.Author.Name);
        text.ShouldNotContain("Leida");
        text.ShouldNotContain("1941");
        (await house.Looks.ReadAsync(person, 0, 1, default)).Single().Account.ShouldBe(reviewer.Actor.Account);
        foreach (var other in new[] { doctor, await house.SomebodyAsync(Role.Nurse, organisation: organisation) })
            PeopleHouse.TextOf(await other.Visitor.OpenAsync(Reviews)).ShouldNotContain("Plotseling benauwd");

        var action = page.QuerySelector($"form[action^='{Reviews}/{person}']")!.GetAttribute("action")!;
        var without = await reviewer.Visitor.SendAsync(Reviews, action, ("isInOrder", "no"));
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var glass = (await house.ReadAsync(person)).GlassesBroken().Single().Entry.Id;
        var row = (await house.House.Services.GetRequiredService<Register<RegisterRow>>().OfAsync(person, default))!;
        var own = new ReviewBrokenGlass(doctor.Actor.Account, glass, IsInOrder: true, null);
        var sending = new Submission(Guid.NewGuid());
        (
            await new GlassDesk(house.Desk).ReviewAsync(row, own, doctor.Actor, sending, AccessHouse.Now, default)
        ).ShouldBeOfType<ActOutcome.NotAllowed>();
        var done = await reviewer.Visitor.SendAsync(
            Reviews,
            action,
            ("isInOrder", "no"),
            ("words", "Er was geen oproep van dit adres.")
        );
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        PeopleHouse.TextOf(await reviewer.Visitor.OpenAsync(Reviews)).ShouldNotContain("Plotseling benauwd");
        (await house.ReadAsync(person)).All<BrokenGlassReviewed>().Single().Fact.IsInOrder.ShouldBeFalse();
    }

    [Fact]
    public async Task SecurityCase04_Where_an_organisation_named_nobody_or_the_breaker_the_administrators_review()
    {
        var (organisation, reviewer) = await ReviewedAsync(Role.PhysicianOnDuty);
        var administrator = await house.SomebodyAsync(Role.Administrator);
        await BrokenAsync(reviewer, "Zijn eigen beoordeling waard.");
        await BrokenAsync(await house.SomebodyAsync(Role.Ambulance), "Niet aanspreekbaar op straat.");

        var text = PeopleHouse.TextOf(await administrator.Visitor.OpenAsync(Reviews));
        text.ShouldContain("Zijn eigen beoordeling waard.");
        text.ShouldContain("Niet aanspreekbaar op straat.");
        PeopleHouse.TextOf(await reviewer.Visitor.OpenAsync(Reviews)).ShouldNotContain("Zijn eigen beoordeling waard.");
        organisation.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task SecurityCase04_After_three_in_a_day_a_second_person_opens_it_and_a_vital_emergency_opens_at_once()
    {
        var (organisation, reviewer) = await ReviewedAsync();
        var doctor = await house.SomebodyAsync(Role.PhysicianOnDuty, organisation: organisation);
        for (var i = 0; i < BreakGlass.MostADay; i++)
            await BrokenAsync(doctor, $"Koorts en verward, oproep {i}.");

        var person = await house.PersonAsync(consent: null);
        await house.FindAsync(person, doctor);
        var fourth = await BreakAsync(doctor, person, ("reason", "Pijn op de borst."));
        fourth.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        PeopleHouse
            .TextOf(await Web.Visitor.ReadAsync(fourth))
            .ShouldContain("Laat een collega met dienst dit dossier openen");
        (await house.ReadAsync(person)).GlassesBroken().ShouldBeEmpty();

        var colleague = await house.SomebodyAsync(Role.PhysicianOnDuty, organisation: organisation);
        await house.FindAsync(person, colleague);
        (await BreakAsync(colleague, person, ("reason", "Pijn op de borst."))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        var vital = await BreakAsync(doctor, person, ("reason", "Reageert niet meer."), ("vitalEmergency", "yes"));
        vital.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        PeopleHouse.TextOf(await reviewer.Visitor.OpenAsync(Reviews)).ShouldContain("Dit was nummer 4");
    }

    private static IReadOnlyList<string> Refused(string reason)
    {
        var tell = new Tell();
        tell.Fact(new PersonRegistered(Fictitious: true));
        return
            new BreakGlass(Guid.NewGuid(), reason, VitalEmergency: false).Decide(tell.Person, Tell.Now)
                is Outcome.Refused refused
            ? [.. refused.Problems.Select(problem => problem.Rule)]
            : [];
    }

    /// <summary>An organisation and who reviews its broken glasses, named by the administrator on the page.</summary>
    private async Task<(Guid Organisation, Somebody Reviewer)> ReviewedAsync(Role role = Role.Coordinator)
    {
        var organisation = Guid.NewGuid();
        var administrator = await house.SomebodyAsync(Role.Administrator);
        var act = new RecordOrganisation(organisation, $"Post {organisation}", OrganisationKind.OutOfHoursPractice);
        (
            await house.Desk.DoAsync(act, administrator.Actor, new Submission(Guid.NewGuid()), AccessHouse.Now, default)
        ).ShouldBeOfType<ActOutcome.Done>();
        var reviewer = await house.SomebodyAsync(role, organisation: organisation);
        await PeopleHouse.DoAsync(
            administrator.Visitor,
            $"/organisations/{organisation}/reviewer",
            ("reviewer", reviewer.Actor.Account.ToString())
        );
        return (organisation, reviewer);
    }

    private async Task<Guid> BrokenAsync(Somebody doctor, string reason)
    {
        var person = await house.PersonAsync(consent: null);
        await house.FindAsync(person, doctor);
        (await BreakAsync(doctor, person, ("reason", reason))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return person;
    }

    private static Task<HttpResponseMessage> BreakAsync(Somebody who, Guid person, params (string, string)[] fields) =>
        who.Visitor.SendAsync($"/people/{person}/break-glass", $"/people/{person}/break-glass", fields);
}
