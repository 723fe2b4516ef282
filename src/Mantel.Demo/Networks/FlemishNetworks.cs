using Mantel.Demo.Folk;
using Mantel.Demo.Region;

namespace Mantel.Demo.Networks;

/// <summary>
/// The three Flemish networks of the demo: a lively one, one where close ones are never asked how long they can keep
/// it up, and one where many do not want to talk.
/// </summary>
internal static class FlemishNetworks
{
    private static readonly NameStock FromTheEast = Names.OfFlanders.With(
        """
        De Baets, Van Acker, Steyaert, De Vuyst, Goethals, Van Hoecke, De Muynck, Standaert, Dhaenens,
        Van Kerrebroeck, Bauwens, De Roo, Lippens, Welvaert, Van Vooren, Cornelis, Dobbelaere, Gyselinck, Wauters,
        Haesebrouck, Van Wassenhove, Braeckman
        """
    );

    private static readonly NameStock FromTheWest = Names.OfFlanders.With(
        """
        Vanhoutte, Vandecasteele, Demeyere, Deschacht, Dewaele, Ghyselen, Vanneste, Lagrou, Degrande, Vermote,
        Coulier, Deprez, Vandromme, Boudry, Decrop, Huyghe, Maertens, Verhaeghe, Dequidt, Ameloot, Debruyne, Clybouw,
        Vansteenkiste, Deceuninck
        """
    );

    private static readonly NameStock FromLimburg = Names.OfFlanders.With(
        """
        Vanderstraeten, Bollen, Schepers, Cuypers, Reynders, Geraerts, Moons, Loos, Jans, Nelissen, Vandebroek,
        Gielen, Slegers, Berden, Custers, Thoelen, Vrancken, Bielen, Croonen, Jorissen, Poelmans, Swennen, Mechelmans
        """
    );

    private static readonly IReadOnlyList<Workplace> MoreAroundGhent = Houses.Read(
        "gent-eeklo",
        "BE",
        "09 055 2",
        night: true,
        """
        GeneralPractice, Huisartsen De Kouter, Gent
        GeneralPractice, Groepspraktijk De Blauwe Vaart, Eeklo
        GeneralPractice, Wijkpraktijk De Sleepstraatjes, Gent
        HomeCare, Thuisverpleging De Meetjes, Eeklo
        NursingHome, Woonzorgcentrum De Lieve Linde, Eeklo
        NursingHome, Woonzorgcentrum De Muinkhof, Gent
        Volunteers, Vrijwilligers De Koffiepot, Eeklo
        """
    );

    public static readonly Network GentEeklo = new("gent-eeklo", "GEE", "BE", People: 640, Numbers: 0)
    {
        Habits = new Habits
        {
            DiesAtHome = 0.74,
            ElseHospital = 0.8,
            AsksTeam = 0.34,
        },
        Towns = Network.Ground(
            "BE",
            """
            Gent, 44021, 9000, 9
            Gentbrugge, 44021 Gent, 9050, 3
            Deinze, 44083, 9800, 3
            Eeklo, 43005, 9900, 2
            Merelbeke, 44088 Merelbeke-Melle, 9820, 2
            Evergem, 44019, 9940, 2
            Aalter, 44084, 9880, 2
            """
        ),
        Stocks =
        [
            (FromTheEast, 84),
            (Names.OfTurkey, 6),
            (Names.OfMorocco, 4),
            (Names.WhoSpeaksFrench, 4),
            (Names.OfPoland, 2),
        ],
        Workplaces = [.. Ghent.Workplaces, .. MoreAroundGhent],
        Staff = [.. WhoWorksAroundGhent.Caring, .. Houses.Staff("gent-eeklo", FromTheEast, MoreAroundGhent)],
    };

