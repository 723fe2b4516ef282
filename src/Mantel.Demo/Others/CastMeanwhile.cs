using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using static Mantel.Demo.Region.WhoWorksAroundGhent;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Others;

/// <summary>
/// What else happened to the people of the cast, so that each reason of the start list and of the review list has
/// somebody for whom it holds and somebody for whom it nearly does (docs/guide/cast.md).
/// </summary>
internal static class CastMeanwhile
{
    /// <summary>The story with what else happened, each thing in its place.</summary>
    public static Story In(Story story) =>
        All.TryGetValue(story.ToString(), out var tell) ? story.Meanwhile(tell) : story;

    private static readonly Dictionary<string, Action<Story>> All = new(StringComparer.Ordinal)
    {
        ["leida-vos"] = Leida,
        ["gerrit-postma"] = Gerrit,
        ["yusuf-demir"] = Yusuf,
        ["ria-francke"] = Ria,
        ["godelieve-van-hecke"] = Godelieve,
        ["jan-bakker-vlissingen"] = JanInVlissingen,
        ["jan-bakker-middelburg"] = JanInMiddelburg,
        ["maria-de-smet"] = MariaDeSmet,
        ["maria-de-smedt"] = MariaDeSmedt,
        ["solange-levy"] = Solange,
        ["nel-koole"] = Nel,
        ["achiel-baeten"] = Achiel,
        ["betsy-wondergem"] = Betsy,
        ["daan-verhage"] = Daan,
        ["zofia-kowalczyk"] = Zofia,
        ["wil-boogaard"] = Wil,
        ["corrie-zandee"] = Corrie,
        ["sjors-vermaas"] = Sjors,
        ["robin-castelijn"] = Robin,
        ["ko-louwerse"] = Ko,
    };

    private static void Leida(Story leida) =>
        leida.On(16, "09:40").By(Hoekstra).Shares(Azouzi).Then(16, "17:15").By(Azouzi).ReadsWhatWasShared();

    private static void Gerrit(Story gerrit) =>
        gerrit
            .On(33, "11:10")
            .By(Sturm)
            .HearsTheClosest(KeepingUp.Months, "Nog een maand, dan is het lente.")
            .AtNight(1, "19:50")
            .By(Sturm)
            .HearsTheClosest(KeepingUp.Days, "Hooguit een week. Dan moet er iets.");

    private static void Yusuf(Story yusuf) =>
        yusuf
            .On(70, "22:15")
            .By(Hoekstra)
            .Course(CourseChange.AdmittedToHospital, Walcheren.Hospital.Name, "Bloed bij het hoesten.")
            .On(66, "14:00")
            .By(Hoekstra)
            .Course(CourseChange.CameHome, null, "Met een zuurstoffles die niemand wil zien.")
            .On(12, "18:40")
            .By(Azouzi)
            .HearsTheClosest(KeepingUp.Weeks, "Zolang papa mij vertelt hoe het is, en niet doet alsof.");

    private static void Ria(Story ria) =>
        ria.AtNight(20, "15:30")
            .By(Sinke)
            .Signals("Ria eet alleen nog vanillevla.", "Een week", "Iemand die meedenkt over wat nog smaakt.")
            .On(18, "10:15")
            .By(Azouzi)
            .AnswersSignal("Diëtist gebeld; kleine beetjes, en het hoeft niet.", "Dank. Er is hulp geregeld.")
            .On(2, "12:20")
            .By(Hoekstra)
            .Shares(Azouzi);

    private static void Godelieve(Story godelieve) =>
        godelieve
            .On(158, "09:30")
            .By(Verstraete)
            .Course(CourseChange.AdmittedToHospital, Ghent.Hospital.Name, "Van spoed naar pneumologie.")
            .AtNight(133, "23:10")
            .By(Verstraete)
            .Course(CourseChange.AdmittedToHospital, Ghent.Hospital.Name, "Weer benauwd, weer met de ziekenwagen.")
            .On(127, "15:00")
            .By(Verstraete)
            .Course(CourseChange.CameHome, null, "Op eigen vraag.");

