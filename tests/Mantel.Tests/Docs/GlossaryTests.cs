using System.Text.RegularExpressions;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Docs;

/// <summary>
/// One thing has one word on every page: the packs say the words of <c>docs/glossary.md</c>, and none that it rules
/// out.
/// </summary>
public sealed partial class GlossaryTests
{
    private static readonly IReadOnlyList<Concept> Listed = Read(File.ReadAllText(Repository.File("docs/glossary.md")));

    /// <summary>Texts in which such a word is meant, each with its reason.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["contact-role.informal-carer"] = "the listed word itself",
    };

    private sealed record Concept(string Name, string[] Words, string[] Not);

    [Fact]
    public void EveryListedWordIsSaidInItsPack()
    {
        Listed.Count.ShouldBeGreaterThan(40);
        (
            from concept in Listed
            from pack in Words.Languages.Index()
            let word = concept.Words[pack.Index]
            where word.Length > 0 && !SaidIn(Words.Of(pack.Item), word)
            select $"{concept.Name}: '{word}' in {pack.Item}"
        ).ShouldBeEmpty();
    }

    [Fact]
    public void NoPackSaysAWordThatIsRuledOut() => Offending(Listed).ShouldBeEmpty();

    /// <summary>The guard, seen red.</summary>
    [Fact]
    public void AWordThatIsRuledOutIsSeen() =>
        Offending(Read("| x | naaste | = | close one | | nl: dossier* · en: record |\n"))
            .Count()
            .ShouldBeGreaterThan(20);

    private static IEnumerable<string> Offending(IReadOnlyList<Concept> concepts) =>
        from concept in concepts
        from not in concept.Not
        let parts = not.Split(':', 2)
        from language in PacksOf(parts[0].Trim())
        from word in parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let words = Words.Of(language)
        from key in words.Keys
        where !Meant.ContainsKey(key) && Whole(word).IsMatch(FieldNames().Replace(words[key], ""))
        select $"{language} {key}: '{word}' ({concept.Name})";

    private static string[] PacksOf(string of) =>
        of switch
        {
            "nl" => ["nl-NL", "nl-BE"],
            "nl-NL" => ["nl-NL"],
            "be" => ["nl-BE"],
            "en" => ["en"],
            _ => throw new FormatException($"docs/glossary.md knows no pack '{of}'."),
        };

    private static bool SaidIn(Words words, string word) =>
        words.Keys.Any(key => words[key].Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Regex Whole(string word) =>
        new(
            $@"(?<!\w){Regex.Escape(word.TrimEnd('*'))}{(word.EndsWith('*') ? "" : @"(?!\w)")}",
            word.Any(char.IsUpper) ? RegexOptions.None : RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)
        );

    private static IReadOnlyList<Concept> Read(string page) =>
        [
            .. RowPattern()
                .Matches(page)
                .Select(row => row.Groups["cell"].Captures.Select(cell => cell.Value.Trim()).ToArray())
                .Where(cells => cells.Length == 6 && cells[0] is not "concept" && !cells[0].StartsWith('-'))
                .Select(cells => new Concept(
                    cells[0],
                    [cells[1], cells[2] == "=" ? cells[1] : cells[2], cells[3]],
                    cells[5].Split('·', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )),
        ];

    [GeneratedRegex(@"^\|(?:(?<cell>[^|\n]*)\|)+[ ]*$", RegexOptions.Multiline, 1000)]
    private static partial Regex RowPattern();

    /// <summary>The places in a sentence of a fact, which nobody reads.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("<[a-z-]+>", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex FieldNames();
}
