using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Demo.Region;

/// <summary>The Flemish setting: an invented network around the real cities of Gent and Deinze.</summary>
internal static class Ghent
{
    private const string Gent = "Gent";
    private const string Deinze = "Deinze";

    public const string OutOfHours = "09 055 01 99";

    public static readonly Workplace Practice = new(
        "groepspraktijk-het-wilgenhof",
        "Groepspraktijk Het Wilgenhof",
        OrganisationKind.GeneralPractice,
        Gent,
        "BE",
        "09 055 01 02",
        OutOfHours,
        "Na 19 uur en in het weekend: de wachtpost."
    );

    public static readonly Workplace MillPractice = new(
        "huisartsen-de-molenwal",
        "Huisartsen De Molenwal",
        OrganisationKind.GeneralPractice,
        Deinze,
        "BE",
        "09 055 02 02",
        OutOfHours
    );

    public static readonly Workplace OutOfHoursPractice = new(
        "wachtpost-leie-en-schelde",
        "Wachtpost Leie en Schelde",
        OrganisationKind.OutOfHoursPractice,
        Gent,
        "BE",
        null,
        OutOfHours
    );

    public static readonly Workplace HomeNursing = new(
        "thuisverpleging-de-waterjuffer",
        "Thuisverpleging De Waterjuffer",
        OrganisationKind.HomeCare,
        Gent,
        "BE",
        "09 055 03 01",
        "09 055 03 09"
    );

    public static readonly Workplace Hospital = new(
        "ziekenhuis-de-drie-bruggen",
        "Ziekenhuis De Drie Bruggen",
        OrganisationKind.Hospital,
        Gent,
        "BE",
        "09 055 04 00",
        "09 055 04 00"
    );

    public static readonly Workplace NursingHome = new(
        "woonzorgcentrum-ter-vlasbeke",
        "Woonzorgcentrum Ter Vlasbeke",
        OrganisationKind.NursingHome,
        Deinze,
        "BE",
        "09 055 06 01",
        "09 055 06 02"
    );

    public static readonly Workplace PalliativeTeam = new(
        "palliatieve-thuisequipe-de-karekiet",
        "Palliatieve thuisequipe De Karekiet",
        OrganisationKind.PalliativeHomeTeam,
        Gent,
        "BE",
        "09 055 08 01",
        "09 055 08 01",
        "Dag en nacht, ook voor de mantelzorger."
    );

    public static readonly Workplace ChildTeam = new(
        "kinderequipe-de-glimworm",
        "Thuisequipe voor kinderen De Glimworm",
        OrganisationKind.PalliativeHomeTeam,
        Gent,
        "BE",
        "09 055 09 01",
        "09 055 09 01"
    );

    public static readonly Workplace Volunteers = new(
        "vrijwilligers-het-tweede-kopje",
        "Vrijwilligerswerking Het Tweede Kopje",
        OrganisationKind.Volunteers,
        Gent,
        "BE",
        "09 055 10 01"
    );

    public static readonly Workplace Network = new(
        "palliatief-netwerk-leievallei",
        "Palliatief netwerk Leievallei",
        OrganisationKind.Network,
        Gent,
        "BE",
        "09 055 14 01"
    );

    public static IReadOnlyList<Workplace> Workplaces { get; } =
    [
        Practice,
        MillPractice,
        OutOfHoursPractice,
        HomeNursing,
        Hospital,
        NursingHome,
        PalliativeTeam,
        ChildTeam,
        Volunteers,
        Network,
    ];
}
