using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>Consent as the person's own declaration, with the document where it came along.</summary>
internal static class MapAdvanceDirective
{
    public static void Map(Take take)
    {
        if (!take.HasStatus("status", "active", "inactive"))
            return;
        var provision = take.Node["provision"];
        if (provision?.Concepts("code") is not [var concept])
        {
            take.Refuse("fhir.not-understood", "Consent.provision.code");
            return;
        }
        if (provision.Has("type"))
        {
            take.Refuse("fhir.not-understood", "Consent.provision.type");
            return;
        }
        var kind = Codes.Directive.Find(concept.In(Systems.DirectiveKind)) ?? AdvanceDirectiveKind.Other;
        var day = take.Node.Day("dateTime", take.Person.Zone);
        Say(take, provision, kind, kind is AdvanceDirectiveKind.Other ? concept.Words : null, [], day);
    }

    /// <summary>Says a declaration and, where it has ended, its end.</summary>
    public static void Say(
        Take take,
        Node? provision,
        AdvanceDirectiveKind kind,
        string? kindInWords,
        IReadOnlyList<DirectiveClause> decides,
        PartialDate? day
    )
    {
        var (document, name, reference) = DocumentOf(take);
        var fact = new AdvanceDirectiveRecorded(
            kind,
            Reading.Plain(kindInWords),
            Reading.Plain(take.Node.Extension(Profiles.Comment)?.Text("value")),
            RepresentativeOf(take, provision),
            decides,
            document,
            name
        );
        take.Say(fact, day, null, reference);
        var end = provision is null ? null : MapTreatmentDirective.EndOf(take, provision);
        if (end is not null || take.Node.Text("status") == "inactive")
            take.Say(new AdvanceDirectiveEnded(SameWords.Id(SameFact.Of(fact, day, _ => null)), null), end);
    }

    private static Party? RepresentativeOf(Take take, Node? provision) =>
        provision
            ?.All("actor")
            .Where(actor => actor.Concept("role")?.In(Systems.RoleCode) == "RESPRSN")
            .Select(actor => take.Person.PartyOf(take, actor["reference"]))
            .FirstOrDefault();

    /// <summary>The document itself: inside the Consent, or in a DocumentReference of the set.</summary>
    private static (Guid? Document, string? Name, Received? Reference) DocumentOf(Take take)
    {
        if (take.Node["source"] is not { } source)
            return (null, null, null);
        if (source.Name == "sourceAttachment")
            return Keep(take, source, null);
        if (take.Person.Find(take, source) is not { Type: "DocumentReference" } reference)
            return (null, null, null);
        var node = take.Person.NodeOf(reference);
        if (node.Text("status") != "current")
            return (null, null, null);
        node.Skip("identifier", "subject", "type");
        return node["content"]?["attachment"] is { } attachment
            ? Keep(take, attachment, reference)
            : (null, null, null);
    }

    private static (Guid?, string?, Received?) Keep(Take take, Node attachment, Received? reference)
    {
        var title = Reading.Plain(attachment.Text("title"));
        if (attachment.Text("data") is not { } data)
            return (null, title, reference);
        var content = Convert.FromBase64String(data);
        var type = attachment.Text("contentType") ?? "application/octet-stream";
        var key = SameWords.Id($"document|{take.Resource.Hash}");
        take.Person.Documents.Add(new ImportedDocument(key, type, title, content));
        return (key, title, reference);
    }
}
