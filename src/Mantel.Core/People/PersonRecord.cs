using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>One person's record (dossier): the fold of everything that was recorded about them.</summary>
public sealed class PersonRecord(StreamId stream, IReadOnlyList<Entry> entries)
    : Record(stream, entries),
        IKeptRecord<PersonRecord>
{
    public static StreamKind Kind => StreamKind.Person;

    public static PersonRecord Fold(StreamId stream, IReadOnlyList<Entry> entries) => new(stream, entries);

    public Guid Id => Stream.Id;

    /// <summary>False for an id that nobody has, or whose key was destroyed.</summary>
    public bool Exists => Entries.Count > 0;
}
