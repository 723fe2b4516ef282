namespace Mantel.Core.Journal;

/// <summary>A fact that stands in the record, with the entry that carries it.</summary>
public readonly record struct Recorded<TFact>(Entry Entry, TFact Fact)
    where TFact : Fact
{
    public PartialDate? Effective => Entry.Effective;
}

/// <summary>
/// The fold of a stream: all its entries, and by kind those that stand (not struck out, not withdrawn). What people
/// see is computed from these by pure functions in the module the facts belong to.
/// </summary>
public abstract class Record
{
    private readonly Dictionary<Type, List<Entry>> _standing = [];
    private readonly Dictionary<Guid, Entry> _struck = [];
    private readonly Dictionary<Guid, List<Witness>> _witnesses = [];

    protected Record(StreamId stream, IReadOnlyList<Entry> entries)
    {
        Stream = stream;
        Entries = entries;
        foreach (var entry in entries)
        {
            if (entry.Fact is EntryStruckOut strikeOut)
                Strike(entry, strikeOut);
        }
        foreach (var entry in entries)
        {
            if (!_struck.ContainsKey(entry.Id))
                Stand(entry);
        }
    }

    public StreamId Stream { get; }

    /// <summary>Everything, in the order of recording, struck-out entries included.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The version of the newest entry; 0 when there is none.</summary>
    public int Version => Entries.Count == 0 ? 0 : Entries[^1].Version;

    /// <summary>The standing facts of one kind, in the order of recording.</summary>
    public IEnumerable<Recorded<TFact>> All<TFact>()
        where TFact : Fact =>
        _standing.TryGetValue(typeof(TFact), out var entries)
            ? entries.Select(entry => new Recorded<TFact>(entry, (TFact)entry.Fact))
            : [];

    /// <summary>
    /// The standing fact of one kind that holds now: the latest by when it was true (undated ones first), then by
    /// when it was recorded.
    /// </summary>
    public Recorded<TFact>? Latest<TFact>(Func<TFact, bool>? that = null)
        where TFact : Fact
    {
        Recorded<TFact>? latest = null;
        foreach (var candidate in All<TFact>())
        {
            if (that is not null && !that(candidate.Fact))
                continue;
            if (latest is not { } best || !IsEarlier(candidate.Effective, best.Effective))
                latest = candidate;
        }
        return latest;
    }

    /// <summary>The standing fact of one kind that was recorded last.</summary>
    public Recorded<TFact>? Last<TFact>(Func<TFact, bool> that)
        where TFact : Fact
    {
        Recorded<TFact>? last = null;
        foreach (var candidate in All<TFact>())
        {
            if (that(candidate.Fact))
                last = candidate;
        }
        return last;
    }

    public Entry? Find(Guid entry) => Entries.FirstOrDefault(candidate => candidate.Id == entry);

    /// <summary>The strike-out of this entry, or null while it stands.</summary>
    public Entry? StrikeOutOf(Guid entry) => _struck.GetValueOrDefault(entry);

    /// <summary>True when anything was ever struck out.</summary>
    public bool HasStrikeOuts => _struck.Count > 0;

    public bool Stands(Guid entry) => !_struck.ContainsKey(entry);

    /// <summary>The standing entries that rest on this one.</summary>
    public IEnumerable<Entry> RestingOn(Guid entry) =>
        Entries.Where(candidate => candidate.RestsOn.Contains(entry) && Stands(candidate.Id));

    /// <summary>Everyone who said the same: the witnesses the entry came with and those that came later.</summary>
    public IReadOnlyList<Witness> WitnessesOf(Entry entry) =>
        _witnesses.TryGetValue(entry.Id, out var later)
            ? [.. entry.Source.Witnesses, .. later]
            : entry.Source.Witnesses;

    private static bool IsEarlier(PartialDate? one, PartialDate? other) =>
        (one, other) switch
        {
            (null, null) => false,
            (null, _) => true,
            (_, null) => false,
            ({ } a, { } b) => a.Last < b.Last,
        };

    private void Strike(Entry entry, EntryStruckOut strikeOut)
    {
        foreach (var struck in strikeOut.Entries)
            _struck[struck] = entry;
    }

    private void Stand(Entry entry)
    {
        if (!_standing.TryGetValue(entry.Fact.GetType(), out var entries))
            _standing[entry.Fact.GetType()] = entries = [];
        entries.Add(entry);
        if (entry.Fact is EntryWitnessed witnessed)
        {
            if (!_witnesses.TryGetValue(witnessed.Entry, out var witnesses))
                _witnesses[witnessed.Entry] = witnesses = [];
            witnesses.Add(witnessed.Witness);
        }
    }
}
