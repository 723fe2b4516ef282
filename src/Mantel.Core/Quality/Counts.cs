using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>By what people are grouped.</summary>
public enum GroupKind
{
    /// <summary>Not at all: everybody.</summary>
    All,
    Diagnosis,
    Age,
    Living,
    Language,

    /// <summary>How many days it took.</summary>
    Days,
}

/// <summary>One count of people, without names: which measure, where, when, which group, and how they stand.</summary>
/// <param name="Municipality">The code of the index day; empty when it is not known.</param>
/// <param name="Month">Null when the day is not known well enough.</param>
/// <param name="Group">The name of the group of its kind; empty for <see cref="GroupKind.All"/>.</param>
/// <param name="Standing">Met, NotMet, NotYetDue, or Outside with the reason: Outside:declined.</param>
public readonly record struct CountKey(
    string Measure,
    int Version,
    string Municipality,
    Month? Month,
    GroupKind Kind,
    string Group,
    string Standing
)
{
    public const string Met = nameof(Quality.Standing.Met);
    public const string NotMet = nameof(Quality.Standing.NotMet);
    public const string NotYetDue = nameof(Quality.Standing.NotYetDue);

    /// <summary>How those who are not counted for this reason are named.</summary>
    public static string Outside(string why) => $"{nameof(Quality.Standing.Outside)}:{why}";
}

/// <summary>
/// What is left of somebody who was erased: how they counted, by month and group, without a name or a day, so that
/// figures of the past stay what they were.
/// </summary>
[FactKind("quality.contributions-left")]
public sealed record ContributionsLeft(IReadOnlyList<CountKey> Counts) : Fact;

/// <summary>How results become counts.</summary>
public static class Counting
{
    /// <summary>Everything that this person adds one to: everybody, and each of their groups.</summary>
    public static IEnumerable<CountKey> Counts(this MeasureResult result)
    {
        var standing = result.Standing is Standing.Outside ? CountKey.Outside(result.Why) : result.Standing.ToString();
        yield return Of(GroupKind.All, "");
        yield return Of(GroupKind.Diagnosis, result.Groups.Diagnosis.ToString());
        yield return Of(GroupKind.Age, result.Groups.Age.ToString());
        yield return Of(GroupKind.Living, result.Groups.Living.ToString());
        yield return Of(GroupKind.Language, result.Groups.Language.ToString());
        if (result.Days is { } days)
            yield return Of(GroupKind.Days, DaysOf(days));

        CountKey Of(GroupKind kind, string group) =>
            new(result.Measure, result.Version, result.Municipality, result.Month, kind, group, standing);
    }

    /// <summary>The groups of days, by the first day of each; fifteen is where a late start ends.</summary>
    public static IReadOnlyList<int> DayGroups { get; } = [0, 7, 15, 30, 90, 180, 365];

    /// <summary>What to add and what to take away when results change; what stays is left out.</summary>
    public static IReadOnlyDictionary<CountKey, int> Difference(
        IEnumerable<MeasureResult> before,
        IEnumerable<MeasureResult> after
    )
    {
        var changes = new Dictionary<CountKey, int>();
        foreach (var key in before.SelectMany(Counts))
            changes[key] = changes.GetValueOrDefault(key) - 1;
        foreach (var key in after.SelectMany(Counts))
            changes[key] = changes.GetValueOrDefault(key) + 1;
        return changes.Where(change => change.Value != 0).ToDictionary();
    }

    private static string DaysOf(int days) =>
        DayGroups.Last(first => first <= days).ToString("000", System.Globalization.CultureInfo.InvariantCulture);
}
