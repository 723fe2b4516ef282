using Mantel.Core.Journal;
using Mantel.Web.Platform;

namespace Mantel.Web.Look;

/// <summary>How days and moments are written: as people say them, on the clock of the bedside.</summary>
public static class Days
{
    /// <summary>The clock of the Netherlands and Flanders; both read the same.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static string Write(PartialDate date, Words words, bool shortly = false) =>
        date.First.ToString(Format(date, shortly), words.Culture);

    public static string Write(DateTimeOffset instant, Words words) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("d MMM yyyy, HH:mm", words.Culture);

    /// <summary>The age in whole years; null when the birth date leaves it open.</summary>
    public static int? Age(PartialDate? born, DateOnly on)
    {
        if (born is not { } date)
            return null;
        var (most, least) = (YearsFrom(date.First, on), YearsFrom(date.Last, on));
        return most == least ? most : null;
    }

    private static int YearsFrom(DateOnly day, DateOnly on) =>
        on.Year - day.Year - (day.AddYears(on.Year - day.Year) > on ? 1 : 0);

    private static string Format(PartialDate date, bool shortly) =>
        (date.Month, date.Day, shortly) switch
        {
            (null, _, _) => "yyyy",
            (_, null, false) => "MMMM yyyy",
            (_, null, true) => "MMM yyyy",
            (_, _, false) => "d MMMM yyyy",
            (_, _, true) => "d MMM yyyy",
        };
}
