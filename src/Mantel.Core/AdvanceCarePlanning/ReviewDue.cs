using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Why a plan is to be looked at again, most urgent first.</summary>
public enum ReviewReason
{
    /// <summary>The dying phase was marked after the plan was last discussed.</summary>
    DyingPhaseMarked,

    /// <summary>The course of the illness changed after the plan was last discussed.</summary>
    CourseChanged,

    /// <summary>The palliative phase was marked after the plan was last discussed.</summary>
    PalliativePhaseMarked,

    /// <summary>A marking was revised after the plan was last discussed.</summary>
    MarkingRevised,

    /// <summary>The day that was agreed for it has come.</summary>
    AgreedDay,

    /// <summary>The term that the operator set has passed since the plan was last discussed.</summary>
    TermPassed,
}

/// <summary>One reason why the plan is due to be looked at again.</summary>
/// <param name="On">The day of what changed, the agreed day, or the day of the last talk whose term passed.</param>
/// <param name="Entry">What changed or was agreed; null for a term.</param>
/// <param name="Change">Which change of course.</param>
public sealed record ReviewDue(ReviewReason Reason, PartialDate On, Guid? Entry, CourseChange? Change = null);

/// <summary>
/// When a plan is to be looked at again. Derived from the record, never entered: only the day that was agreed is.
/// </summary>
public static class PlanReviews
{
    /// <summary>The reasons that hold today, most urgent first; none for somebody who died.</summary>
    /// <param name="termMonths">After how many months the operator asks to look again; null: no term was set.</param>
    public static IReadOnlyList<ReviewDue> ReviewDue(this PersonRecord person, DateOnly today, int? termMonths = null)
    {
        if (person.Death() is not null)
            return [];
        var talks = Talks(person);
        return
        [
            .. Changes(person, today)
                .Where(change =>
                    talks.Exists(IsPlan) && !talks.Exists(talk => talk.Answers(change.Due.On, change.Version))
                )
                .GroupBy(change => change.Due.Reason)
                .Select(reason => reason.MaxBy(change => (change.Due.On.Last, change.Version)).Due)
                .Concat(Agreed(person, talks, today))
                .Concat(PastTerm(talks, today, termMonths))
                .OrderBy(due => due.Reason),
        ];
    }

    /// <summary>The day that is agreed for looking at the plan again, as last agreed; null when none is.</summary>
    public static Recorded<PlanReviewAgreed>? AgreedReview(this PersonRecord person) =>
        person.Latest<PlanReviewAgreed>() is { } agreed && !Talks(person).Exists(talk => talk.IsAtReview(agreed))
            ? agreed
            : null;

    /// <summary>The day on which the plan was last discussed, as far as known; null when it never was.</summary>
    public static PartialDate? LastDiscussed(this PersonRecord person) => Last(Talks(person));

    /// <summary>
    /// Talked about the plan, or the person did not want to talk at all, on or after the day of this entry.
    /// </summary>
    internal static bool WasTalkedAfter(this PersonRecord person, Entry change) =>
        Talks(person).Exists(talk => talk.Answers(change.Day(), change.Version));

    private static PartialDate? Last(List<Talk> talks) =>
        talks.Where(IsPlan).Select(talk => talk.Day).MaxBy(day => day?.Last);

    /// <summary>
    /// A talk about the plan as a whole or a part of it, or the answer that the person does not want to talk at all:
    /// asked and answered, and asked again only when something changes.
    /// </summary>
    private static List<Talk> Talks(PersonRecord person) =>
        [
            .. person
                .Entries.Where(entry => person.Stands(entry.Id) && IsTalk(entry.Fact))
                .Select(entry => new Talk(entry)),
        ];

    private static bool IsTalk(Fact fact) =>
        fact switch
        {
            ConversationHeld or PlanEstablished or TreatmentGoalAgreed => true,
            TreatmentDirectiveAgreed agreed => agreed.Decision is not Decision.NotDiscussed,
            TalkDeclined declined => declined is { Topic: TalkTopic.Everything, OnlyNow: false },
            _ => false,
        };

    private static bool IsPlan(Talk talk) => talk.Entry.Fact is not TalkDeclined;

    /// <summary>The turns until today, without the markings that were revised since.</summary>
    private static IEnumerable<(ReviewDue Due, int Version)> Changes(PersonRecord person, DateOnly today)
    {
        var revised = person.Markings().Where(one => one.Revised is not null).Select(one => one.Entry.Id).ToHashSet();
        return person
            .Turns()
            .Where(turn => !revised.Contains(turn.Entry.Id) && turn.Entry.Day().First <= today)
            .Select(turn => (Of(turn), turn.Entry.Version));
    }

    private static ReviewDue Of(CourseTurn turn) =>
        new(
            turn.Kind switch
            {
                CourseTurnKind.DyingPhaseMarked => ReviewReason.DyingPhaseMarked,
                CourseTurnKind.PalliativePhaseMarked => ReviewReason.PalliativePhaseMarked,
                CourseTurnKind.MarkingRevised => ReviewReason.MarkingRevised,
                _ => ReviewReason.CourseChanged,
            },
            turn.Entry.Day(),
            turn.Entry.Id,
            (turn.Entry.Fact as CourseChanged)?.Change
        );

    private static IEnumerable<ReviewDue> Agreed(PersonRecord person, List<Talk> talks, DateOnly today)
    {
        if (person.Latest<PlanReviewAgreed>() is not { } agreed || agreed.Fact.On.First > today)
            yield break;
        if (!talks.Exists(talk => talk.IsAtReview(agreed)))
            yield return new ReviewDue(ReviewReason.AgreedDay, agreed.Fact.On, agreed.Entry.Id);
    }

    private static IEnumerable<ReviewDue> PastTerm(List<Talk> talks, DateOnly today, int? termMonths)
    {
        if (termMonths is not { } months || Last(talks) is not { } last || last.Last.AddMonths(months) >= today)
            yield break;
        if (!talks.Exists(talk => !IsPlan(talk) && talk.Day is { } day && last.IsBefore(day)))
            yield return new ReviewDue(ReviewReason.TermPassed, last, Entry: null);
    }

    /// <summary>A talk with its day; without a day it answers nothing: nobody knows what it came after.</summary>
    private readonly record struct Talk(Entry Entry)
    {
        public PartialDate? Day => Entry.Effective;

        /// <summary>
        /// Came after what changed. Where the days cannot be ordered, the order of recording decides.
        /// </summary>
        public bool Answers(PartialDate change, int version) =>
            Day is { } day && !day.IsBefore(change) && (day.First >= change.Last || Entry.Version > version);

        /// <summary>
        /// Took place on or after the day that was agreed, and is not the talk in which it was agreed: of a month that
        /// was named, that one may be part.
        /// </summary>
        public bool IsAtReview(Recorded<PlanReviewAgreed> agreed) =>
            Day is { } day
            && !day.IsBefore(agreed.Fact.On)
            && Entry.Version > agreed.Entry.Version
            && Entry.Act != agreed.Entry.Act;
    }
}
