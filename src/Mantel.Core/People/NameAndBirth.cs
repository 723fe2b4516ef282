using System.Text.RegularExpressions;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// What somebody typed in one field to find a person: a name with a birth date or a number beside it, in either order.
/// It finds exactly what the same words find in fields of their own.
/// </summary>
/// <param name="Asked">What to ask about digits that are neither a date nor a number; null when all is
/// understood.</param>
public sealed partial record NameAndBirth(string? Name, PartialDate? BirthDate, string? Number, ReadDate? Asked)
{
    /// <summary>Vos 14-03-44, vos 14 maart 1944, 14031944 Vos, Vos 999990019.</summary>
    public static NameAndBirth Of(string? typed, WrittenDate reading)
    {
        var words = Meeting().Replace(typed ?? "", " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (!words.Any(IsOfDigits))
            return new(typed, null, null, null);
        var (from, until) = (Array.FindIndex(words, IsOfDigits), Array.FindLastIndex(words, IsOfDigits) + 1);
        foreach (var (first, end) in Around(words, from, until))
        {
            if (reading.Read(Text(words[first..end])) is { Date: { } date })
                return new(Without(words, first, end), date, null, null);
        }
        var digits = Text(words[from..until]);
        if (IsNumber(digits))
            return new(Without(words, from, until), null, digits, null);
        var (asks, past) = Around(words, from, until).First();
        return new(Without(words, from, until), null, null, reading.Read(Text(words[asks..past])));
    }

    /// <summary>
    /// With the name of a month beside the digits, then without: May may be a month, and somebody's name. Jan 1944 is
    /// a name with a year.
    /// </summary>
    private static IEnumerable<(int First, int End)> Around(string[] words, int from, int until)
    {
        if (from > 0 && DateWords.IsWholeName(words[from - 1]))
            yield return (from - 1, until);
        if (until < words.Length && DateWords.IsWholeName(words[until]))
            yield return (from, until + 1);
        yield return (from, until);
    }

    /// <summary>
    /// Where a name and digits meet without a space, and what parts them: vos14031944, Vos(14-3-1944).
    /// </summary>
    [GeneratedRegex(@"(?<=\p{L})(?=[0-9])|(?<=[0-9])(?=\p{L}{3})|[,;()]", RegexOptions.None, 1000)]
    private static partial Regex Meeting();

    /// <summary>As many digits as a national number of the Netherlands or Belgium has.</summary>
    private static bool IsNumber(string text) => text.Count(char.IsAsciiDigit) is 9 or 11 && !text.Any(char.IsLetter);

    private static bool IsOfDigits(string word) => char.IsAsciiDigit(word.TrimStart(Signs).FirstOrDefault());

    private static readonly char[] Signs = ['(', ')', '*', '°', '\'', '’', '‘', ',', ';'];

    private static string Text(string[] words) => string.Join(' ', words).Trim(Signs);

    private static string? Without(string[] words, int from, int until) =>
        string.Join(' ', words.Where((_, at) => at < from || at >= until)) is { Length: > 0 } name ? name : null;
}
