using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Whether a printed sheet still says what the plan says.</summary>
/// <param name="Printed">When and by whom it was printed.</param>
/// <param name="ReplacedOn">The local day on which it stopped doing so; null: it is current.</param>
/// <param name="Changed">The kinds in which the plan now says something else; none when what it showed was withdrawn
/// or parted since, and nobody can compare.</param>
public sealed record SheetStanding(
    Recorded<PlanSheetPrinted> Printed,
    DateOnly? ReplacedOn,
    IReadOnlyList<SheetPart> Changed
)
{
    public bool IsCurrent => ReplacedOn is null;
}

/// <summary>
/// Tells of printed sheets whether they are current or since when they are replaced, judged on the whole of what they
/// are drawn from.
/// </summary>
public static class SheetStandings
{
    /// <summary>The standing of the sheet with this code; null when no sheet of this record has it.</summary>
    /// <param name="zone">The clock by which a change has its day.</param>
    public static SheetStanding? StandingOf(
        this PersonRecord person,
        string code,
        DateOnly today,
        TimeZoneInfo zone,
        int? termMonths = null
    ) =>
        person
            .All<PlanSheetPrinted>()
            .Where(one => one.Fact.Sheet == code)
            .Cast<Recorded<PlanSheetPrinted>?>()
            .FirstOrDefault()
            is { } printed
            ? new Comparing(person, printed.Entry, zone, termMonths).StandingOn(printed, today)
            : null;

    /// <summary>The sheet that was printed last, with its standing; null when none ever was.</summary>
    public static SheetStanding? LastSheet(
        this PersonRecord person,
        DateOnly today,
        TimeZoneInfo zone,
        int? termMonths = null
    ) =>
        person.Last<PlanSheetPrinted>() is { } last
            ? person.StandingOf(last.Fact.Sheet, today, zone, termMonths)
            : null;

    /// <summary>The sheet as it was printed.</summary>
    public static PlanSheet AsPrinted(
        this PersonRecord person,
        Recorded<PlanSheetPrinted> printed,
        TimeZoneInfo zone,
        int? termMonths = null
    ) => new Comparing(person, printed.Entry, zone, termMonths).Printed;

    /// <summary>One printed sheet against the record as it went on.</summary>
    private sealed class Comparing
    {
        private readonly PersonRecord _person;
        private readonly Entry _print;
        private readonly TimeZoneInfo _zone;
        private readonly int? _termMonths;
        private readonly List<Entry> _before;
        private readonly List<(Entry Entry, DateTimeOffset Known)> _after;

        public Comparing(PersonRecord person, Entry print, TimeZoneInfo zone, int? termMonths)
        {
            (_person, _print, _zone, _termMonths) = (person, print, zone, termMonths);
            var joined = JoinedWhen(print);
            bool WasThere(Entry entry) =>
                entry.Stream == print.Stream
                    ? entry.Version <= print.Version
                    : joined.Contains(entry.Stream.Id) && entry.Recorded <= print.Recorded;
            _before = [.. person.Entries.Where(WasThere)];
            _after =
            [
                .. person
                    .Entries.Where(entry => !WasThere(entry))
                    .Select(entry => (entry, Known: KnownSince(entry)))
                    .OrderBy(after => after.Known),
            ];
            Printed = At(0, DayOf(print.Recorded));
        }

        public PlanSheet Printed { get; }

        public SheetStanding StandingOn(Recorded<PlanSheetPrinted> printed, DateOnly today) =>
            ReplacedOn(today) is { } on
                ? new SheetStanding(printed, on, SheetParts.Differing(Printed, At(_after.Count, today)))
                : new SheetStanding(printed, null, []);

        /// <summary>
        /// The day since which the sheet reads otherwise without a break: the day after the last state of the record
        /// in which it read the same.
        /// </summary>
        private DateOnly? ReplacedOn(DateOnly today)
        {
            if (Withdrawn() is { } withdrawn)
                return withdrawn;
            if (Parted() is { } parted)
                return parted;
            if (At(_after.Count, today).ReadsAs(Printed))
                return null;
            var (known, day) = (_after.Count, today);
            for (var at = LastOfAct(known - 1); at >= 0; at = LastOfAct(known - 1))
            {
                if (At(known, DayOf(_after[at].Known)).ReadsAs(Printed))
                    return FirstOtherDay(known, DayOf(_after[at].Known), day);
                (known, day) = (FirstOfAct(at), DayOf(_after[at].Known));
                if (At(known, day).ReadsAs(Printed))
                    return day;
            }
            return FirstOtherDay(0, DayOf(_print.Recorded), day);
        }

