using System.Text;

namespace Mantel.Core.Access;

/// <summary>Whether a reason for opening a record says anything at all; what it says, somebody else judges.</summary>
internal static class Reasons
{
    private const int FewestLetters = 6;
    private const int FewestDifferent = 4;

    /// <summary>One sign of a script of syllables or words says as much as some letters.</summary>
    private const int LettersInASign = 3;

    private static readonly HashSet<string> Empty =
    [
        "geen",
        "geenreden",
        "onbekend",
        "noodgeval",
        "noodtoegang",
        "urgent",
        "spoed",
        "nodig",
        "isnodig",
        "zieboven",
        "test",
        "testen",
        "testtest",
        "reden",
        "dereden",
        "reason",
        "noreason",
        "emergency",
        "unknown",
        "needed",
        "asdfgh",
        "qwerty",
        "asdfghjkl",
        "abcdef",
        "abcdefg",
    ];

    public static bool SaySomething(string reason)
    {
        var letters = reason.EnumerateRunes().Where(Rune.IsLetter).Select(Rune.ToLowerInvariant).ToList();
        var weight = letters.Sum(letter => letter.Value >= 0x2E80 ? LettersInASign : 1);
        var different = letters.Distinct().Sum(letter => letter.Value >= 0x2E80 ? LettersInASign : 1);
        return weight >= FewestLetters
            && different >= FewestDifferent
            && !Empty.Contains(string.Concat(letters))
            && !IsRepeated(letters);
    }

    /// <summary>asdfasdf: the same again and again.</summary>
    private static bool IsRepeated(List<Rune> letters)
    {
        for (var length = 1; length <= letters.Count / 2; length++)
        {
            if (letters.Count % length == 0 && Enumerable.Range(length, letters.Count - length).All(Same))
                return true;

            bool Same(int at) => letters[at] == letters[at - length];
        }
        return false;
    }
}
