using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mantel.Fhir.Import;

/// <summary>Compares words, names and numbers as people do.</summary>
internal static class SameWords
{
    /// <summary>White space, case and a final full stop make no difference.</summary>
    public static string Plain(string? words) =>
        words is null
            ? ""
            : string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .TrimEnd('.')
                .ToUpperInvariant();

    /// <summary>A name without case, accents, spaces and signs: van der Sluijs → VANDERSLUIJS.</summary>
    public static string Name(string? name)
    {
        if (name is null)
            return "";
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (
                CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark
                && char.IsLetter(letter)
            )
                letters.Append(char.ToUpperInvariant(letter));
        }
        return letters.ToString();
    }

    /// <summary>A telephone number by its digits, an address by its letters.</summary>
    public static string ContactPoint(string value) =>
        value.Contains('@', StringComparison.Ordinal)
            ? Plain(value)
            : new string([.. value.Where(character => char.IsAsciiDigit(character) || character == '+')]);

    /// <summary>A name for something, always the same for the same text.</summary>
    public static Guid Id(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
