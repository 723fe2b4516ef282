using System.Collections.Frozen;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;

namespace Mantel.Fhir.Pzp;

/// <summary>The code systems that the standard uses.</summary>
internal static class CodeSystems
{
    public const string Snomed = "http://snomed.info/sct";
    public const string NullFlavor = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";
    public const string RoleCode = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
    public const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public const string AddressUse = "http://terminology.hl7.org/CodeSystem/v3-AddressUse";
    public const string DataAbsent = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    public const string ConsentScope = "http://terminology.hl7.org/CodeSystem/consentscope";
    public const string ConsentCategory = "http://terminology.hl7.org/CodeSystem/consentcategorycodes";
    public const string Decision = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.25.1";
    public const string DirectiveKind = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.14.1";
    public const string ContactRole = "urn:oid:2.16.840.1.113883.2.4.3.11.22.472";
    public const string ExtraRole = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.23.1";
    public const string Agb = "urn:oid:2.16.840.1.113883.2.4.6.7";
    public const string Uzi = "http://fhir.nl/fhir/NamingSystem/uzi-rolcode";
    public const string Bsn = "http://fhir.nl/fhir/NamingSystem/bsn";
    public const string Insz = "https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin";
    public const string Country = "urn:iso:std:iso:3166";
    public const string BelgianWillCategory =
        "https://www.ehealth.fgov.be/standards/fhir/patientwill/CodeSystem/be-cs-patientwill-category";
    public const string BelgianWill =
        "https://www.ehealth.fgov.be/standards/fhir/patientwill/CodeSystem/be-cs-patientwill-code";
}

