using System.Collections.Frozen;
using Mantel.Core.Journal;

namespace Mantel.Core.Quality.Statistics;

/// <summary>How a figure is judged, and who says so: one row of <c>data/quality/methods.tsv</c>.</summary>
public sealed record Method(
    string Id,
    InLanguages Rule,
    string Source,
    string Edition,
    string? Reviewer,
    string Status,
    string SourceNl
)
{
    private static readonly FrozenDictionary<string, Method> Table = ReferenceTable
        .Read("methods.tsv")
        .Select(Read)
        .ToFrozenDictionary(method => method.Id, StringComparer.Ordinal);

    public static IReadOnlyList<Method> All { get; } =
    [.. Table.Values.OrderBy(method => method.Id, StringComparer.Ordinal)];

    public static Method Of(string id) => Table[id];

    private static Method Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["id"],
            new(row["nl"], row["en"]),
            row["source"],
            row["edition"],
            Blank(row["reviewer"]),
            row["status"],
            row["sourceNl"]
        );

    private static string? Blank(string cell) => cell.Length == 0 ? null : cell;
}
