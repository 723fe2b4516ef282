using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Cast;

/// <summary>
/// Yusuf Demir, 58, Vlissingen, now in hospital: lung cancer. He speaks Turkish, his daughter Elif is the key person,
/// and he does not want to talk about dying now.
/// </summary>
internal static class YusufDemir
{
    public const string Key = "yusuf-demir";

    private static readonly DemoCloseOne Elif = new(
        "elif-demir",
        Called.Known("Elif", "Demir"),
        Relationship.Daughter,
        "dochter",
        "06 0055 0401",
        1,
        "altijd, eerst een bericht sturen",
        "Sleutelpersoon: vertelt haar vader wat de dokter zegt, op het moment dat hij het horen kan.",
        false,
        ContactRole.FirstContact,
        ContactRole.InformalCarer
    );

    private static readonly DemoCloseOne Hatice = new(
        "hatice-demir",
        Called.Known("Hatice", "Demir"),
        Relationship.Wife,
        "echtgenote",
        "06 0055 0402",
        2
    );

    public static Story Tell(DateOnly today)
    {
        var yusuf = new Story(Key, today);
        Begins(yusuf);
        NotNow(yusuf);
        InHospital(yusuf);
        return yusuf;
    }

    private static void Begins(Story yusuf) =>
        yusuf
            .On(410, "08:50")
            .Registers(
                Hoekstra,
                Called.Own("Yusuf", "Yusuf", "Demir"),
                PartialDate.Parse("1968-07"),
                FixedIdentifiers.Bsn(2),
                AdministrativeGender.Male,
                Places.Vlissingen("Zeekraalstraat", "88", "Derde verdieping, de lift is vaak stuk."),
                "tr"
            )
            .Has("Niet-kleincellige longkanker, uitgezaaid naar de lever", "254637007", yusuf.Days.MonthsAgo(14))
            .AlsoHas("Diabetes type 2", "44054006", yusuf.Days.YearsAgo(8))
            .AllergicTo("Jodiumhoudend contrastmiddel", "Galbulten en benauwdheid bij een scan")
            .Around(Elif, Hatice)
            .Speaks("tr", true, "Tolk Turks via de tolkentelefoon; bij gewone dingen Elif.", "Elif Demir, dochter")
            .Tells(BackgroundAspect.Faith, "Moslim. Bidt zittend nu staan niet meer gaat.")
            .Tells(
                BackgroundAspect.Rituals,
                """
                Aan het einde graag het bed naar Mekka, en iemand die leest. Wassen doet de familie, mannen bij een man.
                """
            )
            .Tells(
                BackgroundAspect.LifeStory,
                """
                Kwam op zijn negentiende uit Karaman naar de scheepswerf. Laste er dertig jaar, nachtdienst het liefst:
                dan was het schip van hem.
                """
            )
            .WhatMatters(
                """
                Ik heb dertig jaar gelast, ik ken vuur. Ik wil dat mijn dochters niet fluisteren op de gang. Vertel het
                eerst aan Elif; zij weet wanneer ik het kan horen.
                """
            )
            .Consents("Wie helpt mag het lezen. Mijn broer in Rotterdam niet, die maakt zich maar druk.");

    private static void NotNow(Story yusuf) =>
        yusuf
            .On(395, "11:00")
            .By(Hoekstra)
            .Joins(Azouzi)
            .Joins(Kloosterman, CareRelation.Consultation)
            .On(233, "15:10")
            .By(Hoekstra)
            .WillNotTalkAbout(
                TalkTopic.Everything,
                onlyNow: true,
                """
                Zolang ik kuren krijg, praten we over de kuren. Als God anders beslist, zeg ik het wel tegen Elif en zij
                tegen u.
                """
            )
            .On(96, "10:45")
            .By(Hoekstra)
            .Talks(
                [Elif.Party, Hatice.Party],
                "Met een tolk aan de telefoon. Over het einde is niet gesproken, over de hoest wel.",
                talk =>
                    talk.CanDecide()
                        .Goal(TreatmentGoal.LifeProlonging, "Alles wat helpt, zolang het helpt.")
                        .Yes(TreatmentKind.HospitalAdmission)
                        .Yes(TreatmentKind.Antibiotics)
                        .Yes(TreatmentKind.BloodProducts)
                        .NotDiscussed(TreatmentKind.Resuscitation)
                        .NotDiscussed(TreatmentKind.IntensiveCare)
                        .Wishes("Geen varkensproducten, ook niet in capsules. Vraag het Elif als u twijfelt.")
            )
            .WillNotTalkAbout(
                TalkTopic.PlaceOfDeath,
                onlyNow: true,
                "Wie over de plek praat, haalt de dag dichterbij. Vraag het mij na het offerfeest nog eens."
            );

    private static void InHospital(Story yusuf) =>
        yusuf
            .AtNight(11, "21:30")
            .By(Hoekstra)
            .Course(
                CourseChange.AdmittedToHospital,
                Walcheren.Hospital.Name,
                "Longontsteking achter de tumor, koorts 39,8."
            )
            .MovesTo(
                new Address(
                    AddressKind.Stay,
                    "Ziekenhuis De Schorre, afdeling C2, kamer 14",
                    null,
                    null,
                    "Vlissingen",
                    "Vlissingen",
                    "GM0718",
                    "NL",
                    "Thuis: Zeekraalstraat 88, derde verdieping."
                )
            )
            .On(2, "15:45")
            .By(Kloosterman)
            .AlsoHas("Longontsteking", "233604007", yusuf.Day)
            .On(1, "11:30")
            .By(Hoekstra)
            .Joins(Wisse, CareRelation.Consultation);
}
