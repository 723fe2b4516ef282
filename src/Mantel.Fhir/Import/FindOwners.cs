using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>The messages of one person; without a Patient when only a form or a number says who it is.</summary>
internal sealed record OwnedResources(Received? Patient, IReadOnlyList<Received> Resources);

/// <summary>Finds out whom every resource of a set is about.</summary>
internal sealed class FindOwners
{
    private static readonly string[] OwnerElements = ["patient", "subject"];

    private readonly PzpSet _set;
    private readonly List<Received> _patients;
    private readonly Dictionary<Received, string> _owners = [];
    private readonly Dictionary<string, Received?> _people = new(StringComparer.Ordinal);
    private readonly List<Refused> _refused = [];

    private FindOwners(PzpSet set)
    {
        _set = set;
        _patients = [.. set.Resources.Where(resource => resource.Type == "Patient")];
    }

    public static (IReadOnlyList<OwnedResources> People, IReadOnlyList<Refused> Refused) In(PzpSet set)
    {
        var finding = new FindOwners(set);
        foreach (var patient in finding._patients)
            finding.Own(patient, Key(patient), patient);
        foreach (var resource in set.Resources.Where(NamesItsOwner))
            finding.FindOwner(resource);
        return (finding.Gather(), finding._refused);
    }

    private static bool NamesItsOwner(Received resource) =>
        resource.Type
            is not (
                "Patient"
                or "Practitioner"
                or "PractitionerRole"
                or "Organization"
                or "Device"
                or "OperationOutcome"
            );

    private static string Key(Received patient) => $"{patient.Server}|{patient.Name}";

    private void FindOwner(Received resource)
    {
        var node = Node.Of(resource);
        var reference = OwnerElements.Select(name => node[name]).FirstOrDefault(found => found is not null);
        if (reference is null)
            OwnUnnamed(resource);
        else if (PatientOf(resource, reference) is { } patient)
            Own(resource, Key(patient), patient);
        else if (NumberOf(reference) is { } number)
            Own(resource, $"number|{number}", null);
        else
            Refuse(resource, "fhir.reference-not-found", $"{resource.Type}.{reference.Name}");
        if (_owners.TryGetValue(resource, out var owner) && NamesAnother(resource, node, owner))
        {
            _owners.Remove(resource);
            Refuse(resource, "fhir.about-someone-else");
        }
    }

    private Received? PatientOf(Received resource, Node reference)
    {
        if (reference.PeekReference() is { } address)
            return _set.Find(resource, address) is { Type: "Patient" } found ? found : null;
        return
            reference["identifier"] is { } identifier
            && identifier.PeekText("system") is { } system
            && identifier.PeekText("value") is { } value
            ? _set.FindByIdentifier("Patient", system, value)
            : null;
    }

    private static string? NumberOf(Node reference) =>
        reference.PeekReference() is null && reference["identifier"] is { } identifier
            ? MapPatient.AsNumber(identifier.PeekText("system"), identifier.PeekText("value"))?.ToString()
            : null;

    /// <summary>It names nobody: it is about the only person of the set, or a form says itself who it is.</summary>
    private void OwnUnnamed(Received resource)
    {
        if (_patients is [var only])
            Own(resource, Key(only), only);
        else if (resource.Type == "QuestionnaireResponse" && MapForm.Identify(resource) is { Name: { } name } identity)
            OwnForm(resource, $"form|{SameFact.NameOf(name)}|{identity.BirthDate}");
        else
            Refuse(resource, "fhir.no-patient");
    }

    private void OwnForm(Received resource, string key)
    {
        if (_patients.Count == 0)
            Own(resource, key, null);
        else
            Refuse(resource, "fhir.no-patient");
    }

    private bool NamesAnother(Received resource, Node node, string owner) =>
        node.References()
            .Select(reference => reference.PeekReference())
            .OfType<string>()
            .Select(address => _set.Find(resource, address))
            .Any(found => found is { Type: "Patient" } && Key(found) != owner);

    private void Own(Received resource, string key, Received? patient)
    {
        _owners[resource] = key;
        _people[key] = patient;
    }

    private void Refuse(Received resource, string rule, params string[] values) =>
        _refused.Add(
            new Refused(resource.File, resource.Name, [new Issue(IssueCode.NotFound, resource.Name, rule, values)])
        );

    /// <summary>Every person with their messages, and what these point to: professionals, devices, documents.</summary>
    private List<OwnedResources> Gather()
    {
        List<OwnedResources> people = [];
        HashSet<Received> used = [];
        var owned = _owners.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        foreach (var (key, patient) in _people.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var all = WithWhatTheyPointTo(owned[key]);
            used.UnionWith(all);
            people.Add(new OwnedResources(patient, [.. all]));
        }
        foreach (var stray in _set.Resources.Where(resource => !NamesItsOwner(resource) && !used.Contains(resource)))
            Refuse(stray, "fhir.no-patient");
        return people;
    }

    private HashSet<Received> WithWhatTheyPointTo(IEnumerable<Received> owned)
    {
        HashSet<Received> all = [];
        var waiting = new Queue<Received>(owned);
        while (waiting.TryDequeue(out var resource))
        {
            if (!all.Add(resource))
                continue;
            foreach (var reference in Node.Of(resource).References())
            {
                var found = reference.PeekReference() is { } address ? _set.Find(resource, address) : null;
                if (found is not null && !NamesItsOwner(found) && found.Type != "Patient")
                    waiting.Enqueue(found);
            }
        }
        return all;
    }
}
