using Mantel.Core.People;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Networks;

/// <summary>A real town in which invented people live in invented streets.</summary>
/// <param name="Code">The municipality's code: GM of Statistics Netherlands, or NIS.</param>
/// <param name="Postal">Four digits; a Dutch postal code gets letters here that are never given out.</param>
/// <param name="Weight">How many of the network's people live there, beside the others.</param>
internal sealed record DemoTown(
    string Place,
    string Municipality,
    string Code,
    string Postal,
    string Country,
    double Weight
)
{
    private static readonly IReadOnlyList<string> Plants = Text.List(
        """
        Blaasvaren, Scheefbloem, Naaldaar, Zilverschoon, Addertong, Melkdistel, Vlaszaad, Pimpernoot, Knikmos,
        Parnassia, Wolverlei, Ratelpopulier, Zegge, Schapegras, Vetmuur, Zeeraket, Melkkruid, Hertshooi, Ganzerik,
        Torkruid, Veldgerst, Bochtsmele, Pijpestro, Hondsviooltje, Walstro, Egelboterbloem, Rolklaver, Steenbreek,
        Zandblauwtje, Muizenoor
        """
    );

    private static readonly IReadOnlyList<string> Dutch = Text.List("gang, steeg, wal, ree, hoek, pad, stee, laan");
    private static readonly IReadOnlyList<string> Flemish = Text.List("wegel, dreef, lei, stede, hoek, pad");

    public Address Home(SeededChance chance) =>
        At(
            chance.One(Plants) + chance.One(Country == "BE" ? Flemish : Dutch),
            $"{chance.Between(1, 140)}",
            chance.Happens(0.12) ? chance.One(Ways) : null
        );

    public Address At(string street, string number, string? howToGetIn) =>
        new(
            AddressKind.Home,
            street,
            number,
            Country == "BE" ? Postal : $"{Postal} {(street.Length % 2 == 0 ? "SA" : "SD")}",
            Place,
            Municipality,
            Code,
            Country,
            howToGetIn
        );

    private static readonly IReadOnlyList<string> Ways = Text.Lines(
        """
        Achterom, het hek gaat naar binnen open.
        Sleutelkastje naast de deur; de code is bij de thuiszorg bekend.
        Aanbellen en wachten, het duurt even.
        Derde verdieping, de lift is smal: een brancard past er niet in.
        De bel doet het niet, klop op het raam.
        Parkeren kan alleen aan de overkant.
        De hond blaft maar doet niets.
        """
    );
}
