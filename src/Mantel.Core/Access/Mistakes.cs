using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>What can be taken back, and what rests on it.</summary>
public static class Mistakes
{
    /// <summary>
    /// False for what tells how the record itself came about, which is never taken back (joined records are parted),
    /// and for a signal, which is answered and never lost.
    /// </summary>
    public static bool CanBeStruckOut(Fact fact) =>
        fact
            is not (
                PersonRegistered
                or RecordsJoined
                or RecordsParted
                or EntryStruckOut
                or EntryWithdrawn
                or WrongPersonNoticed
                or GlassBroken
                or BrokenGlassRead
                or BrokenGlassReviewed
                or ConsentChangeRead
                or SignalGiven
            );

    /// <summary>
    /// True when the person or somebody close to them recorded it: nobody who cares takes that back for them.
    /// </summary>
    public static bool IsOfTheirOwn(Entry entry) => entry.Author.Role is Role.Person or Role.CloseOne;

    /// <summary>
    /// Whether they may take this back: who cares, not what the person's own side recorded; the person's side, what
    /// they recorded themselves.
    /// </summary>
    /// <param name="by">Null: the program itself, for the demo.</param>
    public static bool MayTakeBack(Author? by, Entry entry) =>
        by is { Role: Role.Person or Role.CloseOne } ? entry.Author.Account == by.Account : !IsOfTheirOwn(entry);

    /// <summary>
    /// The standing entries that rest on these, directly or through another, in the order of recording.
    /// </summary>
    public static IReadOnlyList<Entry> AllRestingOn(this PersonRecord record, IReadOnlyList<Guid> entries)
    {
        var gone = entries.ToHashSet();
        var resting = new List<Entry>();
        foreach (
            var entry in record.Entries.Where(entry => record.Stands(entry.Id) && entry.RestsOn.Any(gone.Contains))
        )
        {
            if (gone.Add(entry.Id))
                resting.Add(entry);
        }
        return resting;
    }
}
