using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Cast;

/// <summary>
/// Leida Vos-de Ruyter, 82, Vlissingen: heart failure with an ICD. Her plan was talked through three weeks ago, before
/// she grew worse; switching off the ICD was never discussed.
/// </summary>
internal static class LeidaVos
{
    public const string Key = "leida-vos";

    public static readonly DemoCloseOne Marijke = new(
        "marijke-vos",
        Called.Known("Marijke", "Vos"),
        Relationship.Daughter,
        "dochter",
        "06 0055 0203",
        1,
        "dag en nacht",
        "Komt elke dag na haar werk.",
        true,
        ContactRole.FirstContact,
        ContactRole.WrittenProxy,
        ContactRole.InformalCarer
    );

    private static readonly DemoCloseOne Kees = new(
        "kees-vos",
        Called.Known("Kees", "Vos"),
        Relationship.Son,
        "zoon",
        "06 0055 0204",
        2,
        "na zes uur",
        "Woont in Groningen, belt elke avond. Is er in drie en een half uur."
    );

    private static readonly DemoCloseOne Ans = new(
        "ans-goedbloed",
        Called.Known("Ans", "Goedbloed"),
        Relationship.Neighbour,
        "buurvrouw",
        "06 0055 0205",
        3,
        Words: "Doet boodschappen en heeft de sleutel, nummer 14."
    );

    public static Story Tell(DateOnly today)
    {
        var leida = new Story(Key, today);
        Begins(leida);
        FirstPlan(leida);
        InHospital(leida);
        AtHome(leida);
        SecondPlan(leida);
        GrowsWorse(leida);
        return leida;
    }

    private static void Begins(Story leida)
    {
        var days = leida.Days;
        var gpSystem = new Source("Huisartsinformatiesysteem De Meeuw", []);
        leida
            .On(540, "11:20")
            .Registers(
                Hoekstra,
                Called.PartnerFirst("Alida Johanna", "Leida", "Vos", "Ruyter", ownPrefix: "de"),
                PartialDate.Parse("1944-03-14"),
                FixedIdentifiers.Bsn(0),
                AdministrativeGender.Female,
                Places.Vlissingen("Loodsgang", "12", "Achterom, de poort klemt. Sleutel bij Ans op nummer 14.")
            )
            .Has("Hartfalen met verminderde pompfunctie", "84114007", days.YearsAgo(7), source: gpSystem)
            .AlsoHas("Boezemfibrilleren", "49436004", days.YearsAgo(9), gpSystem)
            .AllergicTo("Penicilline", "Rode bulten over het hele lichaam", gpSystem)
            .Does(
                new RecordImplantedDevice(
                    DeviceKind.Icd,
                    Present: true,
                    ImplantedOn: days.YearsAgo(5),
                    Explanation: "Links onder het sleutelbeen. Nog nooit een schok gegeven.",
                    SnomedCode: "72506001"
                ),
                gpSystem
            )
            .Around(Marijke, Kees, Ans)
            .Reach("0118 05 21 12", "overdag; 's avonds staat de radio hard");
        leida
            .On(533, "09:40")
            .By(Hoekstra)
            .Joins(Azouzi)
            .By(Azouzi)
            .Tells(
                BackgroundAspect.LifeStory,
                """
                Dertig jaar achter het loket van de veerboot naar Breskens. Ik kende de halve overkant bij de
                voornaam. Adriaan voer erop; hij is vijftien jaar geleden gestorven. Sinds de tunnel er is kijk ik
                naar een lege Schelde, maar ik kijk nog elke dag.
                """
            )
            .Tells(BackgroundAspect.Rituals, "Om zeven uur het weerbericht voor de scheepvaart, en dan pas koffie.")
            .Tells(BackgroundAspect.LivingSituation, "Alleen, in een benedenhuis met een tuin op het zuiden.");
    }

    private static void FirstPlan(Story leida) =>
        leida
            .On(470, "14:00")
            .By(Hoekstra)
            .Declares(
                AdvanceDirectiveKind.DoNotResuscitate,
                leida.Days.MonthsAgo(27),
                "Draagt de penning aan haar ketting.",
                paper: """
                Niet-reanimerenverklaring

                Ik, Alida Johanna de Ruyter, wil niet gereanimeerd worden. Ik heb dit bij mijn volle verstand
                besloten en met mijn kinderen besproken. (Verzonnen document voor de demonstratie van Mantel.)
                """
            )
            .Talks(
                [Marijke.Party],
                "Aan de keukentafel. Leida zei het meeste, Marijke keek naar buiten.",
                talk =>
                    talk.CanDecide()
                        .Goal(TreatmentGoal.LifeProlonging, "Nog een zomer, en dan zien we wel.")
                        .No(
                            TreatmentKind.Resuscitation,
                            "Adriaan hebben ze wel teruggehaald. Dat waren drie weken te veel."
                        )
                        .No(TreatmentKind.IntensiveCare)
                        .Yes(TreatmentKind.HospitalAdmission, "Als de dokters denken dat het helpt.")
                        .Yes(TreatmentKind.Antibiotics)
                        .NotDiscussed(TreatmentKind.IcdDeactivation)
                        .DoesNotKnowWhere("Daar wil ik over denken als de tuin erbij staat.")
                        .Donor(YesNoUnknown.Yes, "Al zal er aan mij niet veel meer bruikbaar zijn.")
                        .WillTell(Kees)
            )
            .Consents("Iedereen die 's nachts voor mijn deur staat mag het weten. Dan hoef ik het niet uit te leggen.");