        /// <summary>
        /// What was withdrawn since was destroyed, so that nobody can tell whether the sheet shows it: then it is
        /// replaced.
        /// </summary>
        private DateOnly? Withdrawn()
        {
            var there = _before.Select(entry => entry.Id).ToHashSet();
            foreach (var (entry, known) in _after)
            {
                if (entry.Fact is WrongPersonNoticed noticed && noticed.Entries.Any(there.Contains))
                    return DayOf(known);
            }
            return null;
        }

        /// <summary>
        /// The sheet shows what another record held, which turned out to be about somebody else: then it is replaced.
        /// </summary>
        private DateOnly? Parted()
        {
            var joined = JoinedWhen(_print);
            foreach (var (entry, known) in _after)
            {
                if (
                    entry.Fact is RecordsParted parted
                    && entry.Stream == _print.Stream
                    && joined.Contains(parted.Other)
                )
                    return DayOf(known);
            }
            return null;
        }

        /// <summary>
        /// The record did not change between two days, and yet the sheet did: a stay was over, a term passed.
        /// </summary>
        private DateOnly FirstOtherDay(int known, DateOnly same, DateOnly other)
        {
            while (same.AddDays(1) < other)
            {
                var middle = same.AddDays((other.DayNumber - same.DayNumber) / 2);
                if (At(known, middle).ReadsAs(Printed))
                    same = middle;
                else
                    other = middle;
            }
            return other;
        }

        /// <summary>The sheet as it reads on a day with this many of the entries that came after the print.</summary>
        private PlanSheet At(int known, DateOnly day) =>
            new PersonRecord(
                _person.Stream,
                [.. _before, .. _after.Take(known).Select(after => after.Entry)]
            ).PlanSheetOn(day, _termMonths);

        /// <summary>The last entry up to here that can show on a sheet; -1: there is none.</summary>
        private int LastOfAct(int at)
        {
            while (at >= 0 && !MayShow(_after[at].Entry.Fact))
                at--;
            return at;
        }

        private int FirstOfAct(int at)
        {
            while (at > 0 && _after[at - 1].Entry.Act == _after[at].Entry.Act)
                at--;
            return at;
        }

        private DateOnly DayOf(DateTimeOffset instant) =>
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

        /// <summary>What another record held became known here when the two were joined, after the print.</summary>
        private DateTimeOffset KnownSince(Entry entry)
        {
            if (entry.Stream == _print.Stream)
                return entry.Recorded;
            var joined = _person
                .Entries.Where(one => one.Stream == _print.Stream && one.Version > _print.Version)
                .FirstOrDefault(one => one.Fact is RecordsJoined join && join.Other == entry.Stream.Id);
            var since = joined?.Recorded ?? _print.Recorded;
            return entry.Recorded > since ? entry.Recorded : since;
        }

        /// <summary>The records that were joined with this one when the sheet was printed.</summary>
        private HashSet<Guid> JoinedWhen(Entry print)
        {
            var joined = new HashSet<Guid>();
            foreach (
                var entry in _person.Entries.Where(entry =>
                    entry.Stream == print.Stream && entry.Version <= print.Version
                )
            )
            {
                if (entry.Fact is RecordsJoined join)
                    joined.Add(join.Other);
                if (entry.Fact is RecordsParted part)
                    joined.Remove(part.Other);
            }
            return joined;
        }

        /// <summary>False for what surely changes nothing on a sheet, of which there can be much.</summary>
        private static bool MayShow(Fact fact) =>
            fact
                is not (
                    PlanSheetPrinted
                    or PlanShared
                    or SharedPlanRead
                    or AccessGiven
                    or PlanReviewAgreed
                    or TalkAnswerNoted
                    or TalkResumed
                    or EntryWitnessed
                    or MessageReceived
                );
    }
}
