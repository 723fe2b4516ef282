using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// The stay that a DNR code was given for (verblijf, opname), as far as the record tells (safety rule 19).
/// </summary>
/// <param name="Ended">When and by what it ended; null while it lasts.</param>
/// <param name="IsAsked">
/// It lasts by what is recorded, something came after that may have ended it, and nobody said lately that it lasts.
/// </param>
/// <param name="Lasts">When and by whom it was last said that it still lasts; null: never, or it ended.</param>
public sealed record Stay(StayEnd? Ended, bool IsAsked, Recorded<DnrStayLasts>? Lasts = null);

/// <summary>A stay that is over.</summary>
/// <param name="On">Its last day; null: not known.</param>
/// <param name="By">What ended it: an entry that says so, or the change of course; null: the day given with the
/// code.</param>
public sealed record StayEnd(PartialDate? On, Entry? By);

/// <summary>
/// A stay ends its codes (safety rule 19): by saying so, by the day that was given, or by coming home or moving on.
/// </summary>
public static class Stays
{
    public static Stay StayOf(this Record record, Recorded<DnrCodeGiven> code, DateOnly today)
    {
        var said = record.Latest<DnrStayEnded>(ended => ended.DnrCode == code.Entry.Id);
        if (said is { } end && !(end.Effective?.First > today))
            return new(new(end.Effective, end.Entry), IsAsked: false);
        if (code.Fact.StayEnded is { } last)
            return new(last.Last < today ? new(last, By: null) : null, IsAsked: false);
        return ByCourse(record, code, today);
    }

    /// <summary>The newest word that the stay still lasts, as far as it was said by this day.</summary>
    private static Recorded<DnrStayLasts>? SaidToLast(Record record, Guid code, DateOnly today) =>
        record
            .All<DnrStayLasts>()
            .Where(said => said.Fact.DnrCode == code && said.Entry.Day().First <= today)
            .Select(said => (Recorded<DnrStayLasts>?)said)
            .MaxBy(said => (said?.Entry.Day().First, said?.Entry.Version));

    /// <summary>
    /// That it lasts answers only what came before it, and for some days; by a day known in part, from its first.
    /// </summary>
    private static bool Answers(Recorded<DnrStayLasts> said, Recorded<CourseChanged> doubt, DateOnly today)
    {
        var (on, since) = (said.Entry.Day(), doubt.Entry.Day());
        var isAfter = since.IsBefore(on) || !on.IsBefore(since) && said.Entry.Version > doubt.Entry.Version;
        return isAfter && today < on.First.AddDays(BelgianTerms.StayLasts.Number);
    }

    /// <summary>
    /// Coming home ends the stay, and so does moving on from a hospital or hospice. Who lives in a nursing home that
    /// gave the code, goes to a hospital and comes back, came back to that stay.
    /// </summary>
    private static Stay ByCourse(Record record, Recorded<DnrCodeGiven> code, DateOnly today)
    {
        var begun = BegunOn(code);
        var turns = record
            .All<CourseChanged>()
            .Where(turn => IsOfStay(turn.Fact.Change) && !(turn.Effective?.First > today))
            .OrderBy(turn => turn.Effective?.Last ?? DateOnly.MinValue)
            .ThenBy(turn => turn.Entry.Version)
            .ToList();
        var into = turns.FindLast(turn => IsAdmission(turn.Fact.Change) && !IsAfter(turn, begun, code.Entry));
        var (lives, isKnown) = (into.Fact?.Change is CourseChange.AdmittedToNursingHome, into.Fact is not null);
        var away = false;
        Recorded<CourseChanged>? doubt = null;
        foreach (var turn in turns.Where(turn => IsAfter(turn, begun, code.Entry)))
        {
            var change = turn.Fact.Change;
            if (change is CourseChange.CameHome or CourseChange.AdmittedToNursingHome && away)
                (away, doubt) = (false, doubt is null ? null : turn);
            else if (change is CourseChange.CameHome || !lives && Leaves(change, isKnown))
                return new(new(turn.Effective, turn.Entry), IsAsked: false);
            else
                (away, doubt) = (lives || !isKnown, lives ? null : turn);
        }
        var said = SaidToLast(record, code.Entry.Id, today);
        var isAsked = doubt is { } open && !(said is { } lasts && Answers(lasts, open, today));
        return new(Ended: null, isAsked, said);
    }

    /// <summary>
    /// From a hospital to a nursing home or hospice is another stay. Admitted to a hospital once more may be the same
    /// admission, written down twice: that is asked.
    /// </summary>
    private static bool Leaves(CourseChange change, bool isKnown) =>
        change is CourseChange.AdmittedToNursingHome || change is CourseChange.AdmittedToHospice && isKnown;

    private static PartialDate BegunOn(Recorded<DnrCodeGiven> code) =>
        code.Effective ?? code.Fact.StayStarted ?? PartialDate.Of(BedsideClock.DayOf(code.Entry.Recorded));

    /// <summary>Where the days cannot be ordered, coming home that was written down later came later.</summary>
    private static bool IsAfter(Recorded<CourseChanged> turn, PartialDate begun, Entry code) =>
        turn.Effective is { } day
        && (
            begun.IsBefore(day)
            || turn.Fact.Change is CourseChange.CameHome && !day.IsBefore(begun) && turn.Entry.Version > code.Version
        );

    private static bool IsOfStay(CourseChange change) => IsAdmission(change) || change is CourseChange.CameHome;

    private static bool IsAdmission(CourseChange change) =>
        change
            is CourseChange.AdmittedToHospital
                or CourseChange.AdmittedToHospice
                or CourseChange.AdmittedToNursingHome;
}
