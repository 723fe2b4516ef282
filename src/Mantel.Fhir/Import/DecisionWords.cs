using Mantel.Core.AdvanceCarePlanning;

namespace Mantel.Fhir.Import;

/// <summary>
/// The words in which a decision arrives when it is neither yes nor no (safety rule 3): some free texts of the standard
/// are words, all others are conditions.
/// </summary>
internal static class DecisionWords
{
    public const string NoDecisionYet = "Nee, nog geen besluit genomen";
    public const string NotDiscussed = "Niet besproken";
    public const string Unknown = "Onbekend";

    /// <summary>The word, the condition when it is *anders*, and words to keep beside *onbekend*.</summary>
    public static (Decision Decision, string? Otherwise, string? Kept) Of(string text) =>
        Letters(text) switch
        {
            "ONBEKEND" or "NOG ONBEKEND" => (Decision.Unknown, null, null),
            "NIET BESPROKEN" or "NOG NIET BESPROKEN" => (Decision.NotDiscussed, null, null),
            "NEE NOG GEEN BESLUIT GENOMEN" => (Decision.Unknown, null, NoDecisionYet),
            "WEET IK NIET" or "WEET IK NOG NIET" => (Decision.Unknown, null, text.Trim()),
            "" or "ANDERS" => (Decision.Otherwise, null, null),
            _ => (Decision.Otherwise, text.Trim(), null),
        };

    /// <summary>A condition in words; null for what only repeats the answer, or is no word at all.</summary>
    public static string? Condition(string? text) =>
        text is not null && Of(text) is { Decision: Decision.Otherwise, Otherwise: { } words } ? words : null;

    /// <summary>Kept words and explanation as one text; <see cref="Apart"/> takes them apart again.</summary>
    public static string? Together(string? kept, string? explanation)
    {
        var plain = Reading.Plain(explanation);
        return kept is null ? plain
            : plain is null ? kept
            : $"{kept}. {plain}";
    }

    public static (string? Kept, string? Explanation) Apart(string? explanation)
    {
        if (explanation is null || !explanation.StartsWith(NoDecisionYet, StringComparison.Ordinal))
            return (null, explanation);
        var rest = explanation[NoDecisionYet.Length..].TrimStart('.', ' ');
        return (NoDecisionYet, rest.Length == 0 ? null : rest);
    }

    /// <summary>Its letters and digits only: a sign or a space more or less makes no other word.</summary>
    private static string Letters(string text) =>
        string.Join(
            ' ',
            new string([.. text.Select(one => char.IsLetterOrDigit(one) ? char.ToUpperInvariant(one) : ' ')]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
}
