using Mantel.Core.People;

namespace Mantel.Demo.Region;

/// <summary>
/// Where people of the demo live: real towns, invented streets, and Dutch postal codes with the letters SA and SD,
/// which are never given out.
/// </summary>
internal static class Places
{
    public static Address Vlissingen(string street, string number, string? howToGetIn = null) =>
        new(AddressKind.Home, street, number, "4381 SA", "Vlissingen", "Vlissingen", "GM0718", "NL", howToGetIn);

    public static Address Middelburg(string street, string number, string? howToGetIn = null) =>
        new(AddressKind.Home, street, number, "4331 SD", "Middelburg", "Middelburg", "GM0687", "NL", howToGetIn);

    public static Address Arnemuiden(string street, string number, string? howToGetIn = null) =>
        new(AddressKind.Home, street, number, "4341 SA", "Arnemuiden", "Middelburg", "GM0687", "NL", howToGetIn);

    public static Address Veere(string street, string number, string? howToGetIn = null) =>
        new(AddressKind.Home, street, number, "4353 SD", "Serooskerke", "Veere", "GM0717", "NL", howToGetIn);

    public static Address Gent(string street, string number, string? howToGetIn = null) =>
        new(AddressKind.Home, street, number, "9000", "Gent", "Gent", "44021", "BE", howToGetIn);

    public static Address Deinze(string street, string number, string? howToGetIn = null) =>
        new(AddressKind.Home, street, number, "9800", "Deinze", "Deinze", "44083", "BE", howToGetIn);

    /// <summary>In a bed of somebody else's, for now.</summary>
    public static Address Staying(this Address address) => address with { Kind = AddressKind.Stay };
}
