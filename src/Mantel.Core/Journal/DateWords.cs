using System.Globalization;

namespace Mantel.Core.Journal;

/// <summary>The words of a written date: numbers and the names of months in Dutch, Flemish and English.</summary>
internal static class DateWords
{
    /// <summary>The longest text that can be a date.</summary>
    private const int Longest = 60;

    private static readonly string[][] Months =
    [
        ["januari", "january"],
        ["februari", "february"],
        ["maart", "march", "mrt"],
        ["april"],
        ["mei", "may"],
        ["juni", "june"],
        ["juli", "july"],
        ["augustus", "august"],
        ["september"],
        ["oktober", "october"],
        ["november"],
        ["december"],
    ];

    private static readonly string[] Ordinals = ["e", "de", "ste", "st", "nd", "rd", "th"];

    private static readonly string[] LeftOut =
    [
        "op",
        "den",
        "of",
        "the",
        "on",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    /// <summary>14e maart '44 becomes 14, maart, 44; null when it holds what no date holds.</summary>
    public static IReadOnlyList<string>? Of(string text)
    {
        if (text.Length > Longest || text.Any(c => !char.IsAsciiLetterOrDigit(c) && !IsBetween(c)))
            return null;
        var words = new List<string>();
        foreach (var word in Runs(text.ToLowerInvariant()))
        {
            var isOrdinal = words.Count > 0 && char.IsAsciiDigit(words[^1][0]) && Ordinals.Contains(word);
            if (!isOrdinal && !LeftOut.Contains(word, StringComparer.Ordinal))
                words.Add(word);
        }
        return words.TrueForAll(word => char.IsAsciiDigit(word[0]) || IsName(word)) && words.Count > 0 ? words : null;
    }

    /// <summary>True for a month by its name, or at least three letters of it.</summary>
    public static bool IsName(string word) => !char.IsAsciiDigit(word[0]) && MonthOf(word) is not null;

    /// <summary>True for the name of a month written out; three letters of it may be somebody's name.</summary>
    public static bool IsWholeName(string word) =>
        Months.Any(names => names.Contains(word.Trim(',', '.'), StringComparer.OrdinalIgnoreCase));

    /// <summary>1–12 for a name; for digits what they say, possible or not; null for anything else.</summary>
    public static int? MonthOf(string word)
    {
        if (word.All(char.IsAsciiDigit))
            return word.Length <= 2 ? int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        if (word.Length < 3)
            return null;
        var month = Array.FindIndex(
            Months,
            names => names.Any(name => name.StartsWith(word, StringComparison.Ordinal))
        );
        return month < 0 ? null : month + 1;
    }

    private static bool IsBetween(char c) =>
        char.IsWhiteSpace(c) || c is '-' or '/' or '.' or ',' or '\'' or '’' or '‘' or '–';

    /// <summary>Letters in a row and digits in a row, each as one.</summary>
    private static IEnumerable<string> Runs(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var until = at;
            while (
                until < text.Length
                && !IsBetween(text[until])
                && char.IsAsciiDigit(text[until]) == char.IsAsciiDigit(text[at])
            )
                until++;
            if (until > at)
                yield return text[at..until];
            at = Math.Max(until, at + 1);
        }
    }
}
