using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>Consent as the person's own declaration, with the document where it came along.</summary>
internal static class MapAdvanceDirective
{
    public static void Map(ResourceTaken take)
    {
        var provision = take.Node["provision"];
        var kinds = (provision?.Concepts("code") ?? []).Select(KindOf).ToList();
        IReadOnlyList<Treatment> about = kinds.Exists(one => one.Kind is AdvanceDirectiveKind.DoNotResuscitate)
            ? [new Treatment(TreatmentKind.Resuscitation)]
            : [];
        if (!IsFinished(take, about))
            return;
        var words = kinds.SelectMany(one => one.Words).ToArray();
        if (provision is null || kinds.Count == 0)
            take.Ask(AskReason.KindUnclear, about, null, CommentOf(take));
        else if (provision.Text("type") is { } type)
            take.Ask(AskReason.WordAndCondition, about, null, [.. words, type]);
        else if (kinds.Exists(one => one.Differ))
            take.Ask(AskReason.CodeAndWordsDiffer, about, null, words);
        else
            SayAll(take, provision, kinds);
    }

    private static void SayAll(ResourceTaken take, TrackedElement provision, List<ReadKind> kinds)
    {
        var day = take.Node.Day("dateTime", take.Person.Zone);
        foreach (var (kind, words, _) in kinds)
            Say(take, provision, kind, kind is AdvanceDirectiveKind.Other ? words.LastOrDefault() : null, [], day);
    }

    /// <summary>What its sender has not finished is there, and is not said (safety rule 5).</summary>
    internal static bool IsFinished(ResourceTaken take, IReadOnlyList<Treatment> about)
    {
        var status = take.Node.PeekText("status");
        if (take.HasStatus("status", "active", "inactive"))
            return true;
        if (status is "draft" or "proposed")
            take.Ask(AskReason.NotFinished, about, null);
        return false;
    }

    /// <param name="Words">The sender's words, its text last.</param>
    /// <param name="Differ">The code says one kind and the words another.</param>
    private sealed record ReadKind(AdvanceDirectiveKind Kind, IReadOnlyList<string> Words, bool Differ);

    private static ReadKind KindOf(Concept concept)
    {
        var code = concept.In(CodeSystems.DirectiveKind);
        var kind = Codes.Directive.Find(code) ?? AdvanceDirectiveKind.Other;
        IReadOnlyList<string> words =
        [
            .. concept.Codes.Select(one => one.Display).Append(concept.Text).OfType<string>(),
        ];
        var differ =
            kind is not AdvanceDirectiveKind.Other && words.Any(one => Codes.Directive.NamesAnother(one, kind));
        var name = kind is AdvanceDirectiveKind.Other ? code : Codes.Directive.CodeFor(kind)?.Display;
        return new ReadKind(kind, words.Count > 0 || name is null ? words : [name], differ);
    }

    private static string? CommentOf(ResourceTaken take) => take.Node.Extension(Profiles.Comment)?.Text("value");

    /// <summary>Says a declaration and, where it has ended, its end.</summary>
    public static void Say(
        ResourceTaken take,
        TrackedElement? provision,
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
            Reading.Plain(CommentOf(take)),
            RepresentativeOf(take, provision),
            decides,
            document,
            name
        );
        take.Say(fact, day, null, reference);
        IReadOnlyList<Treatment> about = [.. decides.Select(clause => clause.Treatment)];
        if (MapTreatmentDirective.EndOf(take, provision, about, null) is var (end, isEnd) && isEnd)
            take.Say(new AdvanceDirectiveEnded(SameWords.Id(SameFact.Of(fact, day, _ => null)), null), end);
    }

    private static Party? RepresentativeOf(ResourceTaken take, TrackedElement? provision) =>
        provision
            ?.All("actor")
            .Where(actor => actor.Concept("role")?.In(CodeSystems.RoleCode) == "RESPRSN")
            .Select(actor => take.Person.PartyOf(take, actor["reference"]))
            .FirstOrDefault();

    /// <summary>The document itself: inside the Consent, or in a DocumentReference of the set.</summary>
    private static (Guid? Document, string? Name, Received? Reference) DocumentOf(ResourceTaken take)
    {
        if (take.Node["source"] is not { } source)
            return (null, null, null);
        if (source.Name == "sourceAttachment")
            return Keep(take, source, null);
        if (take.Person.Find(take, source) is not { Type: "DocumentReference" } reference)
        {
            take.Note("fhir.reference-not-found", "Consent.sourceReference");
            return (null, Reading.Plain(source.PeekText("display")), null);
        }
        var node = take.Person.NodeOf(reference);
        if (node.Text("status") != "current")
            return (null, null, null);
        node.Skip("identifier", "subject", "type");
        return node["content"]?["attachment"] is { } attachment
            ? Keep(take, attachment, reference)
            : (null, null, null);
    }

    private static (Guid?, string?, Received?) Keep(ResourceTaken take, TrackedElement attachment, Received? reference)
    {
        var title = Reading.Plain(attachment.Text("title"));
        if (attachment.Text("data") is not { } data)
            return (null, title ?? Reading.Plain(attachment.PeekText("url")), reference);
        var content = Convert.FromBase64String(data);
        var type = attachment.Text("contentType") ?? "application/octet-stream";
        var key = SameWords.Id($"document|{take.Resource.Hash}");
        take.Person.Documents.Add(new ImportedDocument(key, type, title, content));
        return (key, title, reference);
    }
}
