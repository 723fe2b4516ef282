using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Others;

/// <summary>
/// Two who got a second record in hospital, under a name as it was heard. Sjors was recognised by his dog, and his
/// records are joined; of Zofia nobody has seen it yet.
/// </summary>
internal static class FoundTwice
{
    public const string SjorsAgain = "sjors-vermaas-again";
    public const string ZofiaAgain = "zofia-kowalczyk-again";

    public static IReadOnlyList<Story> Tell(DateOnly today) =>
        [
            new Story(SjorsAgain, today)
                .AtNight(33, "02:40")
                .Registers(
                    Kloosterman,
                    Called.Known("George", "Vermaes"),
                    PartialDate.Parse("1965-12-13"),
                    null,
                    AdministrativeGender.Male,
                    new(AddressKind.NoFixedAddress, null, null, null, "Vlissingen", "Vlissingen", "GM0718", "NL", null)
                )
                .AllergicTo("Amoxicilline", "Uitslag over het hele lijf")
                .Course(CourseChange.AdmittedToHospital, Walcheren.Hospital.Name, "Van de steiger gevallen, verward.")
                .On(29, "11:15")
                .By(Kloosterman)
                .Course(CourseChange.CameHome, null, "Wilde naar zijn hond.")
                .Joins(Hoekstra),
            new Story(ZofiaAgain, today)
                .AtNight(12, "23:05")
                .Registers(
                    Kloosterman,
                    Called.Known("Sofia", "Kowalczyk"),
                    PartialDate.Parse("1980-05-03"),
                    null,
                    AdministrativeGender.Female,
                    Places.Vlissingen("Stormhoek", "12"),
                    "pl"
                )
                .Has("Epileptische aanval", "91175000", PartialDate.Of(today.AddDays(-12)))
                .AllergicTo("Kiwi", "Gezwollen lippen")
                .WhatMatters("Nie szpital. Ik wil naar mijn jongens, ze slapen alleen.")
                .Speaks("pl", interpreter: true, how: "Een buurvrouw belde terug.")
                .Course(CourseChange.AdmittedToHospital, Walcheren.Hospital.Name, "Met de ambulance, van de buren.")
                .On(10, "16:20")
                .By(Kloosterman)
                .Course(CourseChange.CameHome, null, "Naar huis, of naar wat zij huis noemt.")
                .Joins(Hoekstra),
        ];
}
