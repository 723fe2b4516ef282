using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>PractitionerRole and Practitioner: a professional who takes part in the care of the person.</summary>
internal static class MapPractitioner
{
    public static void Map(ResourceTaken take)
    {
        if (!take.Person.TakesPart(take.Resource))
            return;
        if (take.Node.Flag("active") is false)
        {
            take.Keep("fhir.not-final", "inactive");
            return;
        }
        if (Read(take.Resource, take.Person) is not { } member)
        {
            take.Keep("fhir.not-understood", "name");
            return;
        }
        take.Node.Skip("identifier");
        var practitioner = PractitionerOf(take.Resource, take.Node, take.Person);
        if (practitioner is not null)
            take.Person.NodeOf(practitioner).Skip("identifier");
        take.Person.Members.Add(member);
        take.Say(member, null, null, practitioner == take.Resource ? null : practitioner);
    }

    public static CareTeamMemberJoined? Read(Received resource, PersonReading person)
    {
        var node = person.NodeOf(resource);
        var practitioner = PractitionerOf(resource, node, person);
        if (NameOf(node, practitioner is null ? null : person.NodeOf(practitioner)) is not { } name)
            return null;
        var (discipline, words) = DisciplineOf(
            node.Has("specialty") ? node.Concepts("specialty") : node.Concepts("code")
        );
        var organisation = node["organization"]?.Text("display");
        return new CareTeamMemberJoined(
            SameWords.Id($"member|{SameWords.Name(name)}"),
            name,
            discipline,
            words,
            Organisation: null,
            organisation,
            new Reachability(null, null, PhonesOf(node, practitioner is null ? null : person.NodeOf(practitioner))),
            Account: null,
            CareRelation.CareTeam
        );
    }

    public static Party? AsParty(CareTeamMemberJoined? member) =>
        member is null
            ? null
            : new Party(
                PartyKind.Professional,
                member.Name,
                member.DisciplineInWords,
                member.Member,
                member.Discipline is Discipline.Other ? null : member.Discipline
            );

    public static (Discipline, string? Words) DisciplineOf(IReadOnlyList<Concept> concepts)
    {
        foreach (var concept in concepts)
        {
            var known =
                Codes.UziDiscipline.Find(concept.In(CodeSystems.Uzi))
                ?? Codes.AgbDiscipline.Find(concept.In(CodeSystems.Agb));
            if (known is { } discipline)
                return (discipline, concept.Words);
        }
        return (Discipline.Other, concepts.Select(concept => concept.Words).FirstOrDefault(words => words is not null));
    }

    private static Received? PractitionerOf(Received resource, TrackedElement node, PersonReading person)
    {
        if (resource.Type == "Practitioner")
            return resource;
        var reference = node["practitioner"];
        reference?.Skip("type", "display");
        return reference?.Text("reference") is { } address ? person.Set.Find(resource, address) : null;
    }

    private static string? NameOf(TrackedElement role, TrackedElement? practitioner)
    {
        if (practitioner?["name"] is { } name)
        {
            foreach (var each in practitioner.All("name"))
                each.SkipWhole();
            var parts = name.All("given").Select(given => given.Read()).Append(name.Text("family"));
            return name.Text("text") ?? Reading.Plain(string.Join(' ', parts.OfType<string>()));
        }
        return role["practitioner"]?.PeekText("display");
    }

    private static string? PhonesOf(TrackedElement role, TrackedElement? practitioner)
    {
        var points = ReadPersonParts.ContactPoints(role);
        if (points.Count == 0 && practitioner is not null && practitioner != role)
            points = ReadPersonParts.ContactPoints(practitioner);
        return Reading.Plain(string.Join(", ", points.Select(point => point.Value)));
    }
}
