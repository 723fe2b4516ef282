namespace Mantel.Core.CareTeam;

/// <summary>
/// The three layers of support around a person: community, generalist and specialist palliative care.
/// </summary>
public enum SupportLayer
{
    /// <summary>Close ones, neighbours, volunteers, chaplains, social work: shown as a moss square.</summary>
    Community,

    /// <summary>Those who care for many kinds of people: shown as a petrol triangle.</summary>
    Generalist,

    /// <summary>Those for whom palliative care is the profession: shown as an aubergine diamond.</summary>
    Specialist,
}

/// <summary>Where members of a team stand in the layers of support.</summary>
public static class SupportLayers
{
    /// <summary>
    /// Ordered as the eye should meet them: whoever treats first, then who advises, then the community.
    /// </summary>
    public static int Order(this SupportLayer layer) =>
        layer switch
        {
            SupportLayer.Generalist => 0,
            SupportLayer.Specialist => 1,
            SupportLayer.Community => 2,
        };

    public static SupportLayer Layer(this CareTeamMemberJoined member) =>
        member.Discipline switch
        {
            Discipline.PalliativeConsultant => SupportLayer.Specialist,
            Discipline.Volunteer or Discipline.VolunteerCoordinator => SupportLayer.Community,
            Discipline.Chaplain or Discipline.SocialWorker or Discipline.Other => member.Relation == CareRelation.Shared
                ? SupportLayer.Community
                : SupportLayer.Generalist,
            Discipline.GeneralPractitioner
            or Discipline.ElderlyCarePhysician
            or Discipline.MedicalSpecialist
            or Discipline.Paediatrician
            or Discipline.Physician
            or Discipline.PhysicianAssistant
            or Discipline.NurseSpecialist
            or Discipline.Nurse
            or Discipline.CareAssistant
            or Discipline.Psychologist
            or Discipline.Physiotherapist
            or Discipline.Pharmacist => SupportLayer.Generalist,
        };
}
