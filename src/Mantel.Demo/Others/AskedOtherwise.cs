using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Others;

/// <summary>Six people for whom the usual way of asking does not do.</summary>
internal static class AskedOtherwise
{
    /// <summary>Wil, whom nobody ever asked for consent.</summary>
    public const string Unasked = "wil-boogaard";

    public static IReadOnlyList<UsualLife> Lives { get; } = [Wil(), Corrie(), Sjors(), Robin(), Ko(), Fernand()];

    private static UsualLife Wil() =>
        new(
            Unasked,
            Called.Own("Wilhelmina", "Wil", "Boogaard", "van den"),
            PartialDate.Parse("1952-02-19"),
            FixedIdentifiers.Bsn(14),
            AdministrativeGender.Female,
            Places.Vlissingen("Zeekraalstraat", "14", "Bel geeft een lichtflits. Wacht tot u haar ziet."),
            Illness.Copd,
            Hoekstra,
            Azouzi,
            """
            Kijk mij aan als u praat en doe het grote licht aan. In het donker ben ik pas echt doof. Mijn handen
            zijn mijn stem: zet het infuus in mijn voet.
            """,
            [
                new(
                    "ben-van-den-boogaard",
                    Called.Known("Ben", "Boogaard", "van den"),
                    Relationship.Brother,
                    "broer, ook doof",
                    "06 0055 1201",
                    1,
                    "alleen berichten, geen gesprek",
                    Roles: [ContactRole.FirstContact]
                ),
            ],
            "dse"
        )
        {
            Background = [(BackgroundAspect.Disability, "Doof vanaf haar geboorte. Gebarentaal; liplezen is raden.")],
            Consent = null,
            FirstNote = "Met een tolk gebarentaal, die naast de dokter zat en niet naast Wil.",
            First = talk =>
                talk.CanDecide()
                    .Goal(TreatmentGoal.LifeProlonging)
                    .Yes(TreatmentKind.Resuscitation)
                    .Yes(TreatmentKind.HospitalAdmission),
            Between = story =>
                story
                    .On(310, "15:00")
                    .By(Hoekstra)
                    .Speaks(
                        "dse",
                        true,
                        "Tolk gebarentaal, een uur vooruit bestellen; 's nachts via het scherm.",
                        "Ben, broer"
                    ),
            SecondNote = "Zelfde tolk, op verzoek.",
            Second = talk =>
                talk.No(
                        TreatmentKind.Ventilation,
                        "Met een buis kan ik niets meer zeggen en met vastgebonden handen ook niet."
                    )
                    .Yes(TreatmentKind.HospitalAdmission)
                    .Yes(TreatmentKind.Antibiotics)
                    .Wishes("Nooit beide handen tegelijk gebruiken voor naalden of meters."),
            After = story =>
                story
                    .AtNight(9, "01:20")
                    .By(Kant)
                    .FindsThem()
                    .BreaksGlass("Broer appt: erg benauwd, tolk niet bereikbaar. Toestemming is nooit gevraagd.")
                    .Opens(AccessAction.ReadNight),
        };

    private static UsualLife Corrie() =>
        new(
            "corrie-zandee",
            Called.Own("Cornelia", "Corrie", "Zandee"),
            PartialDate.Parse("1967-06-02"),
            FixedIdentifiers.Bsn(15),
            AdministrativeGender.Female,
            Places.Vlissingen("Meeuwenlaan", "3", "Woonhuis De Kokmeeuw, kamer met de gele deur."),
            Illness.Dementia,
            Hoekstra,
            Lous,
            """
            Ik wil op mijn eigen kamer. Met de muziek aan. En Bep moet komen. Geen witte jassen, daar word ik boos van.
            """,
            [
                new(
                    "bep-zandee",
                    Called.Known("Bep", "Zandee"),
                    Relationship.Sister,
                    "zus en mentor",
                    "06 0055 1202",
                    1,
                    "altijd",
                    Roles: [ContactRole.FirstContact, ContactRole.Mentor]
                ),
            ]
        )
        {
            Diagnosis = "Dementie bij het syndroom van Down",
            Background =
            [
                (BackgroundAspect.Disability, "Downsyndroom. Korte zinnen, één vraag tegelijk, en dan wachten."),
                (BackgroundAspect.HealthLiteracy, "Platen werken. Leg nooit twee platen tegelijk neer."),
            ],
            FirstNote = "Op de gele kamer. Corrie koos bij elke vraag een plaat; Bep zei of het klopte.",
            First = talk =>
                talk.CannotDecide("Kiest wat prettig is, overziet niet wat volgt. Haar keuzes tellen mee.")
                    .Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .Yes(TreatmentKind.Antibiotics)
                    .DiesAt(PlaceOfDeath.Elsewhere, "Op haar eigen kamer in De Kokmeeuw."),
            SecondNote = "Ze koos dezelfde platen.",
            Second = talk =>
                talk.No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .Only(TreatmentKind.HospitalAdmission, "Alleen met Bep erbij, en niet langer dan één nacht.")
                    .Yes(TreatmentKind.Antibiotics),
        };

