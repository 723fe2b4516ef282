using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;

namespace Mantel.Demo.Cast;

/// <summary>
/// Godelieve Van Hecke, 86, Gent: COPD. The hospital gave her a DNR code for a stay that has ended, so it is no longer
/// in force; her own negative declaration is.
/// </summary>
internal static class GodelieveVanHecke
{
    public const string Key = "godelieve-van-hecke";

    /// <summary>Not what the row of invasive ventilation is about: a row of its own.</summary>
    private const string Mask = "Beademing met een masker";

    private static readonly DemoCloseOne Frank = new(
        "frank-baeyens",
        Called.Known("Frank", "Baeyens"),
        Relationship.Son,
        "zoon",
        "0400 55 21 01",
        1,
        "altijd, hij rijdt met de taxi",
        "Aangeduid als vertegenwoordiger, met een papier dat in de broodtrommel ligt.",
        false,
        ContactRole.FirstContact,
        ContactRole.LegalRepresentative
    );

    public static Story Tell(DateOnly today)
    {
        var godelieve = new Story(Key, today);
        Begins(godelieve);
        InHospital(godelieve);
        HomeAgain(godelieve);
        return godelieve;
    }

    private static void Begins(Story godelieve) =>
        godelieve
            .On(515, "11:00")
            .Registers(
                Verstraete,
                Called.Own("Godelieve Maria", "Godelieve", "Van Hecke"),
                PartialDate.Parse("1940-06-19"),
                FixedIdentifiers.Insz(PartialDate.Parse("1940-06-19")),
                AdministrativeGender.Female,
                Places.Gent("Blauwververspoort", "23", "Eerste verdiep. De bel doet het, de parlofoon niet.")
            )
            .Has("COPD, GOLD IV", "13645005", godelieve.Days.YearsAgo(11))
            .AlsoHas("Osteoporose", "64859006", godelieve.Days.YearsAgo(6))
            .AllergicTo("Amoxicilline", "Huiduitslag")
            .Around(Frank)
            .Tells(BackgroundAspect.Faith, "Katholiek. De ziekenzalving mag, het gezaag eromheen niet.")
            .Tells(
                BackgroundAspect.LifeStory,
                "Bakkerin in de Muidewijk, met haar man zaliger. De oven ging om twee uur aan, ook op haar trouwdag."
            )
            .WhatMatters(
                """
                Ik heb veertig jaar brood gebakken, opstaan in het midden van de nacht ben ik gewoon. Maar alleen liggen
                happen naar lucht, dat niet meer. Laat het venster op een kier, ook in de winter, en zeg mij gewoon waar
                het op staat.
                """
            )
            .Consents()
            .On(500, "15:20")
            .By(Verstraete)
            .Joins(Roels)
            .Declares(
                AdvanceDirectiveKind.BelgianRepresentative,
                godelieve.Days.MonthsAgo(19),
                representative: Frank.Party
            );

    private static void InHospital(Story godelieve) =>
        godelieve
            .AtNight(168, "05:40")
            .By(Verstraete)
            .Joins(Dhondt, CareRelation.Referral)
            .Course(CourseChange.AdmittedToHospital, Ghent.Hospital.Name, "Opstoot van haar COPD, blauwe lippen.")
            .On(166, "16:00")
            .By(Dhondt)
            .GivesDnrCode(
                DnrCode.Dnr2,
                "Ziekenhuis De Drie Bruggen, pneumologie",
                PartialDate.Of(godelieve.Days.Today.AddDays(-168)),
                "DNR 2: geen reanimatie, geen intubatie. Masker voor de beademing mag deze opname nog.",
                new DirectiveClause(new(TreatmentKind.Resuscitation), Decision.Withhold, null),
                new DirectiveClause(new(TreatmentKind.Ventilation), Decision.Withhold, null),
                new DirectiveClause(new(TreatmentKind.Other, Mask), Decision.Perform, null)
            )
            .On(149, "14:00")
            .By(Dhondt)
            .EndsDnrStay()
            .On(148)
            .By(Verstraete)
            .Course(CourseChange.CameHome, null, "Thuis met een zuurstoftoestel en een tas vol puffers.");

    private static void HomeAgain(Story godelieve) =>
        godelieve
            .On(121, "11:30")
            .By(Verstraete)
            .Marks("Van bed naar zetel en terug, meer lukt niet.", MarkingReason.Deterioration)
            .Declares(
                AdvanceDirectiveKind.BelgianNegativeDeclaration,
                PartialDate.Of(godelieve.Days.Today.AddDays(-124)),
                decides:
                [
                    new(new(TreatmentKind.Resuscitation), Decision.Withhold, null),
                    new(new(TreatmentKind.Ventilation), Decision.Withhold, null),
                    new(new(TreatmentKind.IntensiveCare), Decision.Withhold, null),
                    new(new(TreatmentKind.Other, Mask), Decision.Withhold, null),
                ],
                paper: """
                Negatieve wilsverklaring

                Ik, Godelieve Van Hecke, weiger reanimatie, beademing, ook met een masker, en opname op intensieve
                zorgen. Met getuigen getekend aan mijn eigen tafel. (Verzonnen document voor de demonstratie van
                Mantel.)
                """
            )
            .Talks(
                [Frank.Party],
                "Aan tafel, venster open. Frank had zijn jas aan.",
                talk =>
                    talk.CanDecide()
                        .Goal(TreatmentGoal.SymptomRelief)
                        .No(TreatmentKind.Resuscitation)
                        .No(TreatmentKind.Ventilation)
                        .No(TreatmentKind.IntensiveCare)
                        .NoOther(Mask)
                        .Only(
                            TreatmentKind.HospitalAdmission,
                            "Enkel als de benauwdheid thuis niet te breken is, en dan pneumologie, niet spoed."
                        )
                        .Yes(TreatmentKind.Antibiotics)
                        .DiesAt(PlaceOfDeath.Home, "In de zetel aan het venster.")
                        .Earlier(
                            YesNoUnknown.Yes,
                            "De DNR-code van het ziekenhuis. Die gold voor die opname.",
                            YesNoUnknown.Yes
                        )
                        .WillTell(Frank)
            )
            .On(90)
            .By(Verstraete)
            .Joins(Maenhout)
            .Joins(WhoWorksOnWalcheren.Wisse, CareRelation.Consultation)
            .On(62)
            .By(Verstraete)
            .AsksForfait(ForfaitTurn.First)
            .On(55, "10:20")
            .By(Roels)
            .HearsForfaitGranted()
            .MedicationLies(
                "Morfine 10 mg/ml, onder de huid",
                "benauwdheid",
                "koelkast, in de botervloot",
                "thuisverpleging, palliatieve equipe"
            )
            .On(22)
            .By(Verstraete)
            .AsksForfait(ForfaitTurn.Second);
}
