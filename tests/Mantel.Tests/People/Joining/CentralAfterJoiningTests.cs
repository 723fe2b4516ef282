using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Joining;

/// <summary>
/// Fault of 29 November: after joining two records the number of the central care professional was lost. Who is in both
/// is named once, with every number that either record knows, and stays the central one whichever record says so.
/// </summary>
[Trait("Safety", "8")]
public sealed class CentralAfterJoiningTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly Guid Fatima = Guid.NewGuid();
    private readonly TwoRecords _two = new();
    private readonly Guid _here = Guid.NewGuid();
    private readonly Guid _there = Guid.NewGuid();

    public CentralAfterJoiningTests()
    {
        _two.Fact(_two.One, new PersonRegistered(Fictitious: true));
        _two.Fact(_two.Other, new PersonRegistered(Fictitious: true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_number_that_only_the_following_record_knows_is_called(bool isNamedInTheLeading)
    {
        Member(_two.One, _here, day: null, night: null);
        Member(_two.Other, _there, "0118 05 12 34", "06 00 12 34 56");
        Central(isNamedInTheLeading);
        _two.Join();

        var call = _two.Open().WhoToCallOn(Today, CallNumbers.Night)[0];
        (call.Reason, call.How).ShouldBe((CallReason.CentralCareProfessional, "06 00 12 34 56"));
        _two.Open().Team(Today).ShouldHaveSingleItem();
        _two.Open().CentralCareProfessional(Today)!.Fact.Reachability.Day.ShouldBe("0118 05 12 34");
    }

    [Fact]
    public void The_number_of_the_leading_record_goes_before_that_of_the_other()
    {
        Member(_two.One, _here, day: null, night: "06 00 99 99 99");
        Member(_two.Other, _there, "0118 05 12 34", "06 00 12 34 56");
        Central(isNamedInTheLeading: false);
        _two.Join();

        var reach = _two.Open().Team(Today)[0].Fact.Reachability;
        (reach.Day, reach.Night).ShouldBe(("0118 05 12 34", "06 00 99 99 99"));
    }

    [Fact]
    public void Parted_each_record_says_its_own()
    {
        Member(_two.One, _here, day: null, night: null);
        Member(_two.Other, _there, "0118 05 12 34", night: null);
        Central(isNamedInTheLeading: true);
        _two.Join();
        _two.Part();

        _two.Open().Team(Today)[0].Fact.Reachability.Day.ShouldBeNull();
        _two.Open(_two.Other).Team(Today)[0].Fact.Reachability.Day.ShouldBe("0118 05 12 34");
    }

    private void Central(bool isNamedInTheLeading) =>
        _two.Fact(
            isNamedInTheLeading ? _two.One : _two.Other,
            new CentralCareProfessionalNamed(isNamedInTheLeading ? _here : _there),
            "2026-02-01"
        );

    private void Member(StreamId stream, Guid member, string? day, string? night) =>
        _two.Fact(
            stream,
            new CareTeamMemberJoined(
                member,
                "Fatima Azouzi",
                Discipline.Nurse,
                null,
                null,
                null,
                new Reachability(day, night, null),
                Fatima,
                CareRelation.CareTeam
            ),
            "2026-01-01"
        );
}
