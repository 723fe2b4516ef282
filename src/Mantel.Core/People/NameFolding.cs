using System.Globalization;
using System.Text;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// The one folding of names, for storing, searching and resemblance: what people hear, type or copy from a passport in
/// different ways becomes the same letters. Without capitals, accents and signs; ß as ss, ø as o, ł as l; ü, ö and ä as
/// ue, oe and ae; ij as y; the article el as al. Hyphens, spaces and apostrophes of every sort part words that are also
/// kept joined.
/// </summary>
public static class NameFolding
{
    /// <summary>How many words in a row are also kept, and looked for, as one: Jan Willem as Janwillem.</summary>
    internal const int MostJoined = 4;

    /// <summary>Anne-Marie O'Haran becomes anne, marie, o, haran.</summary>
    public static IReadOnlyList<string> Split(string? text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in Characters.Readable(text ?? "").Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsLetterOrDigit(rune))
                word.Append(Lower(rune));
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
                Close(words, word);
        }
        Close(words, word);
        return words;
    }

    /// <summary>Words in a row as one, in the letters in which names are compared.</summary>
    public static string Join(IEnumerable<string> words)
    {
        var joined = string.Concat(words);
        var folded = new StringBuilder(joined.Length);
        for (var i = 0; i < joined.Length; i++)
        {
            var before = i == 0 ? ' ' : joined[i - 1];
            if (joined[i] == 'e' && before is 'a' or 'o' or 'u')
                continue;
            if (joined[i] == 'j' && before == 'i')
                folded[^1] = 'y';
            else
                folded.Append(joined[i]);
        }
        return folded.ToString();
    }

    /// <summary>
    /// Each word and, from each word on, the words in a row as one: anne, marie, annemarie.
    /// </summary>
    internal static IEnumerable<string> Joins(IReadOnlyList<string> words)
    {
        for (var from = 0; from < words.Count; from++)
        {
            for (var count = 1; count <= Math.Min(MostJoined, words.Count - from); count++)
                yield return Join(words.Skip(from).Take(count));
        }
    }

    private static void Close(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(word.ToString() is "el" ? "al" : word.ToString());
        word.Clear();
    }

    /// <summary>Not the letters that stand for an apostrophe, such as U+02BC.</summary>
    private static bool IsLetterOrDigit(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        && (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.ModifierLetter || rune.Value is < 0x2B0 or > 0x2FF);

    private static string Lower(Rune rune) =>
        Rune.ToLowerInvariant(rune) switch
        {
            { Value: 'ß' } => "ss",
            { Value: 'æ' } => "ae",
            { Value: 'œ' } => "oe",
            { Value: 'ø' } => "o",
            { Value: 'ł' } => "l",
            { Value: 'đ' or 'ð' } => "d",
            { Value: 'ħ' } => "h",
            { Value: 'ı' } => "i",
            { Value: 'þ' } => "th",
            { Value: 'ŋ' } => "ng",
            { Value: 'ς' } => "σ",
            var lower => lower.ToString(),
        };
}
