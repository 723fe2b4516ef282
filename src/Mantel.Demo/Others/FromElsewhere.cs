using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Others;

/// <summary>Three women whose own language is another one.</summary>
internal static class FromElsewhere
{
    public static IReadOnlyList<UsualLife> Lives { get; } = [Zofia(), Oksana(), Solange()];

    private static UsualLife Zofia() =>
        new(
            "zofia-kowalczyk",
            Called.Own("Zofia", "Zofia", "Kowalczyk"),
            PartialDate.Parse("1980-03-05"),
            FixedIdentifiers.Bsn(13),
            AdministrativeGender.Female,
            Places.Vlissingen("Boeienplein", "27", "Na acht uur 's avonds zachtjes: de jongens slapen."),
            Illness.Cancer,
            Hoekstra,
            Azouzi,
            """
            Ik pluk tomaten sinds mijn twintigste, ik weet wat rijp is. Mijn jongens maken hier hun school af, niet in
            Polen, en mijn moeder moet op tijd komen. Dat is wat nog geregeld moet.
            """,
            [
                new(
                    "danuta-kowalczyk",
                    Called.Known("Danuta", "Kowalczyk"),
                    Relationship.Mother,
                    "moeder, in Lublin",
                    "+48 22 055 10 01",
                    2,
                    Words: "Spreekt alleen Pools. De bus doet er een dag over."
                ),
                new(
                    "renata-wrona",
                    Called.Known("Renata", "Wrona"),
                    Relationship.Friend,
                    "collega",
                    "06 0055 1101",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ],
            "pl"
        )
        {
            Diagnosis = "Borstkanker, uitgezaaid naar de hersenen",
            Background =
            [
                (BackgroundAspect.Faith, "Rooms-katholiek. Wil een Poolse priester; Ruth de Nooijer weet wie."),
                (BackgroundAspect.LivingSituation, "Alleen met Kacper (13) en Szymon (10)."),
            ],
            FirstNote = "Met een tolk. Zofia begon over de jongens en eindigde over de jongens.",
            First = talk =>
                talk.CanDecide()
                    .Goal(TreatmentGoal.LifeProlonging)
                    .Yes(TreatmentKind.Resuscitation)
                    .Yes(TreatmentKind.HospitalAdmission)
                    .Yes(TreatmentKind.Antibiotics),
            Between = story =>
                story
                    .On(300, "10:00")
                    .By(Hoekstra)
                    .Speaks(
                        "pl",
                        true,
                        "Tolk Pools via de tolkentelefoon. Nooit Kacper laten tolken.",
                        "Renata Wrona, collega"
                    )
                    .Joins(Poppe, CareRelation.Shared)
                    .Joins(DeNooijer, CareRelation.Consultation),
            SecondNote = "Renata hield haar hand vast en tolkte niet; dat deed de telefoon.",
            Second = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .Only(TreatmentKind.HospitalAdmission, "Als de jongens het anders moeten zien.")
                    .DiesAt(PlaceOfDeath.Hospice, "De jongens moeten daarna nog in dit huis kunnen slapen."),
        };

    private static UsualLife Oksana() =>
        new(
            "oksana-melnyk",
            Called.Own("Oksana", "Oksana", "Melnyk"),
            PartialDate.Parse("1963-05-25"),
            null,
            AdministrativeGender.Female,
            Places.Middelburg("Kaarsenmakersgang", "11", "Bij haar dochter. Achterkamer.").Staying(),
            Illness.Cancer,
            Abrahamse,
            Sturm,
            """
            In Cherson staat mijn piano, hier heb ik het keyboard van de kerk. Mijn dochter hoeft niet te horen dat
            ik pijn heb; zeg tegen haar dat ik slaap. En speel iets als ik het zelf niet meer kan.
            """,
            [
                new(
                    "iryna-melnyk",
                    Called.Known("Iryna", "Melnyk"),
                    Relationship.Daughter,
                    "dochter",
                    "06 0055 1102",
                    1,
                    Roles: [ContactRole.FirstContact, ContactRole.InformalCarer]
                ),
            ],
            "uk"
        )
        {
            Diagnosis = "Alvleesklierkanker",
            Background = [(BackgroundAspect.Faith, "Orthodox. Een icoontje onder het kussen; laat het daar.")],
            Between = story =>
                story.On(290, "11:00").By(Abrahamse).Speaks("uk", true, "Tolk Oekraïens; geen Russisch."),
            After = story =>
                story
                    .On(70, "09:30")
                    .By(Abrahamse)
                    .Tells(
                        BackgroundAspect.HealthLiteracy,
                        "Drie keer een afspraak met een tolk gemaakt, drie keer kwam er geen. Er is nog nooit gepraat."
                    ),
        };

    private static UsualLife Solange() =>
        new(
            "solange-levy",
            Called.Own("Solange Esther", "Solange", "Lévy"),
            PartialDate.Parse("1936-10-06"),
            FixedIdentifiers.Insz(PartialDate.Parse("1936-10-06")),
            AdministrativeGender.Female,
            Places.Gent("Muizelstraat", "31", "Troisième étage, sonnez longtemps."),
            Illness.Copd,
            Verstraete,
            Roels,
            """
            Qu'on me parle français quand je serai fatiguée. Pendant la guerre on m'a cachée chez des gens bien ; je
            ne veux plus rien cacher. Pas de machine. Et qu'on ouvre le piano, même si personne ne joue.
            """,
            [
                new(
                    "david-maes",
                    Called.Known("David", "Maes"),
                    Relationship.Nephew,
                    "neef",
                    "0400 55 27 01",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ],
            "fr"
        )
        {
            Background =
            [
                (
                    BackgroundAspect.Faith,
                    "Joods, niet vroom. Na het sterven graag iemand die bij haar blijft tot de begrafenis."
                ),
                (BackgroundAspect.Rituals, "Vrijdagavond twee kaarsen; ze mogen elektrisch."),
            ],
            FirstNote = "En français. Zij koos zelf de woorden, en verbeterde de mijne.",
            First = talk =>
                talk.CanDecide()
                    .Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.Ventilation, "Pas de machine.")
                    .Yes(TreatmentKind.HospitalAdmission),
            Between = story => story.On(300, "14:00").By(Verstraete).Speaks("fr", false),
            SecondNote = "Na de opname. Ze had haar koffer niet uitgepakt, voor het geval dat.",
            Second = talk =>
                talk.No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.Ventilation)
                    .No(TreatmentKind.IntensiveCare)
                    .Only(TreatmentKind.HospitalAdmission, "Seulement si on ne peut pas calmer l'étouffement ici.")
                    .DiesAt(PlaceOfDeath.Home),
        };
}
