using System.Globalization;
using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>The parts of a guided conversation.</summary>
public enum TalkPart
{
    /// <summary>What matters.</summary>
    Matters,

    /// <summary>Who decides when the person cannot.</summary>
    WhoDecides,

    /// <summary>The goal of treatment, and its limits.</summary>
    Limits,

    /// <summary>Wishes for care.</summary>
    Wishes,

    /// <summary>Around dying.</summary>
    Dying,

    /// <summary>What is on paper, or was agreed elsewhere.</summary>
    Papers,

    /// <summary>Telling others.</summary>
    Sharing,
}

/// <summary>Where a question stands and where it comes from: a row of <c>data/talk/questions.tsv</c>.</summary>
/// <param name="Dutch">Its place in the Dutch order; null: not asked there.</param>
/// <param name="Flemish">Its place in the Flemish order; null: not asked there.</param>
/// <param name="Home">Its place in the preparation at home; null: not asked there.</param>
/// <param name="FromAge">From which age it is asked in the Dutch order.</param>
/// <param name="FlemishFromAge">From which age in the Flemish order; null: no Belgian age is known.</param>
/// <param name="Reviewer">Who reviewed it; null while the status is draft.</param>
public sealed record QuestionRow(
    string Question,
    TalkPart Part,
    int? Dutch,
    int? Flemish,
    int? Home,
    int FromAge,
    int? FlemishFromAge,
    string Source,
    string Edition,
    string? Reviewer,
    string Status,
    string SourceNl
)
{
    /// <summary>Whether it is asked of somebody of this age; of whom no age is known everything is asked.</summary>
    public bool IsAskedAt(int? age, bool inFlanders) =>
        age is null || (inFlanders ? FlemishFromAge : FromAge) is not { } from || age >= from;

    /// <summary>The whole table, in the Dutch order.</summary>
    public static IReadOnlyList<QuestionRow> Table { get; } = [.. ReferenceTable.Read("questions.tsv").Select(Read)];

    internal static QuestionRow Of(string question) =>
        Table.First(row => string.Equals(row.Question, question, StringComparison.Ordinal));

    private static QuestionRow Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["question"],
            Enum.Parse<TalkPart>(row["part"]),
            Place(row["dutch"]),
            Place(row["flemish"]),
            Place(row["home"]),
            int.Parse(row["fromAge"], CultureInfo.InvariantCulture),
            Place(row["flemishFromAge"]),
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"],
            row["sourceNl"]
        );

    private static int? Place(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);
}
