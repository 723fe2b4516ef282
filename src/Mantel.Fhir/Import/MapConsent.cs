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

    public static void Map(Take take)
    {
        var scope = take.Node.Concept("scope")!;
        var categories = take.Node.Concepts("category");
        take.Node.Skip("identifier", "policy", "policyRule");
        take.Person.Find(take, take.Node["patient"]);
        if (take.Node["provision"] is { } provision && Narrowing.FirstOrDefault(provision.Has) is { } narrowing)
            take.Refuse("fhir.not-understood", $"Consent.provision.{narrowing}");
        else if (categories.Any(category => category.In(Systems.BelgianWillCategory) is not null))
            MapBelgianWill.Map(take, categories);
        else if (categories.Any(category => category.Is(Systems.Snomed, Codes.TreatmentDirective)))
            MapTreatmentDirective.Map(take);
        else if (scope.Is(Systems.ConsentScope, "adr") || categories.Any(IsAdvanceDirective))
            MapAdvanceDirective.Map(take);
        else
            take.Keep("fhir.no-plan");
    }

    private static bool IsAdvanceDirective(Concept category) => category.Is(Systems.ConsentCategory, "acd");
}
