using Mantel.Core.Identification;
using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>
/// A plan that stands so many days after the first marking of the palliative phase, whichever way it came, and that is
/// neither older than a year nor than the last deterioration before the marking. Counted by the month of marking, once
/// the days have gone by.
/// </summary>
internal static class PlanThatStands
{
    public static IReadOnlyList<(string Id, Standing Standing)> Reasons { get; } =
    [
        ("plan-in-time", Standing.Met),
        ("plan-before", Standing.Met),
        ("plan-too-old", Standing.NotMet),
        ("not-confirmed", Standing.NotMet),
        ("died-without-plan", Standing.NotMet),
        ("asked-once", Standing.NotMet),
        ("no-plan", Standing.NotMet),
        ("days-not-over", Standing.NotYetDue),
        ("declined", Standing.Outside),
        ("revised", Standing.Outside),
        ("dying-only", Standing.Outside),
        ("day-unknown", Standing.Outside),
        ("marked-after-death", Standing.Outside),
    ];

    public static MeasureResult? Of(MeasureDefinition definition, MeasuredPerson person, DateOnly asOf)
    {
        if (person.Markings.Count == 0)
            return null;
        var days = definition.Days!.Value;
        var palliative = person.Markings.Where(one => one.Phase is Phase.Palliative).ToList();
        var marking = palliative.Find(one => !IsRevisedWithin(one, days)) ?? palliative.FirstOrDefault();
        var index = (marking ?? person.Markings[0]).Day;
        var last = index.First.AddDays(days);
        var why =
            marking is null ? "dying-only"
            : !index.IsWhole ? "day-unknown"
            : person.Death?.On is { } died && died.IsBefore(index) ? "marked-after-death"
            : asOf <= last ? "days-not-over"
            : IsRevisedWithin(marking, days) ? "revised"
            : Judge(person, index.First, last);
        return new MeasureResult(
            definition.Id,
            definition.Version,
            index.First,
            Month.Of(index),
            Reasons.First(reason => reason.Id == why).Standing,
            why,
            last.AddDays(1),
            person.MunicipalityOn(index.First),
            person.GroupsOn(index.First)
        );
    }

    private static bool IsRevisedWithin(Marking marking, int days) =>
        marking.Revised is { } revised && revised.Day().First <= marking.Day.First.AddDays(days);

    private static string Judge(MeasuredPerson person, DateOnly marked, DateOnly last)
    {
        var plan = person.PlanOn(last);
        var stands = plan is { Goal: not null, Resuscitation: not null };
        var isOld =
            stands && (IsOld(person, plan.Goal!.Value, marked) || IsOld(person, plan.Resuscitation!.Value, marked));
        if (stands && plan.IsConfirmed && !isOld)
            return plan.Goal!.Value.Last < marked && plan.Resuscitation!.Value.Last < marked
                ? "plan-before"
                : "plan-in-time";
        var refusal = person.RefusalOn(last);
        return refusal is TalkRefusal.AskedAgain ? "declined"
            : isOld ? "plan-too-old"
            : stands ? "not-confirmed"
            : person.Death?.On is { } died && died.First <= last ? "died-without-plan"
            : refusal is TalkRefusal.AskedOnce ? "asked-once"
            : "no-plan";
    }

    /// <summary>From before the marking, and older than a year by then, or than the last deterioration.</summary>
    private static bool IsOld(MeasuredPerson person, PartialDate discussed, DateOnly marked) =>
        discussed.Last < marked
        && (discussed.First < marked.AddYears(-1) || person.TurnedWorseBy(marked).Any(discussed.IsBefore));
}
