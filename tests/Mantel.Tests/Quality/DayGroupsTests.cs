using Mantel.Core.Quality.Statistics;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality;

public sealed class DayGroupsTests
{
    [Fact]
    public void The_middle_person_lies_in_one_group() =>
        DayGroups.Middle([new(0, 14, 12), new(15, 29, 20), new(30, 89, 15)]).ShouldBe(new DayGroup(15, 29, 20));

    [Fact]
    public void Between_two_people_in_different_groups_the_middle_spans_both() =>
        DayGroups.Middle([new(0, 14, 10), new(15, 29, 0), new(30, null, 10)]).ShouldBe(new DayGroup(0, null, 20));

    [Fact]
    public void A_group_that_is_not_shown_is_not_counted_as_empty() =>
        DayGroups.Middle([new(0, 14, null), new(15, 29, 40)]).ShouldBeNull();

    [Fact]
    public void Of_nobody_there_is_no_middle() => DayGroups.Middle([new(0, 14, 0)]).ShouldBeNull();
}
