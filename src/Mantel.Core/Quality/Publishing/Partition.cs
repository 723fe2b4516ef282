namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// Which groups a table takes together. All networks take the same ones together, the coarse ones; the whole may show
/// finer ones, which never cut across the coarse.
/// </summary>
internal static class Partition
{
    private static readonly string[][] DiagnosisCoarse =
    [
        [nameof(DiagnosisGroup.Cancer)],
        [nameof(DiagnosisGroup.OrganFailure)],
        [
            nameof(DiagnosisGroup.FrailtyAndDementia),
            nameof(DiagnosisGroup.Stroke),
            nameof(DiagnosisGroup.Neurodegenerative),
            nameof(DiagnosisGroup.Other),
            nameof(DiagnosisGroup.Unknown),
            nameof(DiagnosisGroup.NotRecorded),
        ],
    ];

    private static readonly string[][] DiagnosisMiddle =
    [
        DiagnosisCoarse[0],
        DiagnosisCoarse[1],
        [nameof(DiagnosisGroup.FrailtyAndDementia)],
        [
            nameof(DiagnosisGroup.Stroke),
            nameof(DiagnosisGroup.Neurodegenerative),
            nameof(DiagnosisGroup.Other),
            nameof(DiagnosisGroup.Unknown),
            nameof(DiagnosisGroup.NotRecorded),
        ],
    ];

    private static readonly string[][] DiagnosisFine =
    [
        DiagnosisCoarse[0],
        DiagnosisCoarse[1],
        [nameof(DiagnosisGroup.FrailtyAndDementia)],
        [nameof(DiagnosisGroup.Stroke)],
        [nameof(DiagnosisGroup.Neurodegenerative)],
        [nameof(DiagnosisGroup.Other), nameof(DiagnosisGroup.Unknown), nameof(DiagnosisGroup.NotRecorded)],
    ];

    private static readonly string[][] AgeCoarse =
    [
        [nameof(AgeBand.Under18), nameof(AgeBand.From18To64)],
        [nameof(AgeBand.From65To79)],
        [nameof(AgeBand.From80), nameof(AgeBand.NotRecorded)],
    ];

    private static readonly string[][] AgeFine =
    [
        [nameof(AgeBand.Under18)],
        [nameof(AgeBand.From18To64)],
        AgeCoarse[1],
        AgeCoarse[2],
    ];

    private static readonly string[][] LivingCoarse =
    [
        [nameof(LivingGroup.Alone)],
        [nameof(LivingGroup.WithOthers), nameof(LivingGroup.NotRecorded)],
    ];

    private static readonly string[][] LivingFine =
    [
        LivingCoarse[0],
        [nameof(LivingGroup.WithOthers)],
        [nameof(LivingGroup.NotRecorded)],
    ];

    private static readonly string[][] LanguageCoarse =
    [
        [nameof(LanguageGroup.AnotherLanguage)],
        [nameof(LanguageGroup.Dutch), nameof(LanguageGroup.NotRecorded)],
    ];

    private static readonly string[][] LanguageFine =
    [
        LanguageCoarse[0],
        [nameof(LanguageGroup.Dutch)],
        [nameof(LanguageGroup.NotRecorded)],
    ];

    private static readonly string[][] DaysCoarse =
    [
        ["000", "007"],
        ["015", "030"],
        ["090", "180", "365"],
    ];

    private static readonly string[][] DaysFine =
    [
        ["000"],
        ["007"],
        ["015"],
        ["030"],
        ["090"],
        ["180"],
        ["365"],
    ];

    /// <summary>The tables that exist for networks and the whole alike.</summary>
    public static IReadOnlyList<TableKind> Kinds { get; } =
    [
        TableKind.Diagnosis,
        TableKind.Age,
        TableKind.Living,
        TableKind.Language,
        TableKind.Days,
        TableKind.Declined,
        TableKind.DeclinedDiagnosis,
        TableKind.DeclinedAge,
        TableKind.DeclinedLiving,
        TableKind.DeclinedLanguage,
        TableKind.NotMarked,
        TableKind.WishUnknown,
        TableKind.ChangedLate,
    ];

    /// <summary>The table of which this one is by group; null where it is a table of everybody itself.</summary>
    public static TableKind? Around(TableKind kind) =>
        kind switch
        {
            TableKind.DeclinedDiagnosis
            or TableKind.DeclinedAge
            or TableKind.DeclinedLiving
            or TableKind.DeclinedLanguage => TableKind.Declined,
            TableKind.Declined or TableKind.NotMarked or TableKind.WishUnknown or TableKind.ChangedLate => null,
            TableKind.All => null,
            _ => TableKind.All,
        };

    /// <summary>The groups that every network takes together.</summary>
    public static string[][] Coarse(TableKind kind) =>
        kind switch
        {
            TableKind.All
            or TableKind.Declined
            or TableKind.NotMarked
            or TableKind.WishUnknown
            or TableKind.ChangedLate =>
            [
                [""],
            ],
            TableKind.Diagnosis or TableKind.DeclinedDiagnosis => DiagnosisCoarse,
            TableKind.Age or TableKind.DeclinedAge => AgeCoarse,
            TableKind.Living or TableKind.DeclinedLiving => LivingCoarse,
            TableKind.Language or TableKind.DeclinedLanguage => LanguageCoarse,
            TableKind.Days => DaysCoarse,
            TableKind.Municipality => throw new InvalidOperationException(
                "Each network has municipalities of its own."
            ),
        };

    /// <summary>The ways in which the whole may be cut, the finest first.</summary>
    public static IReadOnlyList<string[][]> OfWhole(TableKind kind) =>
        kind switch
        {
            TableKind.Diagnosis => [DiagnosisFine, DiagnosisMiddle, DiagnosisCoarse],
            TableKind.Age => [AgeFine, AgeCoarse],
            TableKind.Living => [LivingFine, LivingCoarse],
            TableKind.Language => [LanguageFine, LanguageCoarse],
            TableKind.Days => [DaysFine, DaysCoarse],
            _ => [Coarse(kind)],
        };
}
