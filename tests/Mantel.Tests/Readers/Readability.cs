using System.Text.RegularExpressions;

namespace Mantel.Tests.Readers;

/// <summary>
/// How easily a text reads, by the formulas of Douma (Dutch) and Flesch (English), from words, sentences and syllables.
/// A formula is an aid, no proof: it knows nothing of meaning.
/// </summary>
/// <remarks>
/// Douma: 206.84 − 0.77 × syllables per hundred words − 0.93 × words per sentence, with his table of norms (70–80 is
/// fairly easy, the last years of primary school): W. H. Douma, De leesbaarheid van landbouwbladen, 1960, as given
/// in dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php. Flesch: 206.835 − 1.015 × words per sentence −
/// 84.6 × syllables per word, with 60–70 for plain English: R. Flesch, A new readability yardstick, 1948.
/// Flesch–Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59: J. P. Kincaid and others, 1975.
/// </remarks>
internal static partial class Readability
{
    public static double Douma(int sentences, int words, int syllables) =>
        206.84 - (0.77 * 100 * syllables / words) - (0.93 * words / sentences);

    public static double Flesch(int sentences, int words, int syllables) =>
        206.835 - (1.015 * words / sentences) - (84.6 * syllables / words);

    public static double Grade(int sentences, int words, int syllables) =>
        (0.39 * words / sentences) + (11.8 * syllables / words) - 15.59;

    /// <summary>By the formula of the language, over all of these texts together.</summary>
    public static double Ease(IEnumerable<string> texts, string language)
    {
        var sentences = texts.SelectMany(SentencesOf).ToList();
        var words = sentences.SelectMany(WordsOf).ToList();
        var syllables = words.Sum(word => Syllables(word, language));
        return language == "en"
            ? Flesch(sentences.Count, words.Count, syllables)
            : Douma(sentences.Count, words.Count, syllables);
    }

    public static IReadOnlyList<string> SentencesOf(string text) =>
        [.. SentenceEnd().Split(text).Where(sentence => WordsOf(sentence).Count > 0)];

    public static IReadOnlyList<string> WordsOf(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    public static int Syllables(string word, string language)
    {
        var small = word.ToLowerInvariant();
        if (language != "en")
            return Math.Max(1, DutchVowels().Count(small));
        var count = EnglishVowels().Count(small) + (VowelThenIng().IsMatch(small) ? 1 : 0);
        return Math.Max(1, SilentE().IsMatch(small) ? count - 1 : count);
    }

    [GeneratedRegex(@"(?<=[.!?:;])\s+|[\n•·]")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}][\p{L}’'\-]*")]
    private static partial Regex Word();

    [GeneratedRegex("aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]")]
    private static partial Regex DutchVowels();

    [GeneratedRegex("[aeouy]ing$")]
    private static partial Regex VowelThenIng();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex EnglishVowels();

    [GeneratedRegex("[^aeiouyl]e$|[aeiou]le$|[^aeioudt]ed$|[^aeiouscxz]es$")]
    private static partial Regex SilentE();
}
