using Mantel.Demo.Telling;

namespace Mantel.Demo.Folk;

/// <summary>
/// The names that people of one descent and generation commonly carry; none of them is taken from a person.
/// </summary>
/// <param name="Languages">What is spoken at home, as BCP 47 codes, by weight.</param>
internal sealed record NameStock(
    IReadOnlyList<GivenName> Women,
    IReadOnlyList<GivenName> Men,
    IReadOnlyList<GivenName> YoungerWomen,
    IReadOnlyList<GivenName> YoungerMen,
    IReadOnlyList<GivenName> Girls,
    IReadOnlyList<GivenName> Boys,
    IReadOnlyList<Surname> Surnames,
    IReadOnlyList<(string What, double Weight)> Languages
)
{
    /// <summary>First names as somebody born in that year carries them.</summary>
    public IReadOnlyList<GivenName> Given(bool woman, int year) =>
        year >= 2003 ? (woman ? Girls : Boys)
        : year >= 1958 ? (woman ? YoungerWomen : YoungerMen)
        : (woman ? Women : Men);

    /// <summary>The same first names with the surnames of another part of the country.</summary>
    public NameStock With(string surnames) => this with { Surnames = [.. Surname.Read(surnames), .. Surnames] };
}

/// <summary>A first name as on the passport, and what they are called.</summary>
internal sealed record GivenName(string Given, string Call)
{
    /// <summary>Written as <c>Petronella:Nel</c>, or once when both are the same.</summary>
    public static IReadOnlyList<GivenName> Read(string names) =>
        [
            .. Text.List(names)
                .Select(name => name.Split(':'))
                .Select(parts => new GivenName(parts[0], parts.Length > 1 ? parts[1] : parts[0])),
        ];
}

/// <summary>A surname with its prefix, where it has one.</summary>
internal sealed record Surname(string? Prefix, string Family)
{
    private static readonly string[] Prefixes =
    [
        "van den ",
        "van der ",
        "van de ",
        "van ",
        "de ",
        "ter ",
        "ten ",
        "te ",
        "Oude ",
        "Olde ",
    ];

    /// <summary>Dutch prefixes are written apart; a Flemish name that begins with a capital is one name.</summary>
    public static IReadOnlyList<Surname> Read(string names) => [.. Text.List(names).Select(Of)];

    private static Surname Of(string name) =>
        Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } found
            ? new Surname(found.TrimEnd(), name[found.Length..])
            : new Surname(null, name);
}
