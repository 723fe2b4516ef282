using Mantel.Core.AdvanceCarePlanning;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>
/// How large a sheet can be set so that it stays one page: the more there is to say, the smaller it is set. Nothing is
/// left out for it.
/// </summary>
internal static class SheetDensity
{
    /// <summary>
    /// The most lines that fit at each size, the largest first; measured in Chromium on people of the demonstration,
    /// with room to spare.
    /// </summary>
    private static readonly int[] Fitting = [27, 31, 38, 46, 54, 66, 84];

    /// <summary>From 1, the largest type, to 8, the smallest.</summary>
    public static int Of(PlanSheet sheet) => 1 + Fitting.Count(most => Lines(sheet) > most);

    /// <summary>About how many lines of small type the sheet takes.</summary>
    internal static int Lines(PlanSheet sheet) =>
        sheet.SaysDifferently.Sum(said => 2 + LinesOf(said.Words))
        + (sheet.WhatMatters is { } matters ? LinesOf(matters.Words) : 0)
        + sheet.Contradicts.Count
        + sheet.Settled.Sum(settled => 2 + LinesOf(settled.WhichHolds))
        + 4 * new[] { sheet.MoreSaid, sheet.MoreCalls, sheet.MoreAtHome }.Count(more => more > 0)
        + sheet.Decisions.Sum(LinesOf)
        + sheet.DnrCodes.Count
        + sheet.Goals.Count
        + sheet.PlaceOfDeath.Count
        + sheet.AtHome.Sum(one => LinesOf($"{one.Medication}{one.For}{one.Where}{one.WhoMayGive}"))
        + 2 * sheet.Calls.Count;

    private static int LinesOf(SheetDecision decision) =>
        Math.Max(1, decision.InForce.Sum(LinesOf))
        + (decision.Beside is { } beside ? 1 + LinesOf(beside) : 0)
        + (decision.IsContradictory ? 1 : 0)
        + (decision.IsRevived ? 1 : 0)
        + (decision.NeedsAgreement ? 1 : 0)
        + (decision.Predates is null ? 0 : 1)
        + (decision.IsPastTerm ? 1 : 0);

    private static int LinesOf(SheetStatement statement) => 2 + (statement.Otherwise is { } words ? LinesOf(words) : 0);

    private static int LinesOf(string words) => 1 + words.Length / 60;
}
