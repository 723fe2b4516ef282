using System.Globalization;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>Where a rule about who decides comes from: a row of <c>data/law</c>, which nobody reviewed yet.</summary>
/// <param name="Article">The article of the law, as people in that country write it.</param>
/// <param name="Since">From which day the law says so.</param>
/// <param name="Checked">What it was held against.</param>
public sealed record LawRow(
    string Id,
    CareCountry Country,
    DateOnly Since,
    string Article,
    string Source,
    string Edition,
    string Checked,
    string Rights,
    string Reviewer,
    string Status
)
{
    internal static LawRow Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["id"],
            CountryOf(row),
            DateOnly.ParseExact(row["since"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            row["article"],
            row["source"],
            row["edition"],
            row["checked"],
            row["rights"],
            row["reviewer"],
            row["status"]
        );

    internal static CareCountry CountryOf(IReadOnlyDictionary<string, string> row) =>
        CareCountries.Of(row["country"]) ?? throw new FormatException($"{row["country"]} has no law here.");

    internal static IReadOnlyList<TWord> Words<TWord>(string cell)
        where TWord : struct, Enum =>
        [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TWord>)];
}
