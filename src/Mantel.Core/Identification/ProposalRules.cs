using System.Globalization;
using Mantel.Core.Journal;

namespace Mantel.Core.Identification;

/// <summary>Why a conversation or a marking may be due, most telling first: the order of the review list.</summary>
public enum ProposalReason
{
    /// <summary>
    /// A professional would be surprised if the person were still alive in a year, and no phase was marked since.
    /// </summary>
    DoubleSurprise,

    /// <summary>
    /// A professional would not be surprised if the person died within a year, and no phase was marked since.
    /// </summary>
    SurpriseNo,

    /// <summary>The phase was marked so many days ago and nobody talked with the person since.</summary>
    MarkedWithoutTalk,

    /// <summary>The person grew worse and nobody ever talked with them about what is to come.</summary>
    DeterioratedWithoutTalk,

    /// <summary>The person moved into a nursing home and nobody talked with them since.</summary>
    MovedToNursingHome,

    /// <summary>The person was admitted to hospital more than once and nobody talked with them since.</summary>
    RepeatedAdmissions,

    /// <summary>A main diagnosis is newer than the last conversation.</summary>
    DiagnosisAfterTalk,

    /// <summary>Several signals came within some weeks and nobody talked with the person since.</summary>
    SeveralSignals,
}

/// <summary>A rule of the review list, with where it comes from.</summary>
/// <param name="Days">Its days; null where it has none.</param>
/// <param name="Times">How often something must have happened; null where once is enough.</param>
public sealed record ProposalRule(
    ProposalReason Reason,
    int? Days,
    int? Times,
    string Why,
    string Source,
    string Edition,
    string? Reviewer,
    string Status,
    string SourceNl
);

/// <summary>The rules of the review list: <c>data/attention/proposals.tsv</c>.</summary>
public static class ProposalRules
{
    public static IReadOnlyList<ProposalRule> All { get; } =
    [.. ReferenceTable.Read("proposals.tsv").Select(Read).OrderBy(rule => rule.Reason)];

    internal static ProposalRule Of(ProposalReason reason) => All[(int)reason];

    private static ProposalRule Read(IReadOnlyDictionary<string, string> row) =>
        new(
            Enum.Parse<ProposalReason>(row["id"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            Number(row["days"]),
            Number(row["times"]),
            row["why"],
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"],
            row["sourceNl"]
        );

    private static int? Number(string cell) =>
        cell.Length == 0 ? null : int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);
}
