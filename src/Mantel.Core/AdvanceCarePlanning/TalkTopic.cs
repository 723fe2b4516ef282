namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>What somebody does not want to talk about.</summary>
public enum TalkTopic
{
    Everything,
    Goal,
    Resuscitation,
    Ventilation,
    IntensiveCare,
    HospitalAdmission,
    Antibiotics,
    BloodProducts,
    Icd,
    PlaceOfDeath,
    Euthanasia,
    Donation,
    Wishes,
    WhatMatters,
    Representative,
    OtherTreatments,
    Papers,
    EarlierAgreements,
    Sharing,
}