    private static UsualLife Sjors() =>
        new(
            "sjors-vermaas",
            Called.Own("Adriaan", "Sjors", "Vermaas"),
            PartialDate.Parse("1965-12-13"),
            FixedIdentifiers.Bsn(16),
            AdministrativeGender.Male,
            new(
                AddressKind.NoFixedAddress,
                null,
                null,
                null,
                "Vlissingen",
                "Vlissingen",
                "GM0718",
                "NL",
                "Slaapt in de nachtopvang of in het hokje op de steiger. Vraag bij de koffiebar op het station."
            ),
            Illness.Cancer,
            Hoekstra,
            Azouzi,
            """
            Ik hoef geen huis. Ik wil een stoel waar ze mijn naam kennen. En iemand moet voor Bikkel zorgen, dat is mijn
            hond, die bijt alleen ambtenaren.
            """,
            [
                new(
                    "nico-vermaas",
                    Called.Known("Nico", "Vermaas"),
                    Relationship.Brother,
                    "broer",
                    "06 0055 1203",
                    null,
                    Words: "Alleen bellen als het voorbij is. Sjors wil dat zo."
                ),
            ]
        )
        {
            Diagnosis = "Keelkanker",
            Background = [(BackgroundAspect.LivingSituation, "Geen vast adres, met een hond.")],
            Consent = SharingConsent.Unknown,
            ConsentWords = "Hangt ervan af wie het vraagt.",
            FirstNote = "Op het bankje bij het station. Bikkel lag eroverheen.",
            First = talk =>
                talk.CanDecide("Nuchter, en scherper dan de dokter.")
                    .Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .Only(TreatmentKind.HospitalAdmission, "Als Bikkel dan ergens terechtkan."),
            Between = story =>
                story
                    .On(300, "13:30")
                    .By(Hoekstra)
                    .Joins(Poppe, CareRelation.Shared)
                    .Joins(DeNooijer, CareRelation.Consultation),
            SecondNote = "Zelfde bankje.",
            Second = talk =>
                talk.No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .Only(TreatmentKind.HospitalAdmission, "Als Bikkel dan ergens terechtkan.")
                    .DiesAt(PlaceOfDeath.Hospice, "Als de hond mee mag. Anders niet."),
        };

