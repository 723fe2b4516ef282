using System.Security.Cryptography;
using System.Text;
using Mantel.Core.Journal;
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
            if (await NextAsync(measure, [.. kept.Select(entry => entry.Fact)], now.Today, ct) is not { } next)
                return false;
            var version = kept is [.., var last] ? last.Version : 0;
            var append = new Append(StreamId.Figures, version, ActOf(next), Program, now, [.. next.Facts.Select(One)]);
            if (await entries.AppendAsync(append, ct) is AppendResult.Appended or AppendResult.AlreadyDone)
                return true;
        }
        return false;

        static NewFact One(Fact fact) => new(fact);
    }

    /// <summary>
    /// What would be published if every month up to today were closed now, without closing any: for a demonstration
    /// whose people are still coming in.
    /// </summary>
    public async Task<PublishedFigures> PreviewAsync(DateOnly today, CancellationToken ct)
    {
        var facts = new List<Fact>();
        foreach (var measure in measures.Definitions.Select(one => one.Id).Distinct(StringComparer.Ordinal))
        {
            while (await NextAsync(measure, facts, today, ct) is { } next)
                facts.AddRange(next.Facts);
        }
        return new PublishedFigures(facts);
    }

    private async Task<Next?> NextAsync(string measure, IReadOnlyList<Fact> kept, DateOnly today, CancellationToken ct)
    {
        var closed = kept.OfType<MonthClosed>().Where(one => one.Measure == measure).ToList();
        var newest = closed.Count == 0 ? null : (Month?)closed.Max(one => one.Month);
        if (newest >= Publications.LastClosedOn(today))
            return null;
        foreach (var definition in measures.Definitions.Where(one => one.Id == measure))
        {
            var counts = await CountsAsync(definition, ct);
            var month = newest?.Plus(1) ?? ClosingOfAMonth.FirstOf(definition, counts);
            if (month is not { } next || next > Publications.LastClosedOn(today))
                continue;
            if (measures.PublishedBy(measure, next)?.Version != definition.Version)
                continue;
            var history = kept.Where(fact => IsOf(fact, definition)).ToList();
            var current = history
                .OfType<MonthClosed>()
                .Select(one => one.Month)
                .Distinct()
                .Select(one => ClosingOfAMonth.Of(definition, one, counts, measures.Regions))
                .ToList();
            var closing = ClosingOfAMonth.Of(definition, next, counts, measures.Regions);
            var facts = Publications.Decide(history, current, closing, Publications.DayOf(next));
            return new Next(definition, next, facts);
        }
        return null;
    }

    private static bool IsOf(Fact fact, MeasureDefinition definition) =>
        fact switch
        {
            MonthClosed closed => (closed.Measure, closed.Version) == (definition.Id, definition.Version),
            FiguresPublished published => (published.Measure, published.Version) == (definition.Id, definition.Version),
            _ => false,
        };

    private async Task<List<KeyValuePair<CountKey, long>>> CountsAsync(
        MeasureDefinition definition,
        CancellationToken ct
    )
    {
        await using var session = await journal.RentAsync(ct);
        await using var reader = await session
            .Command(
                $"SELECT {CountTable.Columns} FROM measure_count WHERE measure = @p0 AND area <> @p1",
                CountTable.NameOf(definition.Id, definition.Version),
                CountTable.Everywhere
            )
            .ExecuteReaderAsync(ct);
        var counts = new List<KeyValuePair<CountKey, long>>();
        while (await reader.ReadAsync(ct))
        {
            var (town, month, kind, group, standing, people) = CountTable.Read(reader);
            counts.Add(new(new(definition.Id, definition.Version, town, month, kind, group, standing), people));
        }
        return counts;
    }

    /// <summary>Two processes that close the same month close it once.</summary>
    private static Guid ActOf(Next next) =>
        new(
            SHA256.HashData(Encoding.UTF8.GetBytes($"close {next.Definition} {next.Month}")).AsSpan(0, 16),
            bigEndian: true
        );

    private sealed record Next(MeasureDefinition Definition, Month Month, IReadOnlyList<Fact> Facts);
}
