using System.Text.RegularExpressions;

namespace Mantel.Tests.Readers;

/// <summary>
/// The words of care that professionals use among themselves, as docs/glossary.md lists them: the person and close ones
/// read what they mean, with the word in brackets at most.
/// </summary>
internal static partial class ProfessionalWords
{
    private static readonly Dictionary<string, string[]> Listed = Read(
        File.ReadAllText(Repository.File("docs/glossary.md"))
    );

    public static IEnumerable<string> In(string text, string language)
    {
        var bare = Bracketed().Replace(text, "");
        return Listed[language]
            .Where(word =>
                Regex.IsMatch(
                    bare,
                    $@"(?<!\w){Regex.Escape(word.TrimEnd('*'))}{(word.EndsWith('*') ? "" : @"(?!\w)")}",
                    RegexOptions.IgnoreCase
                )
            );
    }

    private static Dictionary<string, string[]> Read(string page)
    {
        var rows = Row()
            .Matches(page[page.IndexOf("## Among professionals", StringComparison.Ordinal)..])
            .Select(row => row.Groups["cell"].Captures.Select(cell => cell.Value.Trim()).ToArray())
            .Where(cells => cells.Length == 5 && cells[0] is not "concept" && !cells[0].StartsWith('-'))
            .ToList();
        return new(StringComparer.Ordinal)
        {
            ["nl-NL"] = [.. rows.SelectMany(row => Words(row[1]))],
            ["nl-BE"] = [.. rows.SelectMany(row => Words(row[2] == "=" ? row[1] : row[2]))],
            ["en"] = [.. rows.SelectMany(row => Words(row[3]))],
        };
    }

    private static string[] Words(string cell) =>
        cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\|(?:(?<cell>[^|\n]*)\|)+[ ]*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
