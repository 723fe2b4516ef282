using System.Globalization;

namespace Mantel.Core.Journal;

/// <summary>What was read of a date as somebody wrote it: the date, or what to ask.</summary>
/// <param name="Rule">The sentence that asks; null when the date is understood, or nothing was written.</param>
public readonly record struct ReadDate(PartialDate? Date, string? Rule = null, params IReadOnlyList<string> Values);

/// <summary>
/// Reads dates as people write them in Dutch, Flemish and English: 14-03-44, 14/3/1944, 14 maart 1944, 14031944,
/// March 1944, 1944. The one reader behind every field for a date and the search. Day before month; where two centuries
/// are possible it asks.
/// </summary>
/// <param name="today">Against which the century of a short year is chosen.</param>
/// <param name="isBirth">A birth date lies in the past, of somebody of at most 110 years.</param>
public sealed class WrittenDate(DateOnly today, bool isBirth = false)
{
    /// <summary>Nobody now alive was born before, and nothing here happened before.</summary>
    public const int FirstYear = 1890;

    private const int YearsAhead = 20;
    private const int OldestAge = 110;
    private const int ShortYearsAhead = 10;

    private static readonly ReadDate Unread = new(null, "rule.date-unread");

    /// <summary>A date in one field.</summary>
    public ReadDate Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return default;
        return DateWords.Of(text) switch
        {
            null => Unread,
            [{ Length: 4 } year] => OfParts(null, null, year),
            [{ Length: 6 or 8 } digits] when digits.All(char.IsAsciiDigit) => OfDigits(digits),
            [{ Length: 4 } year, var month] when IsYear(year) => OfParts(null, month, year),
            [{ Length: <= 2 } day, var month] when IsDay(day) && DateWords.IsName(month) => OfParts(day, month, null),
            [{ Length: <= 2 } day, { Length: <= 2 } month] when IsDay(day) && IsDay(month) && Number(month) <= 31 =>
                OfParts(day, month, null),
            [var month, var year] => OfParts(null, month, year),
            [{ Length: 4 } year, var month, var day] when IsYear(year) => OfParts(day, month, year),
            [var month, var day, var year] when DateWords.IsName(month) => OfParts(day, month, year),
            [var day, var month, var year] => OfParts(day, month, year),
            _ => Unread,
        };
    }

    /// <summary>A date in three fields, or whole in the first of them with the others left empty.</summary>
    public ReadDate Read(string? day, string? month, string? year)
    {
        if ((month, year) is (null, null))
            return day is { Length: <= 2 } && IsDay(day) ? new(null, "rule.date-without-year") : Read(day);
        var words = new[] { One(day), One(month), One(year) };
        return Array.TrueForAll(words, one => one.Read) ? OfParts(words[0].Word, words[1].Word, words[2].Word) : Unread;
    }

    /// <summary>One word of a field that should hold one: nothing is fine, more is not.</summary>
    private static (bool Read, string? Word) One(string? field) =>
        field is null ? (true, null)
        : DateWords.Of(field) is [var word] ? (true, word)
        : (false, null);

    private ReadDate OfParts(string? day, string? month, string? year)
    {
        if (day is not null && month is null)
            return new(null, "rule.date-without-month");
        if (year is null)
            return new(null, "rule.date-without-year");
        if (!year.All(char.IsAsciiDigit) || (day is not null && !IsDay(day)))
            return Unread;
        var monthNumber = month is null ? null : DateWords.MonthOf(month);
        if (month is not null && monthNumber is null)
            return Unread;
        var dayNumber = day is null ? (int?)null : Number(day);
        return year.Length switch
        {
            4 => Of(Number(year), monthNumber, dayNumber),
            2 => OfShortYear(Number(year), monthNumber, dayNumber),
            _ => new(null, "rule.date-short-year"),
        };
    }

    private ReadDate Of(int year, int? month, int? day)
    {
        if (year < FirstYear)
            return new(null, isBirth ? "rule.born-too-long-ago" : "rule.date-absurd-year");
        if (year > today.Year + YearsAhead)
            return new(null, "rule.date-far-future");
        return Existing(year, month, day) is { } date ? new(date) : new(null, "rule.date-impossible");
    }

    private ReadDate OfShortYear(int year, int? month, int? day)
    {
        if (!isBirth)
            return Of((2000 + year <= today.Year + ShortYearsAhead ? 2000 : 1900) + year, month, day);
        var possible = new[] { 1900 + year, 2000 + year }
            .Where(whole => whole >= today.Year - OldestAge)
            .Where(whole => new PartialDate(whole, month is >= 1 and <= 12 ? month : null).First <= today)
            .ToList();
        return possible switch
        {
            [var only] => Of(only, month, day),
            [var one, var other] => new(null, "rule.date-which-century", [Said(one), Said(other)]),
            _ => new(null, "rule.date-short-year"),
        };
    }

    /// <summary>
    /// No year of somebody now alive can be read as a month or as a day and a month, so digits alone are read one way:
    /// 03052018, 20180503, 052018, 201805 or 030518.
    /// </summary>
    private ReadDate OfDigits(string digits)
    {
        string?[][] ways =
            digits.Length == 8
                ?
                [
                    [digits[..2], digits[2..4], digits[4..]],
                    [digits[6..], digits[4..6], digits[..4]],
                ]
                :
                [
                    [null, digits[..2], digits[2..]],
                    [null, digits[4..], digits[..4]],
                    [digits[..2], digits[2..4], digits[4..]],
                ];
        var read = ways.Select(way => OfParts(way[0], way[1], way[2])).ToList();
        return read.Find(one => one.Date is not null) is { Date: not null } found ? found
            : read.Find(one => one.Rule is "rule.date-which-century") is { Rule: not null } asked ? asked
            : new(null, "rule.date-impossible");
    }

    private static PartialDate? Existing(int year, int? month, int? day)
    {
        var (two, days) = (
            month?.ToString("00", CultureInfo.InvariantCulture),
            day?.ToString("00", CultureInfo.InvariantCulture)
        );
        return PartialDate.TryParse(string.Join('-', new[] { Said(year), two, days }.OfType<string>()));
    }

    private static string Said(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static bool IsDay(string text) => text.Length is 1 or 2 && text.All(char.IsAsciiDigit);

    private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