/// <summary>A table of codes and the words of care they stand for, in both directions.</summary>
internal sealed class CodeTable<T>(params (string Code, T Means, string Display)[] rows)
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _means = rows.DistinctBy(row => row.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(row => row.Code, row => row.Means, StringComparer.Ordinal);

    public T? Find(string? code) => code is not null && _means.TryGetValue(code, out var found) ? found : null;

    /// <summary>True when the words are the very name of another meaning, and not of this one.</summary>
    public bool NamesAnother(string? words, T meaning)
    {
        var named = rows.Where(row => Sameness(row.Display) == Sameness(words)).Select(row => row.Means).ToList();
        return named.Count > 0 && !named.Contains(meaning);
    }

    private static string Sameness(string? words) =>
        words is null ? "" : new string([.. words.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    /// <summary>The code to send for a meaning: the first row that has it.</summary>
    public (string Code, string Display)? CodeFor(T meaning)
    {
        foreach (var (code, means, display) in rows)
        {
            if (means.Equals(meaning))
                return (code, display);
        }
        return null;
    }
}

/// <summary>
/// The codes of the standard (value sets of PZP R4 1.0.0-rc2 and zib 2020), each with its meaning here.
/// </summary>
internal static class Codes
{
    public const string AdvanceCarePlanning = "713603004";
    public const string TreatmentDirective = "129125009";

    /// <summary>The scope of the Belgian federal patient will.</summary>
    public const string PatientWill = "385432009";

    /// <summary>Categories of zib 2017.</summary>
    public const string TreatmentDirective2017 = "11291000146105";
    public const string AdvanceDirective2017 = "11341000146107";
    public const string IcdOff = "400231000146108";

    /// <summary>The words with code 09 for whom the person named to speak for them: no code says it.</summary>
    public const string NamedToSpeak = "Aangewezen om te spreken";

    /// <summary>The words beside a code that says less than the role does.</summary>
    public static readonly FrozenDictionary<ContactRole, string> RoleInWords = new Dictionary<ContactRole, string>
    {
        [ContactRole.NamedToSpeak] = NamedToSpeak,
        [ContactRole.TrustedPerson] = "Vertrouwenspersoon",
        [ContactRole.AdministratorOfPerson] = "Bewindvoerder over de persoon",
        [ContactRole.AdministratorOfGoods] = "Bewindvoerder over de goederen",
    }.ToFrozenDictionary();

    /// <summary>The role that these words say; null when they are no role's.</summary>
    public static ContactRole? RoleOf(string? words) =>
        RoleInWords
            .Where(role => string.Equals(role.Value, words, StringComparison.OrdinalIgnoreCase))
            .Select(role => (ContactRole?)role.Key)
            .FirstOrDefault();

    public const string InformRelatives = "223449006";

    public static readonly CodeTable<TreatmentKind> Treatment = new(
        ("89666000", TreatmentKind.Resuscitation, "cardiopulmonale resuscitatie"),
        ("40617009", TreatmentKind.Ventilation, "kunstmatige beademing"),
        ("305351004", TreatmentKind.IntensiveCare, "opname op intensive care"),
        ("32485007", TreatmentKind.HospitalAdmission, "opname in ziekenhuis"),
        ("281789004", TreatmentKind.Antibiotics, "antibiotische therapie"),
        ("116762002", TreatmentKind.BloodProducts, "toediening van bloedproduct"),
        (
            IcdOff,
            TreatmentKind.IcdDeactivation,
            "uitzetten van cardioverter-defibrillator in laatste levensfase (SNOMED CT - 400231000146108)"
        )
    );

    /// <summary>The form of rc2 offers 225353007 where the value set has 713148004; both mean symptom relief.</summary>
    public static readonly CodeTable<TreatmentGoal> Goal = new(
        ("385987000", TreatmentGoal.Curative, "op genezing gerichte behandeling"),
        ("1351964001", TreatmentGoal.LifeProlonging, "levensverlengende behandeling"),
        ("713148004", TreatmentGoal.SymptomRelief, "voorkomen en behandelen van symptomen"),
        ("225353007", TreatmentGoal.SymptomRelief, "voorkomen en behandelen van symptomen"),
        ("UNK", TreatmentGoal.Unknown, "onbekend")
    );

    /// <summary>The words with code OTH for a palliative unit: the value set has no code for it.</summary>
    public const string PalliativeUnit = "palliatieve eenheid";

    public static readonly CodeTable<Core.People.PlaceOfDeath> Place = new(
        ("264362003", Core.People.PlaceOfDeath.Home, "thuis"),
        ("22232009", Core.People.PlaceOfDeath.Hospital, "ziekenhuis"),
        ("108344006", Core.People.PlaceOfDeath.NursingHome, "verpleeghuis"),
        ("284546000", Core.People.PlaceOfDeath.Hospice, "hospice"),
        ("OTH", Core.People.PlaceOfDeath.Elsewhere, "anders"),
        ("OTH", Core.People.PlaceOfDeath.PalliativeUnit, "anders")
    );

    public static readonly CodeTable<EuthanasiaPosition> Euthanasia = new(
        ("340181000146102", EuthanasiaPosition.HasDeclaration, "heeft euthanasieverklaring"),
        ("340201000146103", EuthanasiaPosition.WantsNone, "wil geen euthanasie"),
        (
            "340191000146100",
            EuthanasiaPosition.NoDeclarationMightRequest,
            "geen euthanasieverklaring, zou wel verzoek kunnen doen"
        ),
        ("UNK", EuthanasiaPosition.Unknown, "onbekend")
    );

    public static readonly CodeTable<YesNoUnknown> YesNo = new(
        ("373066001", YesNoUnknown.Yes, "ja"),
        ("373067005", YesNoUnknown.No, "nee"),
        ("UNK", YesNoUnknown.Unknown, "onbekend")
    );

    public static readonly CodeTable<AdvanceDirectiveKind> Directive = new(
        ("NR", AdvanceDirectiveKind.DoNotResuscitate, "Niet reanimeren verklaring"),
        ("VOL", AdvanceDirectiveKind.Proxy, "Volmacht"),
        ("VERB", AdvanceDirectiveKind.TreatmentRefusal, "Verklaring behandelverbod"),
        (
            "VERBVL",
            AdvanceDirectiveKind.TreatmentRefusalCompletedLife,
            "Verklaring behandelverbod met aanvulling Voltooid Leven"
        ),
        ("MON", AdvanceDirectiveKind.OralAgreement, "Mondelinge afspraak"),
        ("EU", AdvanceDirectiveKind.EuthanasiaRequest, "Euthanasieverzoek"),
        ("EUD", AdvanceDirectiveKind.EuthanasiaRequestDementia, "Euthanasieverzoek met aanvulling Dementie"),
        ("LW", AdvanceDirectiveKind.LifeWish, "Levenswensverklaring"),
        ("DO", AdvanceDirectiveKind.Donation, "Verklaring donorschap"),
        ("ZB", AdvanceDirectiveKind.SelfBinding, "Zelfbindingsverklaring")
    );

    public static readonly CodeTable<ContactRole> Role = new(
        ("01", ContactRole.FirstContact, "Eerste relatie/contactpersoon"),
        ("24", ContactRole.LegalRepresentative, "Wettelijke vertegenwoordiger"),
        ("310141000146103", ContactRole.WrittenProxy, "Schriftelijk gemachtigde zorg en behandeling"),
        ("03", ContactRole.Curator, "Curator (juridisch)"),
        ("15", ContactRole.Mentor, "Mentor"),
        ("14", ContactRole.Administrator, "Bewindvoerder"),
        ("100001", ContactRole.InformalCarer, "Mantelzorger"),
        ("23", ContactRole.Contact, "Contactpersoon"),
        ("09", ContactRole.Other, "Anders"),
        ("09", ContactRole.NamedToSpeak, "Anders"),
        ("09", ContactRole.TrustedPerson, "Anders"),
        ("14", ContactRole.AdministratorOfPerson, "Bewindvoerder"),
        ("14", ContactRole.AdministratorOfGoods, "Bewindvoerder")
    );

    public static readonly CodeTable<Relationship> Relation = new(
        ("DOMPART", Relationship.Partner, "domestic partner"),
        ("HUSB", Relationship.Husband, "husband"),
        ("WIFE", Relationship.Wife, "wife"),
        ("FTH", Relationship.Father, "father"),
        ("MTH", Relationship.Mother, "mother"),
        ("SONC", Relationship.Son, "son"),
        ("DAUC", Relationship.Daughter, "daughter"),
        ("BRO", Relationship.Brother, "brother"),
        ("SIS", Relationship.Sister, "sister"),
        ("GRNDCHILD", Relationship.Grandchild, "grandchild"),
        ("GRNDSON", Relationship.Grandchild, "grandson"),
        ("GRNDDAU", Relationship.Grandchild, "granddaughter"),
        ("GRPRN", Relationship.Grandparent, "grandparent"),
        ("GRFTH", Relationship.Grandparent, "grandfather"),
        ("GRMTH", Relationship.Grandparent, "grandmother"),
        ("UNCLE", Relationship.Uncle, "uncle"),
        ("AUNT", Relationship.Aunt, "aunt"),
        ("NEPHEW", Relationship.Nephew, "nephew"),
        ("NIECE", Relationship.Niece, "niece"),
        ("FRND", Relationship.Friend, "unrelated friend"),
        ("NBOR", Relationship.Neighbour, "neighbor"),
        ("OTH", Relationship.Other, "other")
    );

    public static readonly CodeTable<Discipline> UziDiscipline = new(
        ("01.015", Discipline.GeneralPractitioner, "Huisarts"),
        ("01.047", Discipline.ElderlyCarePhysician, "Specialist ouderengeneeskunde"),
        ("01.000", Discipline.Physician, "Arts"),
        ("01.019", Discipline.Paediatrician, "Kinderarts"),
        ("30.000", Discipline.Nurse, "Verpleegkundige"),
        ("30.076", Discipline.NurseSpecialist, "Verpl. spec. algemene gezondheidszorg"),
        ("04.000", Discipline.Physiotherapist, "Fysiotherapeut"),
        ("17.000", Discipline.Pharmacist, "Apotheker"),
        ("25.000", Discipline.Psychologist, "Gezondheidszorgpsycholoog"),
        ("81.000", Discipline.PhysicianAssistant, "Physician assistant"),
        ("99.000", Discipline.Other, "Zorgverlener andere zorg")
    );

    public static readonly CodeTable<Discipline> AgbDiscipline = new(
        ("0100", Discipline.GeneralPractitioner, "Huisartsen, niet nader gespecificeerd")
    );

    /// <summary>The product types of an ICD (required value set), and beta3's own word for it.</summary>
    public static readonly FrozenSet<string> IcdProducts = new[]
    {
        "72506001",
        "465460004",
        "468542000",
        "704707009",
        "1263462004",
        "1236894001",
        "ICD",
    }.ToFrozenSet(StringComparer.Ordinal);
}
