using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>A record was opened for this person, who may have no number and no whole birth date.</summary>
/// <param name="Fictitious">True for the people of the demo, which every page then says.</param>
[FactKind("people.person-registered")]
public sealed record PersonRegistered(bool Fictitious) : Fact;

/// <summary>How the person is called (naamgegevens), by Dutch or Belgian convention.</summary>
[FactKind("people.name-recorded")]
public sealed record NameRecorded(PersonName Name) : Fact;

/// <summary>The birth date (geboortedatum), as far as it is known.</summary>
[FactKind("people.birth-date-recorded")]
public sealed record BirthDateRecorded(PartialDate BirthDate) : Fact;

/// <summary>
/// A national number (BSN or INSZ), its check digits verified; null when it is known that there is none.
/// </summary>
[FactKind("people.number-recorded")]
public sealed record NumberRecorded(PersonNumber? Number) : Fact;

/// <summary>Where the person lives or stays (adresgegevens); effective from the day they moved.</summary>
[FactKind("people.address-recorded")]
public sealed record AddressRecorded(Address Address) : Fact;

/// <summary>
/// In which country somebody is cared for (land), chosen where no address is known; an address goes before it.
/// </summary>
/// <param name="Country">The ISO code: NL or BE.</param>
[FactKind("people.country-chosen")]
public sealed record CountryChosen(string Country) : Fact;

/// <summary>How to reach the person (contactgegevens).</summary>
[FactKind("people.reach-recorded")]
public sealed record ReachRecorded(IReadOnlyList<ContactPoint> ContactPoints) : Fact;

/// <summary>
/// Administrative gender, as the source system calls it, and the person's own words where they give them.
/// </summary>
[FactKind("people.gender-recorded")]
public sealed record GenderRecorded(AdministrativeGender Gender, string? InOwnWords) : Fact;

/// <summary>
/// The language spoken, whether an interpreter (tolk) is needed and who the key person (sleutelpersoon) is.
/// </summary>
/// <param name="Language">BCP 47 code, such as nl, fr, tr or ary.</param>
/// <param name="InterpreterNeeded">Null: not asked.</param>
[FactKind("people.language-recorded")]
public sealed record LanguageRecorded(
    string Language,
    bool? InterpreterNeeded,
    string? InterpreterHow,
    string? KeyPerson
) : Fact;

/// <summary>Who the person is, in words: one aspect at a time, each only if the person wants it known.</summary>
[FactKind("people.background-recorded")]
public sealed record BackgroundRecorded(BackgroundAspect Aspect, string Words) : Fact;

/// <summary>Whether the person lives alone (alleenwonend) or with others, a home of many included.</summary>
[FactKind("people.household-recorded")]
public sealed record HouseholdRecorded(bool LivesAlone) : Fact;

/// <summary>What matters to the person, in their own words (wat voor mij belangrijk is).</summary>
[FactKind("people.what-matters-told")]
public sealed record WhatMattersTold(string Words) : Fact;

/// <summary>A diagnosis in the words of care, with a SNOMED CT code where the source has one.</summary>
[FactKind("people.diagnosis-recorded")]
public sealed record DiagnosisRecorded(string Name, string? SnomedCode, bool IsMain) : Fact;

/// <summary>
/// An allergy or intolerance with its reaction; <paramref name="Substance"/> null: asked, none known.
/// </summary>
[FactKind("people.allergy-recorded")]
public sealed record AllergyRecorded(string? Substance, string? Reaction) : Fact;

/// <summary>A device in the body (medisch hulpmiddel), such as an ICD.</summary>
/// <param name="Present">False: known not to have one. Null: asked, not known.</param>
/// <param name="SnomedCode">The product type, such as 72506001 for an ICD.</param>
[FactKind("people.implanted-device-recorded", 2)]
public sealed record ImplantedDeviceRecorded(
    DeviceKind Kind,
    bool? Present,
    string? SnomedCode,
    string? Name,
    PartialDate? ImplantedOn,
    string? Explanation
) : Fact
{
    /// <summary>True: it was switched off (staat uit). False: it is on. Null: not recorded.</summary>
    public bool? IsOff { get; init; }

    /// <summary>Since when it is off; null: not known, or not off.</summary>
    public PartialDate? OffSince { get; init; }
}

/// <summary>
/// Medication that lies ready at home for the night (medicatie in huis), where it lies and who may give it.
/// </summary>
[FactKind("people.medication-at-home-recorded")]
public sealed record MedicationAtHomeRecorded(
    string Medication,
    string? For,
    string? Where,
    string? WhoMayGive,
    bool? ExecutionRequestPresent
) : Fact;

/// <summary>Something that held has ended: a diagnosis, an allergy, a device, medication at home.</summary>
[FactKind("people.item-ended")]
public sealed record ItemEnded(Guid Entry, string? Reason) : Fact;

/// <summary>
/// The person's course changed (opname, verslechtering, andere fase): decisions discussed before this day are marked
/// as such.
/// </summary>
[FactKind("people.course-changed")]
public sealed record CourseChanged(CourseChange Change, string? Where, string? Words) : Fact;

/// <summary>Something worth knowing that was written down (notitie); effective on the day it is about.</summary>
/// <param name="HiddenFromPerson">
/// Why the person does not read it, as the professional says; null when the person may read it.
/// </param>
[FactKind("people.note-made")]
public sealed record NoteMade(string Words, string? HiddenFromPerson) : Fact;

/// <summary>The person died: effective on the day, as far as known.</summary>
/// <param name="Time">Local time of death as 03:15, or null when not known.</param>
[FactKind("people.death-recorded")]
public sealed record DeathRecorded(
    PlaceOfDeath? Place,
    string? PlaceName,
    string? Time,
    string? WhoWasThere,
    string? Words
) : Fact;

