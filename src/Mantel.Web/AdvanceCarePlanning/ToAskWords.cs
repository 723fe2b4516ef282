using Mantel.Core.AdvanceCarePlanning;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>Says what came from elsewhere and is to be asked about (na te vragen).</summary>
internal static class ToAskWords
{
    public static string About(IReadOnlyList<Treatment> about, Words words) =>
        about.Count == 0
            ? words["ask.about-plan"]
            : string.Join(" / ", about.Select(treatment => TreatmentWords.Of(treatment, words))) + ":";

    /// <summary>On paper in one line: why it is to be asked, what it says, and who sent it.</summary>
    public static string Of(SheetToAsk one, Words words) =>
        string.Join(
            " ",
            new[]
            {
                words.Name("ask-reason", one.Reason),
                one is { Decision: { } decision, Reason: not AskReason.NoCondition }
                    ? $"{words["ask.word"]} {words.Name("word", decision).ToLower(words.Culture)}."
                    : null,
                one.Said.Count > 0
                    ? $"{words["ask.said"]} {string.Join(" · ", one.Said.Select(said => $"“{said}”"))}"
                    : null,
                $"({one.From})",
            }.OfType<string>()
        );
}
