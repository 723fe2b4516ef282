using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>An identifier of SNOMED CT: 6 to 18 digits of which the last is a Verhoeff check digit.</summary>
public static class SnomedConcept
{
    private const string Multiply =
        "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";

    private const string Permute = "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

    /// <summary>True when it has the shape of a concept and its check digit is right.</summary>
    public static bool IsWellFormed(string code)
    {
        if (code.Length is < 6 or > 18 || code.Any(c => !char.IsAsciiDigit(c)) || code[0] == '0')
            return false;
        var check = 0;
        for (var i = 0; i < code.Length; i++)
        {
            var digit = Permute[(i % 8 * 10) + code[^(i + 1)] - '0'] - '0';
            check = Multiply[(check * 10) + digit] - '0';
        }
        return check == 0;
    }

    internal static string? Read(Findings found, string field, string? code)
    {
        var clean = found.Line(field, code);
        if (clean is not null && !IsWellFormed(clean))
            found.Add(field, "rule.snomed-wrong");
        return clean;
    }
}
