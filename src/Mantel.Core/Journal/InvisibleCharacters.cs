using System.Globalization;
using System.Text;

namespace Mantel.Core.Journal;

/// <summary>
/// Characters that nobody sees: two names that look alike would differ by them, and would not be found.
/// </summary>
internal static class InvisibleCharacters
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;

    /// <summary>Letters and signs by their category, and blank to the eye: fillers of Hangul, blank Braille.</summary>
    private static readonly Rune[] Blanks =
    [
        new(0x115F),
        new(0x1160),
        new(0x17B4),
        new(0x17B5),
        new(0x2800),
        new(0x3164),
        new(0xFFA0),
    ];

    /// <summary>Scripts in which a joiner between two letters changes how they are written.</summary>
    private static readonly (int From, int Until)[] Joining =
    [
        (0x0600, 0x08FF), // Arabic, Syriac, Thaana, N'Ko
        (0x0900, 0x0DFF), // the scripts of India and Sri Lanka
        (0x1000, 0x109F), // Myanmar
        (0x1780, 0x18AF), // Khmer, Mongolian
        (0xFB50, 0xFDFF), // Arabic presentation forms
        (0xFE70, 0xFEFC),
    ];

    /// <summary>
    /// True when a line holds a character that is not seen; a joiner is seen by what it does inside an emoji and in
    /// the scripts that need it.
    /// </summary>
    public static bool IsIn(string line)
    {
        Rune? before = null;
        var runes = line.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            var after = i + 1 < runes.Count ? runes[i + 1] : (Rune?)null;
            if (IsUnseen(runes[i]) && !(IsJoiner(runes[i]) && Joins(before, after, runes[i].Value)))
                return true;
            before = runes[i];
        }
        return false;
    }

    /// <summary>True for a letter that can be seen and is no sign for an apostrophe, such as U+02BC.</summary>
    public static bool IsLetter(Rune rune) =>
        Rune.IsLetter(rune) && !Blanks.Contains(rune) && rune.Value is < 0x2B0 or > 0x2FF;

    private static bool IsUnseen(Rune rune) =>
        Blanks.Contains(rune)
        || (
            rune.Value != '\t'
            && Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.OtherNotAssigned
        );

    private static bool IsJoiner(Rune rune) => rune.Value is NonJoiner or Joiner;

    private static bool Joins(Rune? before, Rune? after, int joiner) =>
        (before, after) is ({ } left, { } right)
        && (
            (IsOfJoiningScript(left) && IsOfJoiningScript(right))
            || (joiner == Joiner && IsEmoji(left) && IsEmoji(right))
        );

    private static bool IsOfJoiningScript(Rune rune) =>
        Joining.Any(script => rune.Value >= script.From && rune.Value <= script.Until);

    /// <summary>A picture, its colour of skin, or the sign that asks for the picture.</summary>
    private static bool IsEmoji(Rune rune) =>
        rune.Value == 0xFE0F
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
