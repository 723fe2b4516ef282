using Mantel.Core.AdvanceCarePlanning;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>
/// How large a plan is set on paper, and on how many sheets: the more there is to say, the smaller, down to letters of
/// ten points with nine for what is small; what then still has no room takes a second sheet. Nothing is left out for
/// it.
/// </summary>
/// <param name="Size">From 1, the largest type, to 5, the smallest.</param>
/// <param name="Sheets">One, or two: the decisions and whom to call first, the rest on the second.</param>
internal readonly record struct SheetDensity(int Size, int Sheets)
{
    /// <summary>The letters of each size in points, as the style sheet sets them.</summary>
    private static readonly double[] Letters = [12.5, 12, 11, 10.5, 10];

    /// <summary>What a sheet of A4 holds between its margins, in points, with some room to spare.</summary>
    private const double Room = 705;

    public static SheetDensity Of(PlanSheet sheet)
    {
        var one = Array.FindIndex(Letters, letter => new SheetHeight(letter).Whole(sheet) <= Room);
        if (one >= 0)
            return new SheetDensity(1 + one, 1);
        var two = Array.FindIndex(
            Letters,
            letter => new SheetHeight(letter) is var height && Math.Max(height.Front(sheet), height.Back(sheet)) <= Room
        );
        return new SheetDensity(two >= 0 ? 1 + two : Letters.Length, 2);
    }
}
