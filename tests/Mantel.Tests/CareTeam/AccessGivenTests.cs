using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.CareTeam;

/// <summary>
/// Access is given to somebody of the circle (users A9, issue 8): the account is theirs before it is made, once, for a
/// while, and as long as the record says so.
/// </summary>
public sealed class AccessGivenTests
{
    private static readonly Guid Ans = Guid.NewGuid();
    private static readonly Guid Kees = Guid.NewGuid();
    private static readonly Guid Account = Guid.NewGuid();
    private static readonly DateTimeOffset Then = new(2026, 5, 20, 9, 0, 0, TimeSpan.Zero);
    private readonly Tell _tell = new();

    public AccessGivenTests()
    {
        _tell.Fact(new PersonRegistered(Fictitious: true), "2026-01-01");
        _tell.Fact(Details(Ans, "Ans"));
        _tell.Fact(Details(Kees, "Kees"));
    }

    [Fact]
    public void Whom_it_was_given_to_is_the_close_one_with_that_account_and_nobody_else_is()
    {
        Of(Account).ShouldBeEmpty();
        Give(Account, Ans);

        Of(Account).ShouldBe([Relation.CloseOne]);
        _tell.Person.CloseOne(Ans)!.Account.ShouldBe(Account);
        _tell.Person.CloseOne(Kees)!.Account.ShouldBeNull();
        Of(Guid.NewGuid()).ShouldBeEmpty();
    }

    [Fact]
    public void It_may_be_made_for_two_weeks()
    {
        Give(Account, Ans);

        StillGives(Account, Then).ShouldBeTrue();
        StillGives(Account, Then + GiveAccess.Lasts - TimeSpan.FromSeconds(1)).ShouldBeTrue();
        StillGives(Account, Then + GiveAccess.Lasts).ShouldBeFalse();
        StillGives(Guid.NewGuid(), Then).ShouldBeFalse();
    }

    [Fact]
    public void Given_anew_the_earlier_opens_nothing()
    {
        var again = Guid.NewGuid();
        Give(Account, Ans);
        Give(again, Ans, Then.AddDays(1));

        StillGives(Account, Then.AddDays(1)).ShouldBeFalse();
        StillGives(again, Then.AddDays(1)).ShouldBeTrue();
        Of(Account).ShouldBeEmpty();
        Of(again).ShouldBe([Relation.CloseOne]);
    }

    [Fact]
    public void Of_the_person_too_only_what_was_given_last_may_be_made()
    {
        var again = Guid.NewGuid();
        Give(Account, closeOne: null);
        StillGives(Account, Then).ShouldBeTrue();
        Give(again, closeOne: null, Then.AddDays(1));

        StillGives(Account, Then.AddDays(1)).ShouldBeFalse();
        StillGives(again, Then.AddDays(1)).ShouldBeTrue();
    }

    [Fact]
    public void Struck_out_it_opens_nothing()
    {
        _tell.StrikeOut(Give(Account, Ans));

        StillGives(Account, Then).ShouldBeFalse();
        Of(Account).ShouldBeEmpty();
    }

    [Fact]
    public void Who_left_the_circle_makes_no_account()
    {
        Give(Account, Ans);
        _tell.Fact(new RelatedPersonLeft(Ans, null));

        StillGives(Account, Then).ShouldBeFalse();
        Of(Account).ShouldBeEmpty();
    }

    [Fact]
    public void After_the_death_nobody_makes_an_account()
    {
        Give(Account, closeOne: null);
        _tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-30");

        StillGives(Account, Then).ShouldBeFalse();
    }

    [Fact]
    public void Details_that_are_put_right_leave_the_account_as_it_is()
    {
        Give(Account, Ans);
        _tell.Fact(Details(Ans, "Annie"));
        Of(Account).ShouldBe([Relation.CloseOne]);

        var other = Guid.NewGuid();
        _tell.Fact(Details(Ans, "Annie", other), recorded: Then.AddDays(2));
        (Of(Account).Count, Of(other).Count).ShouldBe((0, 1));

        Give(Account, Ans, Then.AddDays(3));
        _tell.Fact(Details(Ans, "Ans", other), recorded: Then.AddDays(4));
        (Of(Account).Count, Of(other).Count).ShouldBe((1, 0));
    }

    [Fact]
    public void It_is_given_to_somebody_of_the_circle_who_is_there()
    {
        Refusal(new GiveAccess(Account, Guid.NewGuid())).ShouldBe("rule.not-a-choice");
        _tell.Fact(new RelatedPersonLeft(Ans, null));
        Refusal(new GiveAccess(Account, Ans)).ShouldBe("rule.not-a-choice");
        new GiveAccess(Account, Kees).Decide(_tell.Person, Tell.Now).ShouldBeOfType<Outcome.Yielded>();
        _tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-30");
        Refusal(new GiveAccess(Account, Kees)).ShouldBe("rule.person-deceased");
    }

    private string Refusal(GiveAccess act) =>
        act.Decide(_tell.Person, Tell.Now).ShouldBeOfType<Outcome.Refused>().Problems[0].Rule;

    private bool StillGives(Guid account, DateTimeOffset now) => _tell.Person.StillGives(account, now);

    private Guid Give(Guid account, Guid? closeOne, DateTimeOffset? at = null) =>
        _tell.Fact(new AccessGiven(account, closeOne), "2026-05-20", recorded: at ?? Then);

    private IReadOnlySet<Relation> Of(Guid account) =>
        Relations.Of(
            _tell.Person,
            new Actor(new Author(account, "Iemand", Role.CloseOne, null, null)),
            Tell.Now,
            found: false
        );

    private static RelatedPersonRecorded Details(Guid related, string first, Guid? account = null) =>
        new(
            related,
            new PersonName(null, null, first, null, "Mulder", null, null, NameUse.Own),
            Relationship.Sister,
            null,
            [],
            [],
            null,
            null,
            null,
            account
        );
}
