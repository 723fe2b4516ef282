using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>How a word tells a treatment in what a message says.</summary>
public enum TreatmentWordBy
{
    /// <summary>Anywhere in the words.</summary>
    Part,

    /// <summary>As a whole word among them.</summary>
    Word,

    /// <summary>As all of the words: the very name of the treatment.</summary>
    Whole,
}

/// <summary>
/// A word by which a treatment goes in messages, in small letters without accents, with where it comes from:
/// <c>data/fhir/treatment-names.tsv</c>.
/// </summary>
/// <param name="Kind">
/// The treatment; other: one without a code in the standard; null: it says that a device is switched off.
/// </param>
public sealed record TreatmentWord(
    string Words,
    TreatmentWordBy By,
    TreatmentKind? Kind,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
)
{
    private const string SwitchingOff = "switching-off";

    public static IReadOnlyList<TreatmentWord> All { get; } =
    [.. ReferenceTable.Read("treatment-names.tsv").Select(Read)];

    /// <summary>True for the very name of a treatment.</summary>
    public bool IsName => By is TreatmentWordBy.Whole;

    public bool IsSwitchingOff => Kind is null;

    /// <summary>True when it tells this in words that are plain already: small letters, single spaces.</summary>
    public bool IsIn(string plain) =>
        By switch
        {
            TreatmentWordBy.Part => plain.Contains(Words, StringComparison.Ordinal),
            TreatmentWordBy.Word => plain.Split(' ').Contains(Words, StringComparer.Ordinal),
            TreatmentWordBy.Whole => string.Equals(plain, Words, StringComparison.Ordinal),
        };

    private static TreatmentWord Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["words"],
            Enum.Parse<TreatmentWordBy>(row["by"], ignoreCase: true),
            row["means"] is SwitchingOff
                ? null
                : Enum.Parse<TreatmentKind>(row["means"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );
}
