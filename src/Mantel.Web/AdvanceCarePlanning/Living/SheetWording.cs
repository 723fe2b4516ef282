using Mantel.Core.AdvanceCarePlanning;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>What is said of a sheet that was replaced: which kinds changed, never what they say.</summary>
internal static class SheetWording
{
    public static string Changed(SheetStanding replaced, Words words) =>
        replaced.Changed.Count == 0
            ? words["sheet-answer.changed.withdrawn"]
            : words[
                "sheet-answer.changed",
                string.Join(", ", replaced.Changed.Select(part => words.Name("sheet-part", part)))
            ];
}
