using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>Reads all messages about one person into statements, each with everyone who says so.</summary>
internal sealed class ImportPerson
{
    /// <summary>Who is who first, then what was said, forms last, so that resources lend them their names.</summary>
    private static readonly string[] Order =
    [
        "Patient",
        "RelatedPerson",
        "PractitionerRole",
        "Practitioner",
        "Encounter",
        "Procedure",
        "Consent",
        "Goal",
        "Observation",
        "DeviceUseStatement",
        "CommunicationRequest",
        "Condition",
        "AllergyIntolerance",
        "MedicationStatement",
        "QuestionnaireResponse",
    ];

    private readonly PersonReading _reading;
    private readonly ImportOptions _options;
    private readonly List<ResourceTaken> _takes = [];
    private readonly HashSet<Received> _spokenFor = [];

    private ImportPerson(PersonReading reading, ImportOptions options) => (_reading, _options) = (reading, options);

    public static ImportedPerson Read(PzpSet set, Received? patient, IReadOnlyList<Received> all, ImportOptions options)
    {
        var reading = new PersonReading(set, patient, all, options);
        var import = new ImportPerson(reading, options);
        reading.Identity = patient is null ? WithoutPatient(all) : MapPatient.Identify(reading.NodeOf(patient));
        foreach (var resource in all.OrderBy(PlaceInOrder).ThenBy(resource => resource.Name, StringComparer.Ordinal))
            import.TakeIn(resource);
        Disagreements.Ask(import._takes);
        var statements = MergeStatements.Merge(import._takes, options);
        return new ImportedPerson(reading.Identity, statements, import.Messages(statements), reading.Documents);
    }

    private static int PlaceInOrder(Received resource) =>
        Array.IndexOf(Order, resource.Type) is var place && place < 0 ? Order.Length : place;

    private void TakeIn(Received resource)
    {
        var take = new ResourceTaken(resource, _reading);
        _takes.Add(take);
        if (resource.Unread is { } because)
        {
            take.KeepUnread(because);
            return;
        }
        var known = resource.Type switch
        {
            "Procedure" when IsSpokenFor(resource) => static _ => { },
            _ => MapperOf(resource.Type),
        };
        known(take);
        if (take.IsRefused || take.IsKept || take.Drafts.Count == 0)
            return;
        foreach (var modifier in take.Node.UnreadModifiers())
            take.Refuse("fhir.must-understand", modifier);
        if (take.Drafts.Any(IsInTheFuture))
            take.Refuse("fhir.future-date");
        _spokenFor.UnionWith(take.Drafts.SelectMany(draft => draft.From.Skip(1)));
    }

    /// <summary>An end may lie ahead; a talk or a birth may not.</summary>
    private bool IsInTheFuture(Draft draft) =>
        draft.Fact switch
        {
            TreatmentDirectiveEnded or AdvanceDirectiveEnded or ItemEnded => false,
            BirthDateRecorded born => born.BirthDate.First > _options.Today,
            _ => draft.Effective is { } day && day.First > _options.Today,
        };

    private static Action<ResourceTaken> MapperOf(string type) =>
        type switch
        {
            "Patient" => MapPatient.Map,
            "RelatedPerson" => MapRelatedPerson.Map,
            "PractitionerRole" or "Practitioner" => MapPractitioner.Map,
            "Encounter" => MapConversation.MapEncounter,
            "Procedure" => MapConversation.MapProcedure,
            "Consent" => MapConsent.Map,
            "Goal" => MapGoal.Map,
            "Observation" => MapObservation.Map,
            "DeviceUseStatement" => MapDevice.Map,
            "CommunicationRequest" => MapInformRelatives.Map,
            "QuestionnaireResponse" => MapForm.Map,
            "Condition" => MapHealth.MapCondition,
            "AllergyIntolerance" => MapHealth.MapAllergy,
            "MedicationStatement" => MapHealth.MapMedication,
            _ => static _ => { },
        };

    /// <summary>True for something that another message has already taken in as part of itself.</summary>
    private bool IsSpokenFor(Received resource) => _spokenFor.Contains(resource);

    private List<ImportedMessage> Messages(IReadOnlyList<ImportedStatement> statements)
    {
        var first = statements.Select(statement => statement.Witnesses[0].Reference).ToHashSet(StringComparer.Ordinal);
        var any = statements
            .SelectMany(statement => statement.Witnesses)
            .Select(witness => witness.Reference)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _takes.Select(take => new ImportedMessage(
                take.Resource,
                MergeStatements.SystemOf(take.Resource, _options),
                take.IsRefused ? MessageOutcome.Refused
                    : take.IsKept ? MessageOutcome.KeptVerbatim
                    : first.Contains(take.Resource.Name) ? MessageOutcome.Mapped
                    : any.Contains(take.Resource.Name) ? MessageOutcome.Witness
                    : MessageOutcome.KeptVerbatim,
                take.Node.Unread(),
                take.Issues
            )
            {
                Struck = take.Struck,
                Why = take.Why,
            }),
        ];
    }

    /// <summary>Who it is when no Patient came along: as the form says, or by number only.</summary>
    private static ImportedIdentity WithoutPatient(IReadOnlyList<Received> all)
    {
        foreach (var form in all.Where(resource => resource.Type == "QuestionnaireResponse"))
        {
            if (MapForm.Identify(form) is { Name: not null } identity)
                return identity;
        }
        var number = all.Select(resource => TrackedElement.Of(resource))
            .SelectMany(node => node.All("patient").Concat(node.All("subject")))
            .Select(reference => reference["identifier"])
            .OfType<TrackedElement>()
            .Select(identifier => MapPatient.AsNumber(identifier.PeekText("system"), identifier.PeekText("value")))
            .FirstOrDefault(found => found is not null);
        return new ImportedIdentity(null, null, number, []);
    }
}
