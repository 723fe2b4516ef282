using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>
/// From marking to death: fewer than so many days is a late start. The days count from the first judgement of the
/// unbroken row that held on the day of death. Counted by the month of death.
/// </summary>
internal static class MarkedBeforeDeath
{
    public static IReadOnlyList<(string Id, Standing Standing)> Reasons { get; } =
    [
        ("late", Standing.Met),
        ("in-time", Standing.NotMet),
        ("not-marked", Standing.Outside),
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
        if (person.Markings.FirstOrDefault(one => one.HoldsOn(died)) is not { } marking)
            return ("not-marked", null);
        if (!marking.Day.IsWhole)
            return ("day-unknown", null);
        var days = died.DayNumber - marking.Day.First.DayNumber;
        return (days < fewerThan ? "late" : "in-time", days);
    }
}
