using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>Treatments as forms ask about them: their address, their question, and the answers there are.</summary>
internal static class Treatments
{
    /// <summary>The last part of the address of a treatment's form: hospital-admission.</summary>
    public static string Slug(TreatmentKind kind) => Words.Kebab(kind.ToString());

    /// <summary>The kind that a form is about, by its address; null when the address names none.</summary>
    public static TreatmentKind? KindOf(string? path)
    {
        var last = path?.TrimEnd('/').Split('/')[^1];
        foreach (var kind in Enum.GetValues<TreatmentKind>())
        {
            if (string.Equals(Slug(kind), last, StringComparison.Ordinal))
                return kind;
        }
        return null;
    }

    public static string Question(TreatmentKind kind, Words words) => words.Name("plan-question", kind);

    /// <summary>The five words that can be given; for switching off an ICD with what they mean there.</summary>
    public static IReadOnlyList<Option> Answers(TreatmentKind kind, Words words, bool withHints = true) =>
        [
            .. Enum.GetValues<Decision>()
                .Select(decision => new Option(
                    decision.ToString(),
                    words.Name("word", decision),
                    withHints || IsSwitchingOff(kind, decision) ? Hint(kind, decision, words) : null
                )),
        ];

    /// <summary>What wel and niet mean of switching off is said wherever they can be chosen.</summary>
    private static bool IsSwitchingOff(TreatmentKind kind, Decision decision) =>
        kind is TreatmentKind.IcdDeactivation && decision is (Decision.Perform or Decision.Withhold);

    private static string Hint(TreatmentKind kind, Decision decision, Words words) =>
        (kind, decision) switch
        {
            (TreatmentKind.IcdDeactivation, Decision.Perform) => words["plan.icd.perform"],
            (TreatmentKind.IcdDeactivation, Decision.Withhold) => words["plan.icd.withhold"],
            _ => words.Name("plan-word", decision),
        };

    /// <summary>The agreed directive of a decision: what is confirmed, reconfirmed, ended or changed.</summary>
    public static Entry? DirectiveOf(this DecisionInForce decision) =>
        decision
            .InForce.SelectMany(statement => statement.Entries)
            .LastOrDefault(entry => entry.Fact is TreatmentDirectiveAgreed);

    /// <summary>What is in force about a treatment now, as far as anything is.</summary>
    public static DecisionInForce? DecisionOf(this PersonRecord person, Treatment treatment, DateOnly today) =>
        person
            .DecisionsOn(today)
            .FirstOrDefault(decision =>
                decision.Treatment.Kind == treatment.Kind
                && (
                    treatment.Kind is not TreatmentKind.Other
                    || string.Equals(
                        decision.Treatment.Name,
                        treatment.Name?.Trim(),
                        StringComparison.OrdinalIgnoreCase
                    )
                )
            );
}
