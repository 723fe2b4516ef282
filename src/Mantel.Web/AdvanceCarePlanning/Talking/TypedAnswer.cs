using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Talking;

/// <summary>What somebody did with a question: answered and went on, back, left, or passed it over.</summary>
internal sealed record TypedAnswer(string Go, TalkAnswer Answer, Guid? Over)
{
    /// <summary>Saved as one types, without going anywhere.</summary>
    public const string Save = "save";

    /// <summary>What was written at home is taken over by the person; followed by which entry.</summary>
    public const string Take = "take:";

    /// <summary>The question is passed over for certain, after it was asked; followed by how.</summary>
    public const string Sure = "sure:";

    public static TypedAnswer Read(TypedForm typed)
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

    /// <summary>
    /// What is asked before a question is passed over: not wanting to talk is for now or for later too, and an answer
    /// that was given is never dropped by a button that says something else. Null when nothing is.
    /// </summary>
    public static AskedBeforeSkipping? DoubtOf(TypedForm typed, IReadOnlyList<LastSaid> last) =>
        typed["go"] switch
        {
            "not-at-all" => new AskedBeforeSkipping("not-at-all", Answered(typed), IsAboutLater: true),
            "not-now" or "skip" when Answered(typed) => new AskedBeforeSkipping(
                typed["go"]!,
                HasAnswer: true,
                IsAboutLater: false
            ),
            "unchanged" when Differs(typed, last) => new AskedBeforeSkipping(
                "unchanged",
                HasAnswer: true,
                IsAboutLater: false
            ),
            _ => null,
        };

    private static TalkAnswerKind KindOf(string go, TypedForm typed) =>
        go switch
        {
            "unchanged" or Sure + "unchanged" => TalkAnswerKind.Unchanged,
            "not-now" or Sure + "not-now" => TalkAnswerKind.NotNow,
            "not-at-all" or Sure + "not-at-all" => TalkAnswerKind.NotAtAll,
            Sure + "skip" => TalkAnswerKind.NotDiscussed,
            "skip" when IsNew(typed["words"], typed) => TalkAnswerKind.Said,
            "skip" => TalkAnswerKind.NotDiscussed,
            "next" when IsEmpty(typed) => Passed(typed) ?? TalkAnswerKind.NotDiscussed,
            _ => Passed(typed) ?? TalkAnswerKind.Said,
        };

    /// <summary>Who goes on without an answer did not discuss it: that is known, and nothing is made of it.</summary>
    private static bool IsEmpty(TypedForm typed) => typed["words"] is null && !Answered(typed);

    /// <summary>Something other than words was answered, which passing the question over would drop.</summary>
    private static bool Answered(TypedForm typed) =>
        typed.All("chosen").Count > 0
        || (typed["condition"], typed["about"], typed["on.year"]) is not (null, null, null);

    /// <summary>Another answer was given than what is said to be still so.</summary>
    private static bool Differs(TypedForm typed, IReadOnlyList<LastSaid> last)
    {
        var chosen = typed.All("chosen");
        var (was, condition) = last is [var only] ? (only.Answer.Chosen, only.Answer.Condition) : ([], null);
        return (chosen.Count > 0 && !chosen.ToHashSet(StringComparer.Ordinal).SetEquals(was))
            || (typed["condition"] is { } typedNow && typedNow != condition)
            || (typed["about"], typed["on.year"]) is not (null, null);
    }

    /// <summary>What was typed was said, also by who then goes on without a choice: it is read back.</summary>
    private static bool IsNew(string? words, TypedForm typed) =>
        words is not null && !string.Equals(words, typed["passed-words"], StringComparison.Ordinal);

    /// <summary>Who looks again at a question that was passed over, and answers nothing now, leaves it so.</summary>
    private static TalkAnswerKind? Passed(TypedForm typed) =>
        typed.All("chosen").Count == 0
        && string.Equals(typed["words"], typed["passed-words"], StringComparison.Ordinal)
        && (typed["condition"], typed["about"], typed["on.year"]) is (null, null, null)
        && typed["passed"] is { } passed
        && Enum.TryParse<TalkAnswerKind>(passed, out var kind)
            ? kind
            : null;
}

/// <summary>What has to be asked before a question is passed over.</summary>
/// <param name="Way">The button that was pressed.</param>
/// <param name="HasAnswer">An answer stands there that would be dropped.</param>
/// <param name="IsAboutLater">Whether later too is not known.</param>
internal sealed record AskedBeforeSkipping(string Way, bool HasAnswer, bool IsAboutLater);
