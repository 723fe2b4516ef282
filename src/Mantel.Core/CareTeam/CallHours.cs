using System.Globalization;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>Which numbers hold at an hour.</summary>
public enum CallNumbers
{
    Day,

    /// <summary>It differs from place to place, or only practices are closed: both are shown.</summary>
    Both,

    /// <summary>Evening, night, weekend and public holidays.</summary>
    Night,
}

/// <summary>What an hour is for who calls, and why.</summary>
/// <param name="Holiday">The public holiday that it is on; null on any other day.</param>
/// <param name="IsBridgeDay">True between a public holiday and a weekend.</param>
/// <param name="Service">The one number of the out-of-hours service; null where each has its own.</param>
public sealed record CallHour(CallNumbers Numbers, Holiday? Holiday, bool IsBridgeDay, string? Service);

/// <summary>When practices answer somewhere, and when the out-of-hours service does, with its source.</summary>
public sealed record CallHours(
    CareCountry Country,
    string? Municipality,
    TimeOnly From,
    TimeOnly PracticesUntil,
    TimeOnly ServiceFrom,
    Closed? BridgeDays,
    string? Service,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
)
{
    /// <summary>The rows of <c>data/calendar/hours.tsv</c>.</summary>
    public static IReadOnlyList<CallHours> All { get; } = [.. ReferenceTable.Read("hours.tsv").Select(Read)];

    /// <summary>
    /// What this hour is at the person's. Where their country is not known and the two differ, both numbers hold.
    /// </summary>
    /// <param name="local">The time on the clock there.</param>
    public static CallHour At(PersonRecord person, DateTime local)
    {
        if (person.CountryOfCare() is { } country)
            return At(country, person.Address()?.MunicipalityCode, local);
        var (dutch, belgian) = (At(CareCountry.Netherlands, null, local), At(CareCountry.Belgium, null, local));
        return new(
            dutch.Numbers == belgian.Numbers ? dutch.Numbers : CallNumbers.Both,
            dutch.Holiday?.Id == belgian.Holiday?.Id ? dutch.Holiday : null,
            IsBridgeDay: false,
            Service: null
        );
    }

    /// <summary>What this hour is in a place.</summary>
    public static CallHour At(CareCountry country, string? municipality, DateTime local)
    {
        var hours = Of(country, municipality);
        var day = DateOnly.FromDateTime(local);
        var holiday = Holidays.On(day, country);
        var isBridge = hours.BridgeDays is not null && Holidays.IsBridgeDay(day, country);
        var closed = Holidays.IsWeekend(day)
            ? Closed.Services
            : holiday?.Closed ?? (isBridge ? hours.BridgeDays : null);
        var byDay = closed switch
        {
            Closed.Services => CallNumbers.Night,
            Closed.Practices => CallNumbers.Both,
            null => CallNumbers.Day,
        };
        var byClock = hours.At(TimeOnly.FromDateTime(local));
        return new(byClock > byDay ? byClock : byDay, holiday, isBridge, hours.Service);
    }

    private static CallHours Of(CareCountry country, string? municipality) =>
        All.FirstOrDefault(row =>
            row.Country == country && row.Municipality is not null && row.Municipality == municipality
        ) ?? All.First(row => row.Country == country && row.Municipality is null);

    private CallNumbers At(TimeOnly time) =>
        time < From || time >= ServiceFrom ? CallNumbers.Night
        : time >= PracticesUntil ? CallNumbers.Both
        : CallNumbers.Day;

    private static CallHours Read(IReadOnlyDictionary<string, string> row) =>
        new(
            CareCountries.Of(row["country"]) ?? throw new FormatException($"hours.tsv: {row["country"]}?"),
            OrNull(row["municipality"]),
            Time(row["from"]),
            Time(row["practices-until"]),
            Time(row["service-from"]),
            OrNull(row["bridge-days"]) is { } closed ? Enum.Parse<Closed>(closed, ignoreCase: true) : null,
            OrNull(row["number"]),
            row["source"],
            row["edition"],
            OrNull(row["reviewer"]),
            row["status"]
        );

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private static TimeOnly Time(string cell) => TimeOnly.ParseExact(cell, "HH:mm", CultureInfo.InvariantCulture);
}
