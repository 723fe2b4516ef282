using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>RelatedPerson, and the contacts inside a Patient: somebody close to the person.</summary>
internal static class MapRelatedPerson
{
    public static void Map(ResourceTaken take)
    {
        if (take.Node.Flag("active") is false)
        {
            take.Keep("fhir.not-final", "inactive");
            return;
        }
        if (Read(take.Node, take.Person) is not { } related)
        {
            take.Keep("fhir.not-understood", "name");
            return;
        }
        take.Node.Skip("identifier");
        take.Person.Find(take, take.Node["patient"]);
        take.Say(take.Person.Meet(related), null);
    }

    /// <summary>Contacts of a Patient that are not a RelatedPerson of the set as well.</summary>
    public static void MapContacts(ResourceTaken take)
    {
        foreach (var contact in take.Node.All("contact"))
        {
            var reference = contact.Extension(Profiles.RelatedPerson)?["value"];
            if (reference is not null && take.Person.Find(take, reference) is not null)
                contact.SkipWhole();
            else if (Read(contact, take.Person) is { } related)
            {
                take.Say(take.Person.Meet(related), null);
            }
        }
    }

    public static RelatedPersonRecorded? Read(TrackedElement node, PersonReading person)
    {
        if (ReadPersonParts.Name(node.All("name")) is not { } name)
            return null;
        var concepts = node.Concepts("relationship");
        var relation = concepts
            .Select(concept => Codes.Relation.Find(concept.In(CodeSystems.RoleCode)))
            .FirstOrDefault(found => found is not null);
        relation ??= concepts.Any(concept => concept.Is(CodeSystems.NullFlavor, "OTH")) ? Relationship.Other : null;
        return new RelatedPersonRecorded(
            SameWords.Id($"related|{SameFact.NameOf(name)}"),
            name,
            relation,
            WordsOf(concepts, relation),
            [.. concepts.Select(RoleOf).OfType<ContactRole>().Distinct().Order()],
            ReadPersonParts.ContactPoints(node),
            ReadPersonParts.Addresses(node).Take(1).FirstOrDefault(),
            CallOrder: null,
            Words: null,
            Account: null
        );
    }

    public static Party? AsParty(RelatedPersonRecorded? related) =>
        related is null
            ? null
            : new Party(
                PartyKind.RelatedPerson,
                related.Name.Full(),
                related.RelationshipInWords,
                related.RelatedPerson
            );

    private static ContactRole? RoleOf(Concept concept) =>
        Codes.RoleOf(concept.Text)
        ?? Codes.Role.Find(
            concept.In(CodeSystems.ContactRole) ?? concept.In(CodeSystems.ExtraRole) ?? concept.In(CodeSystems.Snomed)
        );

    /// <summary>The source's own words where the relation has no place in our list.</summary>
    private static string? WordsOf(IReadOnlyList<Concept> concepts, Relationship? relation) =>
        relation is null or Relationship.Other
            ? concepts
                .Where(concept => RoleOf(concept) is null)
                .Select(concept => concept.Words)
                .FirstOrDefault(words => words is not null)
            : null;
}
