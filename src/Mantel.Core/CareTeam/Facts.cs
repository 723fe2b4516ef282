using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>
/// Somebody close to the person (naaste, contactpersoon): how they relate, what they are asked, how to reach them.
/// </summary>
/// <param name="RelatedPerson">Stays the same when the details are corrected.</param>
/// <param name="CallOrder">Their place in the order of whom to call; null: none given.</param>
/// <param name="Account">Their account here, which gives them the relation; null when they have none.</param>
[FactKind("care-team.related-person-recorded")]
public sealed record RelatedPersonRecorded(
    Guid RelatedPerson,
    PersonName Name,
    Relationship? Relationship,
    string? RelationshipInWords,
    IReadOnlyList<ContactRole> Roles,
    IReadOnlyList<ContactPoint> ContactPoints,
    Address? Address,
    int? CallOrder,
    string? Words,
    Guid? Account
) : Fact;

/// <summary>Somebody is no longer in the circle.</summary>
[FactKind("care-team.related-person-left")]
public sealed record RelatedPersonLeft(Guid RelatedPerson, string? Reason) : Fact;

/// <summary>
/// Access was given to the person or a close one (toegang gegeven): the account that is made with the code is theirs.
/// </summary>
/// <param name="Account">The id that the account gets when it is made; until then nobody has it.</param>
/// <param name="CloseOne">Whose account it becomes; null for the person.</param>
[FactKind("care-team.access-given")]
public sealed record AccessGiven(Guid Account, Guid? CloseOne) : Fact;

/// <summary>A professional or volunteer cares for the person (lid van het zorgteam), effective from that day.</summary>
/// <param name="Member">Stays the same when the details are corrected.</param>
/// <param name="Account">Their account here, which gives them the relation; null when they have none.</param>
[FactKind("care-team.member-joined")]
public sealed record CareTeamMemberJoined(
    Guid Member,
    string Name,
    Discipline Discipline,
    string? DisciplineInWords,
    Guid? Organisation,
    string? OrganisationName,
    Reachability Reachability,
    Guid? Account,
    CareRelation Relation
) : Fact;

/// <summary>A member left the team; the relation ends on that day.</summary>
[FactKind("care-team.member-left")]
public sealed record CareTeamMemberLeft(Guid Member, string? Reason) : Fact;

/// <summary>
/// Who is the central care professional (centrale zorgverlener) from that day. There is one at a time.
/// </summary>
[FactKind("care-team.central-care-professional-named")]
public sealed record CentralCareProfessionalNamed(Guid Member) : Fact;

/// <summary>An organisation has the person in care and names who cares: by registering, referral or import.</summary>
[FactKind("care-team.organisation-received-person")]
public sealed record OrganisationReceivedPerson(Guid Organisation, string OrganisationName, string How) : Fact;

/// <summary>How somebody can be reached by day and by night; null where it is not recorded.</summary>
/// <param name="Night">Number or words for evening, night and weekend.</param>
public sealed record Reachability(string? Day, string? Night, string? Words);

/// <summary>What a close one is asked to be (rol; COD472 and SNOMED CT in the FHIR mapping).</summary>
public enum ContactRole
{
    FirstContact,
    LegalRepresentative,
    WrittenProxy,

    /// <summary>Named by the person to speak for them; that gives no access and is no legal office.</summary>
    NamedToSpeak,
    Curator,
    Mentor,

    /// <summary>Bewindvoerder, without more: in the Netherlands of goods; in Belgium it was not said of what.</summary>
    Administrator,
    InformalCarer,
    Contact,
    Other,

    /// <summary>Belgium: vertrouwenspersoon, who stands by the person and decides nothing.</summary>
    TrustedPerson,

    /// <summary>Belgium: bewindvoerder over de persoon, named by the justice of the peace.</summary>
    AdministratorOfPerson,

    /// <summary>Belgium: bewindvoerder over de goederen, who has no say in care.</summary>
    AdministratorOfGoods,
}

/// <summary>How a close one relates to the person (relatie; v3-RoleCode in the FHIR mapping).</summary>
public enum Relationship
{
    Partner,
    Husband,
    Wife,
    Father,
    Mother,
    Son,
    Daughter,
    Brother,
    Sister,
    Grandchild,
    Grandparent,
    Uncle,
    Aunt,
    Nephew,
    Niece,
    Friend,
    Neighbour,
    Other,
}

/// <summary>The discipline of a member of the care team.</summary>
public enum Discipline
{
    GeneralPractitioner,
    ElderlyCarePhysician,
    MedicalSpecialist,
    Paediatrician,
    Physician,
    PhysicianAssistant,
    NurseSpecialist,
    Nurse,
    CareAssistant,
    PalliativeConsultant,
    Chaplain,
    SocialWorker,
    Psychologist,
    Physiotherapist,
    Pharmacist,
    VolunteerCoordinator,
    Volunteer,
    Other,
}

/// <summary>Why somebody may see this person's record (behandelrelatie and its kin).</summary>
public enum CareRelation
{
    CareTeam,
    Consultation,
    Referral,

    /// <summary>A volunteer or social worker with whom the plan is shared, and who sees what it shares.</summary>
    Shared,
}
