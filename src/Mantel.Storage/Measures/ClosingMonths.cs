using System.Security.Cryptography;
using System.Text;
using Mantel.Core.Journal;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Measures;

/// <summary>
/// Closes months at their fixed days, one after the other, and publishes what may be shown. A month that was closed is
/// not closed again; what was missed is caught up with.
/// </summary>
internal sealed class ClosingMonths(Database journal, IJournal entries, MeasureSet measures)
{
    private const int Attempts = 16;

    private static readonly Author Program = new(Guid.Empty, "Mantel", Role.System, null, null);

    /// <summary>Returns how many months were closed.</summary>
    public async Task<int> RunAsync(Moment now, CancellationToken ct)
    {
        var closed = 0;
        foreach (var measure in measures.Definitions.Select(one => one.Id).Distinct(StringComparer.Ordinal))
        {
            while (await CloseNextAsync(measure, now, ct))
                closed++;
        }
        return closed;
    }

    private async Task<bool> CloseNextAsync(string measure, Moment now, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var kept = await entries.ReadAsync(StreamId.Figures, 0, ct);
            if (await NextAsync(measure, kept, now.Today, ct) is not { } next)
                return false;
            var version = kept is [.., var last] ? last.Version : 0;
            var append = new Append(StreamId.Figures, version, ActOf(next), Program, now, [.. next.Facts.Select(One)]);
            if (await entries.AppendAsync(append, ct) is AppendResult.Appended or AppendResult.AlreadyDone)
                return true;
        }
        return false;

        static NewFact One(Fact fact) => new(fact);
    }

    private async Task<Next?> NextAsync(string measure, IReadOnlyList<Entry> kept, DateOnly today, CancellationToken ct)
    {
        var closed = kept.Select(entry => entry.Fact)
            .OfType<MonthClosed>()
            .Where(one => one.Measure == measure)
            .ToList();
        var newest = closed.Count == 0 ? null : (Month?)closed.Max(one => one.Month);
        if (newest >= Publications.LastClosedOn(today))
            return null;
        foreach (var definition in measures.Definitions.Where(one => one.Id == measure))
        {
            var counts = await CountsAsync(definition, ct);
            var month = newest?.Plus(1) ?? FirstOf(definition, counts);
            if (month is not { } next || next > Publications.LastClosedOn(today))
                continue;
            if (measures.PublishedBy(measure, next)?.Version != definition.Version)
                continue;
            var history = kept.Select(entry => entry.Fact).Where(fact => IsOf(fact, definition)).ToList();
            var current = history
                .OfType<MonthClosed>()
                .Select(one => one.Month)
                .Distinct()
                .Select(one => Closed(definition, one, counts))
                .ToList();
            return new Next(
                definition,
                next,
                Publications.Decide(history, current, Closed(definition, next, counts), Publications.DayOf(next))
            );
        }
        return null;
    }

    private static Month? FirstOf(MeasureDefinition definition, IReadOnlyList<CountedPeople> counts) =>
        counts
            .Where(count => count.Month >= definition.PublishedFrom && count.People > 0)
            .Select(count => count.Month)
            .Min();

    private static bool IsOf(Fact fact, MeasureDefinition definition) =>
        fact switch
        {
            MonthClosed closed => (closed.Measure, closed.Version) == (definition.Id, definition.Version),
            FiguresPublished published => (published.Measure, published.Version) == (definition.Id, definition.Version),
            _ => false,
        };

    private async Task<IReadOnlyList<CountedPeople>> CountsAsync(MeasureDefinition definition, CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        await using var reader = await session
            .Command(
                $"SELECT {CountTable.Columns} FROM measure_count WHERE measure = @p0 AND area <> @p1",
                CountTable.NameOf(definition.Id, definition.Version),
                CountTable.Everywhere
            )
            .ExecuteReaderAsync(ct);
        var counts = new List<CountedPeople>();
        while (await reader.ReadAsync(ct))
            counts.Add(CountTable.Read(reader));
        return counts;
    }

    private MonthClosed Closed(MeasureDefinition definition, Month month, IReadOnlyList<CountedPeople> counts)
    {
        var sums = new Dictionary<(string Area, TableKind Kind, string Group), (int Met, int NotMet)>();
        foreach (var count in counts.Where(count => count.Month == month))
            Add(count);
        return new MonthClosed(
            definition.Id,
            definition.Version,
            month,
            Areas: null,
            [
                .. sums.Where(sum => sum.Value != default)
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

        void Add(CountedPeople count)
        {
            var region = measures.Regions.RegionOf(count.Municipality, RegionKind.Network, month.First)?.Code ?? "";
            foreach (var (kind, group) in TablesOf(count, region))
            {
                var sum = sums.GetValueOrDefault((region, kind, group));
                var people = (int)count.People;
                var met = count.Standing == CountKey.Met || kind is TableKind.Declined or TableKind.Days;
                sums[(region, kind, group)] = met ? (sum.Met + people, sum.NotMet) : (sum.Met, sum.NotMet + people);
            }
        }
    }

    private static IEnumerable<(TableKind Kind, string Group)> TablesOf(CountedPeople count, string region)
    {
        var counted = count.Standing is CountKey.Met or CountKey.NotMet;
        if (counted)
            yield return (KindOf(count.Kind), count.Group);
        if (counted && count.Kind is GroupKind.All && region.Length > 0)
            yield return (TableKind.Municipality, count.Municipality);
        if (count.Kind is GroupKind.All && count.Standing == CountKey.Outside("declined"))
            yield return (TableKind.Declined, "");
    }

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

    /// <summary>Two processes that close the same month close it once.</summary>
    private static Guid ActOf(Next next) =>
        new(
            SHA256.HashData(Encoding.UTF8.GetBytes($"close {next.Definition} {next.Month}")).AsSpan(0, 16),
            bigEndian: true
        );

    private sealed record Next(MeasureDefinition Definition, Month Month, IReadOnlyList<Fact> Facts);
}
