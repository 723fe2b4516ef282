namespace Mantel.Core.People;

/// <summary>A name as somebody typed it to find a person: in any order, with or without prefixes and titles.</summary>
internal sealed class LookedName
{
    private readonly IReadOnlyList<string> _words;

    /// <summary>Of each word, alone and with those after it, the ways in which a name may begin with it.</summary>
    private readonly IReadOnlyList<string>[][] _ways;

    public LookedName(string? typed)
    {
        _words = NameFolding.Split(typed);
        _ways = [.. Enumerable.Range(0, _words.Count).Select(WaysFrom)];
    }

    public bool IsEmpty => _words.Count == 0;

    /// <summary>True when it says more than one letter, a prefix or a title.</summary>
    public bool IsName => _words.Any(word => word.Length > 1 && !NameWords.MayBeLeftOut(word));

    /// <summary>True when all that was typed begins words of the name.</summary>
    public bool Fits(IReadOnlyList<string> words) =>
        Covers(way => words.Any(word => word.StartsWith(way, StringComparison.Ordinal)));

    /// <summary>
    /// True when the surname as it is used and a first name are written out, and nothing that is not of the name.
    /// Where no first name is known, its initials do.
    /// </summary>
    /// <param name="withFirstName">False: the surname is enough.</param>
    public bool IsWhole(PersonName name, bool withFirstName)
    {
        var typed = NameFolding.Joins(_words).ToHashSet(StringComparer.Ordinal);
        var first = new[] { name.Given, name.CallName }.SelectMany(part => NameFolding.Joins(NameFolding.Split(part)));
        var initials = NameFolding.Join(NameFolding.Split(name.Initials));
        var isFirst = first.Any() ? first.Any(typed.Contains) : typed.Contains(initials);
        var surnames = new[] { name.Family, name.PartnerFamily }.OfType<string>().Select(NameFolding.Split);
        var words = NameWords.Of(name).Concat(surnames.SelectMany(NameFolding.Joins)).ToHashSet(StringComparer.Ordinal);
        return surnames.Any(surname => IsAmong(surname, typed))
            && (isFirst || !withFirstName)
            && Covers(words.Contains);
    }

    private static bool IsAmong(IReadOnlyList<string> surname, HashSet<string> typed) =>
        surname.Count > 0
        && (typed.Contains(NameFolding.Join(surname)) || NameWords.Significant(surname).All(typed.Contains));

    /// <summary>
    /// True when what was typed can be read as words that fit, one after another, with prefixes and titles left out;
    /// not when nothing is left.
    /// </summary>
    private bool Covers(Func<string, bool> fits)
    {
        var without = new bool[_words.Count + 1];
        var with = new bool[_words.Count + 1];
        without[0] = true;
        for (var at = 0; at < _words.Count; at++)
        {
            if (!without[at] && !with[at])
                continue;
            if (NameWords.MayBeLeftOut(_words[at]))
                (without[at + 1], with[at + 1]) = (without[at + 1] || without[at], with[at + 1] || with[at]);
            for (var more = 0; more < _ways[at].Length; more++)
                with[at + more + 1] |= _ways[at][more].Any(fits);
        }
        return with[^1];
    }

    private IReadOnlyList<string>[] WaysFrom(int at) =>
        [
            .. Enumerable
                .Range(1, Math.Min(NameFolding.MostJoined, _words.Count - at))
                .Select(count => Ways(NameFolding.Join(_words.Skip(at).Take(count)))),
        ];

    /// <summary>A name that was begun with si may go on as Sijtje; Elamrani is Alamrani.</summary>
    private static IReadOnlyList<string> Ways(string word)
    {
        List<string> ways = [word];
        if (word.EndsWith('i'))
            ways.Add(word[..^1] + "y");
        if (word.Length >= 5 && word[1] == 'l' && word[0] is 'a' or 'e')
            ways.Add((word[0] == 'a' ? "e" : "a") + word[1..]);
        return ways;
    }
}