    private static readonly IReadOnlyList<Workplace> OnTheCoast = Houses.Read(
        "westhoek-oostende",
        "BE",
        "059 055",
        night: true,
        """
        Network, Palliatief netwerk De Golfbreker, Oostende
        GeneralPractice, Huisartsen De Visserskaai, Oostende
        GeneralPractice, Groepspraktijk De Hopstaak, Poperinge
        GeneralPractice, Huisartsen De Ganzepoot, Diksmuide
        OutOfHoursPractice, Wachtpost De Zeewering, Oostende
        HomeCare, Thuisverpleging De Garnaalboot, Oostende
        HomeCare, Thuisverpleging De Frontweg, Ieper
        Hospital, Ziekenhuis De Zeebries, Oostende
        NursingHome, Woonzorgcentrum De Duinroos, Koksijde
        NursingHome, Woonzorgcentrum De Boezinge Hoeve, Ieper
        PalliativeHomeTeam, Palliatieve thuisequipe De Stern, Oostende
        Volunteers, Vrijwilligers De Windscherm, Oostende
        """
    );

    public static readonly Network WesthoekOostende = new("westhoek-oostende", "WHO", "BE", People: 170, Numbers: 645)
    {
        Habits = new Habits
        {
            AsksCloseOnes = 0.04,
            DiesAtHome = 0.48,
            ElseHospital = 0.35,
            HasVolunteer = 0.05,
        },
        Towns = Network.Ground(
            "BE",
            """
            Oostende, 35013, 8400, 6
            Ieper, 33011, 8900, 3
            Poperinge, 33021, 8970, 2
            Diksmuide, 32003, 8600, 2
            Veurne, 38025, 8630, 1
            Koksijde, 38014, 8670, 3
            """
        ),
        Stocks = [(FromTheWest, 93), (Names.WhoSpeaksFrench, 6), (Names.OfPoland, 1)],
        Workplaces = OnTheCoast,
        Staff = Houses.Staff("westhoek-oostende", FromTheWest, OnTheCoast),
    };

    private static readonly IReadOnlyList<Workplace> InLimburg = Houses.Read(
        "limburg",
        "BE",
        "011 055",
        night: true,
        """
        Network, Palliatief netwerk De Terril, Hasselt
        GeneralPractice, Huisartsen De Koempel, Genk
        GeneralPractice, Groepspraktijk De Fruitgaard, Sint-Truiden
        GeneralPractice, Huisartsen De Rechte Maas, Maasmechelen
        GeneralPractice, Huisartsen De Zandbank, Lommel
        OutOfHoursPractice, Wachtpost De Demer, Hasselt
        HomeCare, Thuisverpleging De Ophaalkooi, Genk
        HomeCare, Thuisverpleging De Bokkenrijder, Hasselt
        Hospital, Ziekenhuis De Abdijmuur, Hasselt
        NursingHome, Woonzorgcentrum De Schachtbok, Genk
        NursingHome, Woonzorgcentrum De Hoogstam, Sint-Truiden
        PalliativeHomeTeam, Palliatieve thuisequipe De Boomleeuwerik, Hasselt
        SpiritualCare, Pastorale dienst De Kapelberg, Hasselt
        Volunteers, Vrijwilligers De Vlaaienbakkers, Hasselt
        """
    );

    public static readonly Network Limburg = new("limburg", "LIM", "BE", People: 190, Numbers: 815)
    {
        Habits = new Habits { DoesNotWant = 0.34, TalksInTime = 0.74 },
        Towns = Network.Ground(
            "BE",
            """
            Hasselt, 71072, 3500, 5
            Genk, 71016, 3600, 4
            Sint-Truiden, 71053, 3800, 2
            Tongeren, 73111 Tongeren-Borgloon, 3700, 2
            Maasmechelen, 73107, 3630, 2
            Lommel, 72020, 3920, 2
            """
        ),
        Stocks = [(FromLimburg, 78), (Names.OfItaly, 12), (Names.OfTurkey, 8), (Names.OfPoland, 2)],
        Workplaces = InLimburg,
        Staff = Houses.Staff("limburg", FromLimburg, InLimburg),
    };
}
