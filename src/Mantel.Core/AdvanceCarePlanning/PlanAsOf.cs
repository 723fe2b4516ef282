using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// The record as it was on a day by what is known of that day now: what was said by then, in its place in time, also
/// when it was written down later; what was struck out was never so.
/// </summary>
public static class PlanAsOf
{
    public static PersonRecord AsOf(this PersonRecord person, DateOnly day) =>
        new(person.Stream, [.. person.Entries.Where(entry => person.Stands(entry.Id) && DayOf(entry) <= day)]);

    /// <summary>
    /// The day from which an entry counts: the last day it can have been said, but never later than it was written down
    /// and never before the first day it can have been. Without a day: the day it was written down.
    /// </summary>
    internal static DateOnly DayOf(Entry entry)
    {
        var recorded = BedsideClock.DayOf(entry.Recorded);
        if (entry.Effective is not { } said)
            return recorded;
        var surely = said.Last < recorded ? said.Last : recorded;
        return surely < said.First ? said.First : surely;
    }
}
