using Mantel.Demo.Folk;
using Mantel.Demo.Region;

namespace Mantel.Demo.Networks;

/// <summary>
/// The two networks of the demo in Zeeland: one where much goes well, one where no nurse comes at night.
/// </summary>
internal static class ZeelandNetworks
{
    private static readonly NameStock FromWalcheren = Names.OfTheNetherlands.With(
        """
        Boone, Geldof, Janse, Provoost, Polderman, de Kam, Westdorp, Corbeel, Meertens, van Sluijs, Goedegebuure,
        Tramper, Adriaanse, Joosse, Roelse, Lampert, Meulmeester, Simonse, Flipse, Melis, Kesteloo, Coppoolse,
        Huibregtse, Karelse, Krijger, van Belzen, Willeboordse, Marinissen, Dingenouts, Wattel
        """
    );

    private static readonly NameStock FromZeeuwsVlaanderen = Names.OfTheNetherlands.With(
        """
        de Bruijne, Dieleman, de Feijter, Cornelis, de Regt, Scheele, Hamelink, Wolfert, Dees, Verstraeten, Baert,
        Audenaerd, van Hoeve, Buysrogge, Risseeuw, Basting, Faas, Leenhouts, van Dixhoorn, de Putter, Haak, Scheerens
        """
    );

    private static readonly IReadOnlyList<Workplace> MoreOnWalcheren = Houses.Read(
        "walcheren",
        "NL",
        "0118 06",
        night: true,
        """
        GeneralPractice, Huisartsenpraktijk De Kreek, Middelburg
        GeneralPractice, Huisartsen Onder de Duinen, Veere
        GeneralPractice, Praktijk De Oude Sluis, Vlissingen
        HomeCare, Wijkverpleging Het Strandhuis, Veere
        NursingHome, Woonzorgcentrum De Meidoornhaag, Vlissingen
        PalliativeHomeTeam, Consultteam De Zwaluwstaart, Vlissingen
        Volunteers, Vrijwilligers De Theelichtjes, Middelburg
        """
    );

    /// <summary>Before practices and district nurses went through their lists together every month.</summary>
    private static readonly Habits BeforeTheyMet = new()
    {
        TalksInTime = 0.55,
        DiesAtHome = 0.9,
        AsksWhere = 0.9,
        AsksCloseOnes = 0.7,
        AsksSurprise = 0.4,
        AsksTeam = 0.2,
    };

    public static readonly Network Walcheren = new("walcheren", "NPZ50", "NL", People: 700, Numbers: 2000)
    {
        Habits = BeforeTheyMet,
        Since = (330, BeforeTheyMet with { TalksInTime = 0.8, AsksSurprise = 0.85, AsksTeam = 0.5 }),
        Towns = Network.Ground(
            "NL",
            """
            Vlissingen, GM0718, 4381, 8
            Oost-Souburg, GM0718 Vlissingen, 4388, 3
            Middelburg, GM0687, 4331, 11
            Arnemuiden, GM0687 Middelburg, 4341, 1
            Serooskerke, GM0717 Veere, 4353, 2
            Koudekerke, GM0717 Veere, 4371, 2
            Domburg, GM0717 Veere, 4357, 1
            """
        ),
        Stocks =
        [
            (FromWalcheren, 90),
            (Names.OfTurkey, 3),
            (Names.OfPoland, 2),
            (Names.OfMorocco, 2),
            (Names.OfSuriname, 3),
        ],
        Workplaces = [.. Region.Walcheren.Workplaces, .. MoreOnWalcheren],
        Staff = [.. WhoWorksOnWalcheren.Caring, .. Houses.Staff("walcheren", FromWalcheren, MoreOnWalcheren)],
    };

    private static readonly IReadOnlyList<Workplace> InZeeuwsVlaanderen = Houses.Read(
        "zeeuws-vlaanderen",
        "NL",
        "0115 05",
        night: false,
        """
        Network, Netwerk palliatieve zorg De Zeeboei, Terneuzen
        GeneralPractice, Huisartsenpraktijk De Wulp, Terneuzen
        GeneralPractice, Huisartsen Het Zoute Veer, Hulst
        GeneralPractice, Praktijk De Grenspaal, Sluis
        OutOfHoursPractice, Huisartsenpost Scheldeboord, Terneuzen
        HomeCare, Thuiszorg De Kluut, Terneuzen
        HomeCare, Wijkverpleging Achter de Dijk, Hulst
        Hospital, Ziekenhuis De Zeekant, Terneuzen
        NursingHome, Woonzorgcentrum Het Kreekhof, Hulst
        Hospice, Hospice De Kreekroos, Terneuzen
        PalliativeHomeTeam, Palliatief team De Tureluur, Terneuzen
        SpiritualCare, Centrum voor levensvragen Het Wad, Terneuzen
        Volunteers, Vrijwilligers De Lantaarn, Terneuzen
        """
    );

    public static readonly Network ZeeuwsVlaanderen = new("zeeuws-vlaanderen", "NPZ51", "NL", People: 130, Numbers: 500)
    {
        Habits = new Habits
        {
            DiesAtHome = 0.44,
            ElseHospital = 0.85,
            NightCare = false,
        },
        Towns = Network.Ground(
            "NL",
            """
            Terneuzen, GM0715, 4531, 5
            Axel, GM0715 Terneuzen, 4571, 2
            Hulst, GM0677, 4561, 4
            Oostburg, GM1714 Sluis, 4501, 2
            Sluis, GM1714, 4524, 1
            """
        ),
        Stocks = [(FromZeeuwsVlaanderen, 95), (Names.OfPoland, 3), (Names.OfTurkey, 2)],
        Workplaces = InZeeuwsVlaanderen,
        Staff = Houses.Staff("zeeuws-vlaanderen", FromZeeuwsVlaanderen, InZeeuwsVlaanderen),
    };
}
