using Mantel.Demo.Folk;
using Mantel.Demo.Region;

namespace Mantel.Demo.Networks;

/// <summary>
/// The two networks of the demo in the south of the Netherlands: one that marks late, one that changed its habits.
/// </summary>
internal static class SouthernNetworks
{
    private static readonly NameStock FromBrabant = Names.OfTheNetherlands.With(
        """
        van Gils, Hereijgers, Roovers, Oomen, Vermeeren, Braspenning, van Oosterhout, Verdaasdonk, Michielsen,
        van den Heijkant, Marijnissen, Koenraadt, Jochems, Kustermans, Hoppenbrouwers, Snoeren, van Hooijdonk,
        Mathijssen, Schrauwen, Nuijten, Rommens, Broeders
        """
    );

    private static readonly NameStock FromTheHills = Names.OfTheNetherlands.With(
        """
        Janssen, Hendrix, Crutzen, Lemmens, Houben, Pluijmen, Bastiaens, Frijns, Claessens, Spronck, Dassen, Prevoo,
        Smeets, Jaspers, Cobben, Lousberg, Wolfs, Schreurs, Kusters, Gelissen, Heijnen, Debie, Bemelmans, Mingels
        """
    );

    private static readonly IReadOnlyList<Workplace> AroundBreda = Houses.Read(
        "breda",
        "NL",
        "076 05",
        night: true,
        """
        Network, Netwerk palliatieve zorg De Turfschuit, Breda
        GeneralPractice, Huisartsenpraktijk De Lindeboog, Breda
        GeneralPractice, Huisartsen Het Markdal, Breda
        GeneralPractice, Praktijk De Boomkwekerij, Zundert
        OutOfHoursPractice, Huisartsenpost Baronie, Breda
        HomeCare, Thuiszorg De Eglantier, Breda
        HomeCare, Wijkverpleging De Moerput, Etten-Leur
        Hospital, Ziekenhuis De Heidebloem, Breda
        NursingHome, Woonzorgcentrum Het Mastland, Breda
        Hospice, Hospice De Boomklever, Breda
        PalliativeHomeTeam, Palliatief team De Nachtzwaluw, Breda
        SpiritualCare, Centrum voor levensvragen De Bedstee, Breda
        Volunteers, Vrijwilligers De Kannen, Breda
        """
    );

    public static readonly Network Breda = new("breda", "NPZ53", "NL", People: 150, Numbers: 700)
    {
        Habits = new Habits
        {
            Ahead = 0.5,
            AtTheLast = 0.46,
            AsksSurprise = 0.15,
            TalksInTime = 0.52,
            NeverMarked = 0.18,
        },
        Towns = Network.Ground(
            "NL",
            """
            Breda, GM0758, 4811, 9
            Prinsenbeek, GM0758 Breda, 4841, 2
            Etten-Leur, GM0777, 4872, 4
            Zundert, GM0879, 4881, 2
            """
        ),
        Stocks =
        [
            (FromBrabant, 88),
            (Names.OfTurkey, 3),
            (Names.OfMorocco, 4),
            (Names.OfPoland, 3),
            (Names.OfSuriname, 2),
        ],
        Workplaces = AroundBreda,
        Staff = Houses.Staff("breda", FromBrabant, AroundBreda),
    };

    private static readonly IReadOnlyList<Workplace> AroundMaastricht = Houses.Read(
        "maastricht",
        "NL",
        "043 05",
        night: true,
        """
        Network, Netwerk palliatieve zorg De Mergelgroeve, Maastricht
        GeneralPractice, Huisartsenpraktijk De Geulbrug, Valkenburg aan de Geul
        GeneralPractice, Huisartsen De Sterrenberg, Maastricht
        GeneralPractice, Praktijk De Hazelaar, Eijsden-Margraten
        OutOfHoursPractice, Huisartsenpost Maas en Heuvel, Maastricht
        HomeCare, Thuiszorg De Kersenboom, Maastricht
        HomeCare, Wijkverpleging De Graft, Gulpen-Wittem
        Hospital, Ziekenhuis De Maaspoel, Maastricht
        NursingHome, Woonzorgcentrum De Carréhoeve, Meerssen
        Hospice, Hospice De Torenvalk, Maastricht
        PalliativeHomeTeam, Palliatief team De Vroedmeesterpad, Maastricht
        SpiritualCare, Centrum voor levensvragen De Voetveer, Maastricht
        Volunteers, Vrijwilligers De Stoof, Maastricht
        """
    );

    private static readonly Habits BeforeTheVisits = new()
    {
        TalksInTime = 0.3,
        TalksLater = 0.35,
        AsksTeam = 0.08,
        AsksSurprise = 0.25,
        AtTheLast = 0.24,
    };

    /// <summary>Nine months ago the palliative nurse began to sit in with the practices once a month.</summary>
    public static readonly Network Maastricht = new("maastricht", "NPZ62", "NL", People: 170, Numbers: 900)
    {
        Habits = BeforeTheVisits,
        Since = (
            270,
            BeforeTheVisits with
            {
                TalksInTime = 0.78,
                AsksTeam = 0.62,
                AsksSurprise = 0.8,
                AtTheLast = 0.1,
            }
        ),
        Towns = Network.Ground(
            "NL",
            """
            Maastricht, GM0935, 6211, 9
            Meerssen, GM0938, 6231, 2
            Eijsden, GM1903 Eijsden-Margraten, 6245, 2
            Valkenburg, GM0994 Valkenburg aan de Geul, 6301, 2
            Gulpen, GM1729 Gulpen-Wittem, 6271, 1
            Vaals, GM0981, 6291, 1
            """
        ),
        Stocks = [(FromTheHills, 93), (Names.OfItaly, 2), (Names.OfMorocco, 2), (Names.OfPoland, 3)],
        Workplaces = AroundMaastricht,
        Staff = Houses.Staff("maastricht", FromTheHills, AroundMaastricht),
    };
}
