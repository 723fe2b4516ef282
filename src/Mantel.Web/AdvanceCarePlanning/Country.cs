using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>In which country somebody is cared for, so that what is usual there comes first.</summary>
internal static class Country
{
    /// <summary>True for a Belgian address or number; without either, for who reads Flemish.</summary>
    public static bool IsBelgian(PersonRecord person, Words words) =>
        person.Address()?.Country is { } country
            ? string.Equals(country, "BE", StringComparison.OrdinalIgnoreCase)
            : person.Numbers().Any(number => number.Kind is NumberKind.Insz)
                || (person.Numbers().Count == 0 && words.Language == "nl-BE");

    /// <summary>The kinds of declaration, those of the person's country first.</summary>
    public static IEnumerable<AdvanceDirectiveKind> Declarations(PersonRecord person, Words words)
    {
        var belgian = IsBelgian(person, words);
        return Enum.GetValues<AdvanceDirectiveKind>()
            .OrderBy(kind => kind is AdvanceDirectiveKind.Other)
            .ThenBy(kind => IsOfBelgium(kind) != belgian);
    }

    private static bool IsOfBelgium(AdvanceDirectiveKind kind) =>
        kind.ToString().StartsWith("Belgian", StringComparison.Ordinal);
}
