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
    IReadOnlyList<SignalAsSenderHears> Heard,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<Recorded<TakenBackTold>> TakenBack,
    SignalTerms Terms
)
{
    /// <summary>How many of those that wait are told where somebody begins.</summary>
    public const int Few = 3;

    /// <summary>Of which of them the words are told: a look at each is in the log.</summary>
    public required IReadOnlySet<Guid> Told { get; init; }

    /// <summary>Reads them for whoever begins.</summary>
    internal sealed class Reader(Desk desk, InboxDesk inbox)
    {
        private const int Shown = 2;

        public async Task<InboxInShort> OfAsync(Actor actor, Moment now, CancellationToken ct)
        {
            var heard = await inbox.HeardAsync(actor, ct, Shown);
            var waiting = await inbox.WaitingAsync(actor, now, ct);
            var directory = await desk.DirectoryAsync(ct);
            return new(
                waiting,
                heard,
                heard
                    .Select(one => one.Organisation)
                    .Distinct()
                    .ToDictionary(id => id, id => Core.CareTeam.DirectoryViews.Organisation(directory, id)?.Name ?? ""),
                await inbox.TakenBackAsync(actor, ct),
                inbox.Terms
            )
            {
                Told = await inbox.TellAsync([.. waiting.Take(Few)], actor, now, ct),
            };
        }
    }
}
