using System.Text.RegularExpressions;

namespace Mantel.Web.Platform;

/// <summary>
/// Where something comes from, told in the language of the page; titles of what was published stay as they are.
/// </summary>
internal static class SourceWords
{
    private static readonly (string English, string Dutch)[] OfEditions =
    [
        ("consulted", "geraadpleegd"),
        ("our own", "van onszelf"),
        ("data set", "dataset"),
        ("form", "formulier"),
        ("and", "en"),
    ];

    private static readonly (string English, string Dutch)[] OfRegions =
    [
        (
            "From knowledge: the name of the network and the map; for the demonstration",
            "Uit eigen kennis: de naam van het netwerk en de kaart; voor de demonstratie"
        ),
        (
            "The only network of this zorgkantoor region in a list made from knowledge",
            "Het enige netwerk van deze zorgkantoorregio in een lijst uit eigen kennis"
        ),
        ("By arrondissement, from knowledge", "Per arrondissement, uit eigen kennis"),
        (
            "By arrondissement, from knowledge; this one uncertain",
            "Per arrondissement, uit eigen kennis; dit is onzeker"
        ),
    ];

    /// <summary>Why a municipality is in a network, where nobody checked it.</summary>
    public static string Ground(string source, Words words) =>
        IsDutch(words) ? Array.Find(OfRegions, one => one.English == source).Dutch ?? source : source;

    /// <summary>A source in Dutch on a Dutch page, where it was told in Dutch.</summary>
    public static string Of(string english, string? dutch, Words words) =>
        IsDutch(words) && !string.IsNullOrEmpty(dutch) ? dutch : english;

    /// <summary>The language in which a source is told, where that is not the one of the page.</summary>
    public static string? LanguageOf(string? dutch, Words words) =>
        IsDutch(words) && string.IsNullOrEmpty(dutch) ? "en" : null;

    /// <summary>An edition, such as "consulted 2026-11" or "2018 and 2019".</summary>
    public static string Edition(string edition, Words words) =>
        IsDutch(words)
            ? OfEditions.Aggregate(edition, (said, one) => ReplaceWord(said, one.English, one.Dutch))
            : edition;

    private static string ReplaceWord(string text, string word, string by) =>
        Regex.Replace(text, $@"\b{word}\b", by, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static bool IsDutch(Words words) => words.Language.StartsWith("nl", StringComparison.Ordinal);
}
