namespace Mantel.Core.Access;

/// <summary>
/// Why somebody may see this person, or this record of an organisation (relatie): always dated, never given by a role
/// alone. Strongest first.
/// </summary>
public enum Relation
{
    /// <summary>It is their own record.</summary>
    Self,

    /// <summary>The central care professional (centrale zorgverlener).</summary>
    Central,
    CareTeam,
    Consultation,
    Referral,

    /// <summary>A close one who decides with or for the person (vertegenwoordiger).</summary>
    Representative,
    CloseOne,

    /// <summary>A volunteer, social worker or chaplain with whom the plan is shared.</summary>
    SharedWith,

    /// <summary>On duty and found the person by two identifiers; holds with recorded consent to share.</summary>
    OnDuty,

    /// <summary>Broke the glass with a reason; holds for a few hours, and never against a recorded refusal.</summary>
    BrokenGlass,

    /// <summary>
    /// Broke the glass for a vital emergency; holds for a few hours, also against a recorded refusal.
    /// </summary>
    VitalEmergency,

    /// <summary>Works for an organisation that received the person and has yet to name who cares.</summary>
    ReceivingOrganisation,

    /// <summary>Found the person by two identifiers: knows that the person is here, no more.</summary>
    Found,

    /// <summary>
    /// Used the link of one preparation at home: writes their own words for it, and sees nothing of the record.
    /// </summary>
    Invited,

    /// <summary>Works for the organisation whose record it is (not a person's).</summary>
    OfOrganisation,

    /// <summary>Of the palliative team of the network in which something waited too long for an answer.</summary>
    PalliativeTeamAround,

    /// <summary>Works in the network in which the organisation lies.</summary>
    InNetwork,
}

/// <summary>What the person's recorded consent to share must be for a relation to hold.</summary>
public enum ConsentNeeded
{
    /// <summary>The relation holds whatever is recorded: it is care itself, or the person's own.</summary>
    None,

    /// <summary>Holds unless a refusal is recorded.</summary>
    NotRefused,

    /// <summary>Holds only with consent recorded.</summary>
    Given,
}
