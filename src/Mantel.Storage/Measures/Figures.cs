using Dapper;
using Mantel.Core.Journal;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Measures;

/// <summary>So many people who stand alike in a measure.</summary>
/// <param name="Municipality">The code; <see cref="Figures.Everywhere"/> for the whole.</param>
/// <param name="Month">Null: the day is not known well enough.</param>
public sealed record CountedPeople(
    string Municipality,
    Month? Month,
    GroupKind Kind,
    string Group,
    string Standing,
    long People
);

/// <summary>
/// The figures (cijfers): sums over people, always current, without anybody's name. What others see are closed periods
/// that were published; these here are for the program itself.
/// </summary>
public sealed class Figures
{
    /// <summary>Asks for the whole: every municipality, and those whose municipality is not known.</summary>
    public const string Everywhere = CountTable.Everywhere;

    private const string CurrentSetting = "measures";
    private const int FoldAtOnce = 512;

    private readonly Database _journal;
    private readonly Measuring _measuring;

    private readonly Ticking _ticking;

    private readonly IJournal _entries;
    private readonly ClosingMonths _closing;
    private (int Version, PublishedFigures Figures) _published = (0, new PublishedFigures([]));

    internal Figures(Database journal, Measuring measuring, Ticking ticking, IJournal entries)
    {
        (_journal, _measuring, _ticking, _entries) = (journal, measuring, ticking, entries);
        _closing = new ClosingMonths(journal, entries, measuring.Measures);
    }

    public MeasureSet Measures => _measuring.Measures;

    /// <summary>
    /// The counts of a measure in these municipalities, or <see cref="Everywhere"/>, facts of this moment included;
    /// null while all figures are being made anew.
    /// </summary>
    public async Task<IReadOnlyList<CountedPeople>?> CountsAsync(
        string measure,
        int version,
        IReadOnlyCollection<string> areas,
        GroupKind kind,
        CancellationToken ct
    )
    {
        await FoldAsync(ct);
        await using var session = await _journal.RentAsync(ct);
        var counts = new Dictionary<CountedPeople, long>();
        var current = false;
        await session.ReadAsync(() =>
        {
            current = IsCurrent(session, Measures.Stamp);
            foreach (var area in areas)
                ReadCounts(session, CountTable.NameOf(measure, version), area, kind, counts);
            foreach (
                var (key, people) in CountTable.ReadDeltas(session, _measuring, int.MaxValue).SelectMany(d => d.Changes)
            )
                AddDelta(key, people);
            return Task.CompletedTask;
        });
        return current
            ? [.. counts.Where(count => count.Value != 0).Select(count => count.Key with { People = count.Value })]
            : null;

        void AddDelta(CountKey key, int people)
        {
            if (key.Measure != measure || key.Version != version || key.Kind != kind)
                return;
            foreach (var area in areas.Where(area => area == key.Municipality || area == Everywhere))
            {
                var at = new CountedPeople(area, key.Month, kind, key.Group, key.Standing, 0);
                counts[at] = counts.GetValueOrDefault(at) + people;
            }
        }
    }

    /// <summary>
    /// Evaluates whoever's results change because nothing happened, and those that nobody evaluated on an earlier day.
    /// Returns how many people were looked at.
    /// </summary>
    public async Task<int> TickAsync(Moment now, CancellationToken ct)
    {
        var looked = await _ticking.RunAsync(now.Today, ct);
        await FoldAsync(ct, always: true);
        return looked;
    }

    /// <summary>Closes the months whose day has come, after a tick, and publishes what may be shown of them.</summary>
    public Task<int> PublishAsync(Moment now, CancellationToken ct) => _closing.RunAsync(now, ct);

    /// <summary>
    /// What would be published if every month were closed now; nothing is. For a demonstration that is still being
    /// filled.
    /// </summary>
    public async Task<PublishedFigures> PreviewAsync(Moment now, CancellationToken ct)
    {
        await TickAsync(now, ct);
        return await _closing.PreviewAsync(now.Today, ct);
    }

    /// <summary>All that was published, as it stands now: what pages and exports show.</summary>
    public async Task<PublishedFigures> PublishedAsync(CancellationToken ct)
    {
        var version = await _entries.VersionAsync(StreamId.Figures, ct);
        var kept = _published;
        if (kept.Version == version)
            return kept.Figures;
        var facts = (await _entries.ReadAsync(StreamId.Figures, 0, ct)).Select(entry => entry.Fact);
        var figures = new PublishedFigures(facts);
        _published = (version, figures);
        return figures;
    }

    /// <summary>Folds what was appended into the counts, when there is much of it or always.</summary>
    public async Task FoldAsync(CancellationToken ct, bool always = false)
    {
        await using var session = await _journal.RentAsync(ct);
        while (CountDeltas(session) >= (always ? 1 : FoldAtOnce))
            session.Write(() => CountTable.Fold(session, _measuring, 4 * FoldAtOnce));
    }

    internal static bool IsCurrent(Session session, string stamp) =>
        string.Equals(
            session.Connection.QuerySingleOrDefault<string>(
                "SELECT content FROM setting WHERE name = @name",
                new { name = CurrentSetting }
            ),
            stamp,
            StringComparison.Ordinal
        );

    internal static void SetCurrent(Session session, string stamp) =>
        session.Insert(
            Tables.Setting,
            [
                [CurrentSetting, stamp],
            ]
        );

    /// <summary>Takes away everything that is made from the journal.</summary>
    internal static void Empty(Session session)
    {
        session.Execute("DELETE FROM setting WHERE name = @p0", CurrentSetting);
        foreach (var table in Tables.Measures)
            session.Execute($"DELETE FROM {table.Name}");
    }

    private static long CountDeltas(Session session) =>
        session.Command("SELECT COUNT(*) FROM measure_delta").ExecuteScalar() is long count ? count : 0;

    private static void ReadCounts(
        Session session,
        string measure,
        string area,
        GroupKind kind,
        Dictionary<CountedPeople, long> into
    )
    {
        using var reader = session
            .Command(
                $"SELECT {CountTable.Columns} FROM measure_count WHERE measure = @p0 AND area = @p1 AND kind = @p2",
                measure,
                area,
                (long)kind
            )
            .ExecuteReader();
        while (reader.Read())
        {
            var row = CountTable.Read(reader);
            into[row with { People = 0 }] = row.People;
        }
    }
}
