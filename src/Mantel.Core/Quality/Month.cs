using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>A month, by which figures are counted. Written as 2026-09.</summary>
[JsonConverter(typeof(MonthJson))]
public readonly record struct Month : IComparable<Month>
{
    private readonly int _index;

    private Month(int index) => _index = index;

    public Month(int year, int number)
        : this((year * 12) + number - 1) { }

    public int Year => _index / 12;

    /// <summary>1–12.</summary>
    public int Number => (_index % 12) + 1;

    public DateOnly First => new(Year, Number, 1);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The month of a date as far as it is known; null when only the year is.</summary>
    public static Month? Of(PartialDate date) => date.Month is { } month ? new(date.Year, month) : null;

    public static Month Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"{text} is no month as 2026-09.");

    public static Month? TryParse(string? text) =>
        PartialDate.TryParse(text) is { Month: { } month, Day: null } date ? new(date.Year, month) : null;

    public Month Plus(int months) => new(_index + months);

    /// <summary>How many months after another this one is; negative when before.</summary>
    public int Since(Month other) => _index - other._index;

    /// <summary>Both and every month between; none when the last is before the first.</summary>
    public static IReadOnlyList<Month> Between(Month first, Month last) =>
        [.. Enumerable.Range(0, Math.Max(0, last.Since(first) + 1)).Select(first.Plus)];

    public int CompareTo(Month other) => _index.CompareTo(other._index);

    public static bool operator <(Month one, Month other) => one._index < other._index;

    public static bool operator >(Month one, Month other) => one._index > other._index;

    public static bool operator <=(Month one, Month other) => one._index <= other._index;

    public static bool operator >=(Month one, Month other) => one._index >= other._index;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}

internal sealed class MonthJson : JsonConverter<Month>
{
    public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Month.TryParse(reader.GetString()) ?? throw new JsonException("Not a month.");

    public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
