using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>The sentence that says which two decisions do not fit, one for each pair of the table.</summary>
internal static class ContradictionWords
{
    /// <summary>The key of the sentence.</summary>
    public static string Of(Contradiction pair) => $"plan-contradiction.{pair.Id}";

    /// <summary>That a physician said which of the two holds, with their words.</summary>
    public static string Settled(Contradiction pair, Recorded<TreatmentDirectiveConfirmed> settled, Words words) =>
        words["plan.settled", words[Of(pair)], settled.Fact.Physician, settled.Fact.WhichHolds!];
}
