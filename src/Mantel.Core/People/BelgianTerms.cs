using System.Globalization;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>A number that only Belgium knows, or the days after which a stay is asked about, and its source.</summary>
public sealed record BelgianTerm(
    string Id,
    int Number,
    string Why,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
);

/// <summary>The Belgian numbers: <c>data/be/terms.tsv</c>.</summary>
public static class BelgianTerms
{
    public static IReadOnlyList<BelgianTerm> All { get; } = [.. ReferenceTable.Read("belgian-terms.tsv").Select(Read)];

    /// <summary>After how many days the second palliatief forfait can follow the first.</summary>
    public static BelgianTerm SecondForfait { get; } = Of("forfait-second-after-days");

    /// <summary>For how many days <em>the stay still lasts</em> is an answer.</summary>
    public static BelgianTerm StayLasts { get; } = Of("stay-lasts-days");

    private static BelgianTerm Of(string id) => All.Single(term => term.Id == id);

    private static BelgianTerm Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["id"],
            int.Parse(row["number"], NumberStyles.None, CultureInfo.InvariantCulture),
            row["why"],
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );
}