/// <summary>
/// Somebody put off what waited of this person on their own start list (uitstellen); effective on the day they did.
/// </summary>
/// <param name="Until">The day on which it is back.</param>
[FactKind("people.attention-put-off")]
public sealed record AttentionPutOff(PartialDate Until, string Why) : Fact;

/// <summary>The parts of a name (naamgegevens). In Belgium the own surname is always used.</summary>
/// <param name="Given">First names (voornamen) as on the passport, or null.</param>
/// <param name="CallName">What they like to be called (roepnaam).</param>
/// <param name="Prefix">Prefix of the own surname (voorvoegsel): van der.</param>
/// <param name="Family">The own surname (geslachtsnaam).</param>
/// <param name="PartnerPrefix">Prefix of the partner's surname.</param>
/// <param name="PartnerFamily">The partner's surname, where it is used.</param>
public sealed record PersonName(
    string? Given,
    string? Initials,
    string? CallName,
    string? Prefix,
    string Family,
    string? PartnerPrefix,
    string? PartnerFamily,
    NameUse Use
)
{
    /// <summary>What the page is headed with: the call name, or the first name, or the surname.</summary>
    public string Familiar() => CallName ?? Given ?? Surname();

    /// <summary>The surname as it is used: van der Sluijs-Mulder.</summary>
    public string Surname() =>
        Use switch
        {
            NameUse.Own => Own(),
            NameUse.Partner => Partner() ?? Own(),
            NameUse.PartnerOwn => Partner() is { } partner ? $"{partner}-{Own()}" : Own(),
            NameUse.OwnPartner => Partner() is { } partner ? $"{Own()}-{partner}" : Own(),
        };

    /// <summary>Call name or first names with the surname, for headings and lists.</summary>
    public string Full() => string.Join(' ', new[] { CallName ?? Given ?? Initials, Surname() }.OfType<string>());

    /// <summary>All first names with the surname, as on a passport, for identification.</summary>
    public string Official() => string.Join(' ', new[] { Given ?? Initials ?? CallName, Surname() }.OfType<string>());

    private string Own() => Prefix is null ? Family : $"{Prefix} {Family}";

    private string? Partner() =>
        PartnerFamily is null ? null
        : PartnerPrefix is null ? PartnerFamily
        : $"{PartnerPrefix} {PartnerFamily}";
}

/// <summary>Which surname is used (naamgebruik; FHIR assembly order NL1–NL4).</summary>
public enum NameUse
{
    Own,
    Partner,
    PartnerOwn,
    OwnPartner,
}

/// <summary>A national number: the Dutch BSN or the Belgian INSZ (national register or bis number).</summary>
public sealed record PersonNumber(NumberKind Kind, string Value);

/// <summary>Which national number.</summary>
public enum NumberKind
{
    Bsn,
    Insz,
}

/// <summary>Administrative gender (geslacht) of FHIR.</summary>
public enum AdministrativeGender
{
    Female,
    Male,
    Other,
    Unknown,
}

/// <summary>An address with its municipality.</summary>
/// <param name="MunicipalityCode">CBS code GM0599 or NIS code 11002, or null when the source gives none.</param>
/// <param name="Country">NL or BE, or another ISO 3166 code; null when the source gives none.</param>
public sealed record Address(
    AddressKind Kind,
    string? Street,
    string? HouseNumber,
    string? PostalCode,
    string? Place,
    string? Municipality,
    string? MunicipalityCode,
    string? Country,
    string? HowToGetIn
)
{
    /// <summary>One line: Koudekerkseweg 12, 4382 AB Vlissingen.</summary>
    public string Line() =>
        string.Join(
            ", ",
            new[]
            {
                string.Join(' ', new[] { Street, HouseNumber }.OfType<string>()),
                string.Join(' ', new[] { PostalCode, Place ?? Municipality }.OfType<string>()),
            }.Where(part => part.Length > 0)
        );
}

/// <summary>Whether the person lives there, stays there for now, or has no fixed address.</summary>
public enum AddressKind
{
    Home,
    Stay,
    NoFixedAddress,
}

/// <summary>A telephone number or e-mail address (contactgegevens), with when it is answered.</summary>
public sealed record ContactPoint(ContactPointKind Kind, string Value, string? When, string? Note);

/// <summary>How a contact point is used.</summary>
public enum ContactPointKind
{
    Phone,
    Mobile,
    Email,
    Other,
}

/// <summary>What of a person's background is told.</summary>
public enum BackgroundAspect
{
    LifeStory,
    Faith,
    Culture,
    Rituals,
    GenderAndIdentity,
    Neurodivergence,
    Disability,
    HealthLiteracy,
    LivingSituation,
}

/// <summary>Devices that matter at night.</summary>
public enum DeviceKind
{
    /// <summary>Implantable cardioverter-defibrillator.</summary>
    Icd,
    Pacemaker,
    VentricularAssistDevice,
    Neurostimulator,
    Pump,
    Port,
    Stoma,
    Other,
}

/// <summary>What changed in the course of the illness.</summary>
public enum CourseChange
{
    AdmittedToHospital,
    AdmittedToHospice,
    AdmittedToNursingHome,
    CameHome,
    Deteriorated,
    Recovered,
}

/// <summary>Where somebody died or wishes to die.</summary>
public enum PlaceOfDeath
{
    Home,
    Hospital,
    NursingHome,
    Hospice,

    /// <summary>The palliative unit of a hospital (palliatieve eenheid), in Belgium.</summary>
    PalliativeUnit,
    Elsewhere,
}
