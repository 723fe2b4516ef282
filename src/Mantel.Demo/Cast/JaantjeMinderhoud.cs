using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Cast;

/// <summary>
/// Jaantje Minderhoud, 88, Arnemuiden: she refuses that anything is shared. One night the ambulance broke the glass for
/// a vital emergency, and she has not read of it yet.
/// </summary>
internal static class JaantjeMinderhoud
{
    public const string Key = "jaantje-minderhoud";

    private static readonly DemoCloseOne Leuntje = new(
        "leuntje-meerman",
        Called.Known("Leuntje", "Meerman"),
        Relationship.Niece,
        "nicht",
        "06 0055 0601",
        1,
        "niet op zondag, tenzij het moet",
        null,
        false,
        ContactRole.FirstContact
    );

    public static Story Tell(DateOnly today)
    {
        var jaantje = new Story(Key, today);
        jaantje
            .On(488, "09:30")
            .Registers(
                Abrahamse,
                Called.Own("Adriana Jacoba", "Jaantje", "Minderhoud"),
                PartialDate.Parse("1938-02-17"),
                FixedIdentifiers.Bsn(4),
                AdministrativeGender.Female,
                Places.Arnemuiden("Hoogaarspad", "5", "De deur is los.")
            )
            .Has("Chronische nierschade, laatste stadium", "433146000", jaantje.Days.YearsAgo(3))
            .AlsoHas("Hoge bloeddruk", "38341003", jaantje.Days.YearsAgo(21))
            .NoAllergies()
            .Around(Leuntje)
            .Tells(BackgroundAspect.Faith, "Gereformeerde Gemeente. Zondag geen bezoek dat wachten kan.")
            .Tells(
                BackgroundAspect.LifeStory,
                "Dochter, zuster en tante van vissers. Heeft veertig jaar garnalen gepeld en er drie aan zee verloren."
            )
            .WhatMatters(
                "Mijn tijden zijn in Zijn hand. Wat de dokter moet weten weet hij. De rest hoeft niet in een computer."
            )
            .Refuses("Wat tussen mij en dokter Abrahamse is, blijft daar.");
        Plan(jaantje);
        Night(jaantje);
        return jaantje;
    }

    private static void Plan(Story jaantje) =>
        jaantje
            .On(302, "10:00")
            .By(Abrahamse)
            .Joins(Sturm)
            .On(215, "14:45")
            .By(Abrahamse)
            .Talks(
                [Leuntje.Party],
                "Kort. Ze had haar antwoorden al op een envelop geschreven.",
                talk =>
                    talk.CanDecide()
                        .Goal(TreatmentGoal.SymptomRelief)
                        .No(TreatmentKind.Resuscitation)
                        .Yes(TreatmentKind.HospitalAdmission, "Als het nodig is. Niet voor een dag langer.")
                        .Yes(TreatmentKind.Antibiotics)
                        .No(TreatmentKind.BloodProducts, "Dat vind ik te ver gaan.")
                        .NoOther("Dialyse", "Drie dagen in de week aan een machine is geen leven, dat is wachten.")
                        .DiesAt(PlaceOfDeath.Home)
                        .Euthanasia(EuthanasiaPosition.WantsNone)
                        .Donor(YesNoUnknown.No)
            );

    private static void Night(Story jaantje) =>
        jaantje
            .AtNight(6, "04:20")
            .By(Kodde)
            .FindsThem()
            .BreaksGlass("Buiten bewustzijn aangetroffen door haar nicht, ademt oppervlakkig.", vitalEmergency: true)
            .Opens(AccessAction.ReadNight)
            .On(5, "09:05")
            .By(Abrahamse)
            .ReadsOfBrokenGlass()
            .Course(CourseChange.Deteriorated, null, "Flauwgevallen door een te lage suiker. Is thuis gebleven.");
}
