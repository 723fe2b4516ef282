using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Mantel.Core.People;

/// <summary>
/// The words by which people look for a name: without accents, capitals and punctuation, and without the prefixes that
/// half the Low Countries share.
/// </summary>
public static class NameWords
{
    private static readonly FrozenSet<string> Prefixes = new[]
    {
        "aan",
        "bij",
        "d",
        "de",
        "del",
        "den",
        "der",
        "des",
        "di",
        "du",
        "el",
        "het",
        "in",
        "la",
        "le",
        "les",
        "onder",
        "op",
        "over",
        "s",
        "t",
        "te",
        "ten",
        "ter",
        "tot",
        "uit",
        "van",
        "vande",
        "vander",
        "ver",
        "von",
        "voor",
        "zu",
        "zum",
        "zur",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Every word that somebody may be looked for by: own and partner's name, first names, call name.
    /// </summary>
    public static IReadOnlyList<string> Of(PersonName name) =>
        [
            .. new[] { name.Given, name.CallName, name.Family, name.PartnerFamily }
                .SelectMany(part => Significant(Split(part)))
                .Concat(Joined(name.Prefix, name.Family))
                .Concat(Joined(name.PartnerPrefix, name.PartnerFamily))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The words of what was typed in a search; prefixes only when nothing else was typed.</summary>
    public static IReadOnlyList<string> OfQuery(string? typed)
    {
        var words = Split(typed);
        var significant = Significant(words).ToList();
        return significant.Count > 0 ? significant : words;
    }

    /// <summary>True when every word that was looked for begins a word of the name, in any order.</summary>
    public static bool Match(IReadOnlyList<string> looked, IReadOnlyList<string> words) =>
        looked.All(part => words.Any(word => word.StartsWith(part, StringComparison.Ordinal)));

    /// <summary>Lower case, without accents: Zoë Ångström-Świątek becomes zoe, angstrom, swiatek.</summary>
    public static IReadOnlyList<string> Split(string? text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(Folded(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                Close(words, word);
        }
        Close(words, word);
        return words;
    }

    private static IEnumerable<string> Significant(IReadOnlyList<string> words) =>
        words.Where(word => !Prefixes.Contains(word));

    /// <summary>Van der Zee is also looked for as Vanderzee, as Belgian names are written.</summary>
    private static IEnumerable<string> Joined(string? prefix, string? family)
    {
        if (family is null)
            return [];
        var words = Split($"{prefix} {family}");
        return words.Count > 1 ? [string.Concat(words)] : words;
    }

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }

    private static string Folded(char c) =>
        char.ToLowerInvariant(c) switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'ı' => "i",
            'þ' => "th",
            'ĳ' => "ij",
            var lower => lower.ToString(),
        };
}
