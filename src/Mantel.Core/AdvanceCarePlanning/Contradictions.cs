using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>One side of a pair that cannot both hold: what is said of a treatment, or the goal.</summary>
public abstract record PlanSays
{
    private PlanSays() { }

    public sealed record OfTreatment(TreatmentKind Treatment, Word Word) : PlanSays;

    public sealed record OfGoal(TreatmentGoal Goal) : PlanSays;
}

/// <summary>Two decisions of one plan that contradict each other, with where that is said.</summary>
/// <param name="Reviewer">The physician who reviewed it; null while the status is draft.</param>
public sealed record Contradiction(
    string Id,
    PlanSays One,
    PlanSays Other,
    string Why,
    string Source,
    string Edition,
    string? Reviewer,
    string Status,
    string SourceNl
)
{
    public bool Concerns(TreatmentKind treatment) => IsOf(One, treatment) || IsOf(Other, treatment);

    private static bool IsOf(PlanSays side, TreatmentKind treatment) =>
        side is PlanSays.OfTreatment of && of.Treatment == treatment;
}

/// <summary>
/// Which decisions of a plan contradict each other (safety rule 14): the published truth table
/// <c>data/plan/contradictions.tsv</c>, and nothing else.
/// </summary>
public static class Contradictions
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<Contradiction> Table { get; } =
    [.. ReferenceTable.Read("contradictions.tsv").Select(Read)];

    /// <param name="goals">The goal that holds; more than one when they cannot be ordered; none when not
    /// recorded.</param>
    /// <param name="wordsOf">The word about a treatment; more than one when they cannot be ordered.</param>
    public static IReadOnlyList<Contradiction> Between(
        IReadOnlyList<TreatmentGoal> goals,
        Func<TreatmentKind, IReadOnlyList<Word>> wordsOf
    )
    {
        bool IsSaid(PlanSays side) =>
            side switch
            {
                PlanSays.OfGoal of => goals.Contains(of.Goal),
                PlanSays.OfTreatment of => wordsOf(of.Treatment).Contains(of.Word),
                _ => false,
            };
        return [.. Table.Where(pair => IsSaid(pair.One) && IsSaid(pair.Other))];
    }

    private static Contradiction Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["id"],
            Side(row["one"], row["says"]),
            Side(row["other"], row["otherSays"]),
            row["why"],
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"],
            row["sourceNl"]
        );

    private static PlanSays Side(string what, string says) =>
        what == "Goal"
            ? new PlanSays.OfGoal(Enum.Parse<TreatmentGoal>(says))
            : new PlanSays.OfTreatment(Enum.Parse<TreatmentKind>(what), Enum.Parse<Word>(says));
}
