using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// A declaration in the person's own words that names no treatment, so that no row shows it: it stands above them
/// (safety rule 16).
/// </summary>
/// <param name="IsRefusal">It refuses treatment by its kind (behandelverbod, negatieve wilsverklaring).</param>
/// <param name="WorkedOut">What a physician worked out of it; null: nobody yet.</param>
public sealed record WordsWithoutRow(
    Recorded<AdvanceDirectiveRecorded> Declaration,
    bool IsRefusal,
    Recorded<DeclarationWorkedOut>? WorkedOut
)
{
    public bool AsksToBeWorkedOut => IsRefusal && WorkedOut is null;
}

/// <summary>Finds the declarations that no row shows.</summary>
public static class DeclarationsWithoutRow
{
    private static readonly AdvanceDirectiveKind[] Refusals =
    [
        AdvanceDirectiveKind.TreatmentRefusal,
        AdvanceDirectiveKind.TreatmentRefusalCompletedLife,
        AdvanceDirectiveKind.BelgianNegativeDeclaration,
    ];

    /// <summary>These may say something of treatment too; their kind alone does not tell.</summary>
    private static readonly AdvanceDirectiveKind[] OfTreatment =
    [
        AdvanceDirectiveKind.LifeWish,
        AdvanceDirectiveKind.SelfBinding,
        AdvanceDirectiveKind.OralAgreement,
        AdvanceDirectiveKind.Other,
    ];

    /// <summary>Refusals first, the newest of each first; those that were taken back are not among them.</summary>
    public static IReadOnlyList<WordsWithoutRow> WordsWithoutRow(this Record record, DateOnly today) =>
        [
            .. record
                .StandingDeclarations(today)
                .Where(one => one.Fact.Decides.Count == 0)
                .Where(one => Refusals.Contains(one.Fact.Kind) || OfTreatment.Contains(one.Fact.Kind))
                .Select(one => new WordsWithoutRow(
                    one,
                    Refusals.Contains(one.Fact.Kind),
                    record.Last<DeclarationWorkedOut>(worked => worked.Declaration == one.Entry.Id)
                ))
                .OrderByDescending(one => one.IsRefusal),
        ];
}
