namespace Mantel.Fhir.Pzp;

/// <summary>
/// The addresses of the standard: profiles, form and extensions; every edition's address is understood.
/// </summary>
internal static class Profiles
{
    private const string Current = "https://api.iknl.nl/docs/pzp/r4/";

    private static readonly string[] Bases =
    [
        Current,
        "https://api.iknl.nl/docs/pzp/stu3/",
        "https://fhir.iknl.nl/fhir/",
        "https://www.ehealth.fgov.be/standards/fhir/patientwill/",
    ];

    public const string Form = Current + "Questionnaire/ACP-zib2020|1.0.0-rc2";
    public const string Comment = "http://nictiz.nl/fhir/StructureDefinition/ext-Comment";
    public const string CodeSpecification = "http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification";
    public const string AddressType = "http://nictiz.nl/fhir/StructureDefinition/ext-AddressInformation.AddressType";
    public const string SpecificationOther =
        "http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther";
    public const string ReasonForEnding =
        "http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.ReasonForEnding";
    public const string RelatedPerson = "http://hl7.org/fhir/StructureDefinition/patient-relatedPerson";
    public const string OwnName = "http://hl7.org/fhir/StructureDefinition/humanname-own-name";
    public const string OwnPrefix = "http://hl7.org/fhir/StructureDefinition/humanname-own-prefix";
    public const string PartnerName = "http://hl7.org/fhir/StructureDefinition/humanname-partner-name";
    public const string PartnerPrefix = "http://hl7.org/fhir/StructureDefinition/humanname-partner-prefix";
    public const string AssemblyOrder = "http://hl7.org/fhir/StructureDefinition/humanname-assembly-order";
    public const string NameQualifier = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier";
    public const string StreetName = "http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-streetName";
    public const string HouseNumber = "http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-houseNumber";
    public const string NumberSuffix = "http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-buildingNumberSuffix";

    /// <summary>Whether the person can decide about treatment: one extension, two addresses.</summary>
    public static readonly string[] LegallyCapable =
    [
        $"{Current}StructureDefinition/ext-Patient.LegallyCapableMedicalTreatmentDecisions",
        "https://fhir.iknl.nl/fhir/StructureDefinition/ext-LegallyCapable-MedicalTreatmentDecisions",
        "https://fhir.iknl.nl/fhir/StructureDefinition/ext-Patient.LegallyCapableMedicalTreatmentDecisions",
    ];

    /// <summary>Which conversation something came from; in the standard up to beta3.</summary>
    public static readonly string[] EncounterReference =
    [
        $"{Current}StructureDefinition/ext-EncounterReference",
        "https://fhir.iknl.nl/fhir/StructureDefinition/ext-EncounterReference",
    ];

    public static string Of(string name) => $"{Current}StructureDefinition/{name}";

    public static bool AreOurs(IEnumerable<string> profiles) =>
        profiles.Any(profile => Bases.Any(known => profile.StartsWith(known, StringComparison.Ordinal)));

    /// <summary>True for the form of the standard, in any edition that has the same items.</summary>
    public static bool IsForm(string? questionnaire) =>
        questionnaire?.Split('|')[0] is { } address
        && Bases.Any(known => address == $"{known}Questionnaire/ACP-zib2020");

    /// <summary>True for a form of the standard whose questions are not known to have the same numbers.</summary>
    public static bool IsOtherForm(string? questionnaire) =>
        questionnaire is { } address
        && Bases.Any(known => address.StartsWith($"{known}Questionnaire/ACP", StringComparison.Ordinal))
        && !IsForm(questionnaire);
}
