using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.CareTeam;

public class CircleTests
{
    private static readonly Guid Gp = Guid.NewGuid();
    private static readonly Guid Nurse = Guid.NewGuid();
    private static readonly Guid Team = Guid.NewGuid();
    private static readonly Guid Marijke = Guid.NewGuid();
    private static readonly DateTime Noon = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Night = new(2026, 6, 1, 3, 0, 0, DateTimeKind.Unspecified);

    private static Tell Around() =>
        new Tell()
            .Then(
                new JoinCareTeam(
                    Gp,
                    new("S. Hoekstra", Discipline.GeneralPractitioner, Reachability: new("0118 550102", null, null)),
                    PartialDate.Parse("2020")
                )
            )
            .Then(
                new JoinCareTeam(
                    Nurse,
                    new("F. Azouzi", Discipline.Nurse, Reachability: new("06 55010201", "0118 550199", null)),
                    PartialDate.Parse("2026-01-01")
                )
            )
            .Then(
                new JoinCareTeam(
                    Team,
                    new(
                        "Palliatief team",
                        Discipline.PalliativeConsultant,
                        Reachability: new("0118 5", "0118 6", null)
                    ),
                    PartialDate.Parse("2026-01-01")
                )
            )
            .Then(
                new RecordRelatedPerson(
                    Marijke,
                    new("Marijke", null, null, null, "Vos", null, null, NameUse.Own),
                    Relationship.Daughter,
                    Roles: [ContactRole.FirstContact, ContactRole.InformalCarer, ContactRole.FirstContact],
                    ContactPoints: [new(ContactPointKind.Mobile, "06 55010203", null, null)],
                    CallOrder: 1
                )
            );

