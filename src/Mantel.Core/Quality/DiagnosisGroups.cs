using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>
/// Which group a diagnosis belongs to, by its code, or else by the words of its name:
/// <c>data/quality/diagnosis-groups.tsv</c>. What neither says is not known, and nothing is made of it.
/// </summary>
public static partial class DiagnosisGroups
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Rows = ReferenceTable.Read(
        "diagnosis-groups.tsv"
    );

    private static readonly FrozenDictionary<string, DiagnosisGroup> ByCode = Rows.Where(row => row["by"] == "snomed")
        .ToFrozenDictionary(row => row["match"], GroupOf, StringComparer.Ordinal);

    private static readonly IReadOnlyList<Clue> Clues =
    [
        .. Rows.Where(row => row["by"] is "word" or "ending" or "capitals")
            .Select(row => new Clue(row["by"], WordsOf(row["match"]), GroupOf(row))),
    ];

    private static readonly IReadOnlyList<string[]> Denials = Phrases("before");
    private static readonly IReadOnlyList<string[]> Exclusions = Phrases("not");

    internal static string Stamp { get; } =
        string.Join(";", Rows.Select(row => $"{row["match"]}={row["by"]}={row["group"]}"));

    /// <summary>The codes of SNOMED CT that the table knows.</summary>
    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    public static DiagnosisGroup Of(string name, string? snomed)
    {
        if (snomed is not null && ByCode.TryGetValue(snomed, out var group))
            return group;
        var words = WordsOf(name);
        if (Exclusions.Any(phrase => Enumerable.Range(0, words.Length).Any(at => StandsAt(words, phrase, at))))
            return DiagnosisGroup.Unknown;
        var said = Clues.Where(clue => IsSaid(clue, words)).Select(clue => clue.Group).Distinct().ToList();
        return said is [var only] ? only : DiagnosisGroup.Unknown;
    }

    private static bool IsSaid(Clue clue, string[] words) =>
        Enumerable.Range(0, words.Length).Any(at => clue.IsAt(words, at) && !IsDenied(words, at));

    private static bool IsDenied(string[] words, int at) =>
        Denials.Any(phrase => at >= phrase.Length && StandsAt(words, phrase, at - phrase.Length));

    private static bool StandsAt(string[] words, string[] phrase, int at) =>
        at + phrase.Length <= words.Length
        && words.Skip(at).Take(phrase.Length).SequenceEqual(phrase, StringComparer.OrdinalIgnoreCase);

    private static string[] WordsOf(string text) => [.. AWord().Matches(text).Select(match => match.Value)];

    private static IReadOnlyList<string[]> Phrases(string by) =>
        [.. Rows.Where(row => row["by"] == by).Select(row => WordsOf(row["match"]))];

    private static DiagnosisGroup GroupOf(IReadOnlyDictionary<string, string> row) =>
        row["group"] switch
        {
            "cancer" => DiagnosisGroup.Cancer,
            "organ-failure" => DiagnosisGroup.OrganFailure,
            "frailty-and-dementia" => DiagnosisGroup.FrailtyAndDementia,
            "stroke" => DiagnosisGroup.Stroke,
            "neurodegenerative" => DiagnosisGroup.Neurodegenerative,
            "other" => DiagnosisGroup.Other,
            var other => throw new FormatException($"diagnosis-groups.tsv, {row["match"]}: {other} is no group."),
        };

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AWord();

    /// <summary>Words that say a group.</summary>
    private sealed record Clue(string By, string[] Phrase, DiagnosisGroup Group)
    {
        public bool IsAt(string[] words, int at) =>
            By switch
            {
                "ending" => words[at].EndsWith(Phrase[0], StringComparison.OrdinalIgnoreCase),
                "capitals" => words[at].Equals(Phrase[0], StringComparison.Ordinal),
                _ => StandsAt(words, Phrase, at),
            };
    }
}
