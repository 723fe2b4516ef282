using Mantel.Core.Access;

namespace Mantel.Storage;

/// <summary>The words with which the look log says why: the language files have a sentence for each.</summary>
public static class LookWords
{
    public const string Denied = "Denied";

    /// <summary>On the machine itself, by whoever runs it: as purpose and as basis.</summary>
    public const string Operator = "Operator";

    /// <summary>Care, Own, Emergency, Receiving or Identification.</summary>
    public static string PurposeOf(Verdict verdict) =>
        verdict.Ground switch
        {
            Relation.Self or Relation.Representative or Relation.CloseOne => "Own",
            Relation.BrokenGlass or Relation.VitalEmergency => "Emergency",
            Relation.ReceivingOrganisation => "Receiving",
            Relation.Found => "Identification",
            _ => "Care",
        };

    /// <summary>The relation it rests on, or <see cref="Denied"/>.</summary>
    public static string BasisOf(Verdict verdict) => verdict.Allowed ? verdict.Ground?.ToString() ?? "Role" : Denied;
}
