using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>In which country somebody is cared for, so that what is usual there comes first.</summary>
internal static class Country
{
    /// <summary>True for a Belgian address or number; without either, for who reads Flemish.</summary>
    public static bool IsBelgian(PersonRecord person, Words words) => Of(person, words) is CareCountry.Belgium;

    /// <summary>The country of the address or number; without either, that of who reads.</summary>
    public static CareCountry Of(PersonRecord person, Words words) =>
        person.CountryOfCare() ?? (words.Language == "nl-BE" ? CareCountry.Belgium : CareCountry.Netherlands);

    /// <summary>
    /// True for a Belgian address or number; without either, for whose organisation is Belgian. What only Belgium
    /// arranges goes by it, in whatever language somebody reads.
    /// </summary>
    public static bool IsArrangedInBelgium(PersonRecord person, HttpContext http) =>
        (person.CountryOfCare() ?? CareCountries.Of(http.User.FindFirst(SignedIn.OrganisationCountryClaim)?.Value))
        is CareCountry.Belgium;

    /// <summary>What is known in somebody's country, and what was recorded already.</summary>
    public static IReadOnlyList<Option> Known<TChoice>(
        string set,
        PersonRecord person,
        Words words,
        TChoice? recorded = null
    )
        where TChoice : struct, Enum
    {
        var known = CountryChoices.KnownIn<TChoice>(set, Of(person, words));
        return Option.Of(
            words,
            set,
            Enum.GetValues<TChoice>().Where(one => known.Contains(one) || one.Equals(recorded))
        );
    }

    /// <summary>The kinds of declaration of somebody's country: those that only it knows first.</summary>
    public static IReadOnlyList<Option> Declarations(PersonRecord person, Words words)
    {
        const string Set = "advance-directive-kind";
        var elsewhere = CountryChoices.KnownIn<AdvanceDirectiveKind>(
            Set,
            IsBelgian(person, words) ? CareCountry.Netherlands : CareCountry.Belgium
        );
        return Option.Of(
            words,
            Set,
            CountryChoices
                .KnownIn<AdvanceDirectiveKind>(Set, Of(person, words))
                .OrderBy(kind => kind is AdvanceDirectiveKind.Other)
                .ThenBy(kind => elsewhere.Contains(kind))
        );
    }
}
