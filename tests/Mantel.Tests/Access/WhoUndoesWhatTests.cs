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
/// What the person's own side recorded nobody who cares takes back; an answer about sharing that is taken back never
/// brings an older yes back; and the person is told.
/// </summary>
public sealed class WhoUndoesWhatTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private static readonly PartialDate Yesterday = PartialDate.Of(AccessHouse.Now.Today.AddDays(-1));

    [Theory]
    [InlineData("strike-out", "Leida")]
    [InlineData("withdraw", "Leida")]
    [InlineData("strike-out", "close one")]
    [InlineData("withdraw", "close one")]
    public async Task SecurityCase01_A_professional_takes_back_nothing_that_the_persons_own_side_recorded(
        string how,
        string whose
    )
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var own = await OwnSideAsync(person, whose);
        var nurse = await NurseAsync(person);
        var refused = await DoAsync(
            person,
            own,
            new RecordSharingConsent(SharingConsent.Refused, "Niet delen.", Today)
        );
        var wish = await DoAsync(person, own, new TellWhatMatters("De tuin.", Today));

        foreach (var entry in new[] { refused, wish })
        {
            var form = $"/people/{person}/entries/{entry}/{how}";
            var page = await nurse.Visitor.OpenAsync(form);
            People.Pages.PeopleHouse.TextOf(page).ShouldContain("zelf vastgelegd");
            page.QuerySelector($"form[action='{form}']").ShouldBeNull();
            IAct<PersonRecord> act =
                how == "withdraw"
                    ? new WithdrawWrongPerson([entry], "verkeerde persoon", [], nurse.Actor.Author)
                    : new StrikeOutEntry(entry, "verkeerde persoon", [], [], nurse.Actor.Author);
            (await TryAsync(person, nurse, act))
                .ShouldBeOfType<ActOutcome.Refused>()
                .Problems.ShouldContain(problem => problem.Rule == "rule.of-their-own" && problem.IsBrokenRule);
        }
        (await house.ReadAsync(person)).SharingConsent().ShouldBe(SharingConsent.Refused);
        var duty = await house.SomebodyAsync(Role.PhysicianOnDuty);
        await house.FindAsync(person, duty);
        (await duty.GetAsync($"/people/{person}/night")).Body.ShouldNotContain("Hartfalen");
    }

    [Fact]
    public async Task SecurityCase01_Nobody_says_that_another_takes_it_back()
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var own = await OwnSideAsync(person, "Leida");
        var nurse = await NurseAsync(person);
        var refused = await DoAsync(person, own, new RecordSharingConsent(SharingConsent.Refused, null, Today));

        foreach (var by in new[] { own.Actor.Author, null })
            (
                await TryAsync(person, nurse, new StrikeOutEntry(refused, "Vergissing", [], [], by))
            ).ShouldBeOfType<ActOutcome.NotAllowed>();
    }

    [Theory]
    [InlineData("strike-out")]
    [InlineData("withdraw")]
    public async Task SecurityCase01_A_refusal_that_is_taken_back_revives_no_older_yes_and_the_person_is_told(
        string how
    )
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var own = await OwnSideAsync(person, "Leida");
        var nurse = await NurseAsync(person);
        var refused = await DoAsync(person, nurse, new RecordSharingConsent(SharingConsent.Refused, null, Today));

        var form = $"/people/{person}/entries/{refused}/{how}";
        await People.Pages.PeopleHouse.DoAsync(nurse.Visitor, form, ("reason", "Dit was iemand anders."));

        (await house.ReadAsync(person)).SharingConsent().ShouldBe(SharingConsent.Unknown);
        var duty = await house.SomebodyAsync(Role.PhysicianOnDuty);
        await house.FindAsync(person, duty);
        (await duty.GetAsync($"/people/{person}/night")).Body.ShouldNotContain("Hartfalen");
        var start = await own.GetAsync("/");
        start.Body.ShouldContain("De toestemming om te delen is veranderd");
        start.Body.ShouldContain(nurse.Actor.Author.Name);
        var read = (await house.ReadAsync(person)).UnreadConsentChanges(own.Actor.Account);
        read.Count.ShouldBeGreaterThan(0);
        foreach (var change in read)
            (
                await own.Visitor.SendAsync("/", $"/people/{person}/consent-changes/{change.Entry.Id}/read")
            ).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await own.GetAsync("/")).Body.ShouldNotContain("De toestemming om te delen is veranderd");
    }

    [Fact]
    public async Task A_yes_that_is_taken_back_leaves_an_older_no_in_force()
    {
        var person = await house.PersonAsync(SharingConsent.Refused);
        var nurse = await NurseAsync(person);
        var given = await DoAsync(person, nurse, new RecordSharingConsent(SharingConsent.Given, null, Today));
        await DoAsync(person, nurse, new StrikeOutEntry(given, "Vergissing", [], [], nurse.Actor.Author));
        (await house.ReadAsync(person)).SharingConsent().ShouldBe(SharingConsent.Refused);
    }

    [Fact]
    public async Task Who_recorded_it_themselves_strikes_it_out_and_nothing_of_others()
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var own = await OwnSideAsync(person, "Leida");
        var nurse = await NurseAsync(person);
        var mine = await DoAsync(person, own, new RecordSharingConsent(SharingConsent.Refused, null, Today));
        var theirs = await DoAsync(person, nurse, new TellWhatMatters("Rust.", Yesterday));

        (await TryAsync(person, own, new StrikeOutEntry(theirs, "Klopt niet.", [], [], own.Actor.Author)))
            .ShouldBeOfType<ActOutcome.Refused>()
            .Problems.ShouldContain(problem => problem.Rule == "rule.of-others");
        var timeline = (await own.GetAsync($"/people/{person}/timeline?edit")).Body;
        timeline.ShouldContain($"/entries/{mine}/strike-out");
        timeline.ShouldNotContain($"/entries/{theirs}/strike-out");
        await People.Pages.PeopleHouse.DoAsync(
            own.Visitor,
            $"/people/{person}/entries/{mine}/strike-out",
            ("reason", "Verkeerd aangekruist.")
        );
        (await house.ReadAsync(person)).SharingConsent().ShouldBe(SharingConsent.Unknown);
        (await house.ReadAsync(person)).ConsentsChanged().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_yes_that_a_professional_records_over_the_persons_own_no_is_told()
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var own = await OwnSideAsync(person, "Leida");
        var nurse = await NurseAsync(person);
        await DoAsync(person, own, new RecordSharingConsent(SharingConsent.Refused, null, Yesterday));
        await DoAsync(person, nurse, new RecordSharingConsent(SharingConsent.Given, null, Today));
        (await own.GetAsync("/")).Body.ShouldContain("De toestemming om te delen is veranderd");
    }

    private static PartialDate Today => PartialDate.Of(AccessHouse.Now.Today);

    private async Task<Somebody> NurseAsync(Guid person)
    {
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        return nurse;
    }

    private async Task<Somebody> OwnSideAsync(Guid person, string whose)
    {
        if (whose == "Leida")
            return await house.SomebodyAsync(Role.Person, person);
        var close = await house.SomebodyAsync(Role.CloseOne);
        await house.TellAsync(
            person,
            new RelatedPersonRecorded(
                Guid.NewGuid(),
                new PersonName("Marijke", null, null, null, "Vos", null, null, NameUse.Own),
                Relationship.Daughter,
                null,
                [ContactRole.LegalRepresentative],
                [],
                null,
                null,
                null,
                close.Actor.Account
            )
        );
        return close;
    }

    private async Task<Guid> DoAsync(Guid person, Somebody who, IAct<PersonRecord> act) =>
        (await TryAsync(person, who, act)).ShouldBeOfType<ActOutcome.Done>().Entries[0].Id;

    private Task<ActOutcome> TryAsync(Guid person, Somebody who, IAct<PersonRecord> act) =>
        house.Desk.DoAsync(person, act, who.Actor, new Submission(Guid.NewGuid()), AccessHouse.Now, default);
}
