using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Quality;

/// <summary>
/// Died where they wished, among those whose wish is known. Who lives in a home and said that it is where they are at
/// home, died at home there. A wish that changed in the last days is told apart. Counted by the month of death.
/// </summary>
internal static class DiedWhereAtHome
{
    /// <summary>A wish that changed in so many days before death is told apart.</summary>
    private const int LastDays = 7;

    public static IReadOnlyList<(string Id, Standing Standing)> Reasons { get; } =
    [.. DiedWhereWished.Reasons, ("changed-late", Standing.Outside)];

    public static MeasureResult? Of(MeasureDefinition definition, MeasuredPerson person)
    {
        if (person.Death is not { } death)
            return null;
        var on = death.On ?? MeasuredPerson.DayOf(death.Entry);
        var why = Month.Of(on) is null ? "day-unknown" : Judge(person, death, on);
        return new MeasureResult(
            definition.Id,
            definition.Version,
            on.First,
            Month.Of(on),
            Reasons.First(reason => reason.Id == why).Standing,
            why,
            on.First,
            person.MunicipalityOn(on.First),
            person.GroupsOn(on.First)
        );
    }

    private static string Judge(MeasuredPerson person, Death death, PartialDate on) =>
        person.WishesBy(on) switch
        {
            [] when person.HadDeclinedPlaceOfDeath(on) => "declined",
            [] => "wish-unknown",
            [_, _, ..] => "wishes-differ",
            [{ Answer: Answer.Given, Place: { } wished } wish] => death.Fact.Place is not { } died ? "place-unknown"
            : on.IsWhole && person.ChangedTheirWish(wish, on.First, LastDays) ? "changed-late"
            : Compare(wished, wish.HomeIsHere is true, died),
            _ => "wish-unknown",
        };

    /// <summary>Two places that are only known to be another place may be the same one or not.</summary>
    private static string Compare(PlaceOfDeath wished, bool homeIsHere, PlaceOfDeath died) =>
        wished is PlaceOfDeath.Home && homeIsHere && died is PlaceOfDeath.NursingHome ? "where-wished"
        : wished != died ? "elsewhere"
        : wished is PlaceOfDeath.Elsewhere ? "not-comparable"
        : "where-wished";
}
