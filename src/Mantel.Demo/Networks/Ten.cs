namespace Mantel.Demo.Networks;

/// <summary>The ten networks of the demo: the two lively ones first.</summary>
internal static class Ten
{
    public static IReadOnlyList<Network> All { get; } =
    [
        Zeeland.Walcheren,
        Flanders.GentEeklo,
        North.Utrecht,
        North.Twente,
        South.Breda,
        Zeeland.ZeeuwsVlaanderen,
        North.Groningen,
        South.Maastricht,
        Flanders.WesthoekOostende,
        Flanders.Limburg,
    ];

    /// <summary>Walcheren and Gent-Eeklo: so many people that their figures can be seen month by month.</summary>
    public static IReadOnlyList<Network> Lively { get; } = [.. All.Take(2)];
}
