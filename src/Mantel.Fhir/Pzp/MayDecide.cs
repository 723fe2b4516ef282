using System.Collections.Frozen;

namespace Mantel.Fhir.Pzp;

/// <summary>
/// The types of resource that may hold a decision, or say whose it is: what is wrong with one of these stops the set.
/// </summary>
internal static class MayDecide
{
    private static readonly FrozenSet<string> Types = new[]
    {
        "Patient",
        "RelatedPerson",
        "Encounter",
        "Procedure",
        "Consent",
        "Goal",
        "Observation",
        "DeviceUseStatement",
        "CommunicationRequest",
        "QuestionnaireResponse",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string type) => Types.Contains(type);
}
