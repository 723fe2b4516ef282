using System.Globalization;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>
/// Who decides for an adult who cannot, in the order of the law of a country: a row of
/// <c>data/law/representation.tsv</c>. The lowest rank goes first; within a rank nobody does.
/// </summary>
public sealed record RepresentationRule(
    LawRow Law,
    int Rank,
    IReadOnlyList<ContactRole> Roles,
    IReadOnlyList<Relationship> Relations
)
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<RepresentationRule> Table { get; } =
    [.. ReferenceTable.Read("law/representation.tsv").Select(Read)];

    /// <summary>
    /// The rules of a day, first rank first. Without a known country only the offices are told: who has one speaks in
    /// either country, but no family is ranked.
    /// </summary>
    public static IReadOnlyList<RepresentationRule> On(CareCountry? country, DateOnly day) =>
        [
            .. Table
                .Where(rule =>
                    rule.Law.Since <= day && (country is null ? rule.Roles.Count > 0 : rule.Law.Country == country)
                )
                .OrderBy(rule => rule.Rank),
        ];

    private static RepresentationRule Read(IReadOnlyDictionary<string, string> row) =>
        new(
            LawRow.Read(row),
            int.Parse(row["rank"], CultureInfo.InvariantCulture),
            LawRow.Words<ContactRole>(row["roles"]),
            LawRow.Words<Relationship>(row["relations"])
        );
}

/// <summary>A role of a close one in a country: a row of <c>data/law/roles.tsv</c>.</summary>
/// <param name="IsOffered">It can be chosen in a form.</param>
/// <param name="Decides">It gives a right to decide for somebody who cannot.</param>
public sealed record RoleRule(ContactRole Role, CareCountry Country, bool IsOffered, bool Decides, string Article)
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<RoleRule> Table { get; } = [.. ReferenceTable.Read("law/roles.tsv").Select(Read)];

    /// <summary>The roles to choose from: those of the country, and those that somebody has already.</summary>
    public static IReadOnlyList<ContactRole> Offered(CareCountry? country, IReadOnlyList<ContactRole> known) =>
        [
            .. Enum.GetValues<ContactRole>()
                .Where(role =>
                    known.Contains(role)
                    || Table.Any(row =>
                        row.Role == role && row.IsOffered && (country is null || row.Country == country)
                    )
                ),
        ];

    private static RoleRule Read(IReadOnlyDictionary<string, string> row) =>
        new(
            Enum.Parse<ContactRole>(row["role"]),
            LawRow.CountryOf(row),
            row["offered"] == "yes",
            row["decides"] == "yes",
            row["article"]
        );
}
