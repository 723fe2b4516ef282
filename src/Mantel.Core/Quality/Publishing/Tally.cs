namespace Mantel.Core.Quality.Publishing;

/// <summary>People for whom it holds and for whom it does not, and whether that may be known of them.</summary>
internal readonly record struct Tally(int Met, int NotMet)
{
    /// <summary>Nothing that is about fewer people is ever told.</summary>
    public const int Fewest = 10;

    public static Tally operator +(Tally one, Tally other) => new(one.Met + other.Met, one.NotMet + other.NotMet);

    public static Tally operator -(Tally one, Tally other) => new(one.Met - other.Met, one.NotMet - other.NotMet);

    public int People => Met + NotMet;

    public bool IsNobody => Met == 0 && NotMet == 0;

    /// <summary>True when n, d and n − d are each ten or more; of tables of people, when they are.</summary>
    public bool IsSafe(TableKind kind) => Met >= Fewest && (CountsPeople(kind) ? NotMet == 0 : NotMet >= Fewest);

    public bool IsSafeOrNobody(TableKind kind) => IsNobody || IsSafe(kind);

    /// <summary>True when this difference tells of nobody, or of ten or more, in n, in d and in n − d.</summary>
    public bool IsSafeDifference => IsFarOrNone(Met) && IsFarOrNone(NotMet) && IsFarOrNone(Met + NotMet);

    public static bool CountsPeople(TableKind kind) =>
        kind
            is TableKind.Days
                or TableKind.Declined
                or TableKind.DeclinedDiagnosis
                or TableKind.DeclinedAge
                or TableKind.DeclinedLiving
                or TableKind.DeclinedLanguage
                or TableKind.NotMarked
                or TableKind.WishUnknown
                or TableKind.ChangedLate;

    public static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), (sum, one) => sum + one);

    /// <summary>The fewest there ever were, of each.</summary>
    public static Tally Least(IEnumerable<Tally> days) =>
        days.Aggregate((one, other) => new(Math.Min(one.Met, other.Met), Math.Min(one.NotMet, other.NotMet)));

    private static bool IsFarOrNone(int number) => number == 0 || Math.Abs(number) >= Fewest;
}
