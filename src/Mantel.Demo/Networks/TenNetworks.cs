namespace Mantel.Demo.Networks;

/// <summary>The ten networks of the demo: the two lively ones first.</summary>
internal static class TenNetworks
{
    public static IReadOnlyList<Network> All { get; } =
    [
        ZeelandNetworks.Walcheren,
        FlemishNetworks.GentEeklo,
        NorthernNetworks.Utrecht,
        NorthernNetworks.Twente,
        SouthernNetworks.Breda,
        ZeelandNetworks.ZeeuwsVlaanderen,
        NorthernNetworks.Groningen,
        SouthernNetworks.Maastricht,
        FlemishNetworks.WesthoekOostende,
        FlemishNetworks.Limburg,
    ];

    /// <summary>Walcheren and Gent-Eeklo: so many people that their figures can be seen month by month.</summary>
    public static IReadOnlyList<Network> Lively { get; } = [.. All.Take(2)];
}
