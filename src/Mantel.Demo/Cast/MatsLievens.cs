using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;

namespace Mantel.Demo.Cast;

/// <summary>
/// Mats Lievens, 7, on a farm near Deinze: a rare disease of childhood. His parents decide with him, and he answers in
/// his own way.
/// </summary>
internal static class MatsLievens
{
    public const string Key = "mats-lievens";

    private static readonly DemoCloseOne Eline = new(
        "eline-baert",
        Called.Known("Eline", "Baert"),
        Relationship.Mother,
        "mama",
        "0400 55 23 01",
        1,
        "altijd",
        "Slaapt op een matras naast zijn bed. Vraag ook eens hoe het met haar gaat.",
        false,
        ContactRole.FirstContact,
        ContactRole.LegalRepresentative,
        ContactRole.InformalCarer
    );

    private static readonly DemoCloseOne Jens = new(
        "jens-lievens",
        Called.Known("Jens", "Lievens"),
        Relationship.Father,
        "papa",
        "0400 55 23 02",
        2,
        Roles: [ContactRole.LegalRepresentative]
    );

    private static readonly DemoCloseOne Fien = new(
        "fien-lievens",
        Called.Known("Fien", "Lievens"),
        Relationship.Sister,
        "zus, 10 jaar",
        null,
        Words: "Kent het verschil tussen een gewone aanval en een foute. Mag erbij blijven als ze wil."
    );

    public static Story Tell(DateOnly today)
    {
        var mats = new Story(Key, today);
        Begins(mats);
        Plan(mats);
        return mats;
    }

    private static void Begins(Story mats)
    {
        var born = mats.Days.BornYearsAgo(7, 5, 2);
        mats.On(350, "13:20")
            .Registers(
                Impens,
                Called.Own("Mats Jozef", "Mats", "Lievens"),
                born,
                FixedIdentifiers.Insz(born),
                AdministrativeGender.Male,
                Places.Deinze("Leiebocht", "2", "Het erf op, links van de stal. De hond blaft en doet niets.")
            )
            .Has("Ziekte van Batten (CLN2)", "42012007", mats.Days.YearsAgo(3))
            .AlsoHas("Epilepsie", "84757009", mats.Days.YearsAgo(3))
            .NoAllergies()
            .Does(
                new RecordImplantedDevice(
                    DeviceKind.Port,
                    Present: true,
                    Name: "Reservoir onder de hoofdhuid",
                    Explanation: "Voor de behandeling tot vorig jaar; wordt niet meer aangeprikt."
                )
            )
            .Around(Eline, Jens, Fien)
            .Tells(
                BackgroundAspect.Disability,
                "Ziet niet meer, loopt niet meer, praat niet meer. Hoort alles. Een hand op zijn borst is goedendag."
            )
            .Tells(BackgroundAspect.LivingSituation, "Melkveebedrijf van zijn ouders; grootouders aan de overkant.")
            .WhatMatters(
                """
                Wij zeggen het voor hem: Mats lacht als de tractor van opa start. Hij wil de hond op bed en zijn zus
                in de kamer. Niet meer prikken als het niets oplost. En zeg hem altijd eerst wie ge zijt.
                """
            )
            .On(340, "10:00")
            .By(Impens)
            .Joins(Lootens)
            .Joins(Roels);
    }

    private static void Plan(Story mats) =>
        mats.On(301, "19:30")
            .By(Impens)
            .Consents("Beide ouders.")
            .Talks(
                [Eline.Party, Jens.Party],
                "'s Avonds, nadat Fien sliep. Mats lag ertussen.",
                talk =>
                    talk.CannotDecide("Zeven jaar, en zonder taal. Wat hij prettig vindt laat hij wel zien.")
                        .Goal(TreatmentGoal.SymptomRelief)
                        .No(TreatmentKind.Resuscitation)
                        .No(TreatmentKind.IntensiveCare)
                        .NotKnown(TreatmentKind.Ventilation, "Papa kan dat nog niet zeggen.")
                        .Yes(TreatmentKind.Antibiotics)
            )
            .AtNight(64, "02:15")
            .By(Impens)
            .Course(
                CourseChange.Deteriorated,
                null,
                "Aanval van veertig minuten, de noodmedicatie pakte pas bij de tweede gift."
            )
            .On(50, "15:00")
            .By(Impens)
            .Talks(
                [Eline.Party, Jens.Party],
                "Jens begon.",
                talk =>
                    talk.No(TreatmentKind.Resuscitation)
                        .No(TreatmentKind.IntensiveCare)
                        .No(TreatmentKind.Ventilation)
                        .Only(
                            TreatmentKind.HospitalAdmission,
                            "Alleen naar dokter Impens haar afdeling, nooit via spoed."
                        )
                        .Only(TreatmentKind.Antibiotics, "Via de sonde.")
                        .DiesAt(PlaceOfDeath.Home, "In zijn eigen bed, de deur naar de stal open.")
                        .Wishes("Licht uit, stem aan. Hij schrikt van handen zonder stem.")
            )
            .On(49, "10:30")
            .By(Roels)
            .MedicationLies(
                "Midazolam 10 mg, in de wang",
                "aanval langer dan vijf minuten",
                "haakje naast het bed",
                "ouders"
            );
}
