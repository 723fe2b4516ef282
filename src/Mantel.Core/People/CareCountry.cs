namespace Mantel.Core.People;

/// <summary>The country in which somebody is cared for: law, words, places and hours go by it.</summary>
public enum CareCountry
{
    Netherlands,
    Belgium,
}

/// <summary>How the country of somebody's care is known.</summary>
public static class CareCountries
{
    /// <summary>
    /// The country of the address; without one, of the only kind of national number, else the one that was chosen when
    /// the record was opened; null where none says it.
    /// </summary>
    public static CareCountry? CountryOfCare(this PersonRecord person) =>
        person.Address()?.Country is { } country
            ? Of(country)
            : OfNumbers(person) ?? Of(person.LastOfLeader<CountryChosen>()?.Fact.Country);

    /// <summary>The country with this ISO code (NL, BE); null for any other.</summary>
    public static CareCountry? Of(string? code) =>
        code?.ToUpperInvariant() switch
        {
            "NL" => CareCountry.Netherlands,
            "BE" => CareCountry.Belgium,
            _ => null,
        };

    public static string Code(this CareCountry country) =>
        country switch
        {
            CareCountry.Netherlands => "NL",
            CareCountry.Belgium => "BE",
        };

    private static CareCountry? OfNumbers(PersonRecord person) =>
        person.Numbers().Select(number => number.Kind).Distinct().ToList() is [var only]
            ? only switch
            {
                NumberKind.Bsn => CareCountry.Netherlands,
                NumberKind.Insz => CareCountry.Belgium,
            }
            : null;
}
