using Mantel.Core.Identification;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>Makes what the sheet says of who decides, and of the phase.</summary>
internal static class DrawSheetWho
{
    public static SheetWho Of(PersonRecord person, DateOnly today)
    {
        var (who, phase) = (person.WhoDecides(today), person.Phase(today));
        return new SheetWho(
            who.Decider,
            who.Day,
            who.Capacity.About,
            who.Article,
            [.. who.ByLaw.Select(Of)],
            [.. who.Named.Select(Of)],
            phase.Phase,
            phase.Since,
            who.Capacity.Judged.Count > 0
        );
    }

    private static SheetRepresentative Of(Representative one) =>
        new(one.Name, one.Relationship, one.Role, one.IsNamedOnPaper, one.Number);
}
