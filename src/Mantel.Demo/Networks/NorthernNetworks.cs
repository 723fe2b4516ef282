using Mantel.Demo.Folk;
using Mantel.Demo.Region;

namespace Mantel.Demo.Networks;

/// <summary>
/// The three networks of the demo above the rivers: one where many speak another language, one where it is all done in
/// time, and one where nobody asks where.
/// </summary>
internal static class NorthernNetworks
{
    private static readonly NameStock FromTwente = Names.OfTheNetherlands.With(
        """
        Nijhuis, Kamphuis, ter Braak, Wolbert, Oude Lansink, Wiggers, Bruggink, Asbreuk, Haarman, Lansink, Morsink,
        Olde Scheper, Hesselink, Nijland, Meijerink, Leussink, Workel, ten Thije, te Wierik, Koenderink, Kottink,
        Wevers, Hulshof, Engbers, Siemerink
        """
    );

    private static readonly NameStock FromGroningen = Names.OfTheNetherlands.With(
        """
        Wiersema, Huizinga, Bolhuis, Dijkema, Clevering, Bolt, Doornbos, Wigboldus, Rietema, Noordhof, Zuidema,
        Mollema, Feringa, Oosterhuis, Tammens, Boersema, Datema, Hofman, Kremer, Ploeg, Sikkema, Venema, Schuringa
        """
    );

    private static readonly IReadOnlyList<Workplace> InUtrecht = Houses.Read(
        "utrecht",
        "NL",
        "030 05",
        night: true,
        """
        Network, Netwerk palliatieve zorg De Werfkelder, Utrecht
        GeneralPractice, Huisartsenpraktijk De Vechtoever, Utrecht
        GeneralPractice, Huisartsen De Dubbele Schaar, Utrecht
        GeneralPractice, Praktijk De Biltse Duif, De Bilt
        GeneralPractice, Praktijk De Zandloper, Zeist
        OutOfHoursPractice, Huisartsenpost De Stadsbrug, Utrecht
        HomeCare, Thuiszorg De Singel, Utrecht
        HomeCare, Wijkverpleging De Bongerd, Zeist
        Hospital, Ziekenhuis De Hoge Lindelaan, Utrecht
        NursingHome, Woonzorgcentrum De Trekvogel, Utrecht
        Hospice, Hospice De Blauwe Stoep, Utrecht
        PalliativeHomeTeam, Palliatief team De Gierzwaluw, Utrecht
        SpiritualCare, Centrum voor levensvragen De Drempel, Utrecht
        SocialWork, Maatschappelijk werk De Waterlijn, Utrecht
        Volunteers, Vrijwilligers De Soepketel, Utrecht
        """
    );

    public static readonly Network Utrecht = new("utrecht", "NPZ35", "NL", People: 220, Numbers: 1100)
    {
        Habits = new Habits { Interprets = 0.22, TalksInTime = 0.68 },
        Towns = Network.Ground(
            "NL",
            """
            Utrecht, GM0344, 3561, 12
            Zeist, GM0355, 3701, 3
            De Bilt, GM0310, 3731, 2
            Bunnik, GM0312, 3981, 1
            """
        ),
        Stocks =
        [
            (Names.OfTheNetherlands, 54),
            (Names.OfTurkey, 17),
            (Names.OfMorocco, 20),
            (Names.OfPoland, 3),
            (Names.OfSuriname, 6),
        ],
        Workplaces = InUtrecht,
        Staff = Houses.Staff("utrecht", Names.OfTheNetherlands, InUtrecht),
    };

