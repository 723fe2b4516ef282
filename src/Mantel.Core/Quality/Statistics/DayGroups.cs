namespace Mantel.Core.Quality.Statistics;

/// <summary>People by group of days, such as those who died 15 to 29 days after marking.</summary>
/// <param name="From">The first day of the group.</param>
/// <param name="To">Its last day; null: without end.</param>
/// <param name="People">Null when it is not known or not shown: then it is not zero.</param>
public sealed record DayGroup(int From, int? To, int? People);

/// <summary>What the groups of days say together.</summary>
public static class DayGroups
{
    /// <summary>The group in which the middle person lies; null where there is nobody or one is not shown.</summary>
    public static DayGroup? Middle(IReadOnlyList<DayGroup> groups)
    {
        if (groups.Any(group => group.People is null))
            return null;
        var ordered = groups.OrderBy(group => group.From).ToList();
        var all = ordered.Sum(group => group.People!.Value);
        if (all == 0)
            return null;
        var (low, high) = (At(ordered, (all - 1) / 2), At(ordered, all / 2));
        return low == high ? low : new DayGroup(low.From, high.To, low.People + high.People);
    }

    private static DayGroup At(List<DayGroup> ordered, int place)
    {
        var before = 0;
        return ordered.First(group => (before += group.People!.Value) > place);
    }
}
