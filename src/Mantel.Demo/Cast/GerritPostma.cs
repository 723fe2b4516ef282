using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Cast;

/// <summary>
/// Gerrit Postma, 79, Middelburg: dementia. He wrote his declarations while he could; his wife Annie now speaks for
/// him, and what a nurse agreed with her waits for a physician.
/// </summary>
internal static class GerritPostma
{
    public const string Key = "gerrit-postma";

    private static readonly DemoCloseOne Annie = new(
        "annie-postma",
        Called.PartnerFirst("Anna Maria", "Annie", "Postma", "Jobse"),
        Relationship.Wife,
        "echtgenote",
        "06 0055 0301",
        1,
        "altijd, ze slaapt licht",
        "Zorgt dag en nacht voor hem.",
        false,
        ContactRole.FirstContact,
        ContactRole.LegalRepresentative,
        ContactRole.InformalCarer
    );

    private static readonly DemoCloseOne Sietse = new(
        "sietse-postma",
        Called.Known("Sietse", "Postma"),
        Relationship.Son,
        "zoon",
        "06 0055 0302",
        2
    );

    public static Story Tell(DateOnly today)
    {
        var gerrit = new Story(Key, today);
        Begins(gerrit);
        WhileHeCould(gerrit);
        AnnieSpeaks(gerrit);
        return gerrit;
    }

    private static void Begins(Story gerrit) =>
        gerrit
            .On(530, "09:10")
            .Registers(
                Abrahamse,
                Called.Own("Gerrit Sietses", "Gerrit", "Postma"),
                PartialDate.Parse("1947-01-30"),
                FixedIdentifiers.Bsn(1),
                AdministrativeGender.Male,
                Places.Middelburg("Zandhaverstraat", "31", "Aanbellen helpt niet, Annie hoort de klopper.")
            )
            .Has("Ziekte van Alzheimer", "26929004", gerrit.Days.YearsAgo(4))
            .AlsoHas("Diabetes type 2", "44054006", gerrit.Days.YearsAgo(12))
            .NoAllergies()
            .Around(Annie, Sietse)
            .Tells(
                BackgroundAspect.LifeStory,
                """
                Meubelmaker, uit Workum naar Middelburg gekomen voor de restauratie van de abdijbanken. Trouwde de
                dochter van de koster. Er staat in bijna elk huis in de straat een stoel van hem.
                """
            )
            .WhatMatters(
                """
                Laat mij met mijn handen bezig zijn. Een plank schuren kan ik nog als ik niet meer weet welke dag het
                is. En als ik Annie niet meer ken, zeg het haar dan zachtjes, en niet waar ik bij ben.
                """
            );

    private static void WhileHeCould(Story gerrit) =>
        gerrit
            .On(505, "13:40")
            .By(Abrahamse)
            .Declares(
                AdvanceDirectiveKind.EuthanasiaRequestDementia,
                gerrit.Days.MonthsAgo(40),
                "Geschreven met Annie naast hem. Hij heeft het daarna nooit meer herhaald."
            )
            .Declares(
                AdvanceDirectiveKind.Proxy,
                gerrit.Days.MonthsAgo(40),
                representative: Annie.Party,
                paper: """
                Volmacht

                Als ik zelf niet meer kan beslissen, beslist mijn vrouw Annie Jobse. Zij weet wat ik bedoel, ook als
                ik het niet zeg. (Verzonnen document voor de demonstratie van Mantel.)
                """
            )
            .Talks(
                [Annie.Party],
                "Gerrit volgde het gesprek en corrigeerde de dokter twee keer.",
                talk =>
                    talk.CanDecide("Begrijpt wat er gevraagd wordt en waarom. Vergeet het daarna.")
                        .Goal(TreatmentGoal.LifeProlonging)
                        .No(TreatmentKind.Resuscitation, "Dan kom ik er nog minder uit dan ik erin ging.")
                        .Yes(TreatmentKind.HospitalAdmission)
                        .Yes(TreatmentKind.Antibiotics)
                        .Euthanasia(EuthanasiaPosition.HasDeclaration)
            )
            .Consents();

    private static void AnnieSpeaks(Story gerrit) =>
        gerrit
            .On(360)
            .By(Abrahamse)
            .Joins(Sturm)
            .On(140, "10:00")
            .By(Abrahamse)
            .Course(
                CourseChange.Deteriorated,
                null,
                "Herkent de kamer 's avonds niet meer en wil naar huis, in Workum."
            )
            .On(61, "14:20")
            .By(Sturm)
            .Joins(Poppe, CareRelation.Shared)
            .Does(new JudgeLegalCapacity(Capacity.NotCapable, "Volgt een vraag niet tot het einde.", gerrit.Day))
            .Talks(
                [Annie.Party, Sietse.Party],
                "Gerrit schuurde intussen in de schuur. Annie huilde niet, dat had ze al gedaan.",
                talk =>
                    talk.Goal(TreatmentGoal.SymptomRelief)
                        .No(TreatmentKind.Resuscitation)
                        .No(TreatmentKind.IntensiveCare)
                        .No(TreatmentKind.HospitalAdmission, "Daar raakt hij zoek, ook in bed.")
                        .NotKnown(TreatmentKind.Antibiotics, "Annie wil het per keer bekijken.")
                        .DiesAt(PlaceOfDeath.Home, "Zolang Annie het redt."),
                withoutPerson: true
            )
            .On(57, "12:30")
            .By(Abrahamse)
            .Confirms(TreatmentKind.Resuscitation)
            .NamesCentral(Sturm)
            .AtNight(1, "19:40")
            .By(Sturm)
            .Around(
                Annie with
                {
                    Words = "Zorgt dag en nacht voor hem. Vorige maand zei ze: nog een maand. Nu: hooguit een week.",
                }
            );
}
