using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Folk;

/// <summary>
/// Birth dates and national numbers, nobody's twice. Everybody has a day of their own in a long round of days, so that
/// a number that is made from the birth date is theirs alone.
/// </summary>
internal static class Births
{
    /// <summary>So many days, a prime, in which everybody of a country has a place.</summary>
    private const int Round = 1009;

    /// <summary>The birthdays of the Flemish among the cast, which are theirs already.</summary>
    private static readonly HashSet<(int Month, int Day)> Taken =
    [
        (6, 19),
        (2, 3),
        (3, 2),
        (4, 2),
        (9, 14),
        (7, 21),
        (10, 6),
        (11, 11),
        (5, 2),
    ];

    /// <summary>The birth date nearest to that age that falls on their place in the round.</summary>
    public static DateOnly On(DateOnly today, int age, int daysMore, int place)
    {
        var born = today.AddYears(-age).AddDays(-daysMore);
        born = born.AddDays(-((((born.DayNumber - place) % Round) + Round) % Round));
        return IsTaken(born) ? born.AddDays(-Round) : born;
    }

    public static bool IsTaken(DateOnly born) => Taken.Contains((born.Month, born.Day));

    /// <summary>As it is known: now and then only the year.</summary>
    public static PartialDate Known(DateOnly born, bool onlyTheYear) =>
        onlyTheYear ? new PartialDate(born.Year) : PartialDate.Of(born);

    public static PersonNumber NumberOf(Network network, int nth, DateOnly born) =>
        network.IsBelgian
            ? FixedIdentifiers.Insz(PartialDate.Of(born))
            : FixedIdentifiers.BsnOfMany(network.Numbers + nth);
}
