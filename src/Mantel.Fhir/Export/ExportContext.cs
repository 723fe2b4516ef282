using System.Text.Json.Nodes;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Fhir.Export;

/// <summary>Something that the standard has no place for and that therefore does not go out.</summary>
/// <param name="Kind">The kind of fact, such as <c>acp.says-differently-now</c>.</param>
public sealed record LeftOut(Guid Entry, string Kind);

/// <summary>The bundle of a person's plan, and what the standard has no place for.</summary>
public sealed record ExportResult(byte[] Bundle, IReadOnlyList<string> Resources, IReadOnlyList<LeftOut> LeftOut);

/// <summary>
/// A person on their way out: every fact gets the id it came with, or its own, and people are named by reference with
/// a display.
/// </summary>
internal sealed class ExportContext(PersonRecord person, DateOnly today)
{
    /// <summary>What the standard has no place for, in words for whoever reads it elsewhere.</summary>
    public const string WhoAgreedDoesNotFit =
        "Wie dit afsprak, past niet bij leeftijd, wilsbekwaamheid of vertegenwoordiging op die dag. Lees het niet als "
        + "bevestigd en vraag na.";

    private readonly Dictionary<string, JsonObject> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _verbatim = new(StringComparer.Ordinal);

    public PersonRecord Person { get; } = person;

    /// <summary>The day on which it goes out.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>The resources made so far, by type and id.</summary>
    public IReadOnlyDictionary<string, JsonObject> Resources => _resources;

    public string PatientName => Person.Name().Full();

    /// <summary>
    /// The id of the Patient: the one it came with, or the record's own; of joined records the leading one's.
    /// </summary>
    public string PatientId { get; } =
        person
            .Entries.Where(entry => entry.Stream == person.Stream && person.Stands(entry.Id))
            .SelectMany(entry => IdsIn(person, entry, "Patient"))
            .FirstOrDefault()
        ?? person.Id.ToString();

    public JsonObject Patient() => Reference("Patient", PatientId, PatientName);

    /// <summary>
    /// The words that go with what was agreed; when who agreed does not fit age, capacity or representation, they say
    /// so (safety rule 20). Said once, also of what came back.
    /// </summary>
    public string? Doubted(Entry entry, string? words) =>
        Person.DoubtsAbout(entry).Count == 0 || words?.Contains(WhoAgreedDoesNotFit, StringComparison.Ordinal) is true
            ? words
        : words is null ? WhoAgreedDoesNotFit
        : $"{words}\n{WhoAgreedDoesNotFit}";

    /// <summary>These leave word for word; nothing mapped takes their place.</summary>
    public void GoVerbatim(IEnumerable<string> references) => _verbatim.UnionWith(references);

    /// <summary>Adds a resource; the first of an id stays.</summary>
    public void Add(JsonObject resource)
    {
        var reference = $"{resource["resourceType"]}/{resource["id"]}";
        if (!_verbatim.Contains(reference))
            _resources.TryAdd(reference, resource);
    }

    /// <summary>The id under which a fact goes out as a resource of this type.</summary>
    public string IdOf(Entry entry, string type) =>
        IdsIn(Person, entry, type).FirstOrDefault(id => !IsTaken($"{type}/{id}")) ?? entry.Id.ToString();

    /// <summary>A reference to somebody who took part; by name only when the record has no more of them.</summary>
    public JsonObject Party(Party party) =>
        party.Kind switch
        {
            PartyKind.Person => Patient(),
            PartyKind.RelatedPerson when Related(party.Reference) is { } related => Reference(
                "RelatedPerson",
                RelatedId(related),
                party.Name
            ),
            PartyKind.Professional when Member(party.Reference) is { } member => Reference(
                "PractitionerRole",
                MemberId(member),
                party.Name
            ),
            PartyKind.RelatedPerson => Json.Object(("type", "RelatedPerson"), ("display", party.Name)),
            PartyKind.Professional => Json.Object(("type", "PractitionerRole"), ("display", party.Name)),
        };

    public string RelatedId(Recorded<RelatedPersonRecorded> related) =>
        Person
            .All<RelatedPersonRecorded>()
            .Where(one => one.Fact.RelatedPerson == related.Fact.RelatedPerson)
            .SelectMany(one => IdsIn(Person, one.Entry, "RelatedPerson"))
            .FirstOrDefault()
        ?? related.Fact.RelatedPerson.ToString();

    public string MemberId(Recorded<CareTeamMemberJoined> member, string type = "PractitionerRole") =>
        Person
            .All<CareTeamMemberJoined>()
            .Where(one => one.Fact.Member == member.Fact.Member)
            .SelectMany(one => IdsIn(Person, one.Entry, type))
            .FirstOrDefault()
        ?? member.Fact.Member.ToString();

    public bool GoesVerbatim(string reference) => _verbatim.Contains(reference);

    private bool IsTaken(string reference) => _resources.ContainsKey(reference) || _verbatim.Contains(reference);

    private Recorded<RelatedPersonRecorded>? Related(Guid? id) =>
        id is { } known ? Person.Latest<RelatedPersonRecorded>(one => one.RelatedPerson == known) : null;

    private Recorded<CareTeamMemberJoined>? Member(Guid? id) =>
        id is { } known ? Person.Latest<CareTeamMemberJoined>(one => one.Member == known) : null;

    public static JsonObject Reference(string type, string id, string display) =>
        Json.Object(("reference", $"{type}/{id}"), ("type", type), ("display", display.Length == 0 ? null : display));

    private static IEnumerable<string> IdsIn(PersonRecord person, Entry entry, string type) =>
        person
            .WitnessesOf(entry)
            .Select(witness => witness.Reference)
            .OfType<string>()
            .Where(reference => reference.StartsWith(type + "/", StringComparison.Ordinal))
            .Select(reference => reference[(type.Length + 1)..])
            .Where(id =>
                id.Length <= 64 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')
            );
}