    [Fact]
    public void By_night_those_who_answer_by_night_come_first()
    {
        var tell = Around().Then(new NameCentralCareProfessional(Gp));
        tell.Person.WhoToCallNow(Noon).Select(call => call.Reference).ShouldBe([Gp, Team, Marijke, Nurse]);
        var night = tell.Person.WhoToCallNow(Night);
        night.Select(call => call.Reference).ShouldBe([Team, Marijke, Nurse, Gp]);
        night[^1].How.ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_told_to_call_their_own_post_first()
    {
        var tell = Around().Then(new NameCentralCareProfessional(Gp));
        var night = tell.Person.WhoToCallNow(Night);
        var post = Guid.NewGuid();
        var atPost = night.Select(call => call.Reference == Team ? call with { Organisation = post } : call).ToList();
        atPost
            .CalledBy(Of(Role.PhysicianOnDuty, post))
            .Select(call => call.Reference)
            .ShouldBe([Marijke, Nurse, Team, Gp]);
        atPost.CalledBy(Of(Role.PhysicianOnDuty, Guid.NewGuid())).ShouldBe(atPost);
        atPost.CalledBy(Of(Role.PhysicianOnDuty, organisation: null)).ShouldBe(atPost);
        atPost
            .CalledBy(Of(Role.GeneralPractitioner, post))
            .ShouldBe(atPost, "a colleague there may be the one to call");
        var central = atPost.ConvertAll(call =>
            call.Reference == Team ? call with { Reason = CallReason.CentralCareProfessional } : call
        );
        central.CalledBy(Of(Role.PhysicianOnDuty, post)).ShouldBe(central);
    }

    private static Actor Of(Role role, Guid? organisation) =>
        new(new Author(Guid.NewGuid(), "R. Kant", role, organisation, null));

    [Fact]
    public void There_is_one_central_care_professional_with_a_history()
    {
        var tell = Around()
            .Then(new NameCentralCareProfessional(Gp, PartialDate.Parse("2026-02-01")))
            .Then(new NameCentralCareProfessional(Nurse, PartialDate.Parse("2026-05-01")));
        tell.Person.CentralCareProfessional(new(2026, 3, 1))!.Id.ShouldBe(Gp);
        tell.Person.CentralCareProfessional(Tell.Today)!.Id.ShouldBe(Nurse);
        tell.Person.CentralCareProfessionals()
            .Select(period => (period.Member.Id, period.Until?.ToString()))
            .ShouldBe([(Gp, "2026-05-01"), (Nurse, null)]);
    }

    [Fact]
    public void Nobody_is_central_who_has_left()
    {
        var tell = Around().Then(new NameCentralCareProfessional(Gp)).Then(new LeaveCareTeam(Gp));
        tell.Person.CentralCareProfessional(Tell.Today).ShouldBeNull();
        tell.Person.Team(Tell.Today).ShouldNotContain(member => member.Id == Gp);
        tell.Person.TeamPeriods().ShouldContain(member => member.Id == Gp);
        tell.Person.Attention(Tell.Today).ShouldContain(one => one.Reason == AttentionReason.NobodyCentral);
    }

    [Fact]
    public void A_volunteer_is_not_the_central_care_professional()
    {
        var piet = Guid.NewGuid();
        var tell = Around()
            .Then(new JoinCareTeam(piet, new("Piet", Discipline.Volunteer, Relation: CareRelation.Shared)));
        new NameCentralCareProfessional(piet).IsRefused("member", "rule.central-is-professional", tell);
        new NameCentralCareProfessional(Guid.NewGuid()).IsRefused("member", "rule.not-in-team", tell);
        tell.Person.WhoToCallNow(Noon).ShouldNotContain(call => call.Reference == piet);
    }

    [Fact]
    public void A_member_is_corrected_without_leaving()
    {
        var tell = Around();
        var known = tell.Person.Team(Tell.Today).Single(member => member.Id == Nurse);
        tell.Then(
            new CorrectMember(Nurse, new("Fatima Azouzi", Discipline.Nurse, Reachability: new("06 1", null, null)))
        );
        var corrected = tell.Person.Team(Tell.Today).Single(member => member.Id == Nurse);
        corrected.Fact.Name.ShouldBe("Fatima Azouzi");
        corrected.From.ShouldBe(known.From);
        new CorrectMember(Guid.NewGuid(), new("X", Discipline.Nurse)).IsRefused("", "rule.not-in-team", tell);
    }

    [Fact]
    public void Nobody_joins_twice()
    {
        var account = Guid.NewGuid();
        var member = new TeamMember("F. Azouzi", Discipline.Nurse, Account: account);
        var tell = new Tell().Then(new JoinCareTeam(Nurse, member));
        new JoinCareTeam(Guid.NewGuid(), member).IsRefused("", "rule.already-in-team", tell);
        tell.Then(new LeaveCareTeam(Nurse));
        new JoinCareTeam(Guid.NewGuid(), member).Yields<CareTeamMemberJoined>(tell);
    }

    [Fact]
    public void A_close_one_is_corrected_and_leaves()
    {
        var tell = Around();
        tell.Person.CloseOne(Marijke)!.Fact.Roles.ShouldBe([ContactRole.FirstContact, ContactRole.InformalCarer]);
        tell.Then(new RelatedPersonLeaves(Marijke, PartialDate.Parse("2026-05-01"), "Overleden."));
        tell.Person.Circle().ShouldBeEmpty();
        new RelatedPersonLeaves(Guid.NewGuid()).IsRefused("", "rule.not-in-circle", tell);
    }

    [Fact]
    public void The_register_knows_whose_a_person_is_and_from_when_until_when()
    {
        var account = Guid.NewGuid();
        var id = Guid.NewGuid();
        var tell = new Tell()
            .Then(new RegisterPerson(new("Leida", null, null, null, "Vos", null, null, NameUse.Own), null))
            .Then(new JoinCareTeam(id, new("F.", Discipline.Nurse, Account: account), PartialDate.Parse("2026-03-01")))
            .Then(new LeaveCareTeam(id, PartialDate.Parse("2026-05-01")));
        var row = RegisterRow.Of(tell.Person.Stream, tell.Person.Entries)!;
        row.RelationsOf(account, new(2026, 2, 28)).ShouldBeEmpty();
        row.RelationsOf(account, new(2026, 4, 30)).ShouldHaveSingleItem().Kind.ShouldBe(RelationKind.CareTeam);
        row.RelationsOf(account, new(2026, 5, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_discipline_stands_in_a_layer() =>
        Enum.GetValues<Discipline>()
            .Select(discipline => new TeamMember("X", discipline, "x"))
            .Select(member => new JoinCareTeam(Guid.NewGuid(), member).Yields<CareTeamMemberJoined>().Layer())
            .Distinct()
            .Count()
            .ShouldBe(3);
}