    private static UsualLife Robin() =>
        new(
            "robin-castelijn",
            Called.Own("Robin", "Robin", "Castelijn"),
            PartialDate.Parse("1974-08-08"),
            FixedIdentifiers.Bsn(17),
            AdministrativeGender.Male,
            Places.Vlissingen("Stormhoek", "71"),
            Illness.Cancer,
            Hoekstra,
            Azouzi,
            """
            Noem me Robin en hij, ook als ik er niet meer bij ben. Mijn tatoeages mogen gezien worden. De motor gaat
            naar Sanne en de sleutel zit in de helm.
            """,
            [
                new(
                    "sanne-castelijn",
                    Called.Known("Sanne", "Castelijn"),
                    Relationship.Sister,
                    "zus",
                    "06 0055 1204",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            Diagnosis = "Dikkedarmkanker, uitgezaaid naar het buikvlies",
            Background =
            [
                (
                    BackgroundAspect.GenderAndIdentity,
                    "Transman. Wassen en katheter liefst door iemand die niet schrikt."
                ),
                (BackgroundAspect.Faith, "Boeddhist, sinds zijn veertigste. Stilte is geen ongemak."),
            ],
            FirstNote = "In de schuur, bij de motor.",
            First = talk =>
                talk.CanDecide()
                    .Goal(TreatmentGoal.LifeProlonging)
                    .Yes(TreatmentKind.HospitalAdmission)
                    .No(TreatmentKind.Resuscitation),
            Between = story =>
                story.On(305, "09:30").By(Hoekstra).Does(new RecordGender(AdministrativeGender.Male, "man, hij")),
            SecondNote = "Aan tafel met Sanne.",
            Second = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .No(TreatmentKind.HospitalAdmission)
                    .DiesAt(PlaceOfDeath.Hospice, "De Lamsoor, als het kan de kamer aan de straat."),
            After = story =>
                story
                    .On(8, "14:00")
                    .By(Hoekstra)
                    .Joins(Wisse)
                    .Course(
                        CourseChange.AdmittedToHospice,
                        Walcheren.Hospice.Name,
                        "Kamer aan de straat. De motor staat ervoor."
                    )
                    .MovesTo(Places.Middelburg("Vesteplein", "1", "Hospice De Lamsoor, kamer 2.").Staying()),
        };

    private static UsualLife Ko() =>
        new(
            "ko-louwerse",
            Called.Own("Jacobus Pieter", "Ko", "Louwerse"),
            PartialDate.Parse("1949-10-01"),
            FixedIdentifiers.Bsn(18),
            AdministrativeGender.Male,
            Places.Veere("Noordhofweg", "1", "Erf op, tweede deur. De eerste is van de koeien."),
            Illness.Cancer,
            Abrahamse,
            Sturm,
            """
            De bieten moeten eraf en mijn zoon kan het zonder mij, dat zie ik nu pas. Ik wil op de hoeve sterven, in de
            voorkamer, met de deur open naar het erf.
            """,
            [
                new(
                    "leen-louwerse",
                    Called.Known("Leen", "Louwerse"),
                    Relationship.Son,
                    "zoon",
                    "06 0055 1205",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            Diagnosis = "Nierkanker, uitgezaaid naar de longen",
            FirstNote = "Aan de lange tafel. Het ging eerst een uur over het weer.",
            First = talk => talk.Goal(TreatmentGoal.LifeProlonging).Yes(TreatmentKind.HospitalAdmission),
            Between = story =>
                story
                    .On(300, "08:40")
                    .By(Abrahamse)
                    .AlsoHas(
                        "Trombosebeen",
                        "128053003",
                        story.Days.YearsAgo(2),
                        new Source(
                            "Ziekenhuisinformatiesysteem De Schorre",
                            [new Witness("Huisartsinformatiesysteem De Abdijtoren", "Condition/4711")]
                        )
                    )
                    .AllergicTo(
                        "Latex",
                        "Jeuk en rode handen",
                        new Source("Ziekenhuisinformatiesysteem De Schorre", [])
                    ),
            SecondNote = "Dezelfde tafel, zonder het weer.",
            Second = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.IntensiveCare)
                    .No(TreatmentKind.HospitalAdmission)
                    .DiesAt(PlaceOfDeath.Home, "In de voorkamer."),
        };

    private static UsualLife Fernand() =>
        new(
            "fernand-claeys",
            Called.Own("Fernand", "Fernand", "Claeys"),
            PartialDate.Parse("1943-11-11"),
            FixedIdentifiers.Insz(PartialDate.Parse("1943-11-11")),
            AdministrativeGender.Male,
            Places.Gent("Dokspoorstraat", "77", "Altijd thuis behalve vrijdag: dan zit hij in het café ertegenover."),
            Illness.Cancer,
            Verstraete,
            Roels,
            "Daar klap ik niet over. Komt ge voor de koffie, dan zijt ge welkom.",
            [
                new(
                    "yvette-claeys",
                    Called.Known("Yvette", "Dossche"),
                    Relationship.Wife,
                    "echtgenote",
                    "0400 55 28 01",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
            ]
        )
        {
            Diagnosis = "Longvlieskanker (mesothelioom)",
            Background =
            [
                (BackgroundAspect.LifeStory, "Dokwerker, ploeg van Muide. Stof genoeg geladen voor drie levens."),
            ],
            Between = story =>
                story
                    .On(300, "10:00")
                    .By(Verstraete)
                    .WillNotTalkAbout(
                        TalkTopic.Everything,
                        onlyNow: false,
                        "Ge moogt alles doen wat nodig is en ge moet er niets over vragen. Ook niet aan Yvette."
                    )
                    .Joins(Minne, CareRelation.Shared),
        };
}
