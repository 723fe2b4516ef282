using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>The reading of all messages about one person: who is who in them, and the documents they carry.</summary>
internal sealed class PersonReading(
    PzpSet set,
    Received? patient,
    IReadOnlyList<Received> resources,
    ImportOptions options
)
{
    private readonly Dictionary<Received, TrackedElement> _nodes = [];
    private readonly Dictionary<Received, Party?> _parties = [];
    private readonly Lazy<HashSet<string>> _participants = new(() => ParticipantsIn(resources));

    public PzpSet Set { get; } = set;
    public Received? Patient { get; } = patient;

    public IReadOnlyList<Received> Resources { get; } = resources;
    public TimeZoneInfo Zone { get; } = options.Zone;
    public string System { get; } = options.System;
    public DateOnly Today { get; } = options.Today;
    public List<ImportedDocument> Documents { get; } = [];

    /// <summary>The related persons as read so far, so that a form can say who is meant by "brother".</summary>
    public List<RelatedPersonRecorded> RelatedPersons { get; } = [];

    /// <summary>
    /// Somebody close of whom a message tells: the same as one who was told of already, or a new one.
    /// </summary>
    public RelatedPersonRecorded Meet(RelatedPersonRecorded related)
    {
        var known = RelatedPersons.Find(one => SameCloseOne.Is(one, related));
        var met = known is null ? related : related with { RelatedPerson = known.RelatedPerson, Name = known.Name };
        RelatedPersons.Add(met);
        return met;
    }

    /// <summary>The professionals as read so far.</summary>
    public List<CareTeamMemberJoined> Members { get; } = [];

    /// <summary>The names of other limits that the resources of the set give.</summary>
    public List<string> NamedLimits { get; } = [];

    public ImportedIdentity Identity { get; set; } = new(null, null, null, []);

    public TrackedElement NodeOf(Received resource) =>
        _nodes.TryGetValue(resource, out var node) ? node : _nodes[resource] = TrackedElement.Of(resource);

    /// <summary>What a reference points to inside the set; the reference counts as read.</summary>
    public Received? Find(ResourceTaken take, TrackedElement? reference)
    {
        if (reference is null)
            return null;
        reference.Skip("type", "display");
        var identifier = reference["identifier"];
        if (reference.Text("reference") is { } address)
            return Set.Find(take.Resource, address);
        return identifier?.Text("system") is { } system && identifier.Text("value") is { } value
            ? Set.FindByIdentifier(identifier.Name == "patient" ? "Patient" : "Practitioner", system, value)
            : null;
    }

    /// <summary>
    /// Who a reference names: the person, a close one or a professional. Unknown ones keep their display.
    /// </summary>
    public Party? PartyOf(ResourceTaken take, TrackedElement? reference)
    {
        if (reference is null)
            return null;
        var (display, type) = (reference.PeekText("display"), reference.PeekText("type"));
        var found = Find(take, reference);
        if (found is null)
        {
            if (reference.PeekReference() is not null)
                take.Note("fhir.reference-not-found", reference.Name);
            return display is null ? null : new Party(KindOf(type), display);
        }
        if (!_parties.TryGetValue(found, out var party))
            _parties[found] = party = ReadParty(take, found);
        return party;
    }

    /// <summary>True for a professional who led, agreed or answered something, not only one who is mentioned.</summary>
    public bool TakesPart(Received professional) =>
        _participants.Value.Contains(professional.Name)
        || (professional.Id is { } id && _participants.Value.Contains($"{professional.Type}/{id}"));

    public string NameOfPerson() => Identity.Name?.Full() ?? "";

    private RelatedPersonRecorded? Known(RelatedPersonRecorded? read) =>
        read is null ? null : RelatedPersons.Find(one => SameCloseOne.Is(one, read)) ?? read;

    private static PartyKind KindOf(string? type) =>
        type switch
        {
            "Patient" => PartyKind.Person,
            "RelatedPerson" => PartyKind.RelatedPerson,
            _ => PartyKind.Professional,
        };

    private Party? ReadParty(ResourceTaken take, Received found) =>
        found.Type switch
        {
            "Patient" => new Party(PartyKind.Person, NameOfPerson()),
            "RelatedPerson" => MapRelatedPerson.AsParty(Known(MapRelatedPerson.Read(NodeOf(found), this))),
            "PractitionerRole" or "Practitioner" => MapPractitioner.AsParty(MapPractitioner.Read(found, this)),
            _ => null,
        };

    private static HashSet<string> ParticipantsIn(IReadOnlyList<Received> resources) =>
        resources
            .Where(resource => resource.Type is not ("DeviceUseStatement" or "PractitionerRole" or "Device"))
            .SelectMany(resource => TrackedElement.Of(resource).References())
            .Select(reference => reference.PeekReference())
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
}
