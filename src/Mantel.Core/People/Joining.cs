using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Two records that turned out to be about one person (samengevoegd) are read as one, led by one of them. Every entry
/// still knows the record it came from, and parting gives both back as they were.
/// </summary>
public static class Joining
{
    /// <summary>The record that this one follows; null when it stands by itself or leads.</summary>
    public static Guid? Leader(StreamId record, IEnumerable<Entry> entries)
    {
        Guid? leader = null;
        foreach (var entry in entries)
        {
            if (entry.Fact is RecordsJoined { Leads: false } joined && entry.Stream == record)
                leader = joined.Other;
            if (entry.Fact is RecordsParted parted && parted.Other == leader && entry.Stream == record)
                leader = null;
        }
        return leader;
    }

    /// <summary>The records that follow this one, in the order in which they were joined to it.</summary>
    public static IReadOnlyList<Guid> Followers(StreamId record, IEnumerable<Entry> entries)
    {
        List<Guid> followers = [];
        foreach (var entry in entries)
        {
            if (entry.Fact is RecordsJoined { Leads: true } joined && entry.Stream == record)
                followers.Add(joined.Other);
            if (entry.Fact is RecordsParted parted && entry.Stream == record)
                followers.Remove(parted.Other);
        }
        return followers;
    }

    /// <summary>
    /// The entries of a leading record and of those that follow it as one row, in the order in which they were
    /// recorded; what was recorded since they are one comes last. Their versions are places in this row.
    /// </summary>
    public static IReadOnlyList<Entry> Fold(IReadOnlyList<Entry> leading, IReadOnlyList<IReadOnlyList<Entry>> following)
    {
        var followed = following.SelectMany(Timed).ToList();
        var last = followed.Count == 0 ? DateTimeOffset.MinValue : followed.Max(one => one.At);
        var joined = leading.LastOrDefault(entry => entry.Fact is RecordsJoined { Leads: true })?.Version ?? 0;
        return
        [
            .. Timed(leading)
                .Select(one => one.Entry.Version > joined && one.At < last ? one with { At = last } : one)
                .Concat(followed)
                .OrderBy(one => one.At)
                .Select((one, place) => one.Entry with { Version = place + 1 }),
        ];
    }

    public static IReadOnlyList<Guid> Followers(this PersonRecord person) =>
        person.All<RecordsJoined>().Any() ? Followers(person.Stream, person.Entries) : [];

    /// <summary>The record that this one follows; null when it stands by itself or leads.</summary>
    public static Guid? Leader(this PersonRecord person) =>
        person.All<RecordsJoined>().Any() ? Leader(person.Stream, person.Entries) : null;

    /// <summary>The leading record alone, without what the following ones hold.</summary>
    public static PersonRecord Leading(this PersonRecord person) => person.Only(person.Id);

    /// <summary>One of the records that were joined, as it is by itself.</summary>
    public static PersonRecord Only(this PersonRecord person, Guid record) =>
        person.Followers().Count == 0
            ? person
            : new PersonRecord(
                StreamId.Person(record),
                [.. person.Entries.Where(entry => entry.Stream == StreamId.Person(record))]
            );

    /// <summary>How and when a record was joined to this one; null when it does not follow.</summary>
    public static Recorded<RecordsJoined>? JoinOf(this PersonRecord person, Guid other) =>
        person.Followers().Contains(other)
            ? person
                .All<RecordsJoined>()
                .Where(joined => joined.Entry.Stream == person.Stream && joined.Fact.Other == other)
                .Cast<Recorded<RecordsJoined>?>()
                .LastOrDefault()
            : null;

    /// <summary>
    /// True when whoever recorded this had both records before them, so that it may take the place of what either said.
    /// </summary>
    public static bool KnewAll(this PersonRecord person, Entry entry) =>
        entry.Stream == person.Stream
        && person.Followers().All(other => person.JoinOf(other) is { } join && entry.Version > join.Entry.Version);

    /// <summary>True when both have a number of one kind and these differ: then they are two people.</summary>
    public static bool NumbersDiffer(PersonRecord one, PersonRecord other) =>
        one.Numbers().Any(number => other.Numbers().Any(its => its.Kind == number.Kind && its.Value != number.Value));

    /// <summary>
    /// What makes one doubt that they are one person, as a rule to be overruled; null when nothing does.
    /// </summary>
    public static string? Doubt(PersonRecord one, PersonRecord other) =>
        one.Death() is null != other.Death() is null ? "rule.join-one-died"
        : one.BirthDate() is { } born && other.BirthDate() is { } its && !born.Overlaps(its) ? "rule.join-births-differ"
        : null;

    /// <summary>Of who the person is the leading record has the last word.</summary>
    internal static Recorded<TFact>? LastOfLeader<TFact>(this PersonRecord person)
        where TFact : Fact
    {
        Recorded<TFact>? last = null;
        foreach (var candidate in person.All<TFact>())
        {
            if (last is not { } known || candidate.Entry.Stream == person.Stream || known.Entry.Stream != person.Stream)
                last = candidate;
        }
        return last;
    }

    /// <summary>When each was recorded, never before the one ahead of it in its own record.</summary>
    private static IEnumerable<(Entry Entry, DateTimeOffset At)> Timed(IReadOnlyList<Entry> entries)
    {
        var at = DateTimeOffset.MinValue;
        foreach (var entry in entries)
        {
            at = entry.Recorded > at ? entry.Recorded : at;
            yield return (entry, at);
        }
    }
}
