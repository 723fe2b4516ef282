using Mantel.Core.AdvanceCarePlanning;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>
/// What a treatment is called on a page. A limit whose treatment is not named says so (safety rule 3).
/// </summary>
internal static class TreatmentWords
{
    public static string Of(Treatment treatment, Words words) =>
        treatment switch
        {
            { Kind: TreatmentKind.Other, Name: { } name } => name,
            { Kind: TreatmentKind.Other } => words["treatment.other.unnamed"],
            _ => words.Name("treatment", treatment.Kind),
        };
}
