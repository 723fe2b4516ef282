using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Tests.Demo;

/// <summary>
/// What *nearly* means: it is not so today, and it was so before something that somebody did since, or will be so
/// within some weeks when nobody does anything.
/// </summary>
internal static class Nearly
{
    /// <summary>How many days ahead is still near.</summary>
    public const int Days = 60;

    /// <summary>By what it nearly holds; null when it holds, or is far from it.</summary>
    public static string? Why(PersonRecord person, DateOnly today, Func<PersonRecord, DateOnly, bool> holds)
    {
        if (holds(person, today))
            return null;
        for (var day = 1; day <= Days; day++)
        {
            if (holds(person, today.AddDays(day)))
                return $"in {day} days";
        }
        for (var count = person.Entries.Count - 1; count > 0; count--)
        {
            var next = person.Entries[count];
            if (next.Act != person.Entries[count - 1].Act && holds(Before(person, count), DayOf(next)))
                return $"until {next.Fact.GetType().Name}";
        }
        return null;
    }

    private static PersonRecord Before(PersonRecord person, int count) =>
        new(person.Stream, [.. person.Entries.Take(count)]);

    private static DateOnly DayOf(Entry entry) => DateOnly.FromDateTime(entry.Recorded.UtcDateTime);
}
