using System.Globalization;

namespace Mantel.Core.People;

/// <summary>
/// The national numbers of the Netherlands and Belgium: how they are written, their check digits, what they say of the
/// birth date, and how they are shown without being given away.
/// </summary>
public static class NationalNumber
{
    /// <summary>
    /// Only the digits of what was typed or read, or null when it holds anything that is no separator.
    /// </summary>
    public static string? Digits(string? typed)
    {
        if (typed is null || typed.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '.' or '-' or '\u00a0')))
            return null;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null : digits;
    }

    /// <summary>
    /// The number as it is kept, or null when its check digits are wrong. A BSN of eight digits is one of nine that
    /// starts with a zero.
    /// </summary>
    public static string? Check(NumberKind kind, string? typed) =>
        (kind, Digits(typed)) switch
        {
            (_, null) => null,
            (NumberKind.Bsn, { Length: 8 } digits) => CheckBsn("0" + digits),
            (NumberKind.Bsn, { } digits) => CheckBsn(digits),
            (NumberKind.Insz, { } digits) => CheckInsz(digits),
        };

    /// <summary>The number with only its last three digits: ***-***-120 is shown as ••••••120.</summary>
    public static string Masked(this PersonNumber number) =>
        new string('•', Math.Max(0, number.Value.Length - 3)) + number.Value[^Math.Min(3, number.Value.Length)..];

    /// <summary>How a number is found exactly: <c>bsn:999911120</c>.</summary>
    public static string Key(this PersonNumber number) =>
        (number.Kind == NumberKind.Bsn ? "bsn:" : "insz:") + number.Value;

    /// <summary>
    /// The birth date that an INSZ carries, as far as it carries one: months and days may be 00 when they are not
    /// known, and a bis number adds 20 or 40 to the month. Null for a BSN.
    /// </summary>
    public static Journal.PartialDate? BirthDateIn(PersonNumber number)
    {
        if (number.Kind != NumberKind.Insz || CheckInsz(number.Value) is null)
            return null;
        var century = IsBornFrom2000(number.Value) ? 2000 : 1900;
        var year = century + Part(number.Value, 0);
        var month = Part(number.Value, 2) % 20;
        var day = Part(number.Value, 4);
        return month is 0 or > 12 ? new Journal.PartialDate(year)
            : day == 0 || day > DateTime.DaysInMonth(year, month) ? new Journal.PartialDate(year, month)
            : new Journal.PartialDate(year, month, day);
    }

    /// <summary>The eleven-test (elfproef): 9, 8, … 2 and −1 times the digits is a multiple of eleven.</summary>
    private static string? CheckBsn(string digits)
    {
        if (digits.Length != 9 || digits.All(digit => digit == '0'))
            return null;
        var sum = -(digits[8] - '0');
        for (var i = 0; i < 8; i++)
            sum += (9 - i) * (digits[i] - '0');
        return sum % 11 == 0 ? digits : null;
    }

    /// <summary>97 minus the first nine digits modulo 97; from 2000 on with a 2 before them.</summary>
    private static string? CheckInsz(string digits)
    {
        if (digits.Length != 11 || digits.All(digit => digit == '0') || Part(digits, 2) % 20 > 12)
            return null;
        var check = Part(digits, 9);
        return check == CheckDigits("", digits) || check == CheckDigits("2", digits) ? digits : null;
    }

    private static bool IsBornFrom2000(string digits) => Part(digits, 9) == CheckDigits("2", digits);

    private static int CheckDigits(string before, string digits) =>
        (int)(97 - (long.Parse(before + digits[..9], CultureInfo.InvariantCulture) % 97));

    private static int Part(string digits, int at) =>
        int.Parse(digits.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}
