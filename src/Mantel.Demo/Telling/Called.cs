using Mantel.Core.People;

namespace Mantel.Demo.Telling;

/// <summary>Names as people in the Low Countries carry them.</summary>
internal static class Called
{
    /// <summary>Their own surname, as always in Belgium.</summary>
    public static PersonName Own(string given, string call, string family, string? prefix = null) =>
        new(given, Initials(given), call, prefix, family, null, null, NameUse.Own);

    /// <summary>The partner's surname before the own one: Vos-de Ruyter.</summary>
    public static PersonName PartnerFirst(
        string given,
        string call,
        string partner,
        string own,
        string? partnerPrefix = null,
        string? ownPrefix = null
    ) => new(given, Initials(given), call, ownPrefix, own, partnerPrefix, partner, NameUse.PartnerOwn);

    /// <summary>Somebody of whom only the call name and surname are known here.</summary>
    public static PersonName Known(string call, string family, string? prefix = null) =>
        new(null, null, call, prefix, family, null, null, NameUse.Own);

    private static string Initials(string given) =>
        string.Concat(given.Split(' ', '-').Select(name => string.Concat(name.AsSpan(0, 1), ".")));
}
