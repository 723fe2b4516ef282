using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Cast;

/// <summary>
/// Huib Dingemanse, 66, who lives on his barge: ALS. Five weeks ago he wrote a declaration of his own that is newer
/// than what he agreed with the neurologist, and nobody has agreed it with him yet.
/// </summary>
internal static class HuibDingemanse
{
    public const string Key = "huib-dingemanse";

    private static readonly DemoCloseOne Toos = new(
        "toos-dingemanse",
        Called.PartnerFirst("Catharina", "Toos", "Dingemanse", "Slager"),
        Relationship.Wife,
        "echtgenote",
        "06 0055 0501",
        1,
        "altijd; op het dek hoort ze de telefoon niet",
        null,
        false,
        ContactRole.FirstContact,
        ContactRole.InformalCarer
    );

    private static readonly DemoCloseOne Bart = new(
        "bart-dingemanse",
        Called.Known("Bart", "Dingemanse"),
        Relationship.Brother,
        "broer",
        "06 0055 0502",
        2,
        Words: "Vaart nog. Als hij in Duitsland ligt duurt het een dag."
    );

    private static readonly Address Barge = new(
        AddressKind.Home,
        "Aan boord van de Vertrouwen op Tijd, ligplaats Kanaalkade",
        "7",
        "4331 SD",
        "Middelburg",
        "Middelburg",
        "GM0687",
        "NL",
        "Loopplank aan bakboord, brancard past niet door de roef: door het ruim."
    );

    public static Story Tell(DateOnly today)
    {
        var huib = new Story(Key, today);
        Begins(huib);
        WithTheNeurologist(huib);
        OnHisOwn(huib);
        return huib;
    }

    private static void Begins(Story huib) =>
        huib.On(455, "16:20")
            .Registers(
                Abrahamse,
                Called.Own("Hubrecht Marinus", "Huib", "Dingemanse"),
                PartialDate.Parse("1960-04-09"),
                FixedIdentifiers.Bsn(3),
                AdministrativeGender.Male,
                Barge
            )
            .Has("Amyotrofische laterale sclerose (ALS)", "86044005", huib.Days.MonthsAgo(16))
            .NoAllergies()
            .Around(Toos, Bart)
            .Reach("06 0055 0503", "spreken gaat traag, laat hem uitpraten", ContactPointKind.Mobile)
            .Tells(
                BackgroundAspect.LifeStory,
                "Derde generatie op de binnenvaart. Geboren in een sluis, zegt hij, en Toos zegt: ernaast."
            )
            .Tells(BackgroundAspect.LivingSituation, "Op het schip, met Toos en een kat die niet van boord wil.")
            .WhatMatters(
                """
                Een schip dat stilligt roest. Zolang ik het water onder me hoor ben ik thuis. Geen machine die voor mij
                ademt; ik heb mijn leven lang zelf gestuurd.
                """
            );

    private static void WithTheNeurologist(Story huib) =>
        huib.On(440)
            .By(Abrahamse)
            .Joins(VanIersel, CareRelation.Referral)
            .Joins(Sturm)
            .On(428, "14:30")
            .By(VanIersel)
            .Talks(
                [Toos.Party],
                "Op de polikliniek. Huib wilde de getallen weten, Toos niet.",
                talk =>
                    talk.CanDecide()
                        .Goal(TreatmentGoal.LifeProlonging)
                        .Yes(TreatmentKind.Resuscitation, "Nu nog wel. Ik loop nog.")
                        .Only(TreatmentKind.Ventilation, "Met een kapje 's nachts. Geen buis door de keel.")
                        .No(TreatmentKind.IntensiveCare)
                        .Yes(TreatmentKind.HospitalAdmission)
                        .Yes(TreatmentKind.Antibiotics)
                        .OnlyOther("Sondevoeding", "Als eten langer duurt dan het lekker is, dan een sonde.")
            )
            .On(201, "13:00")
            .By(Abrahamse)
            .Consents()
            .Joins(Wisse)
            .Course(CourseChange.Deteriorated, null, "Tilt zijn armen niet meer. Het roer is verkocht aan Bart.")
            .AtNight(151, "21:10")
            .By(Sturm)
            .SaysNow("Dat kapje komt er niet meer op. Ik lag vannacht te luisteren naar een pomp.")
            .On(147, "10:20")
            .By(Abrahamse)
            .TalksThrough("Het was het geluid, niet het kapje. Er komt een stiller toestel; hij houdt het erbij.");

    private static void OnHisOwn(Story huib) =>
        huib.On(34, "10:15")
            .ByThemselves()
            .Declares(
                AdvanceDirectiveKind.TreatmentRefusal,
                PartialDate.Of(huib.Days.Today.AddDays(-40)),
                "Met zijn ogen getypt, in vier avonden.",
                decides:
                [
                    new(new(TreatmentKind.Resuscitation), Decision.Withhold, null),
                    new(new(TreatmentKind.Ventilation), Decision.Withhold, null),
                    new(new(TreatmentKind.Other, "Sondevoeding"), Decision.Withhold, null),
                ],
                paper: """
                Ik, Hubrecht Marinus Dingemanse, schipper, wil niet meer gereanimeerd worden en niet beademd, ook niet
                met het kapje. Ik wil geen sonde. Zet mij in de stuurhut als het zover is en leg de motor stil.

                (Verzonnen document voor de demonstratie van Mantel.)
                """
            )
            .On(12, "11:10")
            .By(Sturm)
            .MedicationLies(
                "Morfine 10 mg/ml, onder de huid",
                "benauwdheid",
                "kluisje in de stuurhut",
                "wijkverpleging"
            );
}
