using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Cast;

/// <summary>
/// Ria Francke, 71, Vlissingen: ovarian cancer. Yesterday evening she told the volunteer at her bed something else than
/// what was agreed; nobody has talked it through yet.
/// </summary>
internal static class RiaFrancke
{
    public const string Key = "ria-francke";

    private static readonly DemoCloseOne Wout = new(
        "wout-francke",
        Called.Known("Wout", "Francke"),
        Relationship.Husband,
        "echtgenoot",
        "06 0055 0701",
        1,
        null,
        "Hoort slecht; laat lang overgaan.",
        false,
        ContactRole.FirstContact,
        ContactRole.InformalCarer
    );

    public static Story Tell(DateOnly today)
    {
        var ria = new Story(Key, today);
        Begins(ria);
        Plan(ria);
        ria.AtNight(1, "22:50")
            .By(Sinke)
            .SaysNow(
                """
                Als het weer gaat bloeden wil ik tóch naar het ziekenhuis. Ik dacht dat ik het thuis kon, maar vannacht
                was ik alleen maar bang.
                """,
                "Piet Sinke, vrijwilliger, die bij haar waakte"
            );
        return ria;
    }

    private static void Begins(Story ria) =>
        ria.On(390, "10:40")
            .Registers(
                Hoekstra,
                Called.PartnerFirst("Maria Cornelia", "Ria", "Francke", "Louws"),
                PartialDate.Parse("1955-08-22"),
                FixedIdentifiers.Bsn(5),
                AdministrativeGender.Female,
                Places.Vlissingen("Boeienplein", "3")
            )
            .Has("Eierstokkanker, uitgezaaid in de buik", "363443007", ria.Days.MonthsAgo(20))
            .AllergicTo("Pleisters met colofonium", "Blaren")
            .Around(Wout)
            .Tells(
                BackgroundAspect.LifeStory,
                "Badmeester in het oude zeebad, want badjuf vond ze een woord voor iemand die aan de kant blijft."
            )
            .Tells(BackgroundAspect.Faith, "Nergens van, en dat wil ze zo houden.")
            .WhatMatters(
                """
                Ik heb drieduizend kinderen leren zwemmen en er is er niet één verdronken. Ik wil niet benauwd zijn. Dat
                is het enige waar ik bang voor ben, en juist ik.
                """
            )
            .Consents()
            .On(371)
            .By(Hoekstra)
            .Joins(Azouzi)
            .Joins(Kloosterman, CareRelation.Consultation);

    private static void Plan(Story ria) =>
        ria.On(132, "11:15")
            .By(Hoekstra)
            .Course(CourseChange.Deteriorated, null, "De tweede kuur deed niets. Gestopt, op haar eigen voorstel.")
            .On(120, "15:00")
            .By(Hoekstra)
            .Talks(
                [Wout.Party],
                "Ria praatte, Wout schreef mee op de achterkant van een kalender.",
                talk =>
                    talk.CanDecide()
                        .Goal(TreatmentGoal.SymptomRelief)
                        .No(TreatmentKind.Resuscitation)
                        .No(TreatmentKind.Ventilation)
                        .No(TreatmentKind.IntensiveCare)
                        .No(TreatmentKind.HospitalAdmission, "Ik heb genoeg plafonds gezien.")
                        .Yes(TreatmentKind.Antibiotics)
                        .No(TreatmentKind.BloodProducts)
                        .DiesAt(PlaceOfDeath.Home, "Met het raam open.")
                        .Euthanasia(EuthanasiaPosition.NoDeclarationMightRequest, "Als de adem weg is en ik niet.")
                        .WillTell(Wout)
            )
            .On(75)
            .By(Hoekstra)
            .Joins(Wisse)
            .Joins(Sinke, CareRelation.Shared)
            .NamesCentral(Azouzi)
            .By(Azouzi)
            .MedicationLies("Oxycodon 5 mg, tablet", "pijn", "badkamerkastje", "Ria zelf", request: null)
            .On(40, "09:50")
            .By(Azouzi)
            .Ends<MedicationAtHomeRecorded>(_ => true, "Slikken gaat niet meer; vervangen door morfine.")
            .MedicationLies(
                "Midazolam 5 mg/ml, onder de huid",
                "plotse bloeding of verstikking",
                "nachtkastje",
                "wie erbij is, ook Wout"
            )
            .MedicationLies("Morfine 10 mg/ml, onder de huid", "pijn", "nachtkastje", "wijkverpleging, huisarts");
}
