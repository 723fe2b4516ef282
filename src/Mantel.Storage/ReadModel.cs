using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;

namespace Mantel.Storage;

/// <summary>
/// How a person's register row is made from their entries: pure, handed in by the caller, so that storage knows nothing
/// of names. A new version makes all rows anew from the journal.
/// </summary>
public abstract class ReadModel(int version)
{
    /// <summary>Goes up whenever the row would come out different.</summary>
    public int Version { get; } = version;

    internal abstract Type RowType { get; }

    /// <summary>
    /// True when a row may come out different with this fact; what takes something back always counts.
    /// </summary>
    internal bool ChangesWith(Fact fact) => fact is EntryStruckOut or WrongPersonNoticed || MayChangeWith(fact);

    protected abstract bool MayChangeWith(Fact fact);

    internal abstract Projection? Project(StreamId person, IReadOnlyList<Entry> entries);

    internal abstract IFollowed MakeRegister(Database journal, KeyRing keys, IJournal entries);
}

/// <inheritdoc cref="ReadModel"/>
/// <param name="project">The row of a person, from all entries in order; null leaves the person out of the
/// register.</param>
/// <param name="numbers">What the person can be found by exactly, such as <c>bsn:…</c>; kept as keyed hashes
/// only.</param>
/// <param name="at">The row with the version that the record has by now, for rows that tell it.</param>
/// <param name="changes">False for a fact with which the row surely stays as it is; null: any fact may change
/// it.</param>
public sealed class ReadModel<TRow>(
    int version,
    Func<StreamId, IReadOnlyList<Entry>, TRow?> project,
    Func<TRow, IReadOnlyList<string>> numbers,
    Func<TRow, int, TRow>? at = null,
    Func<Fact, bool>? changes = null
) : ReadModel(version)
    where TRow : class
{
    internal override Type RowType => typeof(TRow);

    internal override Projection? Project(StreamId person, IReadOnlyList<Entry> entries) =>
        project(person, entries) is { } row ? new Projection(row, numbers(row)) : null;

    protected override bool MayChangeWith(Fact fact) => changes?.Invoke(fact) ?? true;

    internal TRow At(TRow row, int version) => at is null ? row : at(row, version);

    internal override IFollowed MakeRegister(Database journal, KeyRing keys, IJournal entries) =>
        new Register<TRow>(journal, keys, this, entries);
}

internal sealed record Projection(object Row, IReadOnlyList<string> Numbers);
