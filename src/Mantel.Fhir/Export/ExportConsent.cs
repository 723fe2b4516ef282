using System.Text.Json.Nodes;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Import;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Export;

/// <summary>Consent: treatment directives and the person's own declarations.</summary>
internal static class ExportConsent
{
    private static readonly JsonArray Policy = [new JsonObject { ["uri"] = "https://wetten.overheid.nl/" }];

    public static JsonObject Directive(ExportContext context, Recorded<TreatmentDirectiveAgreed> directive)
    {
        var fact = directive.Fact;
        var (kept, explanation) =
            fact.Decision is Decision.Unknown ? DecisionWords.Apart(fact.Explanation) : (null, fact.Explanation);
        var end = context.Person.Latest<TreatmentDirectiveEnded>(one => one.Directive == directive.Entry.Id);
        return Consent(
            context,
            directive.Entry,
            "ACP-TreatmentDirective",
            end is not null,
            context.Doubted(directive.Entry, explanation),
            Words(fact, kept),
            Json.Concept(CodeSystems.ConsentScope, "treatment"),
            Json.Concept(CodeSystems.Snomed, Codes.TreatmentDirective),
            null,
            Json.Object(
                (
                    "extension",
                    end?.Fact.Reason is { } reason
                        ? Json.List(Json.Extension(Profiles.ReasonForEnding, "valueString", reason))
                        : null
                ),
                ("type", Type(fact.Decision)),
                ("period", end?.Effective is { } day ? Json.Object(("end", day.ToString())) : null),
                ("actor", Json.List(fact.Parties.Select(party => Actor(context, party, "CONSENTER")))),
                ("code", Json.List(Treatment(fact.Treatment)))
            )
        );
    }

    public static JsonObject? Declaration(
        ExportContext context,
        Recorded<AdvanceDirectiveRecorded> declared,
        Func<Guid, (string ContentType, byte[] Content)?> documents
    )
    {
        var fact = declared.Fact;
        if (KindOf(fact) is not { } kind)
            return null;
        var end = context.Person.Latest<AdvanceDirectiveEnded>(one => one.Directive == declared.Entry.Id);
        var document = fact.Document is { } id ? documents(id) : null;
        return Consent(
            context,
            declared.Entry,
            "ACP-AdvanceDirective",
            end is not null,
            context.Doubted(declared.Entry, fact.Explanation),
            null,
            Json.Concept(CodeSystems.ConsentScope, "adr"),
            Json.Concept(CodeSystems.ConsentCategory, "acd"),
            document is null && fact.DocumentName is null
                ? null
                : Json.Object(
                    ("contentType", document?.ContentType),
                    ("data", document is { } found ? Convert.ToBase64String(found.Content) : null),
                    ("title", fact.DocumentName)
                ),
            Json.Object(
                ("period", end?.Effective is { } day ? Json.Object(("end", day.ToString())) : null),
                ("actor", fact.Representative is { } party ? Json.List(Actor(context, party, "RESPRSN")) : null),
                ("code", Json.List(kind))
            )
        );
    }

    private static JsonObject Consent(
        ExportContext context,
        Entry entry,
        string profile,
        bool hasEnded,
        string? comment,
        string? other,
        JsonObject scope,
        JsonObject category,
        JsonObject? attachment,
        JsonObject provision
    ) =>
        Json.Object(
            ("resourceType", "Consent"),
            ("id", context.IdOf(entry, "Consent")),
            ("meta", Json.Meta(profile)),
            ("extension", comment is null ? null : Json.List(Json.Extension(Profiles.Comment, "valueString", comment))),
            (
                "modifierExtension",
                other is null ? null : Json.List(Json.Extension(Profiles.SpecificationOther, "valueString", other))
            ),
            ("status", hasEnded ? "inactive" : "active"),
            ("scope", scope),
            ("category", Json.List(category)),
            ("patient", context.Patient()),
            ("dateTime", Json.Day(entry.Effective)),
            ("sourceAttachment", attachment),
            ("policy", Policy.DeepClone()),
            ("provision", provision)
        );

    private static string? Type(Decision decision) =>
        decision switch
        {
            Decision.Perform => "permit",
            Decision.Withhold => "deny",
            Decision.Otherwise or Decision.Unknown or Decision.NotDiscussed => null,
        };

    private static string? Words(TreatmentDirectiveAgreed fact, string? kept) =>
        fact.Decision switch
        {
            Decision.Otherwise => fact.Otherwise,
            Decision.Unknown => kept ?? DecisionWords.Unknown,
            Decision.NotDiscussed => DecisionWords.NotDiscussed,
            Decision.Perform or Decision.Withhold => null,
        };

    private static JsonObject Actor(ExportContext context, Party party, string role) =>
        Json.Object(("role", Json.Concept(CodeSystems.RoleCode, role)), ("reference", context.Party(party)));

    private static JsonObject Treatment(Treatment treatment) =>
        treatment.Kind switch
        {
            TreatmentKind.Other => Json.Concept(CodeSystems.NullFlavor, "OTH", null, treatment.Name),
            TreatmentKind.IcdDeactivation => Json.Concept(
                CodeSystems.NullFlavor,
                "OTH",
                null,
                Codes.Treatment.CodeFor(treatment.Kind)!.Value.Display
            ),
            _ when Codes.Treatment.CodeFor(treatment.Kind) is var (code, display) => Json.Concept(
                CodeSystems.Snomed,
                code,
                display
            ),
            _ => throw new InvalidOperationException($"{treatment.Kind} has no code."),
        };

    private static JsonObject? KindOf(AdvanceDirectiveRecorded fact) =>
        Codes.Directive.CodeFor(fact.Kind) is var (code, display)
            ? Json.Concept(CodeSystems.DirectiveKind, code, display)
        : fact.Kind is AdvanceDirectiveKind.Other ? Json.Concept(CodeSystems.NullFlavor, "OTH", null, fact.KindInWords)
        : null;
}
