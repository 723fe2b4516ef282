using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>Sharing the plan with who cares, until they have read it.</summary>
public sealed class SharePlanTests
{
    private static readonly Guid Fatima = Guid.NewGuid();
    private static readonly Guid Marijke = Guid.NewGuid();
    private static readonly Guid FatimasAccount = Guid.NewGuid();
    private static readonly Guid MarijkesAccount = Guid.NewGuid();

    [Fact]
    public void The_plan_is_shared_with_somebody_of_the_team_or_the_circle_who_has_an_account()
    {
        var tell = WithCircle();

        new SharePlan(Fatima, " Lees het voor maandag ")
            .Yields<PlanShared>(tell)
            .ShouldBe(new PlanShared(Fatima, "Fatima Azouzi", "Lees het voor maandag"));
        new SharePlan(Marijke, null).Yields<PlanShared>(tell).WithName.ShouldBe("Marijke Vos");
        tell.Person.CanReadShares(Tell.Today).Select(reader => reader.Id).ShouldBe([Fatima, Marijke]);
    }

    [Fact]
    public void It_is_not_shared_with_who_cannot_read_it_or_was_never_asked()
    {
        var tell = WithCircle();
        var unknown = Guid.NewGuid();
        Joins(tell, unknown, account: null);

        new SharePlan(unknown, null).IsRefused("with", "rule.plan-share-no-account", tell);
        new SharePlan(Guid.NewGuid(), null).IsRefused("with", "rule.plan-share-no-account", tell);
        new SharePlan(null, null).IsRefused("with", "rule.plan-choose", tell);
    }

    [Fact]
    public void A_refusal_to_share_holds_and_the_latest_answer_counts()
    {
        var tell = WithCircle();
        tell.Fact(new SharingConsentRecorded(SharingConsent.Refused, null), "2026-05-01");
        new SharePlan(Fatima, null).IsRefused("", "rule.plan-share-refused", tell).IsBrokenRule.ShouldBeTrue();

        tell.Fact(new SharingConsentRecorded(SharingConsent.Given, null), "2026-05-02");
        new SharePlan(Fatima, null).Yields<PlanShared>(tell);
    }

    [Fact]
    public void It_is_unread_for_them_alone_until_they_say_they_read_it()
    {
        var tell = WithCircle().Then(new SharePlan(Fatima, null));
        var shared = tell.Person.UnreadShares(FatimasAccount, Tell.Today).ShouldHaveSingleItem().Shared.Entry.Id;
        tell.Person.UnreadShares(MarijkesAccount, Tell.Today).ShouldBeEmpty();
        new SharePlan(Fatima, null).IsRefused("with", "rule.plan-share-unread", tell);

        new ReadSharedPlan(MarijkesAccount, shared).Yields(tell).ShouldBeEmpty();
        new ReadSharedPlan(FatimasAccount, shared).Yields<SharedPlanRead>(tell).Shared.ShouldBe(shared);
        tell.Then(new ReadSharedPlan(FatimasAccount, shared));

        tell.Person.UnreadShares(FatimasAccount, Tell.Today).ShouldBeEmpty();
        tell.Person.Shares().ShouldHaveSingleItem().Read.ShouldNotBeNull();
        new ReadSharedPlan(FatimasAccount, shared).Yields(tell).ShouldBeEmpty();
        new SharePlan(Fatima, null).Yields<PlanShared>(tell);
    }

    [Fact]
    public void Who_left_has_nothing_to_read_any_more()
    {
        var tell = WithCircle().Then(new SharePlan(Fatima, null));
        tell.Fact(new CareTeamMemberLeft(Fatima, null), "2026-05-30");

        tell.Person.UnreadShares(FatimasAccount, Tell.Today).ShouldBeEmpty();
    }

    [Fact]
    public void A_share_that_was_struck_out_cannot_be_read()
    {
        var tell = WithCircle().Then(new SharePlan(Fatima, null));
        var shared = tell.Person.Shares()[0].Shared.Entry.Id;
        tell.StrikeOut(shared);

        tell.Person.UnreadShares(FatimasAccount, Tell.Today).ShouldBeEmpty();
        new ReadSharedPlan(FatimasAccount, shared).IsRefused("", "rule.plan-no-longer-there", tell);
    }

    private static Tell WithCircle()
    {
        var tell = new Tell();
        Joins(tell, Fatima, FatimasAccount);
        var name = new PersonName("Marijke", null, null, null, "Vos", null, null, NameUse.Own);
        tell.Fact(
            new RelatedPersonRecorded(
                Marijke,
                name,
                Relationship.Daughter,
                null,
                [],
                [],
                null,
                1,
                null,
                MarijkesAccount
            )
        );
        return tell;
    }

    private static void Joins(Tell tell, Guid member, Guid? account) =>
        tell.Fact(
            new CareTeamMemberJoined(
                member,
                "Fatima Azouzi",
                Discipline.Nurse,
                null,
                null,
                null,
                new Reachability(null, null, null),
                account,
                CareRelation.CareTeam
            ),
            "2026-01-01"
        );
}
