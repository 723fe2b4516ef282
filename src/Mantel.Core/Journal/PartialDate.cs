using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mantel.Core.Journal;

/// <summary>
/// A day, a month or a year, as people know it: an interval of days. Written as in FHIR: 2018, 2018-05 or 2018-05-03.
/// </summary>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate
{
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (day is not null && month is null)
            throw new ArgumentException("A day needs a month.", nameof(day));
        _ = new DateOnly(year, month ?? 1, day ?? 1); // throws for an impossible date
        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    /// <summary>1–12, or null when only the year is known.</summary>
    public int? Month { get; }

    /// <summary>1–31, or null when only the month is known.</summary>
    public int? Day { get; }

    public bool IsWhole => Day is not null;

    /// <summary>The first day it can be.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can be.</summary>
    public DateOnly Last =>
        Day is { } day ? new(Year, Month!.Value, day)
        : Month is { } month ? new(Year, month, DateTime.DaysInMonth(Year, month))
        : new(Year, 12, 31);

    /// <summary>True when every day of this lies before every day of the other.</summary>
    public bool IsBefore(PartialDate other) => Last < other.First;

    /// <summary>True when the two can be the same day, so that they cannot be ordered.</summary>
    public bool Overlaps(PartialDate other) => !IsBefore(other) && !other.IsBefore(this);

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads 2018, 2018-05 or 2018-05-03; anything else, or an impossible date, gives null.</summary>
    public static PartialDate? TryParse(string? text)
    {
        if (text is null || text.Length is not (4 or 7 or 10))
            return null;
        var digits = text.AsSpan();
        var year = Number(digits[..4]);
        int? month = digits.Length > 4 ? NumberAfterDash(digits[4..7]) : null;
        int? day = digits.Length > 7 ? NumberAfterDash(digits[7..]) : null;
        if (year < 1 || month is < 1 or > 12)
            return null;
        return day < 1 || day > DateTime.DaysInMonth(year, month ?? 1) ? null : new PartialDate(year, month, day);
    }

    /// <summary>-1 when these are not digits only.</summary>
    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static int NumberAfterDash(ReadOnlySpan<char> part) => part[0] == '-' ? Number(part[1..]) : -1;

    public static PartialDate Parse(string text) =>
        TryParse(text) ?? throw new FormatException("Not a date as 2018, 2018-05 or 2018-05-03.");

    public override string ToString() =>
        Day is not null ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}")
        : Month is not null ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}")
        : Year.ToString("0000", CultureInfo.InvariantCulture);
}

internal sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString()) ?? throw new JsonException("Not a partial date.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
