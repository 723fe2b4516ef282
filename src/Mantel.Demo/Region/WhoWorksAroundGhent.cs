using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Demo.Region;

/// <summary>The professionals and volunteers of the Flemish setting.</summary>
internal static class WhoWorksAroundGhent
{
    public static readonly Professional Verstraete = new(
        "verstraete",
        "dr. Els Verstraete",
        Role.GeneralPractitioner,
        Discipline.GeneralPractitioner,
        "huisarts",
        Ghent.Practice,
        SignIn: "gp-ghent"
    );

    public static readonly Professional Lootens = new(
        "lootens",
        "dr. Pieter Lootens",
        Role.GeneralPractitioner,
        Discipline.GeneralPractitioner,
        "huisarts",
        Ghent.MillPractice
    );

    public static readonly Professional Ceulemans = new(
        "ceulemans",
        "dr. Wouter Ceulemans",
        Role.PhysicianOnDuty,
        Discipline.GeneralPractitioner,
        "huisarts van wacht",
        Ghent.OutOfHoursPractice
    );

    public static readonly Professional Roels = new(
        "roels",
        "Katrien Roels",
        Role.Nurse,
        Discipline.Nurse,
        "thuisverpleegkundige",
        Ghent.HomeNursing,
        "0400 55 03 11",
        SignIn: "nurse-ghent"
    );

    public static readonly Professional Bral = new(
        "bral",
        "Sofie Bral",
        Role.Nurse,
        Discipline.Nurse,
        "hoofdverpleegkundige",
        Ghent.NursingHome
    );

    public static readonly Professional Soetaert = new(
        "soetaert",
        "dr. Lieve Soetaert",
        Role.Physician,
        Discipline.Physician,
        "coördinerend en raadgevend arts",
        Ghent.NursingHome
    );

    public static readonly Professional Maenhout = new(
        "maenhout",
        "Hilde Maenhout",
        Role.PalliativeTeam,
        Discipline.PalliativeConsultant,
        "palliatief verpleegkundige",
        Ghent.PalliativeTeam
    );

    public static readonly Professional Vermeire = new(
        "vermeire",
        "dr. Bart Vermeire",
        Role.Physician,
        Discipline.MedicalSpecialist,
        "nefroloog",
        Ghent.Hospital
    );

    public static readonly Professional Dhondt = new(
        "dhondt",
        "dr. Ann Dhondt",
        Role.Physician,
        Discipline.MedicalSpecialist,
        "longarts",
        Ghent.Hospital
    );

    public static readonly Professional Ysebaert = new(
        "ysebaert",
        "dr. Karel Ysebaert",
        Role.Physician,
        Discipline.MedicalSpecialist,
        "cardioloog",
        Ghent.Hospital
    );

    public static readonly Professional Impens = new(
        "impens",
        "dr. Nele Impens",
        Role.Physician,
        Discipline.Paediatrician,
        "kinderarts",
        Ghent.ChildTeam
    );

    public static readonly Professional Minne = new(
        "minne",
        "Roger Minne",
        Role.Volunteer,
        Discipline.Volunteer,
        "vrijwilliger",
        Ghent.Volunteers,
        "0400 55 10 11"
    );

    public static readonly Professional Bracke = new(
        "bracke",
        "Lien Bracke",
        Role.Coordinator,
        Discipline.Other,
        "netwerkcoördinator",
        Ghent.Network,
        SignIn: "coordinator-ghent"
    );

    /// <summary>Everybody with an account at the demo sign-in.</summary>
    public static IReadOnlyList<Professional> SigningIn { get; } = [Verstraete, Roels, Bracke];

    /// <summary>Those who care for people at their homes or in their houses.</summary>
    public static IReadOnlyList<Professional> Caring { get; } =
    [Verstraete, Lootens, Roels, Maenhout, Minne, Bral, Soetaert, Vermeire, Dhondt, Ysebaert, Impens];
}
