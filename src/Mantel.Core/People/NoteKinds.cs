using System.Globalization;
using System.Text;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>What kind of thing somebody wants to write down about a person.</summary>
public enum NoteKind
{
    /// <summary>The course of the illness changed.</summary>
    Change,

    /// <summary>The person says something else now than was agreed.</summary>
    SaysNow,

    /// <summary>Somebody should look at this.</summary>
    Signal,

    /// <summary>Worth knowing; it asks nobody to do anything.</summary>
    Note,

    /// <summary>The palliative or the dying phase has begun.</summary>
    Phase,
}

/// <summary>A phase that somebody wants to mark.</summary>
public enum NotedPhase
{
    Palliative,
    Dying,
}

/// <summary>Words that make a kind likely, with where they come from.</summary>
/// <param name="Term">Words in lower case without accents; a star at the end stands for any ending.</param>
/// <param name="Detail">The change or the phase that they tell; null where the kind says all.</param>
public sealed record NoteTerm(
    string Term,
    string Language,
    NoteKind Kind,
    string? Detail,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
);

/// <summary>
/// Proposes of what kind a note is, from its words: <c>data/note/kinds.tsv</c>. It proposes; who writes chooses.
/// </summary>
public static class NoteKinds
{
    public static IReadOnlyList<NoteTerm> Terms { get; } = [.. ReferenceTable.Read("note-kinds.tsv").Select(Read)];

    /// <summary>The first term that stands in the words and whose kind is offered; null when none does.</summary>
    public static NoteTerm? Propose(string? words, IReadOnlyCollection<NoteKind> offered)
    {
        var folded = Fold(words ?? "");
        return Terms.FirstOrDefault(term => offered.Contains(term.Kind) && IsIn(folded, term.Term));
    }

    private static bool IsIn(string folded, string term) =>
        term.EndsWith('*')
            ? folded.Contains($" {term[..^1]}", StringComparison.Ordinal)
            : folded.Contains($" {term} ", StringComparison.Ordinal);

    /// <summary>Lower case, without accents, one space around every word.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(" ");
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
                folded.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
                folded.Append(folded[^1] is ' ' ? "" : " ");
        }
        return folded[^1] is ' ' ? folded.ToString() : folded.Append(' ').ToString();
    }

    private static NoteTerm Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["term"],
            row["language"],
            Enum.Parse<NoteKind>(row["kind"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            row["detail"].Length == 0 ? null : DetailOf(row["kind"], row["detail"]),
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );

    /// <summary>The name of the change or the phase; a word that is neither is a fault in the table.</summary>
    private static string DetailOf(string kind, string detail)
    {
        var name = detail.Replace("-", "", StringComparison.Ordinal);
        return kind is "phase"
            ? Enum.Parse<NotedPhase>(name, ignoreCase: true).ToString()
            : Enum.Parse<CourseChange>(name, ignoreCase: true).ToString();
    }
}
