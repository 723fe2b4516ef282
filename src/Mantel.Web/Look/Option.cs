using Mantel.Web.Platform;

namespace Mantel.Web.Look;

/// <summary>One of the answers that a form offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Group">Under which heading it stands in a list that folds out; null: under none.</param>
public sealed record Option(string Value, string Text, string? Hint = null, string? Group = null)
{
    /// <summary>All choices of a fixed set, with the words of <c>set.choice-name</c>.</summary>
    public static IReadOnlyList<Option> All<TChoice>(Words words, string set)
        where TChoice : struct, Enum => Of(words, set, Enum.GetValues<TChoice>());

    public static IReadOnlyList<Option> Of<TChoice>(Words words, string set, params IEnumerable<TChoice> choices)
        where TChoice : struct, Enum =>
        [.. choices.Select(choice => new Option(choice.ToString(), words.Name(set, choice)))];
}