    private static void InHospital(Story leida) =>
        leida
            .AtNight(302, "23:50")
            .By(Hoekstra)
            .Joins(Verburg, CareRelation.Consultation)
            .Course(
                CourseChange.AdmittedToHospital,
                Walcheren.Hospital.Name,
                "Vocht achter de longen na een griep. Met de ambulance, Marijke reed erachteraan."
            )
            .On(280)
            .By(Hoekstra)
            .Course(CourseChange.CameHome, null, "Na drie weken zaal naar huis, acht kilo vocht lichter.");

    private static void AtHome(Story leida) =>
        leida
            .On(171, "13:15")
            .By(Hoekstra)
            .Joins(Wisse)
            .On(150, "12:20")
            .By(Hoekstra)
            .Leaves(Verburg, "Leida komt niet meer op de polikliniek; de huisarts neemt het over.")
            .On(118, "10:10")
            .By(Azouzi)
            .WhatMatters(
                """
                Ik wil de meidoorn nog één keer zien bloeien, en thuis zijn als het zover is. Geen gedoe met slangen.
                En zet de radio aan, die hoort bij mij.
                """
            )
            .On(64, "11:00")
            .By(Azouzi)
            .Joins(Sinke, CareRelation.Shared);

    private static void SecondPlan(Story leida) =>
        leida
            .On(19, "15:30")
            .By(Hoekstra)
            .Talks(
                [Marijke.Party],
                "Leida begon er zelf over, nog voor de koffie.",
                talk =>
                    talk.CanDecide()
                        .Goal(TreatmentGoal.SymptomRelief, "Klachten verlichten; het leven hoeft niet langer.")
                        .No(TreatmentKind.Resuscitation, "Dat staat al op mijn penning.")
                        .No(TreatmentKind.Ventilation)
                        .No(TreatmentKind.IntensiveCare)
                        .Only(
                            TreatmentKind.HospitalAdmission,
                            "Alleen als het thuis echt niet gaat, en pas na overleg met het palliatief team.",
                            """
                            Als ik zo benauwd ben dat Marijke in paniek raakt, dan mag het. Maar niet weer drie weken
                            op die zaal.
                            """
                        )
                        .Only(TreatmentKind.Antibiotics, "Als pil. Niet via een infuus.")
                        .NotDiscussed(TreatmentKind.BloodProducts)
                        .NotDiscussed(TreatmentKind.IcdDeactivation)
                        .DiesAt(PlaceOfDeath.Home, "Thuis, met het bed zo dat ik de tuin zie.")
                        .Euthanasia(EuthanasiaPosition.WantsNone, "Het mag vanzelf, als het maar niet benauwd is.")
                        .Wishes("Zeg eerst wie u bent en ga zitten. Staande mensen maken me onrustig.")
                        .ElseMatters("De brief in de secretaire is voor Kees. Niet eerder geven.")
            )
            .On(18, "09:30")
            .By(Azouzi)
            .MedicationLies(
                "Morfine 10 mg/ml, onder de huid",
                "benauwdheid en pijn",
                "gele doos, keukenkast links",
                "wijkverpleging, huisarts"
            )
            .MedicationLies(
                "Midazolam 5 mg/ml, onder de huid",
                "onrust, angst bij benauwdheid",
                "gele doos, keukenkast links",
                "wijkverpleging, huisarts"
            );

    private static void GrowsWorse(Story leida) =>
        leida
            .On(4, "16:05")
            .By(Hoekstra)
            .Joins(DeNooijer, CareRelation.Consultation)
            .AtNight(3, "08:15")
            .By(Azouzi)
            .Course(
                CourseChange.Deteriorated,
                null,
                "Kan niet meer plat liggen en slaapt in de stoel. De benauwdheid ging in drie dagen van 2 naar 4."
            )
            .Around(Marijke with { Words = "Slaapt beneden nu moeder benauwd is." })
            .Hears(Marijke, KeepingUp.Weeks, null)
            .AtNight(2, "03:12")
            .By(Kant)
            .FindsThem()
            .Opens(AccessAction.ReadNight)
            .AtNight(1, "16:40")
            .By(Marijke)
            .Opens(AccessAction.ReadPlan)
            .AtNight(1, "19:25")
            .ByThemselves()
            .Opens(AccessAction.ReadLog);
}
