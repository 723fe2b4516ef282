using System.Collections.Frozen;
using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>
/// Which group a diagnosis belongs to, by its code or else by a word in its name:
/// <c>data/quality/diagnosis-groups.tsv</c>.
/// </summary>
public static class DiagnosisGroups
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Rows = ReferenceTable.Read(
        "diagnosis-groups.tsv"
    );

    private static readonly FrozenDictionary<string, DiagnosisGroup> ByCode = Rows.Where(row => row["by"] == "snomed")
        .ToFrozenDictionary(row => row["match"], GroupOf, StringComparer.Ordinal);

    private static readonly IReadOnlyList<(string Word, DiagnosisGroup Group)> ByWord =
    [
        .. Rows.Where(row => row["by"] == "word").Select(row => (row["match"], GroupOf(row))),
    ];

    internal static string Stamp { get; } = string.Join(";", Rows.Select(row => $"{row["match"]}={row["group"]}"));

    /// <summary>The codes of SNOMED CT that the table knows.</summary>
    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    /// <summary>A diagnosis that the table does not know is another one.</summary>
    public static DiagnosisGroup Of(string name, string? snomed)
    {
        if (snomed is not null && ByCode.TryGetValue(snomed, out var group))
            return group;
        foreach (var (word, its) in ByWord)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return its;
        }
        return DiagnosisGroup.Other;
    }

    private static DiagnosisGroup GroupOf(IReadOnlyDictionary<string, string> row) =>
        row["group"] switch
        {
            "cancer" => DiagnosisGroup.Cancer,
            "organ-failure" => DiagnosisGroup.OrganFailure,
            "frailty-and-dementia" => DiagnosisGroup.FrailtyAndDementia,
            "other" => DiagnosisGroup.Other,
            var other => throw new FormatException($"diagnosis-groups.tsv, {row["match"]}: {other} is no group."),
        };
}
