using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Folk;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

/// <summary>
/// A second record of somebody who is already here: opened in the hospital, under a name that was written as it was
/// heard and without a number. Somebody has to see that it is one person.
/// </summary>
internal static class SecondRecords
{
    private const int OneIn = 80;

    /// <summary>How many second records a network has.</summary>
    public static int CountIn(Network network) => Enumerable.Range(0, network.People).Count(nth => nth % OneIn == 23);

    public static Story? Tell(Network network, int nth, DateOnly today)
    {
        if (nth % OneIn != 23)
            return null;
        var who = InventedPeople.Of(network, nth, today);
        var (course, team) = (CourseOf.Draw(who), Team.Of(who));
        if (team.Specialist is not { } specialist || !who.Born.IsWhole)
            return null;
        var ask = who.Ask("twin");
        var from = course.Death ?? 1;
        var day = from + ask.Between(1, Math.Max(1, (course.Registered - from) / 2));
        var story = new Story($"{who.Key}/again", today);
        return story
            .Then(Math.Min(day, course.Registered), "18:20")
            .Registers(specialist, Heard(who.Name), who.Born, null, who.Gender, team.AddressOf(who))
            .Has(who.Disease.Name, who.Disease.Snomed, PartialDate.Of(today.AddDays(-course.Registered)))
            .Course(CourseChange.AdmittedToHospital, team.Hospital.Name, "Via de spoedeisende hulp.");
    }

    /// <summary>Only the initial, and one letter of the surname twice.</summary>
    private static PersonName Heard(PersonName name)
    {
        var family = name.Family.Length > 4 ? name.Family[..^1] + name.Family[^2..] : name.Family;
        return new PersonName(null, name.Initials?[..2], name.CallName, name.Prefix, family, null, null, NameUse.Own);
    }
}
