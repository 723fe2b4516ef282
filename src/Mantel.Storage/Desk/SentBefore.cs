using Mantel.Core.Journal;

namespace Mantel.Storage;

/// <summary>What an act is whose id is in the journal already: the same form sent again, or another one.</summary>
internal static class SentBefore
{
    /// <summary>
    /// The same only when the same somebody sent the same: whatever else was sent under the id is not done. Entries
    /// from before fingerprints were kept cannot tell, and count as the same.
    /// </summary>
    public static async Task<ActOutcome> SentBeforeAsync(
        this IJournal journal,
        IReadOnlyList<Entry> earlier,
        Author author,
        Submission sending,
        CancellationToken ct
    )
    {
        if (earlier.Count == 0 || earlier[0].Author.Account != author.Account)
            return new ActOutcome.NotAllowed();
        return await journal.IsTheSameAsync(earlier[0], sending, ct)
            ? new ActOutcome.AlreadyDone(earlier)
            : new ActOutcome.SentOtherwise(earlier);
    }

    public static async Task<bool> IsTheSameAsync(
        this IJournal journal,
        Entry earlier,
        Submission sending,
        CancellationToken ct
    ) =>
        earlier.Fingerprint is not { } kept
        || sending.Content is not { } content
        || kept == await journal.FingerprintAsync(earlier.Stream, sending.Act, content, ct);
}
