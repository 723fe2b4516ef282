using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>The messages of one person; without a Patient when only a form or a number says who it is.</summary>
/// <param name="Assumed">
/// The messages that name nobody, or somebody who is not in the set, and were taken to be theirs.
/// </param>
internal sealed record OwnedResources(
    Received? Patient,
    IReadOnlyList<Received> Resources,
    IReadOnlyList<Received> Assumed
);

/// <summary>Whose every message of a set is, and what is nobody's.</summary>
/// <param name="Refused">What may hold a decision and cannot be placed: it stops the set.</param>
/// <param name="LeftOut">What decides nothing and cannot be placed: it is named, and not kept.</param>
internal sealed record FoundOwners(
    IReadOnlyList<OwnedResources> People,
    IReadOnlyList<Refused> Refused,
    IReadOnlyList<Refused> LeftOut
);

/// <summary>Finds out whom every resource of a set is about.</summary>
internal sealed class FindOwners
{
    private static readonly string[] OwnerElements = ["patient", "subject"];

    private readonly PzpSet _set;
    private readonly bool _aboutOne;
    private readonly SamePatients _patients;
    private readonly Dictionary<Received, string> _owners = [];
    private readonly Dictionary<string, Received?> _people = new(StringComparer.Ordinal);
    private readonly HashSet<Received> _assumed = [];
    private readonly List<Refused> _refused = [];
    private readonly List<Refused> _leftOut = [];

    private FindOwners(PzpSet set, bool aboutOne)
    {
        (_set, _aboutOne) = (set, aboutOne);
        _patients = SamePatients.In(set);
    }

    /// <param name="aboutOne">
    /// Whoever takes it in named one person: what names nobody of the set is about them.
    /// </param>
    public static FoundOwners In(PzpSet set, bool aboutOne)
    {
        var finding = new FindOwners(set, aboutOne);
        foreach (var patient in finding._patients.Conflicting)
            finding.Refuse(patient, "fhir.one-number-two-people");
        foreach (var patient in finding._patients.All)
            finding.Own(patient, finding._patients.KeyOf(patient), finding._patients.LeaderOf(patient));
        var naming = set.Resources.Where(NamesItsOwner).ToList();
        var unnamed = naming.Where(resource => !finding.FindNamed(resource)).ToList();
        foreach (var resource in unnamed)
            finding.OwnUnnamed(resource);
        return new FoundOwners(finding.Gather(), finding._refused, finding._leftOut);
    }

    private static bool NamesItsOwner(Received resource) =>
        resource.Type is not "Patient"
        && (MayDecide.Has(resource.Type) || OwnerOf(TrackedElement.Of(resource)) is not null);

    private static TrackedElement? OwnerOf(TrackedElement node) =>
        OwnerElements.Select(name => node[name]).FirstOrDefault(found => found is not null);

    /// <summary>False when it names nobody, or nobody of the set where one person was named from outside.</summary>
    private bool FindNamed(Received resource)
    {
        var node = TrackedElement.Of(resource);
        if (OwnerOf(node) is not { } reference)
            return false;
        if (PatientOf(resource, reference) is { } patient)
            Own(resource, _patients.KeyOf(patient), _patients.LeaderOf(patient));
        else if (NumberOf(reference) is { } number)
            Own(resource, _patients.KeyOfNumber(number), _patients.LeaderOfNumber(number));
        else if (IsFromOutside)
            return false;
        else if (!MayDecide.Has(resource.Type))
            _leftOut.Add(Because(resource, "fhir.reference-not-found", $"{resource.Type}.{reference.Name}"));
        else
            Refuse(resource, "fhir.reference-not-found", $"{resource.Type}.{reference.Name}");
        DisownWhenItNamesAnother(resource, node);
        return true;
    }

    /// <summary>The set holds nobody, and one person was named by whoever takes it in.</summary>
    private bool IsFromOutside => _aboutOne && _patients.All.Count == 0;

    private void DisownWhenItNamesAnother(Received resource, TrackedElement node)
    {
        if (!_owners.TryGetValue(resource, out var owner) || !NamesAnother(resource, node, owner))
            return;
        _owners.Remove(resource);
        Refuse(resource, "fhir.about-someone-else");
    }

    private Received? PatientOf(Received resource, TrackedElement reference)
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

    private static string? NumberOf(TrackedElement reference) =>
        reference.PeekReference() is null && reference["identifier"] is { } identifier
            ? MapPatient.AsNumber(identifier.PeekText("system"), identifier.PeekText("value"))?.ToString()
            : null;

