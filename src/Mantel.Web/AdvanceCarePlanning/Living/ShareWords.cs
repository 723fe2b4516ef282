using Mantel.Core.AdvanceCarePlanning;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>When a plan was shared and whether it was read, in words.</summary>
internal static class ShareWords
{
    public static string Of(PlanShare share, Words words) =>
        share.Read is { } read
            ? words["living.share.read", Day(share.Shared.Entry.Recorded, words), Day(read.Entry.Recorded, words)]
            : words["living.share.unread", Day(share.Shared.Entry.Recorded, words)];

    private static string Day(DateTimeOffset instant, Words words) => ChangeWords.Day(Days.DayOf(instant), words);
}
