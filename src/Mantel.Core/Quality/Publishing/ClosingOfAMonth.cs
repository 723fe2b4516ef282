using Mantel.Core.Population;

namespace Mantel.Core.Quality.Publishing;

/// <summary>How people count in a month, put together by network on the day on which the month is closed.</summary>
public static class ClosingOfAMonth
{
    /// <param name="counts">How many people stand where; what is about other measures or months is passed over.</param>
    public static MonthClosed Of(
        MeasureDefinition definition,
        Month month,
        IEnumerable<KeyValuePair<CountKey, long>> counts,
        RegionTables regions
    )
    {
        var sums = new Dictionary<(string Area, TableKind Kind, string Group), Tally>();
        foreach (var (key, people) in counts.Where(count => IsOf(count.Key, definition) && count.Key.Month == month))
        {
            var area = regions.RegionOf(key.Municipality, RegionKind.Network, month.First)?.Code ?? "";
            foreach (var (kind, group) in TablesOf(definition, key, area))
            {
                var isMet = key.Standing == CountKey.Met || Tally.CountsPeople(kind);
                var one = isMet ? new Tally((int)people, 0) : new Tally(0, (int)people);
                sums[(area, kind, group)] = sums.GetValueOrDefault((area, kind, group)) + one;
            }
        }
        return new MonthClosed(
            definition.Id,
            definition.Version,
            month,
            Areas: null,
            [
                .. sums.Where(sum => !sum.Value.IsNobody)
                    .OrderBy(sum => sum.Key)
                    .Select(sum => new ClosedCount(
                        sum.Key.Area,
                        sum.Key.Kind,
                        sum.Key.Group,
                        sum.Value.Met,
                        sum.Value.NotMet
                    )),
            ]
        );
    }

    /// <summary>The first month in which anybody is counted by this version; null when there is none.</summary>
    public static Month? FirstOf(MeasureDefinition definition, IEnumerable<KeyValuePair<CountKey, long>> counts) =>
        counts
            .Where(count => IsOf(count.Key, definition) && count.Value > 0)
            .Select(count => count.Key.Month)
            .Where(month => month >= definition.PublishedFrom)
            .Min();

    private static bool IsOf(CountKey key, MeasureDefinition definition) =>
        (key.Measure, key.Version) == (definition.Id, definition.Version);

    private static IEnumerable<(TableKind Kind, string Group)> TablesOf(
        MeasureDefinition definition,
        CountKey key,
        string area
    )
    {
        var isCounted = key.Standing is CountKey.Met or CountKey.NotMet;
        if (isCounted)
            yield return (KindOf(key.Kind), key.Group);
        if (isCounted && key.Kind is GroupKind.All && area.Length > 0)
            yield return (TableKind.Municipality, key.Municipality);
        foreach (var reason in definition.ShownBeside.Where(reason => key.Standing == CountKey.Outside(reason)))
        {
            if (BesideOf(reason, key.Kind, definition.Beside is not null) is { } kind)
                yield return (kind, key.Group);
        }
    }

    /// <summary>Who is counted apart; who declined by group too, where the definition says so.</summary>
    private static TableKind? BesideOf(string reason, GroupKind kind, bool byGroup) =>
        (reason, kind) switch
        {
            ("declined", GroupKind.All) => TableKind.Declined,
            ("declined", GroupKind.Diagnosis) when byGroup => TableKind.DeclinedDiagnosis,
            ("declined", GroupKind.Age) when byGroup => TableKind.DeclinedAge,
            ("declined", GroupKind.Living) when byGroup => TableKind.DeclinedLiving,
            ("declined", GroupKind.Language) when byGroup => TableKind.DeclinedLanguage,
            ("not-marked", GroupKind.All) => TableKind.NotMarked,
            ("wish-unknown", GroupKind.All) => TableKind.WishUnknown,
            ("changed-late", GroupKind.All) => TableKind.ChangedLate,
            _ => null,
        };

    private static TableKind KindOf(GroupKind kind) =>
        kind switch
        {
            GroupKind.All => TableKind.All,
            GroupKind.Diagnosis => TableKind.Diagnosis,
            GroupKind.Age => TableKind.Age,
            GroupKind.Living => TableKind.Living,
            GroupKind.Language => TableKind.Language,
            GroupKind.Days => TableKind.Days,
        };
}
