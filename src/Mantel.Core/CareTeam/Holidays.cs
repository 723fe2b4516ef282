using System.Globalization;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>What is closed on a day that is no ordinary working day.</summary>
public enum Closed
{
    /// <summary>Many practices; whether the out-of-hours service runs differs.</summary>
    Practices,

    /// <summary>All practices: the out-of-hours service runs all day.</summary>
    Services,
}

/// <summary>A public holiday (feestdag) of one country, with where it comes from.</summary>
/// <param name="Id">Its name in the language files: <c>holiday.easter-monday</c>.</param>
/// <param name="OfEaster">Days after Easter Sunday; null for a fixed day.</param>
/// <param name="IfSunday">The day instead, when it falls on a Sunday.</param>
public sealed record Holiday(
    CareCountry Country,
    string Id,
    (int Month, int Day)? Fixed,
    int? OfEaster,
    (int Month, int Day)? IfSunday,
    Closed Closed,
    int? FromYear,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
)
{
    /// <summary>The day in a year; null in a year in which it was not yet kept so.</summary>
    public DateOnly? In(int year)
    {
        if (year < FromYear)
            return null;
        if (OfEaster is { } days)
            return Holidays.EasterSunday(year).AddDays(days);
        var day = On(year, Fixed!.Value);
        return day.DayOfWeek is DayOfWeek.Sunday && IfSunday is { } instead ? On(year, instead) : day;
    }

    private static DateOnly On(int year, (int Month, int Day) day) => new(year, day.Month, day.Day);
}

/// <summary>
/// The public holidays of both countries: <c>data/calendar/holidays.tsv</c>. The one source for who to call and for
/// everything that counts working days.
/// </summary>
public static class Holidays
{
    public static IReadOnlyList<Holiday> All { get; } = [.. ReferenceTable.Read("holidays.tsv").Select(Read)];

    public static Holiday? On(DateOnly day, CareCountry country) =>
        All.FirstOrDefault(holiday => holiday.Country == country && holiday.In(day.Year) == day);

    /// <summary>True for a weekday that is no public holiday on which practices are closed.</summary>
    public static bool IsWorkingDay(DateOnly day, CareCountry country) =>
        !IsWeekend(day) && On(day, country)?.Closed is not Closed.Services;

    /// <summary>A single weekday between a public holiday and a weekend (brugdag).</summary>
    public static bool IsBridgeDay(DateOnly day, CareCountry country) =>
        !IsWeekend(day)
        && On(day, country) is null
        && day.DayOfWeek switch
        {
            DayOfWeek.Monday => IsClosed(day.AddDays(1), country),
            DayOfWeek.Friday => IsClosed(day.AddDays(-1), country),
            _ => false,
        };

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var (golden, century) = (year % 19, year / 100);
        var leaps = century - (century / 4) - (((8 * century) + 13) / 25);
        var epact = (leaps + (19 * golden) + 15) % 30;
        var moon = epact - (epact / 28 * (1 - (epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        var distance = moon - weekday;
        var month = 3 + ((distance + 40) / 44);
        return new DateOnly(year, month, distance + 28 - (31 * (month / 4)));
    }

    private static bool IsClosed(DateOnly day, CareCountry country) => On(day, country)?.Closed is Closed.Services;

    private static Holiday Read(IReadOnlyDictionary<string, string> row) =>
        new(
            CareCountries.Of(row["country"]) ?? throw new FormatException($"holidays.tsv: {row["country"]}?"),
            row["id"],
            IsOfEaster(row["day"]) ? null : MonthDay(row["day"]),
            IsOfEaster(row["day"]) ? Number(row["day"]["easter".Length..]) : null,
            row["if-sunday"].Length == 0 ? null : MonthDay(row["if-sunday"]),
            Enum.Parse<Closed>(row["closed"], ignoreCase: true),
            row["from"].Length == 0 ? null : Number(row["from"]),
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );

    private static bool IsOfEaster(string day) => day.StartsWith("easter", StringComparison.Ordinal);

    private static (int, int) MonthDay(string cell) => (Number(cell[..2]), Number(cell[3..]));

    private static int Number(string cell) =>
        int.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