    private static readonly IReadOnlyList<Workplace> InTwente = Houses.Read(
        "twente",
        "NL",
        "053 05",
        night: true,
        """
        Network, Netwerk palliatieve zorg De Es, Enschede
        GeneralPractice, Huisartsenpraktijk De Weefspoel, Enschede
        GeneralPractice, Huisartsen De Loo-es, Hengelo
        GeneralPractice, Praktijk De Buurtschap, Haaksbergen
        GeneralPractice, Praktijk De Zoutketel, Almelo
        OutOfHoursPractice, Huisartsenpost De Twaalf Spinten, Enschede
        HomeCare, Thuiszorg Naoberhoes, Enschede
        HomeCare, Wijkverpleging De Mars, Oldenzaal
        Hospital, Ziekenhuis De Houtwal, Enschede
        NursingHome, Woonzorgcentrum De Spoelhof, Hengelo
        Hospice, Hospice De Heideblink, Enschede
        PalliativeHomeTeam, Palliatief team De Wielewaal, Enschede
        SpiritualCare, Centrum voor levensvragen De Bovenkamer, Hengelo
        Volunteers, Vrijwilligers Achter de Deel, Enschede
        """
    );

    public static readonly Network Twente = new("twente", "NPZ11", "NL", People: 200, Numbers: 1400)
    {
        Habits = new Habits
        {
            Ahead = 1.35,
            AtTheLast = 0.06,
            NeverMarked = 0.05,
            TalksInTime = 0.82,
            AsksWhere = 0.95,
            DiesAtHome = 0.95,
            AsksCloseOnes = 0.85,
            AsksSurprise = 0.9,
            AsksTeam = 0.5,
            HasVolunteer = 0.3,
            Confirms = 0.95,
        },
        Towns = Network.Ground(
            "NL",
            """
            Enschede, GM0153, 7511, 6
            Hengelo, GM0164, 7551, 4
            Almelo, GM0141, 7607, 3
            Oldenzaal, GM0173, 7571, 2
            Haaksbergen, GM0158, 7481, 1
            Borne, GM0147, 7622, 1
            """
        ),
        Stocks = [(FromTwente, 90), (Names.OfTurkey, 8), (Names.OfPoland, 2)],
        Workplaces = InTwente,
        Staff = Houses.Staff("twente", FromTwente, InTwente),
    };

    private static readonly IReadOnlyList<Workplace> InGroningen = Houses.Read(
        "groningen",
        "NL",
        "050 05",
        night: true,
        """
        Network, Netwerk palliatieve zorg De Wierde, Groningen
        GeneralPractice, Huisartsenpraktijk De Borgtuin, Groningen
        GeneralPractice, Huisartsen Het Maar, Het Hogeland
        GeneralPractice, Praktijk De Trekweg, Westerkwartier
        OutOfHoursPractice, Huisartsenpost De Ommelanden, Groningen
        HomeCare, Thuiszorg De Kokkel, Groningen
        HomeCare, Wijkverpleging De Kwelder, Eemsdelta
        Hospital, Ziekenhuis De Hoge Wierde, Groningen
        NursingHome, Woonzorgcentrum De Slingertuin, Het Hogeland
        Hospice, Hospice De Noorderzon, Groningen
        PalliativeHomeTeam, Palliatief team De Scholekster, Groningen
        SpiritualCare, Centrum voor levensvragen De Stelp, Groningen
        Volunteers, Vrijwilligers De Brug van Klei, Groningen
        """
    );

    public static readonly Network Groningen = new("groningen", "NPZ01", "NL", People: 170, Numbers: 1700)
    {
        Habits = new Habits { AsksWhere = 0.18, TalksInTime = 0.58 },
        Towns = Network.Ground(
            "NL",
            """
            Groningen, GM0014, 9711, 9
            Winsum, GM1966 Het Hogeland, 9951, 2
            Leek, GM1969 Westerkwartier, 9351, 3
            Delfzijl, GM1979 Eemsdelta, 9934, 2
            """
        ),
        Stocks = [(FromGroningen, 96), (Names.OfSuriname, 3), (Names.OfPoland, 1)],
        Workplaces = InGroningen,
        Staff = Houses.Staff("groningen", FromGroningen, InGroningen),
    };
}
