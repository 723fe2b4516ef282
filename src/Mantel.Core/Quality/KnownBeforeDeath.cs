using Mantel.Core.Identification;
using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>
/// From marking to death: fewer than so many days is a late start. The days count from the first marking that held on
/// any day of the last year, also when it was revised meanwhile: who was known nine months ago did not start late.
/// Counted by the month of death, when a marking held on the day of death.
/// </summary>
internal static class KnownBeforeDeath
{
    private const int Year = 365;

    public static IReadOnlyList<(string Id, Standing Standing)> Reasons { get; } =
    [
        ("late", Standing.Met),
        ("in-time", Standing.NotMet),
        ("not-marked", Standing.Outside),
        ("revised", Standing.Outside),
        ("marked-after-death", Standing.Outside),
        ("day-unknown", Standing.Outside),
    ];

    public static MeasureResult? Of(MeasureDefinition definition, MeasuredPerson person)
    {
        if (person.Death is not { } death)
            return null;
        var on = death.On ?? MeasuredPerson.DayOf(death.Entry);
        var (why, days) = Judge(person, on, definition.Days!.Value);
        return new MeasureResult(
            definition.Id,
            definition.Version,
            on.First,
            Month.Of(on),
            Reasons.First(reason => reason.Id == why).Standing,
            why,
            on.First,
            person.MunicipalityOn(on.First),
            person.GroupsOn(on.First),
            days
        );
    }

    private static (string Why, int? Days) Judge(MeasuredPerson person, PartialDate on, int fewerThan)
    {
        if (!on.IsWhole)
            return ("day-unknown", null);
        var died = on.First;
        if (person.Markings.Count > 0 && person.Markings.All(one => on.IsBefore(one.Day)))
            return ("marked-after-death", null);
        var known = person.Markings.Where(one => HeldInTheLastYear(one, died)).ToList();
        if (known.Count == 0)
            return ("not-marked", null);
        if (!known.Exists(one => one.HoldsOn(died)))
            return ("revised", null);
        if (!known[0].Day.IsWhole)
            return ("day-unknown", null);
        var days = died.DayNumber - known[0].Day.First.DayNumber;
        return (days < fewerThan ? "late" : "in-time", days);
    }

    private static bool HeldInTheLastYear(Marking marking, DateOnly died) =>
        marking.Day.First <= died && !(marking.Revised is { } revised && revised.Day().First <= died.AddDays(-Year));
}
