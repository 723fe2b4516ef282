using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>
/// A plan in the sentences in which it was read back, so that nobody reads two for one decision: to the person
/// themselves, or about them.
/// </summary>
internal sealed class PlainSentences(PersonRecord record, bool isOwn, Words words)
{
    /// <summary>What the record says of a decision; more than one sentence where it says more than one thing.</summary>
    public IEnumerable<(string Sentence, string? Own)> Of(DecisionInForce decision)
    {
        var about = About(decision.Treatment);
        if (decision.HasEnded || decision.InForce.Count == 0)
        {
            yield return (words[decision.HasEnded ? "plain.ended" : "plain.not-recorded", about], null);
            yield break;
        }
        if (decision.IsContradictory)
            yield return (words["plain.contradictory", about], null);
        foreach (var statement in decision.InForce)
            yield return (Of(decision.Treatment, statement.Decision, about), statement.Otherwise);
    }

    /// <summary>What is most important, how they wish to be cared for, and where they wish to die.</summary>
    public IEnumerable<(string? Sentence, string? Own, PartialDate? On)> Wishes() =>
        [
            .. record
                .Goal()
                .Holding.Select(goal => ((string?)Says("goal", goal.Fact.Goal), goal.Fact.Explanation, goal.Effective)),
            .. record.CareWishes().Holding.Select(wish => ((string?)null, (string?)wish.Fact.Words, wish.Effective)),
            .. record
                .PreferredPlaceOfDeath()
                .Holding.Where(place => place.Fact.Place is not null)
                .Select(place =>
                    ((string?)Says("place-of-death", place.Fact.Place!.Value), place.Fact.Explanation, place.Effective)
                ),
        ];

    /// <summary>What a decision is about, in the middle of a sentence.</summary>
    public string About(Treatment treatment) =>
        treatment.Kind is TreatmentKind.Other
            ? TreatmentWords.Of(treatment, words)
            : words.Name("plain-about", treatment.Kind);

    private string Of(Treatment treatment, Decision decision, string about) =>
        decision is Decision.NotDiscussed
            ? words["plain.not-discussed", about]
            : Says(Question(treatment.Kind), decision, about);

    private string Says<TAnswer>(string question, TAnswer answer, string about = "")
        where TAnswer : struct, Enum =>
        words[
            $"{(isOwn ? "talk-says" : "talk-says-of")}.{question}.{Words.Kebab(answer.ToString())}",
            record.Name().Familiar(),
            about
        ];

    private static string Question(TreatmentKind kind) =>
        kind switch
        {
            TreatmentKind.Other => "other-limit",
            TreatmentKind.IcdDeactivation => "icd-off",
            _ => Words.Kebab(kind.ToString()),
        };
}
