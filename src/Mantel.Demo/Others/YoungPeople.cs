using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Others;

/// <summary>Those whom nobody expects here: 17, 19 and 38 years old. The first two never grow older.</summary>
internal static class YoungPeople
{
    public static IReadOnlyList<UsualLife> Lives(Days days) => [Roos(days), Daan(days), Thomas()];

    private static UsualLife Roos(Days days) =>
        new(
            "roos-van-dijk",
            Called.Own("Roos", "Roos", "Dijk", "van"),
            days.BornSoon(18, inMonths: 5),
            FixedIdentifiers.Bsn(11),
            AdministrativeGender.Female,
            Places.Veere("Duinriet", "6", "Tillift in de slaapkamer, sleutel in de kluis, code bij het Zeepaardje."),
            Illness.Metabolic,
            Cijsouw,
            Brasser,
            """
            Praat tegen mij, niet over mij. Ik antwoord met mijn ogen: omhoog is ja. Ik wil naar het examenfeest van
            mijn klas, ook als het maar een uur is.
            """,
            [
                new(
                    "inge-van-dijk",
                    Called.Known("Inge", "Dijk", "van"),
                    Relationship.Mother,
                    "moeder",
                    "06 0055 1001",
                    1,
                    "dag en nacht",
                    Roles: [ContactRole.FirstContact, ContactRole.LegalRepresentative, ContactRole.InformalCarer]
                ),
                new(
                    "paul-van-dijk",
                    Called.Known("Paul", "Dijk", "van"),
                    Relationship.Father,
                    "vader",
                    "06 0055 1002",
                    2,
                    Roles: [ContactRole.LegalRepresentative]
                ),
            ]
        )
        {
            Background =
            [
                (BackgroundAspect.Disability, "Praat met een oogcomputer. Geef haar tien tellen; dan nog eens tien."),
                (BackgroundAspect.LivingSituation, "Thuis, met een broertje van twaalf dat haar rolstoel oppoetst."),
            ],
            FirstNote = "Roos deed mee, eerst met ja en nee, later met hele zinnen.",
            First = talk =>
                talk.CanDecide("Begrijpt alles, en vraagt door.")
                    .Goal(TreatmentGoal.LifeProlonging)
                    .Yes(TreatmentKind.Resuscitation)
                    .Yes(TreatmentKind.HospitalAdmission)
                    .Only(TreatmentKind.Ventilation, "Een masker wel. Geen gat in mijn keel.")
                    .Yes(TreatmentKind.Antibiotics),
            SecondNote = "Na de opname. Haar ouders zaten deze keer achter haar, niet naast haar.",
            Second = talk =>
                talk.Yes(TreatmentKind.Resuscitation, "Tot na het examen. Daarna praten we weer.")
                    .Only(TreatmentKind.Ventilation, "Een masker wel. Geen gat in mijn keel.")
                    .Only(TreatmentKind.IntensiveCare, "Met een ouder naast het bed, ook 's nachts.")
                    .Yes(TreatmentKind.HospitalAdmission)
                    .ElseMatters(
                        "Volgend jaar ben ik achttien. Ik wil geen andere dokter die opnieuw begint te vragen."
                    ),
        };

