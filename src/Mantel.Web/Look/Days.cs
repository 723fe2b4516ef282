using Mantel.Core.Journal;
using Mantel.Web.Platform;

namespace Mantel.Web.Look;

/// <summary>How days and moments are written: as people say them, on the clock of the bedside.</summary>
internal static class Days
{
    /// <summary>The clock of the Netherlands and Flanders; both read the same.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>What the clock at the bedside says.</summary>
    public static DateTime OnTheClock(DateTimeOffset instant) => BedsideClock.At(instant);

    /// <summary>The day at the bedside.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => BedsideClock.DayOf(instant);

    public static string Write(PartialDate date, Words words, bool shortly = false) =>
        date.First.ToString(Format(date, shortly), words.Culture);

    public static string Write(DateTimeOffset instant, Words words) =>
        OnTheClock(instant).ToString("d MMM yyyy, HH:mm", words.Culture)
        + (BedsideClock.Doubled(instant) is { } which ? " " + words.Name("doubled-hour", which) : "");

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
