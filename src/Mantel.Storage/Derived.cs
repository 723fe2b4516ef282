using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage.Journals;

namespace Mantel.Storage;

/// <summary>
/// What is computed from a person's record for one day, such as what asks for attention: kept in memory while the
/// record and the day stay the same, so that a list of hundreds is read from the journal once. Whoever shows it to
/// somebody asks the <see cref="Desk"/> first: being kept here is no permission, and no look.
/// </summary>
/// <param name="limit">How many people's are kept; whoever was asked for longest ago goes first.</param>
public sealed class Derived<T> : IForgetsErased
{
    private readonly Opening _opening;
    private readonly Func<PersonRecord, DateOnly, T> _derive;
    private readonly Recent<Guid, Kept> _kept;

    internal Derived(IJournal journal, Func<PersonRecord, DateOnly, T> derive, int limit)
    {
        (_opening, _derive) = (new Opening(journal), derive);
        _kept = new(limit, _ => 1);
    }

    /// <summary>
    /// Of this person on this day, from a record that has at least this version; null when there is no record.
    /// </summary>
    public async Task<T?> OfAsync(Guid person, int version, DateOnly day, CancellationToken ct)
    {
        if (_kept.Find(person) is { } kept && kept.Day == day && kept.Version >= version)
            return kept.Value;
        var record = await _opening.PersonAsync(person, ct);
        if (record.Version == 0)
            return default;
        var derived = new Kept(WholeRecord.VersionOf(record), day, _derive(record, day));
        _kept.Keep(person, derived, (old, one) => old.Day == one.Day && old.Version > one.Version);
        return derived.Value;
    }

    void IForgetsErased.Forget(StreamId stream) => _kept.Forget(stream.Id);

    private sealed record Kept(int Version, DateOnly Day, T Value);
}

/// <summary>Something that holds of a person what must be gone when they are erased.</summary>
internal interface IForgetsErased
{
    void Forget(StreamId stream);
}
