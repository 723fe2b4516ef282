using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// What the law of a country says of a refusal that somebody wrote while able to decide (safety rule 16), with its
/// source: <c>data/law/written-refusal.tsv</c>.
/// </summary>
/// <param name="Country">ISO 3166: NL or BE.</param>
/// <param name="Reviewer">The lawyer who reviewed it; null: nobody yet.</param>
public sealed record WrittenRefusalLaw(
    string Country,
    string Article,
    IReadOnlyDictionary<string, string> Words,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
)
{
    private static readonly string[] Languages = ["nl", "en", "fr"];

    public static IReadOnlyList<WrittenRefusalLaw> Table { get; } =
    [.. ReferenceTable.Read("law/written-refusal.tsv").Select(Read)];

    public static WrittenRefusalLaw Of(string country) =>
        Table.First(law => string.Equals(law.Country, country, StringComparison.OrdinalIgnoreCase));

    /// <summary>In a language; in Dutch when there is none in that language.</summary>
    public string In(string language) => Words.GetValueOrDefault(language) ?? Words["nl"];

    private static WrittenRefusalLaw Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["country"],
            row["article"],
            Languages.ToDictionary(language => language, language => row[language], StringComparer.Ordinal),
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );
}
