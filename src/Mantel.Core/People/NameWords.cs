using System.Collections.Frozen;

namespace Mantel.Core.People;

/// <summary>
/// The words by which people look for a name, as <see cref="NameFolding"/> folds them: each word but the prefixes that
/// half the Low Countries share, and words in a row as one.
/// </summary>
public static class NameWords
{
    private static readonly FrozenSet<string> Prefixes = Set(
        "aan al bij d da das de del den der des di do dos du het in l la le les onder op over s t te ten ter tot uit",
        "ul v van vande vanden vander vd ver von voor zu zum zur"
    );

    /// <summary>How somebody is addressed or introduced: typed with a name, and never part of it.</summary>
    private static readonly FrozenSet<string> Salutations = Set(
        "dhr heer hr meneer mijnheer mevr mevrouw mw mvr mej mejuffrouw juffrouw jhr jkvr",
        "dr drs ing ir mr prof professor dokter ds dominee pastoor pater zr zuster br broeder sr jr senior junior",
        "wed weduwe geb geboren nee gehuwd echtgenote echtgenoot",
        "mme madame monsieur mlle mrs miss ms sir frau herr"
    );

    /// <summary>
    /// Every word that somebody may be looked for by: own and partner's name, first names, initials, call name.
    /// </summary>
    public static IReadOnlyList<string> Of(PersonName name) =>
        [.. Parts(name).SelectMany(part => Significant(part).Concat(OfMore(part))).Distinct(StringComparer.Ordinal)];

    /// <summary>The last word of the own surname, which namesakes share; null when it has no letter.</summary>
    public static string? LastOf(PersonName name) => Significant(NameFolding.Split(name.Family)).LastOrDefault();

    /// <summary>True for a prefix or a salutation, which may be typed and need not be.</summary>
    internal static bool MayBeLeftOut(string word) => Prefixes.Contains(word) || Salutations.Contains(word);

    /// <summary>The words of first names, initials and both surnames with their prefixes, each apart.</summary>
    private static IEnumerable<IReadOnlyList<string>> Parts(PersonName name) =>
        new[]
        {
            name.Given,
            name.CallName,
            name.Initials,
            $"{name.Prefix} {name.Family}",
            $"{name.PartnerPrefix} {name.PartnerFamily}",
        }.Select(NameFolding.Split);

    /// <summary>Each word apart, without prefixes unless there is nothing else.</summary>
    internal static IEnumerable<string> Significant(IReadOnlyList<string> words)
    {
        var significant = words.Where(word => !Prefixes.Contains(word)).ToList();
        return (significant.Count > 0 ? significant : words).Select(word => NameFolding.Join([word]));
    }

    /// <summary>Van der Zee is also looked for as Vanderzee, Jan Willem as Janwillem.</summary>
    private static IEnumerable<string> OfMore(IReadOnlyList<string> words)
    {
        for (var from = 0; from < words.Count - 1; from++)
            yield return NameFolding.Join(words.Skip(from).Take(NameFolding.MostJoined));
    }

    private static FrozenSet<string> Set(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
