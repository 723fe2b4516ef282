using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>How two people resemble each other, so that one is not taken for the other, nor registered twice.</summary>
public enum Likeness
{
    /// <summary>The same national number: the same person.</summary>
    SameNumber,

    /// <summary>The same birth date and a name that is alike.</summary>
    SameBirthDateAlikeName,

    /// <summary>A name that is alike, and birth dates that differ by one slip of the pen.</summary>
    NearBirthDateAlikeName,

    /// <summary>The same name, and nothing known that tells them apart.</summary>
    Namesake,

    /// <summary>The same birth date under another name with the same initial or surname.</summary>
    SameBirthDate,
}

/// <summary>Who resembles whom; pure, over rows of the register.</summary>
public static class Resemblance
{
    /// <summary>How two rows resemble each other, the strongest likeness; null when they do not.</summary>
    public static Likeness? Between(RegisterRow one, RegisterRow other) =>
        Between(one.Words, one.BirthDate, one.NumberKeys, other.Words, other.BirthDate, other.NumberKeys);

    /// <summary>Who in the register resembles somebody about to be registered, the strongest first.</summary>
    public static IReadOnlyList<(RegisterRow Row, Likeness Likeness)> To(
        PersonName name,
        PartialDate? birthDate,
        IEnumerable<RegisterRow> rows
    )
    {
        var words = NameWords.Of(name);
        return
        [
            .. rows.Select(row => (Row: row, Likeness: Between(words, birthDate, [], row.Words, row.BirthDate, [])))
                .Where(pair => pair.Likeness is not null)
                .Select(pair => (pair.Row, pair.Likeness!.Value))
                .OrderBy(pair => pair.Value),
        ];
    }

    /// <summary>
    /// True when the dates differ by one digit, by day and month swapped, or by neighbouring digits swapped.
    /// </summary>
    public static bool IsSlip(PartialDate one, PartialDate other)
    {
        if (!one.IsWhole || !other.IsWhole || one == other)
            return false;
        if (one.Year == other.Year && one.Month == other.Day && one.Day == other.Month)
            return true;
        return IsOneSlip(one.ToString(), other.ToString());
    }

    /// <summary>True when two words are the same but for one letter added, left out, changed or swapped.</summary>
    public static bool IsAlike(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
            return true;
        if (Math.Min(one.Length, other.Length) < 4)
            return false;
        return one.Length == other.Length ? IsOneSlip(one, other) : IsOneLonger(one, other);
    }

    private static Likeness? Between(
        IReadOnlyList<string> words,
        PartialDate? born,
        IReadOnlyList<string> keys,
        IReadOnlyList<string> otherWords,
        PartialDate? otherBorn,
        IReadOnlyList<string> otherKeys
    )
    {
        if (keys.Any(otherKeys.Contains))
            return Likeness.SameNumber;
        var (mine, theirs) = (Apart(words), Apart(otherWords));
        var shared = Math.Max(Shared(mine, otherWords, IsAlike), Shared(theirs, words, IsAlike));
        var alike = shared >= Math.Min(2, Math.Min(mine.Count, theirs.Count)) && shared > 0;
        return (born, otherBorn) switch
        {
            ({ } one, { } other) when one.Overlaps(other) => alike ? Likeness.SameBirthDateAlikeName
            : shared > 0 && one.IsWhole && other.IsWhole ? Likeness.SameBirthDate
            : null,
            ({ } one, { } other) => alike && IsSlip(one, other) ? Likeness.NearBirthDateAlikeName
            : IsSame() ? Likeness.Namesake
            : null,
            _ => alike ? Likeness.Namesake : null,
        };

        bool IsSame() =>
            mine.Count > 0
            && theirs.Count > 0
            && Math.Max(Shared(mine, otherWords, string.Equals), Shared(theirs, words, string.Equals))
                >= Math.Min(mine.Count, theirs.Count);
    }

    /// <summary>How many words the other has too; a word that is joined there counts as well.</summary>
    private static int Shared(List<string> words, IReadOnlyList<string> others, Func<string, string, bool> same) =>
        words.Count(word => others.Any(other => same(word, other)));

    /// <summary>
    /// Without initials, and without the words that only join others, so that each part of a name counts once.
    /// </summary>
    private static List<string> Apart(IReadOnlyList<string> words)
    {
        var written = words.Where(word => word.Length > 1 || !char.IsAsciiLetterOrDigit(word[0])).ToList();
        return
        [
            .. written.Where(word =>
                !written.Exists(other => other.Length < word.Length && word.EndsWith(other, StringComparison.Ordinal))
            ),
        ];
    }

    private static bool IsOneSlip(string one, string other)
    {
        var differing = Enumerable.Range(0, one.Length).Where(i => one[i] != other[i]).ToList();
        return differing.Count == 1
            || (
                differing is [var first, var second]
                && second - first <= 1 + (one[first + 1] == '-' ? 1 : 0)
                && one[first] == other[second]
                && one[second] == other[first]
            );
    }

    private static bool IsOneLonger(string one, string other)
    {
        var (longer, shorter) = one.Length > other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length != 1)
            return false;
        var same = 0;
        while (same < shorter.Length && longer[same] == shorter[same])
            same++;
        return string.Equals(longer[(same + 1)..], shorter[same..], StringComparison.Ordinal);
    }
}
