using System.Globalization;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>What a language is called, in the language of the page and in its own.</summary>
internal static class LanguageNames
{
    private static readonly string[] Spoken =
    [
        "nl",
        "fr",
        "en",
        "de",
        "tr",
        "ar",
        "pl",
        "uk",
        "es",
        "pt",
        "it",
        "ru",
        "zh",
        "fa",
        "so",
        "ti",
        "ro",
        "bg",
        "fy",
        "id",
        "dse",
        "vgt",
        "sfb",
    ];

    /// <param name="code">BCP 47, such as tr. What is no known code is shown as it was written.</param>
    public static string Of(string code, Words words)
    {
        if (Spoken.Contains(code, StringComparer.Ordinal))
            return words["language." + code];
        try
        {
            var culture = CultureInfo.GetCultureInfo(code, predefinedOnly: true);
            var key = "language." + culture.TwoLetterISOLanguageName;
            return words.Has(key) ? words[key] : culture.NativeName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>The languages that a form offers, the one that is known first, the others by name.</summary>
    public static IReadOnlyList<Look.Option> Options(Words words, string? known)
    {
        var options = Spoken
            .Where(code => !string.Equals(code, known, StringComparison.OrdinalIgnoreCase))
            .Select(code => new Look.Option(code, Of(code, words)))
            .OrderBy(option => option.Text, StringComparer.Create(words.Culture, ignoreCase: true));
        return known is null ? [.. options] : [new(known, Of(known, words)), .. options];
    }
}
