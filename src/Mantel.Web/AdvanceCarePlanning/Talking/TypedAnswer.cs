using Mantel.Core.AdvanceCarePlanning;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Talking;

/// <summary>What somebody did with a question: answered and went on, back, left, or passed it over.</summary>
internal sealed record TypedAnswer(string Go, TalkAnswer Answer, Guid? Over)
{
    /// <summary>Saved as one types, without going anywhere.</summary>
    public const string Save = "save";

    /// <summary>What was written at home is taken over by the person; followed by which entry.</summary>
    public const string Take = "take:";

    public static TypedAnswer Read(Typed typed)
    {
        var go = typed["go"] ?? "next";
        var answer = new TalkAnswer(
            KindOf(go, typed),
            typed.All("chosen"),
            typed["words"],
            typed["condition"],
            typed["about"],
            typed.Date("on")
        );
        return new TypedAnswer(go, answer, typed.Id("over"));
    }

    private static TalkAnswerKind KindOf(string go, Typed typed) =>
        go switch
        {
            "unchanged" => TalkAnswerKind.Unchanged,
            "not-now" => TalkAnswerKind.NotNow,
            "not-at-all" => TalkAnswerKind.NotAtAll,
            "skip" when IsNew(typed["words"], typed) => TalkAnswerKind.Said,
            "skip" => TalkAnswerKind.NotDiscussed,
            _ => Passed(typed) ?? TalkAnswerKind.Said,
        };

    /// <summary>What was typed was said, also by who then goes on without a choice: it is read back.</summary>
    private static bool IsNew(string? words, Typed typed) =>
        words is not null && !string.Equals(words, typed["passed-words"], StringComparison.Ordinal);

    /// <summary>Who looks again at a question that was passed over, and answers nothing now, leaves it so.</summary>
    private static TalkAnswerKind? Passed(Typed typed) =>
        typed.All("chosen").Count == 0
        && string.Equals(typed["words"], typed["passed-words"], StringComparison.Ordinal)
        && (typed["condition"], typed["about"], typed["on.year"]) is (null, null, null)
        && typed["passed"] is { } passed
        && Enum.TryParse<TalkAnswerKind>(passed, out var kind)
            ? kind
            : null;
}
