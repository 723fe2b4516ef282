using System.Globalization;
using System.Text;

namespace Mantel.Core.Journal;

/// <summary>
/// Which characters a text may hold, whoever sent it: none that no writing has, and none that hide or turn around what
/// others read.
/// </summary>
public static class Characters
{
    /// <summary>
    /// The text without what it may not hold: halves of characters, U+FFFE and its like, control characters, and marks
    /// that turn the direction of reading. Nothing that can be seen is lost.
    /// </summary>
    public static string Readable(string text)
    {
        if (AreReadable(text))
            return text;
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            if (whole && !IsUnreadable(rune))
                kept.Append(rune.ToString());
            at += whole ? rune.Utf16SequenceLength : 1;
        }
        return kept.ToString();
    }

    public static bool AreReadable(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || IsUnreadable(rune))
                return false;
            at += rune.Utf16SequenceLength;
        }
        return true;
    }

    /// <summary>
    /// Something of the text can be seen: spaces without width, joiners and fillers alone are an empty field.
    /// </summary>
    public static bool CanBeSeen(string text) =>
        text.EnumerateRunes()
            .Any(rune =>
                !Rune.IsWhiteSpace(rune)
                && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format
                && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
            );

    private static bool IsUnreadable(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
        || IsNoCharacter(rune.Value)
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>U+FDD0 to U+FDEF and the last two of each plane, which are never to be characters.</summary>
    private static bool IsNoCharacter(int value) => value is >= 0xFDD0 and <= 0xFDEF || (value & 0xFFFE) == 0xFFFE;
}
