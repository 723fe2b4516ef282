namespace Mantel.Core.Journal;

/// <summary>Which of the two hours, in the night in which the clock goes back and one hour comes twice.</summary>
public enum DoubledHour
{
    /// <summary>Before the clock went back: summer time (zomertijd).</summary>
    First,

    /// <summary>After the clock went back: winter time (wintertijd).</summary>
    Second,
}

/// <summary>
/// The clock at the bedside, alike in the Netherlands and Belgium: Central European Time, in summer an hour more. The
/// one place where an instant becomes a day.
/// </summary>
/// <remarks>
/// Summer time lasts from the last Sunday of March to the last Sunday of October, both at one o'clock UTC (directive
/// 2000/84/EC; so since 1996). A test holds it against the table of time zones.
/// </remarks>
public static class BedsideClock
{
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private static readonly TimeSpan Summer = TimeSpan.FromHours(2);

    /// <summary>What the clock says at this instant.</summary>
    public static DateTime At(DateTimeOffset instant) => (instant.UtcDateTime + OffsetAt(instant)).AsOnTheWall();

    /// <summary>The day at the bedside: from midnight there, not from one or two o'clock.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant));

    /// <summary>Which of the two, when the clock says this time twice; null on any other hour.</summary>
    public static DoubledHour? Doubled(DateTimeOffset instant)
    {
        var back = ChangeIn(10, instant.UtcDateTime.Year);
        var utc = instant.UtcDateTime;
        return utc >= back && utc < back + Winter ? DoubledHour.Second
            : utc < back && utc >= back - Winter ? DoubledHour.First
            : null;
    }

    /// <summary>False for the hour that is left out in the night in which the clock goes forward.</summary>
    public static bool Exists(DateTime local)
    {
        var forward = ChangeIn(3, local.Year) + Winter;
        return local < forward || local >= forward + Winter;
    }

    private static TimeSpan OffsetAt(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return utc >= ChangeIn(3, utc.Year) && utc < ChangeIn(10, utc.Year) ? Summer : Winter;
    }

    /// <summary>The last Sunday of the month, at one o'clock UTC.</summary>
    private static DateTime ChangeIn(int month, int year)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), 1, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static DateTime AsOnTheWall(this DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified);
}
