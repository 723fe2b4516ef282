using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// What a Belgian DNR code means in general: it always stands beside the code, after the text of the hospital or home
/// that gave it.
/// </summary>
/// <param name="Language">nl, en or fr.</param>
/// <param name="Says">What it says of treatments that have a row; it fills none of them.</param>
public sealed record DnrMeaning(
    DnrCode Code,
    string Language,
    string Words,
    IReadOnlyList<DirectiveClause> Says,
    string Source,
    string Status
)
{
    private static readonly string[] Languages = ["nl", "en", "fr"];

    /// <summary>Every code in every language: <c>data/be/dnr-codes.tsv</c>.</summary>
    public static IReadOnlyList<DnrMeaning> Table { get; } =
    [.. ReferenceTable.Read("dnr-codes.tsv").SelectMany(row => Languages.Select(language => Read(row, language)))];

    /// <summary>The meaning in a language; in Dutch when there is none in that language.</summary>
    public static DnrMeaning Of(DnrCode code, string language) =>
        Table.FirstOrDefault(one => one.Code == code && one.Language == language)
        ?? Table.First(one => one.Code == code && one.Language == "nl");

    private static DnrMeaning Read(IReadOnlyDictionary<string, string> row, string language) =>
        new(
            Enum.Parse<DnrCode>(row["code"]),
            language,
            row[language],
            [.. Saying(row["says"])],
            row["source"],
            row["status"]
        );

    private static IEnumerable<DirectiveClause> Saying(string says) =>
        says.Split('|')
            .Select(one => one.Split(':'))
            .Select(one => new DirectiveClause(
                new Treatment(Enum.Parse<TreatmentKind>(one[0])),
                Enum.Parse<Decision>(one[1]),
                Otherwise: null
            ));
}
