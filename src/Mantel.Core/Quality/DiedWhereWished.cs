using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Quality;

/// <summary>Died where they wished, among those whose wish is known. Counted by the month of death.</summary>
internal static class DiedWhereWished
{
    public static IReadOnlyList<(string Id, Standing Standing)> Reasons { get; } =
    [
        ("where-wished", Standing.Met),
        ("elsewhere", Standing.NotMet),
        ("wish-unknown", Standing.Outside),
        ("declined", Standing.Outside),
        ("wishes-differ", Standing.Outside),
        ("place-unknown", Standing.Outside),
        ("not-comparable", Standing.Outside),
        ("day-unknown", Standing.Outside),
    ];

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
            [{ Answer: Answer.Given, Place: { } wished }] => Compare(wished, death.Fact.Place),
            _ => "wish-unknown",
        };

    /// <summary>Two places that are only known to be another place may be the same one or not.</summary>
    private static string Compare(PlaceOfDeath wished, PlaceOfDeath? died) =>
        died is null ? "place-unknown"
        : wished != died ? "elsewhere"
        : wished is PlaceOfDeath.Elsewhere ? "not-comparable"
        : "where-wished";
}
