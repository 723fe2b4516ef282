using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>Relations are dated facts: they begin, end, and follow from nothing else.</summary>
public sealed class RelationsTests
{
    private static readonly Moment Now = new(new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero), Tell.Today);
    private static readonly Guid Practice = Guid.NewGuid();
    private readonly Tell _tell = new();

    public RelationsTests() => _tell.Fact(new PersonRegistered(Fictitious: true), "2026-01-01");

    [Fact]
    public void Care_begins_on_its_day_and_ends_on_its_day()
    {
        var gp = Somebody(Role.GeneralPractitioner);
        var member = Joins(gp, "2026-03-01", CareRelation.CareTeam);

        Of(gp, on: new DateOnly(2026, 2, 28)).ShouldBeEmpty();
        Of(gp, on: new DateOnly(2026, 3, 1)).ShouldBe([Relation.CareTeam]);

        _tell.Fact(new CareTeamMemberLeft(member, null), "2026-05-01");
        Of(gp, on: new DateOnly(2026, 4, 30)).ShouldBe([Relation.CareTeam]);
        Of(gp, on: new DateOnly(2026, 5, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_struck_out_membership_gives_nothing()
    {
        var nurse = Somebody(Role.Nurse);
        var entry = _tell.Fact(Joined(nurse, Guid.NewGuid(), CareRelation.CareTeam), "2026-03-01");
        Of(nurse).ShouldBe([Relation.CareTeam]);

        _tell.StrikeOut(entry);

        Of(nurse).ShouldBeEmpty();
    }

    [Fact]
    public void The_central_care_professional_is_one_of_the_team()
    {
        var nurse = Somebody(Role.Nurse);
        _tell.Fact(new CentralCareProfessionalNamed(Joins(nurse, "2026-03-01", CareRelation.CareTeam)), "2026-03-02");

        Of(nurse).ShouldBe([Relation.Central, Relation.CareTeam]);
    }

    [Fact]
    public void Only_the_role_of_the_person_is_the_person()
    {
        var self = Somebody(Role.Person) with { Person = _tell.Person.Id };

        Of(self).ShouldBe([Relation.Self]);
        Of(self with { Person = Guid.NewGuid() }).ShouldBeEmpty();
        Of(self with { Author = self.Author with { Role = Role.CloseOne } }).ShouldBeEmpty();
    }

    [Fact]
    public void A_close_one_has_the_relation_until_they_leave_the_circle_or_the_person_dies()
    {
        var daughter = Somebody(Role.CloseOne);
        var related = Guid.NewGuid();
        _tell.Fact(Close(daughter, related, ContactRole.LegalRepresentative));
        Of(daughter).ShouldBe([Relation.Representative, Relation.CloseOne]);

        _tell.Fact(Close(daughter, related));
        Of(daughter).ShouldBe([Relation.CloseOne]);

        var death = _tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-30");
        Of(daughter).ShouldBeEmpty();

        _tell.StrikeOut(death);
        _tell.Fact(new RelatedPersonLeft(related, null));
        Of(daughter).ShouldBeEmpty();
    }

    [Fact]
    public void An_import_gives_nobody_a_relation_but_to_its_own_organisation()
    {
        _tell.Fact(new OrganisationReceivedPerson(Practice, "Praktijk De Schelde", "import"));
        var gp = Somebody(Role.GeneralPractitioner);

        Of(gp).ShouldBeEmpty();
        Of(gp with { Author = gp.Author with { Organisation = Practice } }).ShouldBe([Relation.ReceivingOrganisation]);
    }

    [Fact]
    public void Being_found_counts_only_for_who_is_on_duty()
    {
        Of(Somebody(Role.PhysicianOnDuty), found: true).ShouldBe([Relation.OnDuty, Relation.Found]);
        Of(Somebody(Role.Nurse), found: true).ShouldBeEmpty();
        Of(Somebody(Role.Analyst), found: true).ShouldBeEmpty();
    }

    [Fact]
    public void A_broken_glass_opens_for_its_own_account_until_its_time()
    {
        var doctor = Somebody(Role.PhysicianOnDuty);
        _tell.Fact(new GlassBroken(doctor.Account, "Benauwd", VitalEmergency: false, Now.Instant.AddHours(4)));

        Of(doctor).ShouldBe([Relation.BrokenGlass]);
        Of(Somebody(Role.PhysicianOnDuty)).ShouldBeEmpty();
        Relations
            .Of(_tell.Person, doctor, Now with { Instant = Now.Instant.AddHours(4) }, found: false)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SharingConsent.Given, "2026-01-10", SharingConsent.Refused, "2026-02-10", SharingConsent.Refused)]
    [InlineData(SharingConsent.Refused, "2026-01-10", SharingConsent.Given, "2026-02-10", SharingConsent.Given)]
    [InlineData(SharingConsent.Refused, "2026-02-10", SharingConsent.Given, "2026-01-10", SharingConsent.Refused)]
    [InlineData(SharingConsent.Refused, "2026-02-10", SharingConsent.Given, "2026-02-10", SharingConsent.Given)]
    [InlineData(SharingConsent.Given, "2026-02-10", SharingConsent.Refused, "2026-02", SharingConsent.Refused)]
    public void Consent_is_what_was_said_last(
        SharingConsent first,
        string firstOn,
        SharingConsent second,
        string secondOn,
        SharingConsent holds
    )
    {
        _tell.Fact(new SharingConsentRecorded(first, null), firstOn);
        _tell.Fact(new SharingConsentRecorded(second, null), secondOn);

        _tell.Person.SharingConsent().ShouldBe(holds);
    }

    [Fact]
    public void Of_two_sources_that_cannot_be_ordered_the_stricter_consent_holds()
    {
        var hospital = new Source("https://hospital.example", []);
        _tell.Fact(new SharingConsentRecorded(SharingConsent.Refused, null), "2026-02-10", source: hospital);
        _tell.Fact(new SharingConsentRecorded(SharingConsent.Given, null), "2026-02-10");

        _tell.Person.SharingConsent().ShouldBe(SharingConsent.Refused);
    }

    [Fact]
    public void Consent_that_nobody_recorded_is_not_a_refusal_and_not_consent() =>
        _tell.Person.SharingConsent().ShouldBeNull();

    private IReadOnlySet<Relation> Of(Actor actor, bool found = false, DateOnly? on = null) =>
        Relations.Of(_tell.Person, actor, Now with { Today = on ?? Now.Today }, found);

    private Guid Joins(Actor actor, string on, CareRelation relation)
    {
        var member = Guid.NewGuid();
        _tell.Fact(Joined(actor, member, relation), on);
        return member;
    }

    private static CareTeamMemberJoined Joined(Actor actor, Guid member, CareRelation relation) =>
        new(
            member,
            actor.Author.Name,
            Discipline.Other,
            null,
            null,
            null,
            new Reachability(null, null, null),
            actor.Account,
            relation
        );

    private static RelatedPersonRecorded Close(Actor actor, Guid related, params IReadOnlyList<ContactRole> roles) =>
        new(
            related,
            new PersonName(null, null, "Anna", null, "Mulder", null, null, NameUse.Own),
            Relationship.Daughter,
            null,
            roles,
            [],
            null,
            null,
            null,
            actor.Account
        );

    private static Actor Somebody(Role role) => new(new Author(Guid.NewGuid(), "Iemand", role, null, null));
}
