using Mantel.Core.AdvanceCarePlanning;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>Consent carries three different things; this tells them apart by scope, category and profile.</summary>
internal static class MapConsent
{
    /// <summary>Parts of a provision that narrow it in ways that the record cannot say.</summary>
    private static readonly string[] Narrowing =
    [
        "provision",
        "data",
        "dataPeriod",
        "purpose",
        "class",
        "securityLabel",
        "action",
    ];

    public static void Map(ResourceTaken take)
    {
        var scope = take.Node.Concept("scope")!;
        var categories = take.Node.Concepts("category");
        take.Node.Skip("identifier", "policy", "policyRule");
        take.Person.Find(take, take.Node["patient"]);
        if (take.Node["provision"] is { } provision && Narrowing.FirstOrDefault(provision.Has) is { } narrowing)
            Narrowed(take, narrowing);
        else if (categories.Any(category => category.In(CodeSystems.BelgianWillCategory) is not null))
            MapBelgianWill.Map(take, categories);
        else if (categories.Any(IsTreatmentDirective) || HasProfile(take, "TreatmentDirective"))
            MapTreatmentDirective.Map(take);
        else if (
            scope.Is(CodeSystems.ConsentScope, "adr")
            || categories.Any(IsAdvanceDirective)
            || HasProfile(take, "AdvanceDirective")
        )
            MapAdvanceDirective.Map(take);
        else if (TreatmentsIn(take) is { Count: > 0 } treatments)
            take.Ask(AskReason.KindUnclear, treatments, null, [.. WordsIn(take), take.Node["provision"]?.Text("type")]);
        else
            take.Keep("fhir.no-plan");
    }

    /// <summary>What its sender took back may be narrowed: nothing of it is said.</summary>
    private static void Narrowed(ResourceTaken take, string narrowing)
    {
        if (take.HasStatus("status", "active", "inactive"))
            take.Refuse("fhir.not-understood", $"Consent.provision.{narrowing}");
    }

    private static bool HasProfile(ResourceTaken take, string name) =>
        take.Resource.Profiles.Any(profile =>
            profile.Split('|')[0].Split('/')[^1] is var last
            && last.Contains(name, StringComparison.Ordinal)
            && (
                Profiles.AreOurs([profile])
                || last.StartsWith("nl-core-", StringComparison.Ordinal)
                || last.StartsWith("zib-", StringComparison.Ordinal)
            )
        );

    /// <summary>Of zib 2020, or of zib 2017.</summary>
    private static bool IsTreatmentDirective(Concept category) =>
        category.Is(CodeSystems.Snomed, Codes.TreatmentDirective)
        || category.Is(CodeSystems.Snomed, Codes.TreatmentDirective2017);

    private static bool IsAdvanceDirective(Concept category) =>
        category.Is(CodeSystems.ConsentCategory, "acd") || category.Is(CodeSystems.Snomed, Codes.AdvanceDirective2017);

    /// <summary>The treatments of the standard that it names, though it is of no kind that is known here.</summary>
    private static IReadOnlyList<Treatment> TreatmentsIn(ResourceTaken take) =>
        [
            .. Concepts(take)
                .SelectMany(concept => ReadTreatment.Of(concept).MayBe)
                .Where(treatment => treatment.Kind is not TreatmentKind.Other),
        ];

    private static IEnumerable<string> WordsIn(ResourceTaken take) =>
        Concepts(take).Select(concept => concept.Words).OfType<string>();

    private static IReadOnlyList<Concept> Concepts(ResourceTaken take) =>
        take.Node["provision"]?.Concepts("code") ?? [];
}
