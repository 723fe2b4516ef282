using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Preparing;

/// <summary>Says how far a preparation at home (voorbereiding thuis) has come.</summary>
internal static class PreparationWords
{
    public static string Of(Preparation preparation, Moment now, Words words) =>
        preparation.Told.Count > 0 ? words.Many("talk.prepare.told", preparation.Told.Count)
        : preparation.IsWithdrawn ? words["talk.prepare.withdrawn"]
        : preparation.Opened is not null ? words["talk.prepare.opened"]
        : preparation.IsOpenAt(now.Instant)
            ? words["talk.prepare.until", Days.Write(preparation.Invited.Fact.Until, words)]
        : words["talk.prepare.expired"];
}
