using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>Which phase was marked for a person. It opens and closes nothing: it is an aid to begin in time.</summary>
public enum Phase
{
    /// <summary>Nobody marked a phase, which says nothing about how the person is.</summary>
    NotMarked,
    Palliative,
    Dying,
}

/// <summary>One judgement that a phase has begun, and its revision when that came.</summary>
/// <param name="Day">The day of the judgement; where the source gives none, the day it was recorded.</param>
/// <param name="Confirms">True when the phase was marked already and this judgement confirmed it.</param>
public sealed record Marking(
    Entry Entry,
    Phase Phase,
    PartialDate Day,
    Party JudgedBy,
    IReadOnlyList<MarkingReason> Reasons,
    string? Words,
    bool Confirms,
    Recorded<MarkingRevised>? Revised
)
{
    /// <summary>True on the days from the judgement until the day before its revision.</summary>
    public bool HoldsOn(DateOnly day) => Day.First <= day && !(Revised is { } revised && revised.Day().First <= day);
}

/// <summary>The phase that holds, since when, and by whose judgement.</summary>
/// <param name="Since">The day of the first judgement of the unbroken row; null while no phase is marked.</param>
/// <param name="Newest">The newest judgement; null while no phase is marked.</param>
public sealed record PhaseNow(Phase Phase, PartialDate? Since, Marking? Newest);

/// <summary>The phases of a person's illness as they were marked and revised.</summary>
public static class PhaseViews
{
    /// <summary>
    /// The phase that holds on this day. The dying phase goes before the palliative phase; when it is revised, the
    /// palliative phase holds again if it was marked.
    /// </summary>
    public static PhaseNow Phase(this PersonRecord person, DateOnly today)
    {
        var holding = person.Markings().Where(marking => marking.HoldsOn(today)).ToList();
        if (holding.Count == 0)
            return new(Identification.Phase.NotMarked, null, null);
        var phase = holding.Max(marking => marking.Phase);
        var of = holding.Where(marking => marking.Phase == phase).ToList();
        return new(phase, of.MinBy(marking => marking.Day.First)!.Day, of[0]);
    }

    /// <summary>Every marking that stands, newest first, those that were revised included.</summary>
    public static IReadOnlyList<Marking> Markings(this PersonRecord person)
    {
        var given = Given(person).ToList();
        if (given.Count == 0)
            return [];
        var revisions = person.All<MarkingRevised>().ToList();
        var ended = given.Select(marking => marking with { Revised = EndOf(marking, given, revisions) }).ToList();
        return
        [
            .. ended
                .Select(marking => marking with { Confirms = ended.Exists(other => Confirms(marking, other)) })
                .OrderByDescending(marking => marking.Day.Last)
                .ThenByDescending(marking => marking.Entry.Version),
        ];
    }

    internal static PartialDate Day<TFact>(this Recorded<TFact> recorded)
        where TFact : Fact => recorded.Entry.Day();

    private static IEnumerable<Marking> Given(PersonRecord person)
    {
        foreach (var (entry, fact) in person.All<PalliativePhaseMarked>())
            yield return Of(entry, Identification.Phase.Palliative, fact.JudgedBy, fact.Reasons, fact.Words);
        foreach (var (entry, fact) in person.All<DyingPhaseMarked>())
            yield return Of(entry, Identification.Phase.Dying, fact.JudgedBy, fact.Reasons, fact.Words);
    }

    private static Marking Of(
        Entry entry,
        Phase phase,
        Party by,
        IReadOnlyList<MarkingReason> reasons,
        string? words
    ) => new(entry, phase, entry.Day(), by, reasons, words, Confirms: false, Revised: null);

    /// <summary>The revision that ended this marking: it names it, or another of the same phase at that time.</summary>
    private static Recorded<MarkingRevised>? EndOf(
        Marking marking,
        List<Marking> all,
        List<Recorded<MarkingRevised>> revisions
    )
    {
        Recorded<MarkingRevised>? end = null;
        foreach (var revision in revisions)
        {
            var named = all.Find(one => one.Entry.Id == revision.Fact.Marking);
            if (named?.Phase != marking.Phase || !(named == marking || IsBefore(marking.Entry, revision.Entry)))
                continue;
            if (end is not { } earlier || IsBefore(revision.Entry, earlier.Entry))
                end = revision;
        }
        return end;
    }

    private static bool Confirms(Marking marking, Marking earlier) =>
        marking.Phase == earlier.Phase
        && IsBefore(earlier.Entry, marking.Entry)
        && !(earlier.Revised is { } revised && IsBefore(revised.Entry, marking.Entry));

    /// <summary>By day; on days that cannot be ordered, by the order of recording.</summary>
    private static bool IsBefore(Entry one, Entry other)
    {
        var (day, otherDay) = (one.Day(), other.Day());
        return day.Overlaps(otherDay) ? one.Version < other.Version : day.IsBefore(otherDay);
    }
}
