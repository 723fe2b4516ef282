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
        "ary",
        "rif",
        "kmr",
        "ckb",
        "ps",
        "ur",
        "hi",
        "vi",
        "yue",
        "pap",
        "srn",
        "el",
        "hu",
        "sq",
        "bs",
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

    /// <param name="code">BCP 47, such as tr or ary: named by our own words, else as Unicode's CLDR names it. What is
    /// no known code says so.</param>
    public static string Of(string code, Words words)
    {
        if (words.Has("language." + code))
            return words["language." + code];
        try
        {
            var culture = CultureInfo.GetCultureInfo(code);
            var (key, name) = ("language." + culture.TwoLetterISOLanguageName, NameOf(culture, words));
            return words.Has(key) && culture.TwoLetterISOLanguageName.Length == 2 ? words[key]
                : string.Equals(name, culture.Name, StringComparison.OrdinalIgnoreCase) ? Unknown(code, words)
                : name;
        }
        catch (CultureNotFoundException)
        {
            return Unknown(code, words);
        }
    }

    private static string Unknown(string code, Words words) => words["language.unknown", code];

    /// <summary>The framework names a language in the language of the thread.</summary>
    private static string NameOf(CultureInfo culture, Words words)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = words.Culture;
        try
        {
            return culture.DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
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
