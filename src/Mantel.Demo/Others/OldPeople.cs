using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Others;

/// <summary>Five people who are old, each in another house.</summary>
internal static class OldPeople
{
    public static IReadOnlyList<UsualLife> Lives { get; } = [Nel(), Betsy(), Trees(), Achiel(), Jozef()];

    private static UsualLife Nel() =>
        new(
            "nel-koole",
            Called.PartnerFirst("Pieternella", "Nel", "Koole", "Dekker"),
            PartialDate.Parse("1929-01-08"),
            FixedIdentifiers.Bsn(8),
            AdministrativeGender.Female,
            Places.Middelburg("Halve Maanwal", "2", "De Zilte Hof, begane grond, kamer 6."),
            Illness.Frailty,
            Murre,
            Sturm,
            """
            Iedereen die mij Nel noemde is dood, dus zegt u maar gewoon Nel. 's Avonds een advocaatje, en 's morgens
            wakker worden of niet. Dat is mij gelijk.
            """,
            [
                new(
                    "arjan-koole",
                    Called.Known("Arjan", "Koole"),
                    Relationship.Grandchild,
                    "kleinzoon",
                    "06 0055 0901",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            Background =
            [
                (
                    BackgroundAspect.LifeStory,
                    "Zag als meisje van vijftien de dijk bij Westkapelle breken, vanuit de boom."
                ),
                (BackgroundAspect.Disability, "Ziet weinig. Grote letters, en zeg uw naam."),
            ],
            FirstNote = "Ze vond het allemaal wat laat.",
            First = talk =>
                talk.CanDecide()
                    .Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .No(TreatmentKind.HospitalAdmission)
                    .No(TreatmentKind.Antibiotics, "Longontsteking is de vriend van de oude mens.")
                    .DiesAt(PlaceOfDeath.NursingHome),
            SecondNote = "Nog altijd.",
            Second = talk =>
                talk.No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .No(TreatmentKind.HospitalAdmission)
                    .No(TreatmentKind.Antibiotics)
                    .No(TreatmentKind.BloodProducts)
                    .No(TreatmentKind.Ventilation),
        };

    private static UsualLife Betsy() =>
        new(
            "betsy-wondergem",
            Called.PartnerFirst("Elizabeth", "Betsy", "Wondergem", "Tange"),
            PartialDate.Parse("1942-11-30"),
            FixedIdentifiers.Bsn(9),
            AdministrativeGender.Female,
            Places.Middelburg("Botersteiger", "17"),
            Illness.Frailty,
            Abrahamse,
            Sturm,
            "Ik ben niet ziek, ik ben op. Laat mij 's morgens liggen tot ik zelf roep. En geen plastic bekers.",
            [
                new(
                    "jacco-wondergem",
                    Called.Known("Jacco", "Wondergem"),
                    Relationship.Son,
                    "zoon",
                    "06 0055 0902",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            FirstNote = "Betsy lag, de dokter zat.",
            First = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.HospitalAdmission, "Ik ga hier niet meer vandaan.")
                    .Yes(TreatmentKind.Antibiotics),
            SecondNote = "Huisbezoek op de route, twee mevrouwen Wondergem op één ochtend.",
            Second = talk =>
                talk.No(TreatmentKind.Resuscitation)
                    .Yes(TreatmentKind.HospitalAdmission, "Voor de staaroperatie in elk geval."),
            After = story =>
                story
                    .On(31, "16:50")
                    .By(Abrahamse)
                    .StrikesOut<TreatmentDirectiveAgreed>(
                        agreed => agreed.Treatment.Kind == TreatmentKind.HospitalAdmission,
                        "Dit zei haar schoonzus op nummer 12, bij wie ik daarna was."
                    ),
        };

    private static UsualLife Trees() =>
        new(
            "trees-maljaars",
            Called.PartnerFirst("Theresia", "Trees", "Maljaars", "Wisse"),
            PartialDate.Parse("1935-03-27"),
            FixedIdentifiers.Bsn(10),
            AdministrativeGender.Female,
            Places.Vlissingen("Stormhoek", "2"),
            Illness.HeartFailure,
            Hoekstra,
            Azouzi,
            """
            Ik heb altijd gezegd: ik ga hier alleen weg met mijn voeten vooruit. Het witte laken ligt al jaren klaar,
            onderste plank.
            """,
            [
                new(
                    "gonnie-maljaars",
                    Called.Known("Gonnie", "Maljaars"),
                    Relationship.Daughter,
                    "dochter",
                    "06 0055 0903",
                    1,
                    Roles: [ContactRole.FirstContact, ContactRole.InformalCarer]
                ),
            ]
        )
        {
            Background = [(BackgroundAspect.Faith, "Rooms-katholiek, op haar eigen manier en in haar eigen kerk.")],
            FirstNote = "Met Gonnie en een schaal bolussen.",
            First = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .Only(TreatmentKind.HospitalAdmission, "Alleen als Gonnie het vraagt.")
                    .DiesAt(PlaceOfDeath.Home),
            SecondNote = "De schaal was leeg.",
            Second = talk =>
                talk.No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .No(TreatmentKind.HospitalAdmission),
            After = story =>
                story
                    .AtNight(23, "06:10")
                    .By(Azouzi)
                    .Does(
                        new RecordDeath(
                            story.Day,
                            "05:10",
                            PlaceOfDeath.Home,
                            null,
                            "Gonnie en de kleinkinderen",
                            "Rustig, na een nacht waarin ze nog één keer om water vroeg. Het witte laken lag klaar."
                        )
                    ),
        };

    private static UsualLife Achiel() =>
        new(
            "achiel-baeten",
            Called.Own("Achiel Cyriel", "Achiel", "Baeten"),
            PartialDate.Parse("1937-04-02"),
            FixedIdentifiers.Insz(PartialDate.Parse("1937-04-02")),
            AdministrativeGender.Male,
            Places.Deinze("Vlasbloemstraat", "1", "Ter Vlasbeke, gelijkvloers, kamer 12."),
            Illness.Frailty,
            Lootens,
            Bral,
            """
            Ik ben gelost op de Kwaremont en nu word ik gelost op de trap. Zet mij aan het venster als de koers
            passeert. Meer moet dat niet zijn.
            """,
            [
                new(
                    "magda-baeten",
                    Called.Known("Magda", "Baeten"),
                    Relationship.Sister,
                    "zuster",
                    "0400 55 25 01",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            Background = [(BackgroundAspect.LifeStory, "Vijf seizoenen koereur, daarna veertig jaar fietsenmaker.")],
            FirstNote = "Op zijn kamer, met de tijdrit op zonder geluid.",
            First = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief).No(TreatmentKind.Resuscitation).DiesAt(PlaceOfDeath.NursingHome),
            After = story =>
                story
                    .On(77, "13:30")
                    .By(Lootens)
                    .Joins(Soetaert)
                    .Joins(Wisse, CareRelation.Consultation)
                    .On(70, "14:00")
                    .By(Soetaert)
                    .GivesDnrCode(
                        DnrCode.Dnr2,
                        "Woonzorgcentrum Ter Vlasbeke",
                        story.Days.YearsAgo(2),
                        "DNR 2: geen reanimatie, geen intensieve zorgen. Antibiotica per os, ziekenhuis na overleg.",
                        new DirectiveClause(new(TreatmentKind.Resuscitation), Decision.Withhold, null),
                        new DirectiveClause(new(TreatmentKind.IntensiveCare), Decision.Withhold, null),
                        new DirectiveClause(new(TreatmentKind.Antibiotics), Decision.Otherwise, "Per os."),
                        new DirectiveClause(
                            new(TreatmentKind.HospitalAdmission),
                            Decision.Otherwise,
                            "Na overleg met Magda."
                        )
                    ),
        };

    private static UsualLife Jozef() =>
        new(
            "jozef-de-clercq",
            Called.Own("Jozef Remi", "Jozef", "Clercq", "De"),
            PartialDate.Parse("1945-09-14"),
            FixedIdentifiers.Insz(PartialDate.Parse("1945-09-14")),
            AdministrativeGender.Male,
            Places.Deinze("Leiebocht", "19", "Rijd door tot op het hof. De honden liggen vast."),
            Illness.HeartFailure,
            Lootens,
            Roels,
            """
            Dat kastje heeft mij al één keer teruggehaald, in de stal, tussen de koeien. Eén keer is genoeg. Ik wil
            op de hoeve blijven, in de beste kamer, waar vader ook gelegen heeft.
            """,
            [
                new(
                    "agnes-de-clercq",
                    Called.Own("Agnes", "Agnes", "Neyt"),
                    Relationship.Wife,
                    "echtgenote",
                    "0400 55 25 02",
                    1,
                    Roles: [ContactRole.FirstContact, ContactRole.InformalCarer]
                ),
            ]
        )
        {
            FirstNote = "In de keuken. Agnes schonk in, ook voor de dokter.",
            First = talk =>
                talk.Goal(TreatmentGoal.LifeProlonging)
                    .Yes(TreatmentKind.HospitalAdmission)
                    .Yes(TreatmentKind.Resuscitation)
                    .NotDiscussed(TreatmentKind.IcdDeactivation),
            Between = story =>
                story
                    .On(320, "11:00")
                    .By(Lootens)
                    .Joins(Ysebaert, CareRelation.Referral)
                    .Does(
                        new RecordImplantedDevice(
                            DeviceKind.Icd,
                            Present: true,
                            ImplantedOn: story.Days.YearsAgo(6),
                            Explanation: "Eén schok gehad, drie jaar geleden.",
                            SnomedCode: "72506001"
                        ),
                        new Core.Journal.Source("Elektronisch dossier De Drie Bruggen", [])
                    ),
            SecondNote = "In de beste kamer, die al leeg stond.",
            Second = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .Yes(TreatmentKind.IcdDeactivation, "Afzetten. De technieker komt aan huis.")
                    .Only(TreatmentKind.HospitalAdmission, "Voor een gebroken been wel, voor het hart niet meer.")
                    .DiesAt(PlaceOfDeath.Home, "In de beste kamer."),
        };
}