    private static void JanInVlissingen(Story jan) =>
        jan.On(48, "11:00")
            .By(Hoekstra)
            .Joins(Wisse)
            .NamesCentral(Wisse)
            .On(44, "14:30")
            .By(Azouzi)
            .Talks([], "Aan de keukentafel.", talk => talk.Only(TreatmentKind.Antibiotics, "Als pil."))
            .On(43, "09:20")
            .By(Hoekstra)
            .Confirms(TreatmentKind.Antibiotics)
            .On(35, "13:10")
            .By(Hoekstra)
            .AsksThemselves(SurpriseAnswer.No)
            .On(20, "16:45")
            .By(Hoekstra)
            .Leaves(Wisse, "De pijn is onder controle; Lotte komt terug als dat nodig is.")
            .NamesCentral(Hoekstra)
            .On(18, "11:30")
            .By(Hoekstra)
            .InvitesToPrepare()
            .AtNight(13, "20:10")
            .ByThemselves()
            .PreparesAtHome(
                ("what-matters", "Dat ik de post nog hoor vallen, ook van een ander."),
                ("wishes", "Niet naar een kamer waar de gordijnen niet open kunnen.")
            );

    private static void JanInMiddelburg(Story jan) =>
        jan.On(58, "11:20")
            .By(Abrahamse)
            .Talks([], "Na het spreekuur ingevoerd.", talk => talk.No(TreatmentKind.HospitalAdmission))
            .On(57, "08:50")
            .By(Abrahamse)
            .StrikesOut<TreatmentDirectiveAgreed>(
                agreed => agreed.Treatment.Kind is TreatmentKind.HospitalAdmission,
                "Dit was de andere Jan Bakker."
            )
            .Then(56, "09:30")
            .By(Abrahamse)
            .InvitesToPrepare()
            .AtNight(54, "19:40")
            .ByThemselves()
            .PreparesAtHome(("hospital-admission", "Als de duiven maar eten krijgen, wil ik best naar het ziekenhuis."))
            .On(50, "10:30")
            .By(Abrahamse)
            .Talks([], "Nog eens gevraagd, bij de til.", talk => talk.Yes(TreatmentKind.HospitalAdmission));

    private static void MariaDeSmet(Story maria) =>
        maria
            .On(160, "10:00")
            .By(Lootens)
            .Course(
                CourseChange.AdmittedToNursingHome,
                Ghent.NursingHome.Name,
                "Van een ander huis naar Ter Vlasbeke, dichter bij Rita."
            )
            .On(30, "11:20")
            .By(Lootens)
            .Declares(
                AdvanceDirectiveKind.BelgianNegativeDeclaration,
                maria.Days.YearsAgo(7),
                "Als ik mijn eigen kind niet meer ken, dan geen antibiotica. Laat het dan maar gaan.",
                decides: [new(new(TreatmentKind.Antibiotics), Decision.Withhold, null)]
            )
            .On(25, "09:10")
            .By(Bral)
            .Talks([], "Maria zei ja en zong verder.", talk => talk.Yes(TreatmentKind.BloodProducts))
            .On(24, "15:00")
            .By(Lootens)
            .Talks(
                [new Party(PartyKind.RelatedPerson, "Rita Claus")],
                "Opnieuw, met Rita erbij.",
                talk => talk.No(TreatmentKind.BloodProducts, "Geen naalden meer, zegt Rita, en Maria knikte.")
            );

    private static void Solange(Story solange) =>
        solange
            .On(26, "10:40")
            .By(Verstraete)
            .Declares(
                AdvanceDirectiveKind.BelgianNegativeDeclaration,
                solange.Days.YearsAgo(2),
                "Je refuse tout ce qui ne ferait que prolonger."
            );

