using Mantel.Core.Journal;

namespace Mantel.Storage;

/// <summary>What others recorded about the same thing since the actor looked.</summary>
internal static class Meanwhile
{
    public static IReadOnlyList<Entry> Of(Record record, object act, Author author, int? seen)
    {
        if (act is not IEdits edits || seen is not { } version)
            return [];
        return
        [
            .. record.Entries.Where(entry =>
                entry.Version > version && entry.Author.Account != author.Account && Concerns(record, edits, entry)
            ),
        ];
    }

    private static bool Concerns(Record record, IEdits edits, Entry entry) =>
        edits.IsAbout(entry.Fact)
        || entry.Fact is EntryStruckOut struck
            && struck.Entries.Any(id => record.Find(id) is { } old && edits.IsAbout(old.Fact));
}
