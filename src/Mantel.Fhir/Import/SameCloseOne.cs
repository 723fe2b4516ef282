using Mantel.Core.CareTeam;
using Mantel.Core.People;

namespace Mantel.Fhir.Import;

/// <summary>
/// When two sources tell of the same close one: the same name, or the same telephone or address with a first name that
/// is a longer or shorter form of the other, or with the same single relation. One number may be that of a whole house.
/// </summary>
internal static class SameCloseOne
{
    private static readonly Relationship[] Single =
    [
        Relationship.Partner,
        Relationship.Husband,
        Relationship.Wife,
        Relationship.Father,
        Relationship.Mother,
    ];

    public static bool Is(RelatedPersonRecorded one, RelatedPersonRecorded other) =>
        SameFact.NameOf(one.Name) == SameFact.NameOf(other.Name)
        || (SharePoint(one, other) && CanBe(one.Relationship, other.Relationship) && IsSameName(one, other));

    private static bool SharePoint(RelatedPersonRecorded one, RelatedPersonRecorded other) =>
        one.ContactPoints.Select(Plain).Intersect(other.ContactPoints.Select(Plain), StringComparer.Ordinal).Any();

    /// <summary>Without the way out of the country, spaces and signs: +31 6 12 and 0612 are one number.</summary>
    private static string Plain(ContactPoint point)
    {
        var plain = SameWords.ContactPoint(point.Value);
        foreach (var (country, from) in new[] { ("+31", 3), ("0031", 4), ("+32", 3), ("0032", 4) })
        {
            if (plain.StartsWith(country, StringComparison.Ordinal))
                return "0" + plain[from..].TrimStart('0');
        }
        return plain;
    }

    private static bool CanBe(Relationship? one, Relationship? other) =>
        one is null
        || other is null
        || one == other
        || (
            IsPartner(one.Value)
            && IsPartner(other.Value)
            && Relationship.Partner is var any
            && (one == any || other == any)
        );

    private static bool IsPartner(Relationship relation) =>
        relation is Relationship.Partner or Relationship.Husband or Relationship.Wife;

    private static bool IsSameName(RelatedPersonRecorded one, RelatedPersonRecorded other)
    {
        var (first, second) = (FirstName(one.Name), FirstName(other.Name));
        if (first.Length == 0 || second.Length == 0)
            return SameWords.Name(one.Name.Family) == SameWords.Name(other.Name.Family);
        return first.StartsWith(second, StringComparison.Ordinal)
            || second.StartsWith(first, StringComparison.Ordinal)
            || (one.Relationship == other.Relationship && one.Relationship is { } both && Single.Contains(both));
    }

    private static string FirstName(PersonName name) => SameWords.Name(name.CallName ?? name.Given ?? name.Initials);
}