    private static void Nel(Story nel) =>
        nel.On(41, "13:30")
            .By(Murre)
            .Declares(
                AdvanceDirectiveKind.TreatmentRefusal,
                nel.Days.YearsAgo(4),
                "Niets meer dat het rekt. Ik heb alles gehad."
            )
            .On(39, "10:10")
            .By(Murre)
            .WorksOut(
                "Met Nel doorgenomen, regel voor regel, met de grote letters.",
                new DirectiveClause(new(TreatmentKind.Resuscitation), Decision.Withhold, null),
                new DirectiveClause(new(TreatmentKind.Ventilation), Decision.Withhold, null),
                new DirectiveClause(new(TreatmentKind.IntensiveCare), Decision.Withhold, null)
            );

    private static void Achiel(Story achiel) =>
        achiel
            .On(3, "16:20")
            .By(Lootens)
            .Course(CourseChange.AdmittedToHospital, Ghent.Hospital.Name, "Gevallen aan het venster. Een heup.");

    private static void MariaDeSmedt(Story maria) =>
        maria
            .On(52, "11:30")
            .By(Verstraete)
            .Has("Leverfalen door uitzaaiingen", null, maria.Day)
            .On(46, "08:50")
            .By(Verstraete)
            .AsksThemselves(SurpriseAnswer.No)
            .On(45, "12:10")
            .By(Verstraete)
            .Marks("De lever doet niet meer mee.", MarkingReason.SurpriseQuestion, MarkingReason.Diagnosis)
            .On(40, "09:10")
            .By(Verstraete)
            .Talks([], "Aan de telefoon, op weg naar het ziekenhuis.", talk => talk.Yes(TreatmentKind.Antibiotics))
            .Then(40, "17:20")
            .By(Roels)
            .Talks([], "Thuisgekomen, moe, met de jas nog aan.", talk => talk.No(TreatmentKind.Antibiotics))
            .On(38, "14:00")
            .By(Verstraete)
            .Talks([], "Uitgeslapen, met de lijst erbij.", talk => talk.No(TreatmentKind.Antibiotics));

    private static void Betsy(Story betsy) =>
        betsy
            .On(21, "13:30")
            .By(Abrahamse)
            .Course(
                CourseChange.AdmittedToNursingHome,
                Walcheren.NursingHome.Name,
                "Na de derde val. Ze nam haar eigen bekers mee."
            );

    private static void Daan(Story daan)
    {
        var begun = new Guided();
        begun.Aims(TreatmentGoal.SymptomRelief);
        begun.Agrees(TreatmentKind.Resuscitation, Decision.NotDiscussed);
        daan.On(41, "16:10")
            .By(Abrahamse)
            .IsGuided([], TalkPartner.Person, TalkVariant.Dutch, true, null, null, begun, isReadBack: false)
            .On(40, "09:30")
            .By(Abrahamse)
            .ClosesWhatWasBegun("Daan wil eerst naar het concert. Daarna bellen we.");
    }

    private static void Zofia(Story zofia) =>
        zofia
            .AtNight(25, "16:20")
            .By(Poppe)
            .Signals("Szymon gaat niet meer naar school.", "Twee weken", "Iemand die met de jongens praat.")
            .On(24, "10:10")
            .By(Azouzi)
            .AnswersSignal("Met school en Ruth gebeld; er komt iemand op woensdag.", "Er komt iemand voor de jongens.")
            .On(16, "11:45")
            .By(Hoekstra)
            .Shares(DeNooijer)
            .AtNight(9, "18:30")
            .By(Poppe)
            .Signals("Zofia viel in de gang en weet niet hoe.", "Vandaag", "Dat er vanavond nog iemand kijkt.")
            .Then(9, "18:50")
            .By(Azouzi)
            .EscalatesSignal("Gevallen, misschien een aanval.")
            .Then(9, "20:15")
            .By(Hoekstra)
            .AnswersSignal("Langs geweest. Een aanval; dexamethason verhoogd.", "De dokter is geweest.")
            .On(5, "15:30")
            .By(Hoekstra)
            .Joins(Wisse)
            .NamesCentral(Wisse)
            .Talks([], "Met de tolkentelefoon.", talk => talk.Goal(TreatmentGoal.SymptomRelief))
            .On(4, "12:00")
            .By(Hoekstra)
            .Leaves(Wisse, "Na overleg draagt Lotte over aan het hospice. Wie het wordt, weten we nog niet.");

