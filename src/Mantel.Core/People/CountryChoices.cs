using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>A choice that only one country knows, with where that comes from.</summary>
public sealed record CountryChoice(
    string Set,
    string Choice,
    CareCountry Country,
    string Why,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
);

/// <summary>Which choices a country knows: <c>data/country/choices.tsv</c>.</summary>
public static class CountryChoices
{
    public static IReadOnlyList<CountryChoice> All { get; } =
    [.. ReferenceTable.Read("country-choices.tsv").Select(Read)];

    /// <summary>The choices of a set that a country knows, in their own order; all where no country is known.</summary>
    /// <param name="set">The set as the language files call it: <c>place-of-death</c>.</param>
    public static IReadOnlyList<TChoice> KnownIn<TChoice>(string set, CareCountry? country)
        where TChoice : struct, Enum =>
        [
            .. Enum.GetValues<TChoice>()
                .Where(choice => country is not { } here || IsKnown(set, choice.ToString(), here)),
        ];

    private static bool IsKnown(string set, string choice, CareCountry country) =>
        All.Where(row => row.Set == set && IsSame(row.Choice, choice)).ToList() is not [_, ..] rows
        || rows.Any(row => row.Country == country);

    private static bool IsSame(string kebab, string name) =>
        string.Equals(kebab.Replace("-", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase);

    private static CountryChoice Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["set"],
            row["choice"],
            CareCountries.Of(row["country"]) ?? throw new FormatException($"country-choices.tsv: {row["country"]}?"),
            row["why"],
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );
}
