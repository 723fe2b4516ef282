namespace Mantel.Fhir.Import;

/// <summary>The check digits of national numbers, so that a mistyped one never names somebody else.</summary>
internal static class PersonNumbers
{
    /// <summary>BSN: nine digits, the eleven test.</summary>
    public static bool IsBsn(string? value)
    {
        if (value is not { Length: 9 } || !value.All(char.IsAsciiDigit) || value == "000000000")
            return false;
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (value[i] - '0') * (i == 8 ? -1 : 9 - i);
        return sum % 11 == 0;
    }

    /// <summary>INSZ: eleven digits, the last two are 97 less the rest; for those born from 2000 with a 2 before it.</summary>
    public static bool IsInsz(string? value)
    {
        if (value is not { Length: 11 } || !value.All(char.IsAsciiDigit))
            return false;
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var number = long.Parse(value[..9], culture);
        var check = int.Parse(value[9..], culture);
        return 97 - (number % 97) == check || 97 - ((2_000_000_000 + number) % 97) == check;
    }
}