    private static void Wil(Story wil) =>
        wil.On(14, "09:50")
            .By(Hoekstra)
            .AsksThemselves(SurpriseAnswer.No)
            .AsksTheSecond(SurpriseAnswer.Yes)
            .AtNight(3, "21:40")
            .ByThemselves()
            .Signals("Ik word wakker, benauwd, en niemand ziet mijn lamp.", "Drie nachten", "Een bel die Ben voelt.");

    private static void Corrie(Story corrie) =>
        corrie
            .On(24, "19:10")
            .By(Lous)
            .HearsTheClosest(KeepingUp.NoLonger, "Ik slaap niet meer. Ik hoor haar overal.")
            .On(10, "11:30")
            .By(Lous)
            .HearsTheClosest(KeepingUp.Months, "Nu er drie nachten iemand waakt, gaat het weer.")
            .On(6, "10:20")
            .By(Lous)
            .Talks(
                [],
                "Bep was er niet. Corrie koos de plaat met de druppel.",
                talk => talk.Yes(TreatmentKind.BloodProducts)
            );

    private static void Sjors(Story sjors) =>
        sjors
            .On(55, "10:40")
            .By(Hoekstra)
            .Shares(Poppe)
            .Then(55, "16:00")
            .By(Poppe)
            .ReadsWhatWasShared()
            .On(40, "14:20")
            .By(Hoekstra)
            .Marks("Slikt alleen nog vloeibaar.", MarkingReason.Deterioration)
            .On(21, "17:35")
            .By(Hoekstra)
            .JoinsWith(
                FoundTwice.SjorsAgain,
                "Eén man. Bikkel zat buiten bij de spoedeisende hulp, en de ontslagbrief kwam bij mij."
            )
            .AtNight(12, "17:30")
            .By(Poppe)
            .Signals("Sjors was twee dagen niet bij de koffiebar.", null, null)
            .On(11, "09:15")
            .By(Azouzi)
            .AnswersSignal("Gevonden, op de steiger. Hij wilde alleen zijn.", "Hij is gevonden.")
            .AtNight(2, "17:10")
            .By(Poppe)
            .Signals("Sjors hoest bloed en slaapt buiten.", "Sinds gisteren", "Een bed waar Bikkel mee mag.")
            .AtNight(1, "09:05")
            .By(Azouzi)
            .EscalatesSignal("Bloed ophoesten bij keelkanker.");

    private static void Robin(Story robin)
    {
        var begun = new Guided();
        begun.Aims(TreatmentGoal.SymptomRelief);
        begun.Agrees(TreatmentKind.Antibiotics, Decision.Unknown);
        robin
            .On(12, "13:00")
            .By(Hoekstra)
            .AsksThemselves(SurpriseAnswer.No)
            .AsksTheSecond(SurpriseAnswer.Yes)
            .On(11, "15:20")
            .By(Hoekstra)
            .Marks("We wachten niet tot het hospice belt.", MarkingReason.SurpriseQuestion)
            .On(3, "10:50")
            .By(Hoekstra)
            .IsGuided([], TalkPartner.Person, TalkVariant.Dutch, true, null, null, begun, isReadBack: false)
            .On(1, "08:40")
            .By(Hoekstra)
            .MarksDying("Slaapt vooral, drinkt niet meer. Sanne waakt.");
    }

    private static void Ko(Story ko) =>
        ko.On(18, "16:30")
            .By(Abrahamse)
            .Has("Uitzaaiingen in de hersenen", "94225005", ko.Day)
            .On(9, "13:10")
            .By(Abrahamse)
            .SendsUnclear(
                "Ziekenhuisinformatiesysteem De Schorre",
                "Consent/ko-bloed",
                TreatmentKind.BloodProducts,
                "Bloedproducten: volgens protocol, tenzij."
            );
}
