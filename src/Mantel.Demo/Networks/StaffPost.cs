using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Demo.Networks;

/// <summary>A post in one of the houses of a network, to be filled by somebody.</summary>
internal sealed record StaffPost(Role Role, Discipline Discipline, string Title)
{
    public static readonly StaffPost Gp = new(Role.GeneralPractitioner, Discipline.GeneralPractitioner, "huisarts");
    public static readonly StaffPost DistrictNurse = new(Role.Nurse, Discipline.Nurse, "wijkverpleegkundige");
    public static readonly StaffPost HomeNurse = new(Role.Nurse, Discipline.Nurse, "thuisverpleegkundige");
    public static readonly StaffPost HeadNurse = new(Role.Nurse, Discipline.Nurse, "hoofdverpleegkundige");
    public static readonly StaffPost HospiceNurse = new(Role.Nurse, Discipline.Nurse, "verpleegkundige in het hospice");
    public static readonly StaffPost Volunteer = new(Role.Volunteer, Discipline.Volunteer, "vrijwilliger");
    public static readonly StaffPost Chaplain = new(Role.Chaplain, Discipline.Chaplain, "geestelijk verzorger");
    public static readonly StaffPost SocialWorker = new(
        Role.SocialWorker,
        Discipline.SocialWorker,
        "maatschappelijk werker"
    );

    public static readonly StaffPost ElderlyCare = new(
        Role.Physician,
        Discipline.ElderlyCarePhysician,
        "specialist ouderengeneeskunde"
    );

    public static readonly StaffPost HomePhysician = new(
        Role.Physician,
        Discipline.Physician,
        "coördinerend en raadgevend arts"
    );

    public static readonly StaffPost Palliative = new(
        Role.PalliativeTeam,
        Discipline.PalliativeConsultant,
        "palliatief verpleegkundige"
    );

    public bool IsDoctor => Role is Role.GeneralPractitioner or Role.Physician;

    /// <summary>The physicians of a hospital to whom people here go, in Belgium a geriatrician among them.</summary>
    public static IEnumerable<StaffPost> Specialists(bool isBelgian)
    {
        string[] titles =
        [
            "oncoloog",
            "cardioloog",
            "longarts",
            "nefroloog",
            "neuroloog",
            isBelgian ? "geriater" : "klinisch geriater",
        ];
        return titles
            .Select(title => new StaffPost(Role.Physician, Discipline.MedicalSpecialist, title))
            .Append(new StaffPost(Role.Physician, Discipline.Paediatrician, "kinderarts"));
    }
}
