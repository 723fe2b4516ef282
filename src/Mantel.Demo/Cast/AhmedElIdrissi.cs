using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;

namespace Mantel.Demo.Cast;

/// <summary>
/// Ahmed El Idrissi, born in 1951 and nobody knows which day, Gent: kidney failure on dialysis. On one day the hospital
/// wrote down that intensive care is wanted and his doctor that it is not: that contradiction is shown.
/// </summary>
internal static class AhmedElIdrissi
{
    public const string Key = "ahmed-el-idrissi";

    private static readonly DemoCloseOne Karim = new(
        "karim-el-idrissi",
        Called.Known("Karim", "El Idrissi"),
        Relationship.Son,
        "zoon",
        "0400 55 22 01",
        1,
        "na het werk; dringend: altijd",
        null,
        false,
        ContactRole.FirstContact
    );

    private static readonly DemoCloseOne Naima = new(
        "naima-el-idrissi",
        Called.Known("Naïma", "El Idrissi"),
        Relationship.Daughter,
        "dochter",
        "0400 55 22 02",
        2,
        Words: "Verpleegster in Antwerpen. Tolkt voor moeder, niet voor vader: dat wil hij niet.",
        Roles: [ContactRole.InformalCarer]
    );

    public static Story Tell(DateOnly today)
    {
        var ahmed = new Story(Key, today);
        Begins(ahmed);
        FirstPlan(ahmed);
        TwoWordsOnOneDay(ahmed);
        return ahmed;
    }

    private static void Begins(Story ahmed) =>
        ahmed
            .On(525, "10:10")
            .Registers(
                Verstraete,
                Called.Own("Ahmed", "Ahmed", "Idrissi", "El"),
                new PartialDate(1951),
                FixedIdentifiers.Insz(new PartialDate(1951)),
                AdministrativeGender.Male,
                Places.Gent("Gareelmakerssteeg", "61", "Gelijkvloers. Schoenen uit wordt geapprecieerd."),
                "ary"
            )
            .Has("Chronisch nierfalen, hemodialyse drie keer per week", "46177005", ahmed.Days.YearsAgo(4))
            .AlsoHas("Diabetes type 2", "44054006", ahmed.Days.YearsAgo(19))
            .AlsoHas("Herseninfarct, hersteld", "230690007", ahmed.Days.YearsAgo(2))
            .NoAllergies()
            .Around(Karim, Naima)
            .Speaks(
                "ary",
                true,
                "Tolk Marokkaans-Arabisch, een man. Zijn Frans is goed genoeg voor koffie.",
                "Karim, zoon"
            )
            .Tells(BackgroundAspect.Faith, "Moslim. Afspraken na het middaggebed.")
            .Tells(
                BackgroundAspect.LifeStory,
                """
                Kwam in 1974 met een koffer en een adres naar de textiel. Vijfentwintig jaar aan de weefgetouwen; hij
                hoort nog altijd beter wie er binnenkomt dan wat die zegt.
                """
            )
            .Tells(BackgroundAspect.HealthLiteracy, "Leest geen Nederlands. Tekeningen en het doosje zelf werken goed.")
            .WhatMatters(
                """
                Drie dagen in de week ben ik van de machine, vier dagen ben ik van mijn kleinkinderen. Als die vier er
                niet meer zijn, hoeven die drie ook niet. Maar dat zeg ik met mijn zonen erbij, na het gebed.
                """
            )
            .Consents()
            .On(520)
            .By(Verstraete)
            .Joins(Vermeire)
            .Joins(Roels);

    private static void FirstPlan(Story ahmed) =>
        ahmed
            .On(240, "14:30")
            .By(Vermeire)
            .Talks(
                [Karim.Party],
                "Tijdens de dialyse, met een tolk. Ahmed luisterde met zijn ogen dicht.",
                talk =>
                    talk.CanDecide()
                        .Goal(TreatmentGoal.LifeProlonging)
                        .Yes(TreatmentKind.Resuscitation)
                        .Yes(TreatmentKind.IntensiveCare)
                        .Yes(TreatmentKind.HospitalAdmission)
                        .Yes(TreatmentKind.BloodProducts)
                        .NotKnown(TreatmentKind.Ventilation, "Dat wil hij eerst met de imam bespreken."),
                source: new Source("Elektronisch dossier De Drie Bruggen", [])
            );

    private static void TwoWordsOnOneDay(Story ahmed) =>
        ahmed
            .AtNight(44, "22:10")
            .By(Verstraete)
            .Course(CourseChange.AdmittedToHospital, Ghent.Hospital.Name, "Gevallen bij het opstaan, heup gebroken.")
            .On(27, "10:05")
            .By(Vermeire)
            .Talks(
                [Karim.Party],
                "Op de dialyse, voor het ontslag.",
                talk =>
                    talk.Yes(TreatmentKind.IntensiveCare, "Als er een uitweg is.")
                        .No(TreatmentKind.Resuscitation)
                        .Only(TreatmentKind.Ventilation, "Een paar dagen, om een longontsteking door te komen."),
                source: new Source("Elektronisch dossier De Drie Bruggen", [])
            )
            .On(27, "17:40")
            .By(Verstraete)
            .Talks(
                [Karim.Party, Naima.Party],
                "Thuis, dezelfde dag, met de hele familie en zonder tolk. Ahmed zei het in het Frans.",
                talk =>
                    talk.Goal(TreatmentGoal.SymptomRelief)
                        .No(TreatmentKind.IntensiveCare, "Plus de machines.")
                        .No(TreatmentKind.Resuscitation)
                        .OnlyOther("Dialyse", "Doorgaan tot na het suikerfeest, dan opnieuw bekijken.")
                        .DoesNotKnowWhere("Thuis of in Nador, daar is hij niet uit.")
            )
            .On(26, "09:20")
            .By(Verstraete)
            .Course(CourseChange.CameHome, null, "Thuis met een ziekenhuisbed in de voorkamer.")
            .Joins(Maenhout)
            .Joins(WhoWorksOnWalcheren.Wisse, CareRelation.Consultation)
            .On(21, "08:20")
            .By(Vermeire)
            .SendsUnclear(
                "Elektronisch dossier De Drie Bruggen",
                "Consent/bloed-2",
                TreatmentKind.BloodProducts,
                "Bloed: zie vorige keer."
            )
            .On(20, "11:40")
            .By(Verstraete)
            .Ends<ToAskAboutReceived>(_ => true, "De dienst gebeld: er is niets veranderd.");
}
