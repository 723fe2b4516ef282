using Mantel.Core.Journal;

namespace Mantel.Core.People.Day;

/// <summary>
/// Words of alarm in what somebody noticed: <c>data/attention/alarm-words.tsv</c>. They set a signal at the top of the
/// start list and say nothing about one that has none.
/// </summary>
public static class AlarmWords
{
    /// <summary>How far before the words a denial is looked for.</summary>
    private const int DeniesWithin = 2;

    private static readonly string[] Denials = ["geen", "niet", "nooit", "zonder"];
    private static readonly char[] Ends = ['.', '!', '?', ';', ',', ':', '\n', '\r'];

    private static readonly IReadOnlyList<(string[] Words, string[] Without)> All =
    [
        .. ReferenceTable.Read("alarm-words.tsv").Select(row => (row["words"].Split(' '), Split(row["without"]))),
    ];

    public static bool In(string? text) => text is not null && text.Split(Ends).Any(Alarms);

    private static bool Alarms(string sentence)
    {
        var words = Cut(sentence);
        return words.Count > 0
            && All.Any(one =>
                !one.Without.Any(words.Contains)
                && Enumerable.Range(0, Math.Max(0, words.Count - one.Words.Length + 1)).Any(at => IsAt(one.Words, at))
            );

        bool IsAt(string[] looked, int at) =>
            looked.Index().All(word => words[at + word.Index] == word.Item)
            && !words.Skip(Math.Max(0, at - DeniesWithin)).Take(Math.Min(at, DeniesWithin)).Any(Denials.Contains);
    }

    private static List<string> Cut(string sentence)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= sentence.Length; i++)
        {
            var isLetter = i < sentence.Length && char.IsLetterOrDigit(sentence[i]);
            if (isLetter && start < 0)
                start = i;
            if (isLetter || start < 0)
                continue;
            words.Add(sentence[start..i].ToLowerInvariant());
            start = -1;
        }
        return words;
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
