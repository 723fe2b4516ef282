using Mantel.Core.Access;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform;

namespace Mantel.Web.Identification.Inbox;

/// <summary>The signals on the page where somebody begins: those that wait for them, and what they gave
/// themselves.</summary>
/// <param name="Names">What the organisations are called to which they gave one.</param>
public sealed record InboxInShort(
    IReadOnlyList<InboxSignal> Waiting,
    IReadOnlyList<HeardSignal> Heard,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<Recorded<TakenBackTold>> TakenBack,
    SignalTerms Terms
)
{
    /// <summary>Reads them for whoever begins.</summary>
    internal sealed class Reader(Desk desk, InboxDesk inbox)
    {
        private const int Shown = 2;

        public async Task<InboxInShort> OfAsync(Actor actor, Moment now, CancellationToken ct)
        {
            var heard = await inbox.HeardAsync(actor, ct, Shown);
            var directory = await desk.DirectoryAsync(ct);
            return new(
                await inbox.WaitingAsync(actor, now, ct),
                heard,
                heard
                    .Select(one => one.Organisation)
                    .Distinct()
                    .ToDictionary(id => id, id => Core.CareTeam.DirectoryViews.Organisation(directory, id)?.Name ?? ""),
                await inbox.TakenBackAsync(actor, ct),
                inbox.Terms
            );
        }
    }
}
