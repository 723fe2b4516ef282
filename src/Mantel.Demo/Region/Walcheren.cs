using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Demo.Region;

/// <summary>The Dutch setting: an invented network on the real peninsula of Walcheren, in Zeeland.</summary>
internal static class Walcheren
{
    private const string Vlissingen = "Vlissingen";
    private const string Middelburg = "Middelburg";

    public const string OutOfHours = "0118 05 01 99";

    public static readonly Workplace Practice = new(
        "praktijk-de-meeuw",
        "Huisartsenpraktijk De Meeuw",
        OrganisationKind.GeneralPractice,
        Vlissingen,
        "NL",
        "0118 05 01 02",
        OutOfHours,
        "Na 17 uur en in het weekend neemt de huisartsenpost waar."
    );

    public static readonly Workplace AbbeyPractice = new(
        "praktijk-de-abdijtoren",
        "Huisartsenpraktijk De Abdijtoren",
        OrganisationKind.GeneralPractice,
        Middelburg,
        "NL",
        "0118 05 02 02",
        OutOfHours
    );

    public static readonly Workplace OutOfHoursPractice = new(
        "huisartsenpost-walcheren",
        "Huisartsenpost Walcheren",
        OrganisationKind.OutOfHoursPractice,
        Vlissingen,
        "NL",
        null,
        OutOfHours
    );

    public static readonly Workplace HomeCare = new(
        "thuiszorg-de-zeekool",
        "Thuiszorg De Zeekool",
        OrganisationKind.HomeCare,
        Middelburg,
        "NL",
        "0118 05 03 01",
        "0118 05 03 09"
    );

    public static readonly Workplace Hospital = new(
        "ziekenhuis-de-schorre",
        "Ziekenhuis De Schorre",
        OrganisationKind.Hospital,
        Vlissingen,
        "NL",
        "0118 05 04 00",
        "0118 05 04 00"
    );

    public static readonly Workplace Hospice = new(
        "hospice-de-lamsoor",
        "Hospice De Lamsoor",
        OrganisationKind.Hospice,
        Middelburg,
        "NL",
        "0118 05 05 01",
        "0118 05 05 01"
    );

    public static readonly Workplace NursingHome = new(
        "woonzorg-de-zilte-hof",
        "Woonzorgcentrum De Zilte Hof",
        OrganisationKind.NursingHome,
        Middelburg,
        "NL",
        "0118 05 06 01",
        "0118 05 06 02"
    );

    public static readonly Workplace GroupHome = new(
        "woonhuis-de-kokmeeuw",
        "Woonhuis De Kokmeeuw",
        OrganisationKind.Other,
        Vlissingen,
        "NL",
        "0118 05 07 01",
        "0118 05 07 01"
    );

    public static readonly Workplace PalliativeTeam = new(
        "palliatief-team-de-strandloper",
        "Palliatief team De Strandloper",
        OrganisationKind.PalliativeHomeTeam,
        Middelburg,
        "NL",
        "0118 05 08 01",
        "0118 05 08 01",
        "Dag en nacht bereikbaar, ook voor de familie."
    );

    public static readonly Workplace ChildTeam = new(
        "kinderthuiszorg-het-zeepaardje",
        "Kinderthuiszorg Het Zeepaardje",
        OrganisationKind.HomeCare,
        Middelburg,
        "NL",
        "0118 05 09 01",
        "0118 05 09 01"
    );

    public static readonly Workplace Ambulance = new(
        "ambulancedienst-scheldemond",
        "Ambulancedienst Scheldemond",
        OrganisationKind.Ambulance,
        Vlissingen,
        "NL"
    );

    public static readonly Workplace Volunteers = new(
        "vrijwilligers-de-vuurbaak",
        "Vrijwilligers De Vuurbaak",
        OrganisationKind.Volunteers,
        Vlissingen,
        "NL",
        "0118 05 10 01"
    );

    public static readonly Workplace SocialWork = new(
        "maatschappelijk-werk-de-keersluis",
        "Maatschappelijk werk De Keersluis",
        OrganisationKind.SocialWork,
        Vlissingen,
        "NL",
        "0118 05 11 01"
    );

    public static readonly Workplace LifeQuestions = new(
        "levensvragen-de-luwte",
        "Centrum voor levensvragen De Luwte",
        OrganisationKind.SpiritualCare,
        Middelburg,
        "NL",
        "0118 05 12 01",
        "0118 05 12 01"
    );

    public static readonly Workplace Pharmacy = new(
        "apotheek-de-kreukel",
        "Apotheek De Kreukel",
        OrganisationKind.Pharmacy,
        Vlissingen,
        "NL",
        "0118 05 13 01"
    );

    public static readonly Workplace Network = new(
        "netwerk-de-meidoorn",
        "Netwerk palliatieve zorg De Meidoorn",
        OrganisationKind.Network,
        Middelburg,
        "NL",
        "0118 05 14 01"
    );

    public static IReadOnlyList<Workplace> Workplaces { get; } =
    [
        Practice,
        AbbeyPractice,
        OutOfHoursPractice,
        HomeCare,
        Hospital,
        Hospice,
        NursingHome,
        GroupHome,
        PalliativeTeam,
        ChildTeam,
        Ambulance,
        Volunteers,
        SocialWork,
        LifeQuestions,
        Pharmacy,
        Network,
    ];
}
