using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Platform;

namespace Mantel.Web.People.Book;

/// <summary>What a mark on the axis of time is.</summary>
public enum TimeMarkKind
{
    Worse,
    Better,
    Talk,
    Plan,
}

/// <summary>Something that happened on a day: who and when, for who points at it or comes by keyboard.</summary>
public sealed record TimeMark(TimeMarkKind Kind, DateOnly Day, string Says, Guid Entry);

/// <summary>A stretch of time: a phase that held, or a stay somewhere.</summary>
public sealed record TimeBand(string Class, string Name, DateOnly From, DateOnly Until);

/// <summary>
/// The time of a person on one axis: phases and stays as bands; conversations, changes and the plan as marks.
/// </summary>
public sealed class TimeAxis
{
    private const int Longest = 730;
    private const int Shortest = 60;

    private TimeAxis(DateOnly from, DateOnly until, List<TimeBand> phases, List<TimeBand> stays, List<TimeMark> marks)
    {
        (From, Until) = (from, until);
        Phases = [.. phases.Where(band => band.Until > from)];
        Stays = [.. stays.Where(band => band.Until > from)];
        Marks = [.. marks.Where(mark => mark.Day >= from).OrderBy(mark => mark.Day)];
        Earlier = marks.Count - Marks.Count;
    }

    public DateOnly From { get; }
    public DateOnly Until { get; }
    public IReadOnlyList<TimeBand> Phases { get; }
    public IReadOnlyList<TimeBand> Stays { get; }

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<TimeMark> Marks { get; }

    /// <summary>How many marks are older than the axis reaches.</summary>
    public int Earlier { get; }

    public bool IsEmpty => Phases.Count == 0 && Stays.Count == 0 && Marks.Count == 0;

    /// <summary>Where a day stands: 0 at the beginning of the axis, 1 at its end.</summary>
    public double At(DateOnly day) =>
        Math.Clamp((day.DayNumber - From.DayNumber) / (double)(Until.DayNumber - From.DayNumber), 0, 1);

    internal static TimeAxis Of(Sight sight, Words words)
    {
        var (record, today) = (sight.Record, sight.Now.Today);
        var until = record.Death()?.On is { } died && died.Last < today ? died.Last : today;
        var marks = Changes(record, words).Concat(Talks(record, words)).Concat(Plans(record, words)).ToList();
        var phases = PhasesOf(record, until, words);
        var stays = StaysOf(record, until, words);
        var first = marks
            .Select(mark => mark.Day)
            .Concat(phases.Concat(stays).Select(band => band.From))
            .DefaultIfEmpty(until)
            .Min();
        var from = Clamped(first.AddDays(-14), until.AddDays(-Longest), until.AddDays(-Shortest));
        return new TimeAxis(from, until, phases, stays, marks);
    }

    private static DateOnly Clamped(DateOnly day, DateOnly first, DateOnly last) =>
        day < first ? first
        : day > last ? last
        : day;

    /// <summary>The middle of a day that is known in part.</summary>
    internal static DateOnly Middle(PartialDate date) =>
        date.First.AddDays((date.Last.DayNumber - date.First.DayNumber) / 2);

    private static IEnumerable<TimeMark> Changes(PersonRecord record, Words words) =>
        from change in record.CourseChanges()
        where change.Effective is not null
        let better = change.Fact.Change is CourseChange.CameHome or CourseChange.Recovered
        let there = change.Fact.Where is { } place ? $", {place}" : ""
        select new TimeMark(
            better ? TimeMarkKind.Better : TimeMarkKind.Worse,
            Middle(change.Effective!.Value),
            $"{words.Name("course-change", change.Fact.Change)}{there}, {By(change.Entry)}",
            change.Entry.Id
        );

    private static IEnumerable<TimeMark> Talks(PersonRecord record, Words words) =>
        from talk in record.Conversations()
        where talk.Effective is not null
        select new TimeMark(
            TimeMarkKind.Talk,
            Middle(talk.Effective!.Value),
            words["axis.talk", SaidToReader.Names(talk.Fact.Everybody(record), words)],
            talk.Entry.Id
        );

    /// <summary>One mark for each day on which something of the plan was said.</summary>
    private static IEnumerable<TimeMark> Plans(PersonRecord record, Words words) =>
        from entry in record.Entries
        where entry.Effective is not null && record.Stands(entry.Id) && OfPlan(entry.Fact, words) is not null
        group entry by Middle(entry.Effective!.Value) into day
        let what = day.Select(entry => OfPlan(entry.Fact, words)!).Distinct(StringComparer.Ordinal)
        select new TimeMark(
            TimeMarkKind.Plan,
            day.Key,
            words["axis.plan", string.Join(", ", what), By(day.First())],
            day.First().Id
        );

    private static string? OfPlan(Fact fact, Words words) =>
        fact switch
        {
            TreatmentDirectiveAgreed agreed => AdvanceCarePlanning.TreatmentWords.Of(agreed.Treatment, words),
            TreatmentGoalAgreed => words["plan.goal"],
            PreferredPlaceOfDeathTold => words["plan.place-of-death"],
            AdvanceDirectiveRecorded => words["plan.declaration"],
            SaysDifferentlyNow => words["plan.says-differently"],
            _ => null,
        };

    private static string By(Entry entry) => entry.Author.Name;

    private static List<TimeBand> PhasesOf(PersonRecord record, DateOnly until, Words words) =>
        [
            .. from marking in record.Markings()
            where !marking.Confirms
            orderby marking.Phase
            select new TimeBand(
                Words.Kebab(marking.Phase.ToString()),
                words.Name("phase", marking.Phase),
                marking.Day.First,
                marking.Revised?.Effective?.First ?? until
            ),
        ];

    /// <summary>From an admission until the next admission or coming home.</summary>
    private static List<TimeBand> StaysOf(PersonRecord record, DateOnly until, Words words)
    {
        var stays = new List<TimeBand>();
        foreach (var change in record.CourseChanges().Where(one => one.Effective is not null).Reverse())
        {
            var day = Middle(change.Effective!.Value);
            if (change.Fact.Change is CourseChange.Deteriorated or CourseChange.Recovered)
                continue;
            if (stays is [.., { } last] && last.Until > day)
                stays[^1] = last with { Until = day };
            if (change.Fact.Change is not CourseChange.CameHome)
                stays.Add(new("stay", change.Fact.Where ?? words.Name("axis-stay", change.Fact.Change), day, until));
        }
        return stays;
    }
}
