using Mantel.Core.AdvanceCarePlanning;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>The sentence that says which two decisions do not fit, one for each pair of the table.</summary>
internal static class ContradictionWords
{
    /// <summary>The key of the sentence.</summary>
    public static string Of(Contradiction pair) => $"plan-contradiction.{pair.Id}";
}
