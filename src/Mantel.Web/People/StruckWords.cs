using Mantel.Core.Journal;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>Why something was struck out: in somebody's words, or because its sender took it back.</summary>
internal static class StruckWords
{
    public static string Reason(EntryStruckOut struck, Words words) =>
        struck is { Sender: { } sender, Because: { } because }
            ? words["struck.by-sender", sender, words.Name("sender-struck", because)]
            : struck.Reason;
}
