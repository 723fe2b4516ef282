using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Others;

/// <summary>People who are easily taken for one another: two Jan Bakkers, and a De Smet beside a De Smedt.</summary>
internal static class Namesakes
{
    public static IReadOnlyList<UsualLife> Lives { get; } =
    [
        new(
            "jan-bakker-vlissingen",
            Called.Own("Jan", "Jan", "Bakker"),
            PartialDate.Parse("1949-05-12"),
            FixedIdentifiers.Bsn(6),
            AdministrativeGender.Male,
            Places.Vlissingen("Stormhoek", "40"),
            Illness.Cancer,
            Hoekstra,
            Azouzi,
            """
            Ik ben vijfendertig jaar postbode geweest en nooit gebeten. Ik wil mijn rondje lopen, al is het met de
            rollator tot de brievenbus.
            """,
            [
                new(
                    "coby-bakker",
                    Called.Known("Coby", "Bakker"),
                    Relationship.Wife,
                    "echtgenote",
                    "06 0055 0801",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            Diagnosis = "Prostaatkanker, uitgezaaid naar de botten",
            FirstNote = "In de spreekkamer, na de bloeduitslag.",
            First = talk =>
                talk.Goal(TreatmentGoal.LifeProlonging)
                    .Yes(TreatmentKind.Resuscitation)
                    .Yes(TreatmentKind.HospitalAdmission),
            SecondNote = "Jan had zijn oude posttas op schoot, met de papieren erin.",
            Second = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation, "Tot hier en niet verder.")
                    .No(TreatmentKind.IntensiveCare)
                    .Yes(TreatmentKind.HospitalAdmission, "Voor een breuk of als Coby niet meer kan.")
                    .Yes(TreatmentKind.Antibiotics)
                    .DiesAt(PlaceOfDeath.Home),
        },
        new(
            "jan-bakker-middelburg",
            Called.Own("Johannes", "Jan", "Bakker"),
            PartialDate.Parse("1949-05-21"),
            FixedIdentifiers.Bsn(7),
            AdministrativeGender.Male,
            Places.Middelburg("Saffraansteeg", "9", "Via het hek naast de duiventil."),
            Illness.HeartFailure,
            Abrahamse,
            Sturm,
            "Mijn duiven komen naar huis, ik ook. Zet mijn bed zo dat ik de til kan zien.",
            [
                new(
                    "marga-bakker",
                    Called.Known("Marga", "Bakker"),
                    Relationship.Daughter,
                    "dochter",
                    "06 0055 0802",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            Allergy = ("Acetylsalicylzuur", "Benauwdheid"),
            FirstNote = "Bij de til, omdat hij daar toch moest zijn.",
            First = talk =>
                talk.Goal(TreatmentGoal.LifeProlonging)
                    .Yes(TreatmentKind.Resuscitation, "Ik heb er nog twee op de eieren zitten.")
                    .Yes(TreatmentKind.IntensiveCare)
                    .Yes(TreatmentKind.HospitalAdmission),
            SecondNote = "Hij zei het pas toen Marga koffie ging halen.",
            Second = talk =>
                talk.Yes(TreatmentKind.Resuscitation, "Dat blijft zo.")
                    .Only(TreatmentKind.IntensiveCare, "Een week, niet langer.")
                    .Yes(TreatmentKind.HospitalAdmission)
                    .Yes(TreatmentKind.Antibiotics)
                    .NotKnown(TreatmentKind.Ventilation),
        },
        new(
            "maria-de-smet",
            Called.Own("Maria Irena", "Maria", "Smet", "De"),
            PartialDate.Parse("1938-02-03"),
            FixedIdentifiers.Insz(PartialDate.Parse("1938-02-03")),
            AdministrativeGender.Female,
            Places.Deinze("Vlasbloemstraat", "1", "Ter Vlasbeke, tweede verdieping, kamer 217."),
            Illness.Dementia,
            Lootens,
            Bral,
            """
            Ik versta meer dan ge denkt. Zing iets, dan zing ik mee. En geef mij mijn handtas, ook als er niets meer
            in zit.
            """,
            [
                new(
                    "rita-claus",
                    Called.Known("Rita", "Claus"),
                    Relationship.Daughter,
                    "dochter",
                    "0400 55 24 01",
                    1,
                    Roles: [ContactRole.FirstContact, ContactRole.LegalRepresentative]
                ),
            ]
        )
        {
            Background = [(BackgroundAspect.LifeStory, "Kleermaakster. Voelt aan uw mouw of het goede stof is.")],
            FirstNote = "Maria zong. Rita antwoordde tussen de strofen.",
            First = talk =>
                talk.CannotDecide("Weet niet waarvoor de dokter komt, wel dat hij koude handen heeft.")
                    .Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .Only(TreatmentKind.HospitalAdmission, "Enkel voor een breuk die pijn doet.")
                    .DiesAt(PlaceOfDeath.NursingHome),
            SecondNote = "Bevestigd aan haar bed.",
            Second = talk =>
                talk.No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .Only(TreatmentKind.HospitalAdmission, "Enkel voor een breuk die pijn doet.")
                    .Only(TreatmentKind.Antibiotics, "Als ze er comfortabeler van wordt."),
        },
        new(
            "maria-de-smedt",
            Called.Own("Maria Leontine", "Maria", "Smedt", "De"),
            PartialDate.Parse("1938-03-02"),
            FixedIdentifiers.Insz(PartialDate.Parse("1938-03-02")),
            AdministrativeGender.Female,
            Places.Gent("Vlasbloemstraat", "114", "Bel twee keer."),
            Illness.Cancer,
            Verstraete,
            Roels,
            """
            Ik woon alleen en dat is geen ziekte. Bel twee keer, dan weet ik dat het volk is en geen verkoper. Mijn
            katten gaan niet naar een asiel.
            """,
            [
                new(
                    "lut-temmerman",
                    Called.Known("Lut", "Temmerman"),
                    Relationship.Friend,
                    "vriendin van de bibliotheek",
                    "0400 55 24 02",
                    1,
                    Words: "Neemt de katten.",
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            Diagnosis = "Dikkedarmkanker, uitgezaaid naar de lever",
            Background =
            [
                (BackgroundAspect.LivingSituation, "Alleen, met drie katten en een buur die op vakantie is."),
            ],
            FirstNote = "Ze had een lijst met elf vragen en streepte ze af.",
            First = talk =>
                talk.CanDecide()
                    .Goal(TreatmentGoal.LifeProlonging)
                    .No(TreatmentKind.Resuscitation)
                    .Yes(TreatmentKind.HospitalAdmission)
                    .NotKnown(TreatmentKind.BloodProducts),
            SecondNote = "Drie vragen over.",
            Second = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .No(TreatmentKind.BloodProducts)
                    .Yes(TreatmentKind.HospitalAdmission, "Liever daar dan hier gevonden worden.")
                    .DiesAt(PlaceOfDeath.Hospital, "Waar iemand op de knop hoort."),
        },
    ];
}
