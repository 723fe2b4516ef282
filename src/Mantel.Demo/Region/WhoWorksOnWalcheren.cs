using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Demo.Region;

/// <summary>The professionals and volunteers of the Dutch setting, those of the demo sign-in among them.</summary>
internal static class WhoWorksOnWalcheren
{
    public static readonly Professional Hoekstra = new(
        "hoekstra",
        "dr. S. Hoekstra",
        Role.GeneralPractitioner,
        Discipline.GeneralPractitioner,
        "huisarts",
        Walcheren.Practice,
        SignIn: "gp"
    )
    {
        OnDutyAt = Walcheren.OutOfHoursPractice,
    };

    public static readonly Professional Azouzi = new(
        "azouzi",
        "Fatima Azouzi",
        Role.Nurse,
        Discipline.Nurse,
        "wijkverpleegkundige",
        Walcheren.HomeCare,
        "06 0055 0311",
        SignIn: "nurse"
    );

    public static readonly Professional Kant = new(
        "kant",
        "dr. R. Kant",
        Role.PhysicianOnDuty,
        Discipline.GeneralPractitioner,
        "dienstdoend huisarts",
        Walcheren.OutOfHoursPractice,
        SignIn: "physician-on-duty"
    );

    public static readonly Professional Wisse = new(
        "wisse",
        "Lotte Wisse",
        Role.PalliativeTeam,
        Discipline.PalliativeConsultant,
        "verpleegkundig specialist palliatieve zorg",
        Walcheren.PalliativeTeam,
        SignIn: "palliative-team"
    );

    public static readonly Professional Kodde = new(
        "kodde",
        "Milan Kodde",
        Role.Ambulance,
        Discipline.Other,
        "ambulanceverpleegkundige",
        Walcheren.Ambulance,
        SignIn: "ambulance"
    );

    public static readonly Professional DeNooijer = new(
        "de-nooijer",
        "Ruth de Nooijer",
        Role.Chaplain,
        Discipline.Chaplain,
        "geestelijk verzorger",
        Walcheren.LifeQuestions,
        "06 0055 1211",
        SignIn: "chaplain"
    );

    public static readonly Professional Poppe = new(
        "poppe",
        "Dennis Poppe",
        Role.SocialWorker,
        Discipline.SocialWorker,
        "maatschappelijk werker",
        Walcheren.SocialWork,
        SignIn: "social-worker"
    );

    public static readonly Professional Sinke = new(
        "sinke",
        "Piet Sinke",
        Role.Volunteer,
        Discipline.Volunteer,
        "vrijwilliger",
        Walcheren.Volunteers,
        "06 0055 1011",
        SignIn: "volunteer"
    );

    public static readonly Professional Tuinman = new(
        "tuinman",
        "Anneke Tuinman",
        Role.Administrator,
        Discipline.Other,
        "functioneel beheerder",
        Walcheren.Network,
        SignIn: "administrator"
    );

    public static readonly Professional Sanderse = new(
        "sanderse",
        "Willemijn Sanderse",
        Role.Coordinator,
        Discipline.Other,
        "netwerkcoördinator",
        Walcheren.Network,
        SignIn: "coordinator"
    );

    public static readonly Professional DeVisser = new(
        "de-visser",
        "Joris de Visser",
        Role.Analyst,
        Discipline.Other,
        "onderzoeker",
        Walcheren.Network,
        SignIn: "analyst"
    );

    public static readonly Professional Abrahamse = new(
        "abrahamse",
        "dr. M. Abrahamse",
        Role.GeneralPractitioner,
        Discipline.GeneralPractitioner,
        "huisarts",
        Walcheren.AbbeyPractice
    );

    public static readonly Professional Sturm = new(
        "sturm",
        "Joke Sturm",
        Role.Nurse,
        Discipline.Nurse,
        "wijkverpleegkundige",
        Walcheren.HomeCare,
        "06 0055 0312"
    );

    public static readonly Professional Verburg = new(
        "verburg",
        "dr. H. Verburg",
        Role.Physician,
        Discipline.MedicalSpecialist,
        "cardioloog",
        Walcheren.Hospital
    );

    public static readonly Professional Kloosterman = new(
        "kloosterman",
        "dr. N. Kloosterman",
        Role.Physician,
        Discipline.MedicalSpecialist,
        "oncoloog",
        Walcheren.Hospital
    );

    public static readonly Professional VanIersel = new(
        "van-iersel",
        "dr. T. van Iersel",
        Role.Physician,
        Discipline.MedicalSpecialist,
        "neuroloog",
        Walcheren.Hospital
    );

    public static readonly Professional Cijsouw = new(
        "cijsouw",
        "dr. E. Cijsouw",
        Role.Physician,
        Discipline.Paediatrician,
        "kinderarts",
        Walcheren.Hospital
    );

    public static readonly Professional Murre = new(
        "murre",
        "dr. C. Murre",
        Role.Physician,
        Discipline.ElderlyCarePhysician,
        "specialist ouderengeneeskunde",
        Walcheren.NursingHome
    );

    public static readonly Professional Lous = new(
        "lous",
        "Wendy Lous",
        Role.Nurse,
        Discipline.Nurse,
        "persoonlijk begeleider",
        Walcheren.GroupHome
    );

    public static readonly Professional Brasser = new(
        "brasser",
        "Ilse Brasser",
        Role.Nurse,
        Discipline.Nurse,
        "kinderverpleegkundige",
        Walcheren.ChildTeam
    );

    /// <summary>Everybody with an account at the demo sign-in.</summary>
    public static IReadOnlyList<Professional> SigningIn { get; } =
    [Hoekstra, Azouzi, Kant, Wisse, Kodde, DeNooijer, Poppe, Sinke, Tuinman, Sanderse, DeVisser];

    /// <summary>Those who care for people at their homes or in their houses.</summary>
    public static IReadOnlyList<Professional> Caring { get; } =
    [Hoekstra, Abrahamse, Azouzi, Sturm, Wisse, Sinke, DeNooijer, Verburg, Kloosterman, VanIersel, Cijsouw, Murre];
}
