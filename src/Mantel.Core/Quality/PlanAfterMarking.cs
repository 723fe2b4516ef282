using Mantel.Core.Identification;
using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>
/// An established plan within so many days of the first marking of the palliative phase. Counted by the month of
/// marking, once the days have gone by, also when the answer was known before.
/// </summary>
internal static class PlanAfterMarking
{
    public static IReadOnlyList<(string Id, Standing Standing)> Reasons { get; } =
    [
        ("plan-in-time", Standing.Met),
        ("plan-before", Standing.Met),
        ("no-plan", Standing.NotMet),
        ("died-without-plan", Standing.NotMet),
        ("days-not-over", Standing.NotYetDue),
        ("declined", Standing.Outside),
        ("revised", Standing.Outside),
        ("day-unknown", Standing.Outside),
        ("marked-after-death", Standing.Outside),
    ];

    public static MeasureResult? Of(MeasureDefinition definition, MeasuredPerson person, DateOnly asOf)
    {
        if (person.Markings is not [var first, ..])
            return null;
        var index = first.Day.First;
        var last = index.AddDays(definition.Days!.Value);
        var why =
            !first.Day.IsWhole ? "day-unknown"
            : person.Death?.On is { } died && died.IsBefore(first.Day) ? "marked-after-death"
            : asOf <= last ? "days-not-over"
            : Judge(person, first, last);
        return new MeasureResult(
            definition.Id,
            definition.Version,
            index,
            Month.Of(first.Day),
            Reasons.First(reason => reason.Id == why).Standing,
            why,
            last.AddDays(1),
            person.MunicipalityOn(index),
            person.GroupsOn(index)
        );
    }

    private static string Judge(MeasuredPerson person, Marking marking, DateOnly last) =>
        person.PlansEstablished.Any(day => day.IsBefore(marking.Day)) ? "plan-before"
        : person.PlansEstablished.Any(day => day.Last <= last) ? "plan-in-time"
        : person.HadDeclinedOn(last) ? "declined"
        : person.Death?.On is { } died && died.First <= last ? "died-without-plan"
        : marking.Revised is { } revised && revised.Day().First <= last ? "revised"
        : "no-plan";
}
