using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

/// <summary>
/// What happens to somebody, noted day by day in any order, to be told from the first day to the last.
/// </summary>
internal sealed class Diary
{
    private readonly List<(int DaysAgo, string Time, Action<Story> Happens)> _days = [];

    /// <summary>That day, where there is one; the same day and hour keeps the order of noting.</summary>
    public void On(int? daysAgo, string time, Action<Story> happens)
    {
        if (daysAgo is { } day)
            _days.Add((day, time, happens));
    }

    public void TellIn(Story story)
    {
        foreach (
            var (daysAgo, time, happens) in _days
                .OrderByDescending(day => day.DaysAgo)
                .ThenBy(day => day.Time, StringComparer.Ordinal)
        )
            happens(story.Then(daysAgo, time));
    }
}