    /// <summary>
    /// It names nobody: it is about whom everything around it is about, about the only person of the set, or a form
    /// says itself who it is.
    /// </summary>
    private void OwnUnnamed(Received resource)
    {
        var around = Around(resource).Distinct(StringComparer.Ordinal).ToList();
        var form = resource.Type == "QuestionnaireResponse" ? MapForm.Identify(resource) : null;
        if (around is [var owner])
            Own(resource, owner, _people[owner]);
        else if (around.Count > 1)
            Refuse(resource, "fhir.about-someone-else");
        else if (_patients.Leaders is [var only])
        {
            Own(resource, _patients.KeyOf(only), only);
            if (form is not { Name: not null, BirthDate: not null })
                _assumed.Add(resource);
        }
        else if (form is { Name: { } name } && _people.Count == 0 && !_aboutOne)
            Own(resource, $"form|{SameFact.NameOf(name)}|{form.BirthDate}", null);
        else if (IsFromOutside && OutsidePatients() <= 1)
        {
            Own(resource, "named-from-outside", null);
            _assumed.Add(resource);
        }
        else
            Refuse(resource, "fhir.no-patient");
        DisownWhenItNamesAnother(resource, TrackedElement.Of(resource));
    }

    /// <summary>How many people the set names that are not in it.</summary>
    private int OutsidePatients() =>
        _set.Resources.SelectMany(References.In).Where(IsOfPatient).Distinct(StringComparer.Ordinal).Count();

    private static bool IsOfPatient(string address) =>
        address.StartsWith("Patient/", StringComparison.Ordinal)
        || address.Contains("/Patient/", StringComparison.Ordinal);

    /// <summary>Whose the conversation is that it points to or that points to it.</summary>
    private IEnumerable<string> Around(Received resource)
    {
        var pointsTo = References.In(resource).Select(address => _set.Find(resource, address)).OfType<Received>();
        var pointedFrom = _owners.Keys.Where(other =>
            References.In(other).Any(address => _set.Find(other, address) == resource)
        );
        return pointsTo.Concat(pointedFrom).Where(_owners.ContainsKey).Select(other => _owners[other]).ToList();
    }

    private bool NamesAnother(Received resource, TrackedElement node, string owner) =>
        node.References()
            .Select(reference => reference.PeekReference())
            .OfType<string>()
            .Select(address => _set.Find(resource, address))
            .Any(found => found is { Type: "Patient" } && _patients.KeyOf(found) != owner);

    private void Own(Received resource, string key, Received? patient)
    {
        _owners[resource] = key;
        _people[key] = patient;
    }

    private static Refused Because(Received resource, string rule, params string[] values) =>
        new(resource.File, resource.Name, [new Issue(IssueCode.NotFound, resource.Name, rule, values)]);

    private void Refuse(Received resource, string rule, params string[] values) =>
        _refused.Add(Because(resource, rule, values));

    /// <summary>Every person with their messages, and what came along: professionals, devices, documents.</summary>
    private List<OwnedResources> Gather()
    {
        var owned = _owners.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var people = _people.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var theirs = people.ConvertAll(person => WithWhatTheyPointTo(owned[person.Key]));
        var used = theirs.SelectMany(all => all).ToHashSet();
        var told = _refused.Concat(_leftOut).Select(one => (one.File, one.Name)).ToHashSet();
        var strays = _set.Resources.Where(one => !used.Contains(one) && !told.Contains((one.File, one.Name)));
        foreach (var stray in strays.ToList())
            Share(stray, [.. people.Select(person => person.Key)], theirs);
        return
        [
            .. people.Select(
                (person, at) =>
                    new OwnedResources(person.Value, [.. theirs[at]], [.. theirs[at].Where(_assumed.Contains)])
            ),
        ];
    }

    /// <summary>
    /// What nobody points to came along with whom it names; with the only person of the set; a professional or an
    /// organisation, which is about nobody, with everyone. What may be about one of several is left out.
    /// </summary>
    private void Share(Received stray, List<string> keys, List<HashSet<Received>> theirs)
    {
        var named = References
            .In(stray)
            .Select(address => _set.Find(stray, address))
            .OfType<Received>()
            .Where(_owners.ContainsKey)
            .Select(found => _owners[found])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var isOfEveryone = stray.Type is "Practitioner" or "PractitionerRole" or "Organization";
        var namesAnother =
            !IsFromOutside && References.In(stray).Any(one => IsOfPatient(one) && _set.Find(stray, one) is null);
        if (MayDecide.Has(stray.Type) || keys.Count == 0 || named.Count > 1 || namesAnother)
            _leftOut.Add(Because(stray, "fhir.no-patient"));
        else if (named is [var one])
            theirs[keys.IndexOf(one)].Add(stray);
        else if (keys.Count == 1 || isOfEveryone)
            theirs.ForEach(all => all.Add(stray));
        else
            _leftOut.Add(Because(stray, "fhir.no-patient"));
    }

    private HashSet<Received> WithWhatTheyPointTo(IEnumerable<Received> owned)
    {
        HashSet<Received> all = [];
        var waiting = new Queue<Received>(owned);
        while (waiting.TryDequeue(out var resource))
        {
            if (!all.Add(resource))
                continue;
            foreach (var address in References.In(resource))
            {
                if (_set.Find(resource, address) is { Type: not "Patient" } found && !NamesItsOwner(found))
                    waiting.Enqueue(found);
            }
        }
        return all;
    }
}
