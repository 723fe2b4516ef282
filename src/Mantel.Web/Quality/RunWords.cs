using Mantel.Core.Quality.Statistics;
using Mantel.Web.Platform;

namespace Mantel.Web.Quality;

/// <summary>What a run chart allows to be said, in a sentence with the rule it stands on.</summary>
internal sealed record RunWords(Words Words)
{
    public string Of(RunChart run)
    {
        if (run.Verdict is RunVerdict.TooFew)
            return Words["network.run.too-few", RunChart.FewestUseful];
        if (run.LongRuns.Count > 0 && run.LongRuns[^1] is var longest)
            return Words[
                longest.IsAbove ? "network.run.above" : "network.run.below",
                longest.Useful,
                run.Baseline,
                run.LongestExpected
            ];
        return run.HasFewCrossings
            ? Words["network.run.crossings", run.Crossings, run.FewestExpected]
            : Words["network.run.chance", run.Baseline];
    }
}
