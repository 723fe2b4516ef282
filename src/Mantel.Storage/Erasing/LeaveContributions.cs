using System.Security.Cryptography;
using Mantel.Core.Journal;
using Mantel.Core.Quality;
using Mantel.Storage.Databases;
using Mantel.Storage.Measures;

namespace Mantel.Storage.Erasing;

/// <summary>
/// Before a key is destroyed: how the person counted goes, without a name, to the stream of figures, and in the same
/// transaction the person is marked as erased, so that nobody records anything in between.
/// </summary>
internal sealed class LeaveContributions(Archive archive)
{
    private const int Attempts = 64;

    private static readonly Author Program = new(Guid.Empty, "Mantel", Role.System, null, null);

    /// <summary>False when there is nothing to leave, or the person is marked already.</summary>
    public async Task RunAsync(StreamKey person, DateTimeOffset at, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(person, at, ct))
                return;
        }
        throw new StorageException("Others write about this person all the time. Try again.");
    }

    private async Task<bool> TryAsync(StreamKey person, DateTimeOffset at, CancellationToken ct)
    {
        if (await archive.Keys.FindAsync(person, ct) is not { } key)
            return await MarkAsync(new Leaving(person, 0, Delta: null), needsStamp: false, ct);
        var kept = await archive.Measuring.ReadAsync(person, key, ct);
        var results = kept.Stamp > 0 ? kept.Results : await EvaluateAsync(person, ct);
        var left = results
            .Where(result => result.Standing is not Standing.NotYetDue)
            .SelectMany(result => result.Counts())
            .Order(CountOrder.Instance)
            .ToList();
        var changes = Difference(kept.Results, left);
        var leaving = new Leaving(person, kept.Stamp, changes.Count == 0 ? null : archive.Measuring.Seal(changes));
        return left.Count == 0
            ? await MarkAsync(leaving, needsStamp: true, ct)
            : await AppendAsync(leaving, new ContributionsLeft(left), at, ct);
    }

    private async Task<IReadOnlyList<MeasureResult>> EvaluateAsync(StreamKey person, CancellationToken ct)
    {
        var entries = await WholeRecord.OfAsync(
            person.Stream,
            await archive.Journal.ReadAsync(person.Stream, 0, ct),
            other => archive.Journal.ReadAsync(other, 0, ct)
        );
        return entries is [.., var last]
            ? archive.Measuring.Evaluate(person.Stream, entries, BedsideClock.DayOf(last.Recorded))
            : [];
    }

    private async Task<bool> AppendAsync(
        Leaving leaving,
        ContributionsLeft left,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        var version = await archive.Journal.VersionAsync(StreamId.Figures, ct);
        var now = new Moment(at.ToUniversalTime(), BedsideClock.DayOf(at));
        var append = new Append(StreamId.Figures, version, ActOf(leaving.Person), Program, now, [new NewFact(left)])
        {
            Leaves = leaving,
        };
        return await archive.Journal.AppendAsync(append, ct) is AppendResult.Appended or AppendResult.AlreadyDone;
    }

    private async Task<bool> MarkAsync(Leaving leaving, bool needsStamp, CancellationToken ct)
    {
        await using var session = await archive.Parts.Journal.RentAsync(ct);
        var marked = false;
        session.Write(() =>
        {
            if (needsStamp && !leaving.Holds(session))
                return;
            leaving.Write(session);
            Journals.RegisterWrite.Write(session, [leaving.Nobody], Journals.RegisterWrite.NewestChange(session));
            marked = true;
        });
        return marked;
    }

    /// <summary>Always the same act for the same person, and nobody can tell which person it was.</summary>
    private Guid ActOf(StreamKey person) =>
        new(HMACSHA256.HashData(archive.Keys.Figures, person.Bytes).AsSpan(0, 16), bigEndian: true);

    private static Dictionary<CountKey, int> Difference(IEnumerable<MeasureResult> counted, List<CountKey> left)
    {
        var changes = new Dictionary<CountKey, int>();
        foreach (var key in counted.SelectMany(result => result.Counts()))
            changes[key] = changes.GetValueOrDefault(key) - 1;
        foreach (var key in left)
            changes[key] = changes.GetValueOrDefault(key) + 1;
        return changes.Where(change => change.Value != 0).ToDictionary();
    }

    /// <summary>An order that tells nothing of which came first.</summary>
    private sealed class CountOrder : IComparer<CountKey>
    {
        public static CountOrder Instance { get; } = new();

        public int Compare(CountKey one, CountKey other) => string.CompareOrdinal(one.ToString(), other.ToString());
    }
}
