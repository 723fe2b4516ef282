using Mantel.Core.Journal;

namespace Mantel.Storage;

/// <summary>
/// What was recorded about the same thing since the actor looked: by others, and by themselves in another tab.
/// </summary>
internal static class ChangedMeanwhile
{
    public static IReadOnlyList<Entry> Of(Record record, object act, Author author, int? seen)
    {
        if (act is not IEditsWhatWasSeen edits || seen is not { } version)
            return [];
        return
        [
            .. record.Entries.Where(entry =>
                entry.Version > version
                && (version > 0 || entry.Author.Account != author.Account)
                && Concerns(record, edits, entry)
            ),
        ];
    }

    /// <summary>
    /// The version of the newest entry that somebody made themselves: they know of it, also where it is not shown to
    /// them.
    /// </summary>
    public static int NewestOf(Guid account, Record record) =>
        record.Entries.LastOrDefault(entry => entry.Author.Account == account)?.Version ?? 0;

    private static bool Concerns(Record record, IEditsWhatWasSeen edits, Entry entry) =>
        edits.IsAbout(entry.Fact)
        || entry.Fact is EntryStruckOut struck
            && struck.Entries.Any(id => record.Find(id) is { } old && edits.IsAbout(old.Fact));
}