    private static UsualLife Daan(Days days) =>
        new(
            "daan-verhage",
            Called.Own("Daan", "Daan", "Verhage"),
            days.BornYearsAgo(19, 2, 11),
            FixedIdentifiers.Bsn(12),
            AdministrativeGender.Male,
            Places.Middelburg("Kaarsenmakersgang", "52", "Kamer op zolder; hij komt naar beneden als hij wil."),
            Illness.Cancer,
            Abrahamse,
            Sturm,
            """
            Een half jaar heeft een dokter bepaald wanneer ik sliep, dus nu ga ik laat naar bed. Als het stopt,
            stopt het. Maar niet op die kinderafdeling met olifanten op de muur.
            """,
            [
                new(
                    "mirjam-verhage",
                    Called.Known("Mirjam", "Verhage"),
                    Relationship.Mother,
                    "moeder",
                    "06 0055 1003",
                    1,
                    Roles: [ContactRole.FirstContact]
                ),
                new(
                    "lieke-de-bree",
                    Called.Known("Lieke", "Bree", "de"),
                    Relationship.Partner,
                    "vriendin",
                    "06 0055 1004",
                    2,
                    Words: "Vraag eerst Daan of zij erbij mag. Het antwoord is ja, maar vraag het."
                ),
            ]
        )
        {
            Diagnosis = "Osteosarcoom, uitgezaaid naar de longen",
            FirstNote = "In de auto van de huisarts, omdat het huis te klein was die dag.",
            First = talk => talk.CanDecide().Goal(TreatmentGoal.LifeProlonging).Yes(TreatmentKind.HospitalAdmission),
            Between = story =>
                story
                    .On(260, "16:00")
                    .By(Abrahamse)
                    .WillNotTalkAbout(TalkTopic.Resuscitation, onlyNow: true, "Vraag het na mijn verjaardag."),
            SecondNote = "Met Lieke. Zijn moeder las het later, dat wilde hij zo.",
            Second = talk =>
                talk.Goal(TreatmentGoal.SymptomRelief)
                    .NotKnown(TreatmentKind.IntensiveCare)
                    .Only(TreatmentKind.HospitalAdmission, "Alleen op de volwassenenafdeling.")
                    .DoesNotKnowWhere("Niet thuis als Lieke er dan nog moet slapen."),
        };

    private static UsualLife Thomas() =>
        new(
            "thomas-wouters",
            Called.Own("Thomas", "Thomas", "Wouters"),
            Core.Journal.PartialDate.Parse("1988-07-21"),
            FixedIdentifiers.Insz(Core.Journal.PartialDate.Parse("1988-07-21")),
            AdministrativeGender.Male,
            Places.Gent("Muizelstraat", "8"),
            Illness.BrainTumour,
            Verstraete,
            Roels,
            """
            Ik ben mijn woorden aan het verliezen, dus ik zeg ze nu. Ik zie Bram graag. Lou mag alles vragen. En ik
            wil het zelf zeggen, zolang ik ja en nee uit elkaar kan houden.
            """,
            [
                new(
                    "bram-de-wael",
                    Called.Known("Bram", "Wael", "De"),
                    Relationship.Husband,
                    "man",
                    "0400 55 26 01",
                    1,
                    Roles: [ContactRole.FirstContact, ContactRole.LegalRepresentative, ContactRole.InformalCarer]
                ),
                new(
                    "lou-wouters",
                    Called.Known("Lou", "Wouters"),
                    Relationship.Daughter,
                    "dochter, 6 jaar",
                    null,
                    Words: "Wil weten wat er in de spuit zit. Zeg het haar."
                ),
            ]
        )
        {
            Background = [(BackgroundAspect.LifeStory, "Leraar Nederlands. Verbetert de folders van het ziekenhuis.")],
            FirstNote = "Thomas had het opgeschreven en las voor.",
            First = talk =>
                talk.CanDecide()
                    .Goal(TreatmentGoal.LifeProlonging, "Tot Lou kan lezen.")
                    .No(TreatmentKind.Resuscitation)
                    .Yes(TreatmentKind.HospitalAdmission)
                    .Euthanasia(EuthanasiaPosition.HasDeclaration),
            Between = story =>
                story
                    .On(310, "10:30")
                    .By(Verstraete)
                    .Joins(Maenhout)
                    .Declares(
                        AdvanceDirectiveKind.BelgianEuthanasiaDeclaration,
                        story.Days.MonthsAgo(12),
                        "Geregistreerd bij de gemeente, met twee getuigen."
                    )
                    .Declares(AdvanceDirectiveKind.BelgianBodyDonation, story.Days.MonthsAgo(12)),
            SecondNote = "Bram vulde de woorden aan die Thomas kwijt was. Thomas knikte of schudde.",
            Second = talk =>
                talk.MayBeUnableToDecide("Ja en nee zijn nog betrouwbaar, langere antwoorden niet altijd.")
                    .Goal(TreatmentGoal.SymptomRelief)
                    .No(TreatmentKind.Resuscitation)
                    .No(TreatmentKind.Ventilation)
                    .No(TreatmentKind.IntensiveCare)
                    .No(TreatmentKind.HospitalAdmission)
                    .DiesAt(PlaceOfDeath.Home, "In de zetel met de gele plaid."),
        };
}
