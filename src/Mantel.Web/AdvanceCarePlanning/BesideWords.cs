using Mantel.Core.AdvanceCarePlanning;
using Mantel.Web.Look;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>
/// What stands beside a word, or against it, and why: the same on the night page, the plan and the sheet.
/// </summary>
internal static class BesideWords
{
    public static string Lead(BesideReason kind, Words words) => words.Name("beside", kind);

    public static string Code(CodeInRow code, Words words) =>
        Code(code.Code.Fact.Code, code.Code.Fact.Setting, code.Means.Decision, words);

    /// <summary>DNR 3 of this hospital says otherwise: not.</summary>
    public static string Code(DnrCode code, string setting, Decision means, Words words) =>
        words["code.against", words.Name("dnr-code", code), setting, words.Name("word", means)];

    /// <summary>Why an older word, or none, is left.</summary>
    public static string Revived(string? endedCodeOf, bool isRevived, Words words) =>
        endedCodeOf is null ? words["plan.revived"]
        : isRevived ? words["plan.revived.stay", endedCodeOf]
        : words["plan.code-over", endedCodeOf];

    /// <summary>Everything that is said of a treatment on which there is no agreement, in a line.</summary>
    public static string Disagreement(DecisionInForce decision, Words words) =>
        string.Join(
            $" {words["night.and"]} ",
            decision
                .InForce.Select(one => Shortly(decision, one, words))
                .Concat(decision.CodesAgainst.Select(code => Code(code, words)))
        );

    private static string Shortly(DecisionInForce decision, Statement one, Words words)
    {
        var key =
            decision.RefusedInWriting is not { } refusal ? "night.shortly"
            : one == refusal ? "refusal.first"
            : "refusal.later";
        var day = one.DiscussedOn ?? one.DecidedOn;
        return words[key, words.Name("word", one.Decision), Telling.Day(day, words)]
            + (one.Otherwise is { } condition ? $" “{condition}”" : "");
    }
}
