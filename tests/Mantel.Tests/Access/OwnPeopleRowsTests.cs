using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.Demo;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// What the lists of one's own people decide without opening a record is what the record decides, for everybody of the
/// demonstration, in every role.
/// </summary>
public sealed class OwnPeopleRowsTests(ToldDemo told) : IClassFixture<ToldDemo>
{
    [Fact]
    public void A_list_allows_what_the_record_allows_and_on_the_same_ground()
    {
        var allowed = 0;
        foreach (var person in told.People)
        {
            var row = RegisterRow.Of(person.Stream, person.Entries)!;
            var pending = Pending.Of(person, ToldDemo.Today, null, AttentionTerms.Usual);
            foreach (var actor in Actors(person))
            {
                var listed = Permission.Decide(AccessAction.ReadPerson, row, pending.Central, actor, ToldDemo.Now);
                var opened = Permission.Decide(AccessAction.ReadPerson, person, actor, ToldDemo.Now, found: false);
                if (listed.Allowed)
                    (listed.Ground, listed.Extent).ShouldBe((opened.Ground, opened.Extent));
                else
                    (opened.Allowed && opened.Ground is Relation.Central or Relation.CareTeam).ShouldBeFalse();
                allowed += listed.Allowed ? 1 : 0;
            }
        }
        allowed.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void What_is_kept_for_the_lists_is_what_the_record_says_and_a_member_who_left_gets_nothing()
    {
        var person = told.Of("leida-vos");
        var row = RegisterRow.Of(person.Stream, person.Entries)!;
        var pending = Pending.Of(person, ToldDemo.Today, null, AttentionTerms.Usual);
        pending.Waiting.Select(one => one.Attention).ShouldBe(person.Attention(ToldDemo.Today), ignoreOrder: true);
        var left = person.TeamPeriods().First(period => period.Until is not null).Fact.Account!.Value;
        var actor = new Actor(new Author(left, "", Role.Physician, null, null), null);
        Permission.Decide(AccessAction.ReadPerson, row, pending.Central, actor, ToldDemo.Now).Allowed.ShouldBeFalse();
    }

    /// <summary>
    /// A colleague in the practice of the GP who cares found the person as their own, and the way led nowhere: they are
    /// on duty like anybody else.
    /// </summary>
    [Fact]
    public void Who_works_where_somebody_cares_already_has_nobody_of_their_own_by_that()
    {
        var cared = 0;
        foreach (var person in told.People)
        {
            var row = RegisterRow.Of(person.Stream, person.Entries)!;
            foreach (var organisation in person.ReceivedBy())
            {
                var colleague = new Author(Guid.NewGuid(), "", Role.GeneralPractitioner, organisation, null);
                var relations = Relations.Of(person, new Actor(colleague, null), ToldDemo.Now, found: false);
                row.Organisations.Contains(organisation).ShouldBe(relations.Contains(Relation.ReceivingOrganisation));
                cared += relations.Count == 0 ? 1 : 0;
            }
        }
        cared.ShouldBeGreaterThan(10);
    }

    private static IEnumerable<Actor> Actors(PersonRecord person) =>
        from account in person
            .TeamPeriods()
            .Select(member => member.Fact.Account)
            .Concat(person.Circle().Select(close => close.Fact.Account))
            .OfType<Guid>()
            .Append(Guid.Empty)
            .Distinct()
        from role in Enum.GetValues<Role>()
        select new Actor(new Author(account, "", role, null, null), null);
}
